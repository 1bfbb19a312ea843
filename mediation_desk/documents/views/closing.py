"""What the papers of the closing may say: termination, return visits, the closing form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView, PartyView, RemedyView
from mediation_desk.domain.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class TerminationNotice(Paper):
    """调解终止告知书: mediation ends without agreement, and which ways stay open."""

    TEMPLATE = "termination-notice"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    reason: str
    ended_on: date
    agreed: tuple[str, ...]
    remedies: tuple[RemedyView, ...]
    limitation_until: date | None = None


@dataclass(frozen=True, slots=True)
class VisitView:
    """A return visit to one party; ``satisfaction`` is 满意, 基本满意 or 不满意. ``occasion``: why it
    was made; ``by``: who asked; ``spoken_with``: who answered."""

    party: str
    on: date
    manner: str
    by: str
    performance: str
    satisfaction: str
    opinion: str = ""
    occasion: str = ""
    spoken_with: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class ReturnVisit(Paper):
    """回访记录: what the parties say after performance."""

    TEMPLATE = "return-visit"
    office: OfficeView
    case: CaseView
    agreement_number: str
    visits: tuple[VisitView, ...]
    paid: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One point of the file. Neither ``holds`` nor ``fails``: nobody answered; ``note``: what is lacking."""

    point: str
    holds: bool = False
    fails: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClosingForm(Paper):
    """结案审批表: how the case ended, what was done, and the approval."""

    TEMPLATE = "closing-form"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    workers: int
    claimed: Money
    outcome: str
    closed_on: date
    days_used: int
    course: str
    settled: Money = ZERO
    paid: Money = ZERO
    agreement_number: str | None = None
    opinion: str | None = None
    volume: str | None = None
    review: tuple[ReviewRow, ...] = ()
