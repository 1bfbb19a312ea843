"""What the invitation to a session may say: one page for each party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView, PartyView


@dataclass(frozen=True, slots=True)
class InvitedView:
    """One party that is invited, whom it will meet ("" for a third party), and what it should bring."""

    party: PartyView
    opponents: str
    brings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invitation(Paper):
    """调解邀请函: when, where and with whom; nothing of what is in dispute but its name."""

    TEMPLATE = "invitation"
    office: OfficeView
    case: CaseView
    invited: tuple[InvitedView, ...]
    held_on: date
    begins: str
    ends: str
    place: str
    manner: str
    alone: bool
    mediator: str
    mediator_phone: str
    issued_on: date
