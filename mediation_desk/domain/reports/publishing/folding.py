"""Text as it is searched for what must not be told: one writing of each sign, and where it stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import unseen

DOTS = frozenset("\u00b7\u2022\u30fb\uff65\u2027\u2219\u22c5\u0387\u2e31\u16eb\u318d\u2981\u25cf")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "00012345678912123456789")
_TRADITIONAL = """
東东 蘭兰 國国 華华 麗丽 偉伟 軍军 強强 豐丰 鳳凤 龍龙 雲云 連连 紅红 慶庆 榮荣 義义 學学 樹树 樂乐 寶宝 貴贵
財财
興兴 業业 來来 發发 達达 遠远 運运 進进 選选 賢贤 賓宾 質质 貞贞 鳴鸣 鵬鹏 鶴鹤 麥麦 齊齐 齡龄 劍剑 剛刚 創创
動动 勝胜 勳勋 勞劳 區区 協协 卻却 參参 雙双 變变 員员 問问 啟启 喬乔 單单 嚴严 園园 圓圆 團团 執执 堅坚 報报
場场 塵尘 墾垦 壯壮 壽寿 夢梦 夾夹 奮奋 婦妇 孫孙 寧宁 實实 審审 寫写 寬宽 將将 專专 尋寻 對对 導导 層层 屬属
島岛 嶺岭 嶽岳 巖岩 師师 帶带 幫帮 廈厦 廠厂 廣广 廬庐 張张 彥彦 彌弥 後后 從从 復复 徵征 恆恒 愛爱 態态
憶忆 應应 懷怀 戀恋 戰战 戶户 揚扬 換换 擁拥 擇择 據据 擔担 攝摄 敵敌 數数 時时 晉晋 晝昼 曉晓 曄晔 暉晖
書书 會会 條条 楊杨 楓枫 極极 構构 槍枪 樓楼 標标 橋桥 機机 檢检 權权 歐欧 歡欢 歲岁 歷历 氣气 漢汉 潔洁
澤泽 濤涛 濱滨 濟济 灣湾 煒炜 煥焕 煙烟 燈灯 燦灿 燁烨 爭争 爾尔 犧牺 獎奖 獨独 獻献 瑋玮 瑩莹 環环 瓊琼 產产
畢毕 畫画 當当 盧卢 監监 盤盘 眾众 碩硕 確确 禮礼 禎祯 穀谷 積积 穎颖 競竞 筆笔 節节 範范 築筑 簡简 紀纪 純纯
紹绍 終终 組组 結结 給给 統统 經经 綠绿 維维 綺绮 緒绪 線线 緣缘 縣县 總总 織织 繼继 續续 羅罗 習习 聖圣 聞闻
聯联 聰聪 職职 肅肃 臨临 舉举 艦舰 藝艺 莊庄 葉叶 蓮莲 蔣蒋 蔭荫 薩萨 藍蓝 蘇苏 蕭萧 處处 號号 補补 裝装
見见 規规 視视 親亲 覺觉 觀观 訊讯 記记 許许 設设 訪访 詩诗 詠咏 誠诚 語语 調调 諒谅 談谈 請请 論论 諾诺 謙谦
謝谢 證证 識识 議议 譽誉 讀读 讓让 貝贝 貨货 貿贸 資资 賀贺 賜赐 賴赖 贊赞 趙赵 躍跃 車车 軒轩 載载 輝辉 輪轮
輸输 轉转 農农 邊边 鄧邓 鄭郑 鄰邻 醫医 釗钊 鈞钧 鋒锋 鋼钢 錄录 錢钱 錦锦 鍾钟 鏡镜 鐘钟 鐵铁 鑄铸 長长
門门 開开 間间 閆闫 閣阁 閻阎 陳陈 陸陆 陽阳 際际 隊队 隨随 難难 雞鸡 電电 靈灵 靜静 韋韦 韓韩 韻韵 響响 順顺
頌颂 領领 顏颜 願愿 顧顾 風风 飛飞 養养 館馆 馬马 馮冯 駿骏 驊骅 驚惊 魯鲁 鮮鲜 黃黄 點点 黨党
劉刘 吳吴 鄒邹 賈贾 龔龚 萬万 湯汤 項项 駱骆 聶聂 龐庞 費费 竇窦 鞏巩 溫温 於于 餘余 譚谭 呂吕 嵐岚
"""
_SIMPLE = {pair[0]: pair[1] for pair in _TRADITIONAL.split()}
_DIAERESIS = "\u0308"


@dataclass(frozen=True)
class Folded:
    """A folded text; ``starts`` and ``ends`` say where each of its signs stood before."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What a stretch of the folded text was before."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True)
class Text:
    """A text that is searched in many ways: it is folded once in each."""

    text: str

    @cached_property
    def squeezed(self) -> Folded:
        """For names in characters."""
        return squeezed(self.text)

    @cached_property
    def spelled(self) -> Folded:
        """For names in letters, and numbers."""
        return spelled(self.text)

    @cached_property
    def counted(self) -> Folded:
        """For numbers in Chinese digits too."""
        return counted(self.text)


def squeezed(text: str) -> Folded:
    """One width and case, no tones, and neither blanks, ends of lines nor dots between the characters of a
    name."""
    return _folded(text, lambda sign: "" if sign in DOTS or sign in " \t\r\n\u00a0\u3000" else sign)


def spelled(text: str) -> Folded:
    """The same with everything that parts words, for names in letters and for numbers."""
    return _folded(text, lambda sign: "·" if sign in DOTS else sign)


def counted(text: str) -> Folded:
    """The same with Chinese digits as figures: 一三八 is 138."""
    return _folded(text, lambda sign: sign.translate(_CHINESE_DIGITS))


def _folded(text: str, tell: Callable[[str], str]) -> Folded:
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        for sign in tell(_plain(char)):
            signs.append(sign)
            starts.append(at)
            ends.append(at + 1)
    return Folded("".join(signs), tuple(starts), tuple(ends))


def _plain(char: str) -> str:
    if char in DOTS:
        return char
    if unseen(char):
        return ""
    plain = unicodedata.normalize("NFKC", names.modern(char))
    apart = unicodedata.normalize("NFD", _SIMPLE.get(plain, plain).casefold())
    if _DIAERESIS in apart and apart[0] == "u":
        return "v"  # ü, in every tone
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
