"""What a case is called in a line: who asks, and of whom."""

from __future__ import annotations

from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.words import tr, words

SEVERAL = {
    KindOfWork.DELIVERY: N_("{count} delivery riders"),
    KindOfWork.DRIVER: N_("{count} ride-hailing drivers"),
    KindOfWork.STREAMER: N_("{count} live streamers"),
    KindOfWork.COURIER: N_("{count} couriers"),
    KindOfWork.FREIGHT: N_("{count} freight drivers"),
    KindOfWork.HOUSEHOLD: N_("{count} household workers"),
    KindOfWork.OTHER: N_("{count} workers"),
}
_DIGITS = "零一二三四五六七八九"


def chinese_count(count: int) -> str:
    """How Chinese counts people in a title: 两, 五, 十二, 三十; from a hundred on in figures."""
    if count == 2:
        return "两"
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def applicants_title(first: str, count: int, kind: KindOfWork) -> str:
    """One applicant by name, several by how many they are and what they do."""
    if count == 0:
        return tr("No applicant yet")
    if count == 1:
        return first or tr("No name yet")
    return tr(SEVERAL[kind], count=chinese_count(count) if words().chinese else str(count))


def case_title(row: CaseRow) -> str:
    """``五名网络主播 / 某文化传媒公司`` or ``5 live streamers / …``."""
    asking = applicants_title(row.first_applicant, row.applicant_count, row.kind_of_work)
    return f"{asking} / {row.respondent}" if row.respondent else asking
