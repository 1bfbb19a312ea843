"""Names of companies taken apart: region, the name proper, trade and legal form; what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mediation_desk.domain.text.gazetteer import CITIES, PROVINCES

_FORMS = """
股份有限公司:公司 有限责任公司:公司 集团有限公司:公司 控股有限公司:公司 有限公司:公司 分公司:公司
子公司:公司 集团公司:公司 公司:公司 集团:集团 合作社:合作社 工作室:工作室 事务所:事务所 经营部:经营部
服务部:服务部 服务站:服务站 配送站:配送站 营业部:营业部 门市部:门市部 中心:中心 商行:商行 超市:超市
酒店:酒店 宾馆:宾馆 饭店:饭店 餐厅:餐厅 医院:医院 学校:学校 幼儿园:幼儿园 协会:协会 银行:银行 支行:银行
工厂:厂 厂:厂 店:店 站:站 部:部 馆:馆 社:社 行:行
"""
_TRADES = """
人力资源服务 文化传媒 文化传播 网络科技 信息科技 信息技术 货物运输 即时配送 汽车租赁 汽车服务 家政服务
物业管理 物业服务 人力资源 劳务派遣 企业管理 电子商务 餐饮管理 建筑工程 建筑劳务 供应链 网约车 出租车
房地产 互联网 科技 技术 网络 信息 文化 传媒 传播 影视 娱乐 直播 广告 艺术 教育 培训 咨询 物流 运输 货运
快递 速递 速运 快送 快运 同城 配送 外卖 搬家 仓储 出行 汽车 租赁 客运 代驾 家政 保洁 物业 劳务 外包 管理
服务 电商 商务 商贸 贸易 销售 零售 餐饮 食品 服饰 服装 建筑 工程 装饰 装修 建材 房产 置业 投资 实业 发展
置地 农业 农牧 生物 医药 医疗 健康 养老 旅游 旅行 美容 美发 健身 保安 安保 机械 设备 制造 电力 能源 环保
化工 矿业 印刷 软件 数据 智能 数字 平台 品牌 策划 体育 游戏 动漫
"""
FORMS = dict(one.split(":") for one in _FORMS.split())
"""Legal forms, the longer first, and the plain word for each."""
TRADES = tuple(_TRADES.split())
"""What enterprises do, the longer words first."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRACKETED = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,3}?(?:新区|自治县|区|县|市|旗)(?=[\u4e00-\u9fff]{2})")
_BRANCH = re.compile(r"(?<=公司)[\u4e00-\u9fff]{2,10}?(?:分公司|支公司|营业部|经营部|分店|站)$")
_AFTER = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "州")
_PLACES = tuple(sorted((*PROVINCES, *CITIES), key=len, reverse=True))
LEAST = 2  # characters of a name proper that is searched for alone


@dataclass(frozen=True)
class Company:
    """A company's name in its parts; ``proper`` is what tells it from all others."""

    whole: str
    region: str
    proper: str
    trade: str
    form: str

    @classmethod
    def read(cls, name: str) -> Company:
        """The parts of a name as it was entered."""
        bare = _BRANCH.sub("", _BRACKETED.sub("", "".join(name.split())))
        form = next((one for one in FORMS if bare.endswith(one) and len(bare) > len(one)), "")
        rest, trade = bare.removesuffix(form), ""
        region = _region(rest)
        proper = rest.removeprefix(region)
        while tail := next((one for one in TRADES if proper.endswith(one)), ""):
            proper, trade = proper.removesuffix(tail), tail + trade
        if len(proper) < LEAST:  # nothing but place and trade: only the whole of it tells who it is
            region, proper = "", rest
        return cls(name, region, proper, trade, form)

    def alias(self, stem: str = "") -> str:
        """What stands for it: 某文化传媒公司, or 某甲文化传媒公司 where there are several."""
        return f"某{stem}{self.trade}{FORMS.get(self.form, '单位')}"

    def forms(self) -> Iterator[str]:
        """Every way in which people call it, the name proper alone too."""
        yield self.whole
        if len(self.proper) < LEAST:
            return
        ends = ("", self.form, FORMS.get(self.form, ""), "公司", "有限公司", "集团", "平台")
        for region, trade, end in product(("", self.region), self._trades(), ends):
            yield f"{region}{self.proper}{trade}{end}"

    def _trades(self) -> Sequence[str]:
        """The trade whole, and each word of it: 文化传媒, 文化, 传媒."""
        words = [one for one in TRADES if one in self.trade]
        heads = [self.trade[:at] for at in range(2, len(self.trade))]
        return list(dict.fromkeys(("", self.trade, *words, *heads)))


def _region(rest: str) -> str:
    """The province, city and district with which a name begins."""
    taken = ""
    while place := next((one for one in _PLACES if rest.startswith(taken + one)), ""):
        taken += place
        taken += next((end for end in _AFTER if rest.startswith(taken + end)), "")
    district = _DISTRICT.match(rest, len(taken))
    taken += district.group() if district else ""
    return taken if len(rest) > len(taken) else ""


def aliases(names: Sequence[str]) -> dict[str, str]:
    """What stands for each of several companies, each its own; two writings of one name stay one."""
    read = {name: Company.read(name) for name in names}
    plain = [one.alias() for one in {one.proper: one for one in read.values()}.values()]
    told: dict[str, str] = {}
    stems: dict[str, list[str]] = {}
    for name, company in read.items():
        alike = company.alias()
        if plain.count(alike) == 1:
            told[name] = alike
            continue
        known = stems.setdefault(alike, [])
        if company.proper not in known:
            known.append(company.proper)
        told[name] = company.alias(stem(known.index(company.proper)))
    return told


def stem(at: int) -> str:
    """甲, 乙, 丙 … and from the eleventh on a number."""
    return STEMS[at] if at < len(STEMS) else str(at + 1)
