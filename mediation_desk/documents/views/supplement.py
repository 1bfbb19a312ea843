"""What the supplementary agreement may say: which agreement it changes, why, what was paid, and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.annex import AnnexRow
from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import ClauseView, DebtorTable, PayeeRow, Schedule
from mediation_desk.documents.views.shared import CaseView, OfficeView, PartyView
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class FormerAgreement:
    """An agreement that was signed before; ``ordinal`` 0: the first, else its number among the changes."""

    ordinal: int
    signed_on: date
    total: Money


@dataclass(frozen=True, slots=True)
class RestRow:
    """A worker, what they received until now, and what they receive from now on."""

    worker: str
    received: Money
    rest: Money


@dataclass(frozen=True, slots=True)
class SupplementaryAgreement(Paper):
    """补充协议书: what of a signed agreement is changed. What it does not change goes on as it was."""

    TEMPLATE = "supplementary-agreement"
    office: OfficeView
    case: CaseView
    ordinal: int
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    former: tuple[FormerAgreement, ...]
    reasons: tuple[str, ...]
    rests: tuple[RestRow, ...]
    received: Money
    total: Money
    schedule: Schedule
    manner: str
    payees: tuple[PayeeRow, ...]
    clauses: tuple[ClauseView, ...]
    copies: int
    place: str | None = None
    payer: str = "被申请人"
    owing: tuple[ClauseView, ...] = ()
    debtors: DebtorTable | None = None
    unannounced: tuple[str, ...] = ()
    judicial_confirmation: bool = True
    annex: tuple[AnnexRow, ...] = ()
