"""What the summary of a case may say: passages under headings, told at one of three levels."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class SummarySection:
    """A heading and the passages under it."""

    title: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseSummary(Paper):
    """案件摘要: who against whom, facts, issues, the law, course, result, performance.

    ``heading`` names the case; ``marked`` says for whom it is (内部资料), and is empty for what is
    published; so are the office and the number there.
    """

    TEMPLATE = "case-summary"
    office: OfficeView
    heading: str
    number: str
    marked: str
    sections: tuple[SummarySection, ...]
    made_on: str
