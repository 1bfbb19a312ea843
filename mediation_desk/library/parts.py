"""Of which parts a rare character is made: how one is found that nobody can read aloud or type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from mediation_desk.domain.text.storable import ideograph
from mediation_desk.library.pinyin import is_read
from mediation_desk.library.shipped import shipped

MOST = 8  # parts of one character
_FORMS = (
    "亻人", "氵水", "扌手", "忄心", "讠言", "钅金釒", "艹草", "犭犬", "灬火", "礻示", "衤衣",
    "足𧾷", "刂刀", "纟糸糹", "饣食飠", "牜牛", "王玉", "罒网", "𥫗竹", "门門", "马馬", "鸟鳥",
    "鱼魚", "车車", "贝貝", "见見", "页頁", "风風", "龙龍", "齿齒", "麦麥", "韦韋", "黾黽", "卤鹵",
    "龟龜", "东東", "长長", "云雲")


def _others() -> Mapping[str, str]:
    return MappingProxyType({sign: forms.replace(sign, "") for forms in _FORMS for sign in forms})


_OTHERS = _others()


def parts(char: str) -> tuple[str, ...]:
    """The parts of a character that no pinyin is known of, each also in its other forms (亻, 人), then their
    own parts; none of any other character."""
    if not ideograph(char) or is_read(char) or not (own := _made_of(char)):
        return ()
    inner = [sign for part in own for sign in _made_of(part)]
    return tuple(dict.fromkeys(form for sign in (*own, *inner)[:MOST] for form in _in_all_forms(sign)))


def _in_all_forms(sign: str) -> Iterator[str]:
    yield sign
    yield from _OTHERS.get(sign, "")


def _made_of(char: str) -> str:
    table = _table()
    at = table.find(f"\n{char}")
    return table[at + 2:table.index("\n", at + 1)] if at >= 0 else ""


@cache
def _table() -> str:
    """A line for each character, its parts behind it."""
    return shipped("resources", "characters", "parts.txt").read_text(encoding="utf-8")
