"""Places: an address taken apart, and what stands for each part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediation_desk.domain.text.gazetteer import ALSO_WORDS, CITIES, PROVINCES

_ENDS = """
自治区 自治州 自治县 特别行政区 省 市 州 盟 地区 县 区 旗 街道 社区 小区 园区 开发区 大道 大街 镇 乡 村
组 路 街 巷 弄 胡同 花园 家园 公寓 大厦 大楼 广场 中心 商城 市场 苑 庄 园 城 楼 店 馆 厂
"""
_NO_PLACES = """
一楼 三楼 二楼 产业园区 会议室 全区 全县 全市 全省 办公室 小区 工业园区 工作室 开发区 本中心 本区 本县
本市 本调解室 现场 社区 线上 调解室
"""
_END = "|".join(sorted(_ENDS.split(), key=len, reverse=True))
_PART = re.compile(rf"(?P<stem>[\u3400-\u9fffA-Za-z]{{1,12}}?)(?P<end>{_END})")
_HOUSE = r"[0-9A-Za-z一二三四五六七八九十-]{1,6}\s*(?:号楼|号院|号|幢|栋|座|单元|楼|层|室|户)"
HOUSE = re.compile(rf"(?<=[路街巷弄道村区园厦楼场苑庄城院])\s*(?:{_HOUSE}\s*)+|(?:{_HOUSE}\s*){{2,}}")
"""House, stairs and door, behind a street or several together."""
STEM, WHOLE = 2, 3  # characters from which a stem, and a part with its ending, is searched for
_ORDINARY = frozenset(_NO_PLACES.split())
_CITY = re.compile("|".join(
    rf"{name}(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|特别行政区|地区|[\u4e00-\u9fff]{{1,6}}?自治州|州|盟)"
    rf"{'' if name in ALSO_WORDS else '?'}"
    for name in sorted((*PROVINCES, *CITIES), key=len, reverse=True)))


def parts(address: str) -> Iterator[tuple[str, str]]:
    """The parts of an address that can be searched for, each with what stands for it: 城中区, 某区."""
    bare = "".join(address.split())
    for name in (*PROVINCES, *CITIES):
        if bare.startswith(name):
            yield name, "某省" if name in PROVINCES else "某市"
    for found in _PART.finditer(bare):
        stem, end = found["stem"], found["end"]
        if len(stem) + len(end) >= WHOLE:
            yield stem + end, f"某{end}"
        if len(stem) > STEM or (len(stem) == STEM and end in ("省", "市", "县", "镇", "乡", "村")):
            yield stem, f"某{end}"


def general(address: str) -> str:
    """An address without anything of its own: ``某省某市某区某路``; 某地 where nothing of it is known."""
    told = "".join(f"某{found['end']}" for found in _PART.finditer("".join(address.split())))
    return told or "某地"


def is_ordinary(part: str) -> bool:
    """Whether a part of an address, or a place of a session, is a word that names no place of its own."""
    return part in _ORDINARY or not re.search(r"[\u3400-\u9fffA-Za-z]", part)


def in_text(text: str) -> str:
    """Provinces, cities and house numbers that anybody knows, wherever they stand."""
    return HOUSE.sub("某号", _CITY.sub(_city, text))


def known(text: str) -> Iterator[re.Match[str]]:
    """Where a text names a province or a city."""
    return _CITY.finditer(text)


def _city(found: re.Match[str]) -> str:
    name = found.group()
    if name.endswith(("州", "盟")) and not name.startswith(CITIES):
        return "某州"
    for end in ("自治区", "特别行政区", "自治州", "地区"):
        if name.endswith(end):
            return f"某{end}"
    return "某省" if name.startswith(PROVINCES) and name not in CITIES else "某市"
