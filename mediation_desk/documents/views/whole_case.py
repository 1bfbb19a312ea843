"""What a paper may say that is told the whole case: one view for every form that needs no view of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import InstalmentRow
from mediation_desk.documents.views.shared import (
    CaseView,
    ClaimRow,
    EvidenceRow,
    OfficeView,
    PartyView,
    RemedyView,
)
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class CourseView:
    """The days of the case as they were entered, how it ended and where its file lies."""

    applicants_agreed_on: date | None = None
    respondents_agreed_on: date | None = None
    extended_to: date | None = None
    signed_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    reason: str = ""
    referred_to: str = ""
    archived_on: date | None = None
    volume: str = ""
    box: str = ""
    retention_years: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WholeCase(Paper):
    """The whole case for the form called ``form``. ``addressee``: whose copy it is, if there are copies."""

    form: str
    office: OfficeView
    case: CaseView
    addressee: PartyView | None
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    representatives: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money | None
    facts: tuple[str, ...]
    agreed: tuple[str, ...]
    issues: tuple[str, ...]
    exhibits: tuple[EvidenceRow, ...]
    course: CourseView
    agreed_sum: Money | None
    instalments: tuple[InstalmentRow, ...]
    paid: Money | None
    remedies: tuple[RemedyView, ...]

    @property
    def template(self) -> str:
        """The form that it feeds."""
        return self.form
