"""What a case is called in a line: who asks, and of whom."""

from __future__ import annotations

from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.titles import several
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.gui.kit.words import tr, words


def applicants_title(first: str, count: int, kind: KindOfWork) -> str:
    """One applicant by name, several by how many they are and what they do."""
    if count == 0:
        return tr("No applicant yet")
    if count == 1:
        return first or tr("No name yet")
    return several(count, kind, words().code)


def case_title(row: CaseRow) -> str:
    """``五名网络主播 / 某文化传媒公司`` or ``5 live streamers / …``."""
    asking = applicants_title(row.first_applicant, row.applicant_count, row.kind_of_work)
    return f"{asking} / {row.respondent}" if row.respondent else asking
