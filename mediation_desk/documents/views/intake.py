"""What the papers of the intake may say: register, rights, acceptance, refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.annex import AskedTable
from mediation_desk.documents.views.paper import Paper
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
class IntakeRegister(Paper):
    """受理登记表: the one-stop intake, or the record of an oral application."""

    TEMPLATE = "intake-register"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money
    facts: str
    oral: bool | None
    confidential: bool
    registrar: str
    evidence: tuple[EvidenceRow, ...] = ()
    respondent_consents_on: date | None = None
    opinion: str | None = None
    asked: AskedTable | None = None


@dataclass(frozen=True, slots=True)
class RightsNotice(Paper):
    """权利义务告知书: a party's rights and duties in mediation, signed for."""

    TEMPLATE = "rights-notice"
    office: OfficeView
    case: CaseView
    recipients: tuple[PartyView, ...]
    confidential: bool
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class AcceptanceNotice(Paper):
    """受理通知书: the case is taken in; until when, by whom, and what to bring."""

    TEMPLATE = "acceptance-notice"
    office: OfficeView
    case: CaseView
    recipient: PartyView
    opponents: tuple[str, ...]
    mediator_phone: str
    materials: tuple[str, ...]
    issued_on: date
    session_at: str | None = None
    session_place: str | None = None


@dataclass(frozen=True, slots=True)
class RefusalNotice(Paper):
    """不予受理通知书: why the case is not taken in, and which ways stay open."""

    TEMPLATE = "refusal-notice"
    office: OfficeView
    case: CaseView
    recipient: PartyView
    opponents: tuple[str, ...]
    reason: str
    articles: tuple[str, ...]
    remedies: tuple[RemedyView, ...]
    issued_on: date
    limitation_until: date | None = None
