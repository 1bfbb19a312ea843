"""What is done so that a debt is paid: calls that were made, promises, reminders that went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import ReminderManner


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
