"""What the papers of the mediation may say: the record of a joint session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView, RemedyView


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Who was at a session, and as what (调解员, 法律援助律师, 申请人 ...)."""

    role: str
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """What one speaker said in a joint session."""

    speaker: str
    text: str


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
    statements: tuple[StatementView, ...]
    agreed: tuple[str, ...]
    issues: tuple[str, ...]
    proposals: tuple[str, ...]
    result: str
    rights_told: bool | None = None
    change_asked: bool | None = None
    remedies: tuple[RemedyView, ...] = ()
