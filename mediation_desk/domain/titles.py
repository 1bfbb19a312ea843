"""What a case is called by those who ask in it, in both languages: it is found by either."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_desk.domain.sorting.elements import Label
from mediation_desk.domain.vocabulary import KindOfWork

SEVERAL: Mapping[KindOfWork, Label] = MappingProxyType({
    KindOfWork.DELIVERY: Label("{count}名外卖骑手", "{count} delivery riders"),
    KindOfWork.DRIVER: Label("{count}名网约车司机", "{count} ride-hailing drivers"),
    KindOfWork.STREAMER: Label("{count}名网络主播", "{count} live streamers"),
    KindOfWork.COURIER: Label("{count}名快递员", "{count} couriers"),
    KindOfWork.FREIGHT: Label("{count}名货运司机", "{count} freight drivers"),
    KindOfWork.HOUSEHOLD: Label("{count}名家政服务人员", "{count} household workers"),
    KindOfWork.OTHER: Label("{count}名劳动者", "{count} workers"),
})
_DIGITS = "零一二三四五六七八九"


def several(count: int, kind: KindOfWork, language: str) -> str:
    """Applicants by how many they are and what they do: ``五名网络主播``, ``5 live streamers``."""
    written = chinese_count(count) if language.startswith("zh") else str(count)
    return SEVERAL[kind].text(language).format(count=written)


def chinese_count(count: int) -> str:
    """How Chinese counts people in a title: 两, 五, 十二, 三十; from a hundred on in figures."""
    if count == 2:
        return "两"
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")
