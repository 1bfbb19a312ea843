"""What a case is called in the reader's language, and what its papers are called on disk."""

from __future__ import annotations

from mediation_desk.domain.case import Case
from mediation_desk.domain.planning.entries import CaseInBrief
from mediation_desk.domain.summary import CaseRow
from mediation_desk.gui.kit.words import words
from mediation_desk.library import titles


def case_title(row: CaseRow | CaseInBrief) -> str:
    """``扎西·才让等2人与某文化传媒公司``, as lists say it."""
    return titles.of_row(words(), row)


def short_title(case: Case) -> str:
    """The same of an open case, which says too what was not entered."""
    return titles.of_case(words(), case)


def paper_file(case: Case, paper: str, ending: str = ".pdf") -> str:
    """What a paper of the case is called on disk."""
    return titles.paper_file(words(), case, paper, ending)
