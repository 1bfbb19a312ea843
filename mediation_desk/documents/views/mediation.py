"""What the papers of the mediation may say: the record of a joint session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView, RemedyView


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Who was at a session, and as what (调解员, 法律援助律师, 申请人 ...); ``came``: whether and how a party
    came (本人到场, 未到场, 由某某代理), where that was asked."""

    role: str
    name: str
    organisation: str = ""
    came: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """What one speaker said in a joint session."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class ToldView:
    """Who was told the rights on a day, by whom, and what they answered."""

    day: date
    by: str
    names: str
    answer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request for another mediator; ``granted`` None: not decided."""

    day: date
    who: str
    of_whom: str
    reason: str = ""
    granted: bool | None = None
    decided_on: date | None = None
    decided_by: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class MediationRecord(Paper):
    """调解笔录: a joint session. What a side says alone never comes here."""

    TEMPLATE = "mediation-record"
    office: OfficeView
    case: CaseView
    ordinal: int
    held_on: date
    began: str
    ended: str
    place: str
    manner: str
    attendees: tuple[AttendeeRow, ...]
    signers: tuple[AttendeeRow, ...]
    statements: tuple[StatementView, ...]
    agreed: tuple[str, ...]
    issues: tuple[str, ...]
    proposals: tuple[str, ...]
    result: str
    evidence: tuple[StatementView, ...] = ()
    others: tuple[StatementView, ...] = ()
    told: tuple[ToldView, ...] = ()
    requests: tuple[RequestView, ...] = ()
    minutes: int | None = None
    rights_told: bool | None = None
    change_asked: bool | None = None
    remedies: tuple[RemedyView, ...] = ()
