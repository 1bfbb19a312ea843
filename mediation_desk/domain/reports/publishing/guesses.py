"""What looks like a name of somebody who is no party: marks to look at, never a replacement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediation_desk.domain.reports.publishing import places
from mediation_desk.domain.reports.publishing.surnames import COMMON, COMPOUND, TITLES

_ALSO_WORDS = frozenset("申付方任于向高常时安项程段温万车单应解何范路符费关江金白包申幸仇")
_FAMILY = f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(COMMON))}])"
_SURE = "".join(sorted(COMMON - _ALSO_WORDS))
_SURE_FAMILY = f"(?:{'|'.join(sorted(COMPOUND))}|[{_SURE}])"
_HAN = "[\u3400-\u9fff]"
_NOT_GIVEN = ("某总说称请人在的了和与及或向被把对给从到是有未不已将所等各每这那其我"
              "你他她它们之而也都就要元年月日")
_ONE_GIVEN = f"(?:(?![{_NOT_GIVEN}]){_HAN})"
_GIVEN = f"{_ONE_GIVEN}{{1,2}}"
_BEFORE = """
同事 工友 经理 主管 组长 队长 店长 站长 老板 会计 证人 介绍人 联系人 负责人 法人 代表 律师 调解员 书记员
记录人 丈夫 妻子 父亲 母亲 儿子 女儿 哥哥 姐姐 弟弟 妹妹 名叫 叫做 叫作 叫 姓名 骑手 主播 司机 师傅 先生
女士 由 找 联系 告诉 员工
"""
_AFTER = """
说 称 表示 承认 陈述 主张 认为 证明 作证 告知 通知 答复 回复 确认 承诺 签字 签收 在场 陪同 带领 招聘
介绍 转账 垫付 来电 发来
"""
_BRANDS = """
美团 饿了么 滴滴 抖音 快手 淘宝 京东 拼多多 顺丰 圆通 中通 申通 韵达 极兔 菜鸟 达达 闪送 货拉拉 高德
曹操出行 T3出行 百度 腾讯 阿里巴巴 支付宝 哔哩哔哩 虎牙 斗鱼 小红书 58同城 盒马 叮咚
"""
_LED = "|".join(f"(?<={one})" for one in _BEFORE.split())
_TITLE = "|".join(one for one in TITLES if len(one) > 1 or one in "总哥姐")
_SAYS = "|".join((*_AFTER.split(), _TITLE))
_NAMED = re.compile(rf"(?:{_LED})\s*[:：]?\s*(?P<one>{_FAMILY}(?:{_ONE_GIVEN}(?={_SAYS})|{_GIVEN}))(?!某)"
                    rf"|(?P<two>{_SURE_FAMILY}{_GIVEN})(?={_SAYS})|(?P<dotted>{_HAN}{{2,8}}(?:·{_HAN}{{2,8}}){{1,4}})")
_TITLED = re.compile(rf"{_SURE_FAMILY}(?:{_TITLE})|(?<!{_HAN})[老小阿]{_FAMILY}(?!{_HAN})"
                     rf"|[老小阿]{_FAMILY}(?={_SAYS})")
_BRAND = re.compile("|".join(_BRANDS.split()))
_OF_PLACE = f"(?:(?![在住到于去往至从来和与的是了总说他她我你由向经]){_HAN})"
_PLACE = re.compile(rf"(?!某|[本该全各两每]){_OF_PLACE}{{2,4}}?(?:区|县|镇|乡|街道|村|社区|小区|路|"
                    "大街|街|巷|园区|大厦|广场|商城)")
_NO_PLACE = re.compile("小区$|社区$|某|"
                       "^(?:工业|产业|开发|网约|马|道|公|铁|线|半|出|来|回|退|思|网|电|门|养|销)")
_BODY = re.compile(rf"(?:{_HAN}|[A-Za-z0-9（）()]){{2,16}}?(?:公司|集团|合作社|事务所|商行|超市|餐厅|医院)")
_NO_BODY = re.compile("某|[该本我贵其两各]公司|申请人|所在|[家和与向由对]公司")


def guesses(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that may be a person, a place, a body or a brand. A published text has 某
    where it was seen to."""
    for pattern in (_NAMED, _TITLED, _BRAND):
        for found in pattern.finditer(text):
            name = next((one for one in ("one", "two", "dotted") if found.groupdict().get(one)), None)
            if "某" not in found.group():
                yield found.span(name) if name else found.span()
    yield from (found.span() for found in _PLACE.finditer(text) if not _NO_PLACE.search(found.group()))
    yield from (found.span() for found in places.known(text))
    yield from (found.span() for found in _BODY.finditer(text) if _is_told(found.group()))


def _is_told(body: str) -> bool:
    """Whether a body is named, not merely meant: 某文化传媒公司, 该公司 and 被申请人公司 name none."""
    return not _NO_BODY.search(body)
