"""What is done so that a debt is paid: calls that were made, promises, reminders that went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class PaymentNote:
    """Somebody was spoken to about a payment.

    ``promised_on`` and ``promised``: the day by which they promised to pay, and how much; None: nothing was
    promised, or no amount was named. ``remind_on``: when the office looks at it again.
    """

    id: UUID
    case_id: UUID
    spoken_on: date
    party_id: UUID | None = None
    spoken_with: str = ""
    text: str = ""
    promised_on: date | None = None
    promised: Money | None = None
    remind_on: date | None = None
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Reminder:
    """A reminder of an instalment (its number) that went out to a party."""

    id: UUID
    case_id: UUID
    instalment: int
    sent_at: datetime
    sent_by: UUID
    manner: ReminderManner
    party_id: UUID | None = None
    text: str = ""
    removed_at: datetime | None = None


def check_note(note: PaymentNote, today: date, outstanding: Money) -> None:
    """Refuse a note that says nothing, or that cannot be. DeskError beside the field."""
    if note.spoken_on > today:
        raise DeskError(N_("That day lies in the future."), field="spoken_on")
    if not note.text and note.promised_on is None:
        raise DeskError(N_("Write what was said, or by which day they promised to pay."), field="text")
    _check_promise(note, outstanding)
    if note.remind_on is not None and note.remind_on < note.spoken_on:
        raise DeskError(N_("That day is before the call."), field="remind_on")


def _check_promise(note: PaymentNote, outstanding: Money) -> None:
    if note.promised_on is None:
        if note.promised is not None:
            raise DeskError(N_("Enter by which day the amount was promised."), field="promised_on")
        return
    if note.promised_on < note.spoken_on:
        raise DeskError(N_("That day is before the call."), field="promised_on")
    if note.promised is not None and note.promised <= ZERO:
        raise DeskError(N_("The amount must be more than zero."), field="promised")
    if note.promised is not None and note.promised > outstanding:
        raise DeskError(N_("Only {most} is still outstanding there."), field="promised", most=outstanding)
