"""How a case ends: its outcome, the return visits, and what must be true before it closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Outcome, Satisfaction, Status, VisitManner, VisitOccasion
from mediation_desk.domain.words import N_, DeskError

SETTLED = frozenset({Outcome.PERFORMED, Outcome.AGREEMENT, Outcome.RECONCILED})
"""The outcomes with which the sides settled: nothing else is told in green."""
STATUS_AFTER = {
    Outcome.REFUSED: Status.REFUSED,
    Outcome.REFERRED: Status.REFERRED,
    Outcome.WITHDRAWN: Status.WITHDRAWN,
}


@dataclass(eq=False, kw_only=True)
class ReturnVisit:
    """The office asked a party afterwards how it went."""

    id: UUID
    case_id: UUID
    visited_on: date
    manner: VisitManner = VisitManner.PHONE
    party_id: UUID | None = None
    performed: bool = True
    satisfaction: Satisfaction = Satisfaction.SATISFIED
    contacted: bool | None = None  # of a work order: whether the office had been in touch; None: not asked
    solved: bool | None = None  # the same: whether the trouble is over
    note: str = ""
    occasion: VisitOccasion | None = None  # why it was made; None: nobody said
    visited_by: str | None = None  # who asked, as they sign the record
    spoken_with: str | None = None  # who answered
    result: str | None = None  # what came of it
    order_id: UUID | None = None  # the work order that it was made for
    connected: bool | None = None  # whether somebody answered the call; None: not noted
    removed_at: datetime | None = None

    @property
    def reached(self) -> bool:
        """Whether somebody answered: a call that nobody did says nothing of performance or satisfaction."""
        return self.connected is not False


Since = tuple[date, date | None, date | None]  # received, accepted, signed


def check_ending(on: date, outcome: Outcome, note: str, owed: Money, *, since: Since, visited: bool) -> None:
    """Refuse an ending that cannot be: dated before what came before it, or of what did not happen."""
    _check_day(on, since)
    signed = since[2] is not None
    if outcome in (Outcome.PERFORMED, Outcome.AGREEMENT) and not signed:
        raise DeskError(N_("There is no signed agreement; choose another outcome."), field="outcome")
    if outcome is Outcome.NO_AGREEMENT and signed:
        raise DeskError(N_("An agreement was signed; choose another outcome."), field="outcome")
    if outcome is Outcome.PERFORMED and owed:
        raise DeskError(N_("{owed} is still outstanding, so the agreement is not performed."),
                        field="outcome", owed=owed)
    if outcome is Outcome.PERFORMED and not visited:
        raise DeskError(N_("Record a return visit before closing a performed case."), field="visits")
    if outcome is Outcome.AGREEMENT and owed and not note.strip():
        raise DeskError(N_("Say why the case closes while {owed} is outstanding."),
                        field="closing_note", owed=owed)


def _check_day(on: date, since: Since) -> None:
    received, accepted, signed = since
    if on < received:
        raise DeskError(N_("The case cannot be closed before it was received."), field="closed_on")
    if accepted and on < accepted:
        raise DeskError(N_("The case cannot be closed before it was accepted."), field="closed_on")
    if signed and on < signed:
        raise DeskError(N_("The case cannot be closed before its agreement was signed."),
                        field="closed_on")
