"""That each party was told its rights, what it answered, and how a request for another mediator ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class RightsTold:
    """The act of telling one party its rights and duties: its day, who told, and what was answered."""

    id: UUID
    case_id: UUID
    party_id: UUID
    told_on: date
    told_by: str
    answer: RightsAnswer
    session_id: UUID | None = None
    note: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Recusal:
    """A party asks for another mediator; ``granted`` None: not decided yet."""

    id: UUID
    case_id: UUID
    party_id: UUID
    asked_on: date
    of_whom: str
    reason: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    granted: bool | None = None
    decision: str = ""
    removed_at: datetime | None = None


def check_told(told: RightsTold, today: date) -> None:
    """The act has its day, which is not ahead, and somebody who told."""
    if told.told_on > today:
        raise DeskError(N_("That day lies in the future."), field="told_on")
    if not told.told_by.strip():
        raise DeskError(N_("Say who told the rights."), field="told_by")


def untold(told: Iterable[RightsTold], parties: Sequence[Party]) -> list[Party]:
    """The parties who were not told their rights yet."""
    known = {one.party_id for one in told}
    return [party for party in parties if party.id not in known]


def ask(recusal: Recusal, today: date) -> None:
    """A request has its day, and names the mediator whom the party does not want."""
    if recusal.asked_on > today:
        raise DeskError(N_("That day lies in the future."), field="asked_on")
    if not recusal.of_whom.strip():
        raise DeskError(N_("Say which mediator the party does not want."), field="of_whom")


def decide(recusal: Recusal, *, granted: bool, on: date, by: str, why: str, today: date) -> None:
    """Decide on a request, with the reason that stands in the record."""
    if recusal.granted is not None:
        raise DeskError(N_("This request was decided already."), field="decision")
    if on > today:
        raise DeskError(N_("That day lies in the future."), field="decided_on")
    if on < recusal.asked_on:
        raise DeskError(N_("The request cannot be decided before it was made."), field="decided_on")
    if not by.strip():
        raise DeskError(N_("Say who decides."), field="decided_by")
    if not why.strip():
        raise DeskError(N_("Give the reason of the decision."), field="decision")
    recusal.granted, recusal.decided_on = granted, on
    recusal.decided_by, recusal.decision = by.strip(), why.strip()
