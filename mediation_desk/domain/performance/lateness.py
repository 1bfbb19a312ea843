"""What is said of an instalment that is late but within its days of grace, everywhere in the same words."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_desk.domain.words import N_, Sentence, by_count, say


def grace_until(due_on: date, grace_days: int) -> date:
    """The last day on which it may still be paid without consequence."""
    return due_on + timedelta(days=grace_days)


def within_grace(number: int, due_on: date, grace_days: int, today: date) -> Sentence | None:
    """How late the instalment is and until when its grace runs; None: it is not late, or too late."""
    late = (today - due_on).days
    if not 0 < late <= grace_days:
        return None
    text = by_count(N_("Instalment {number} is 1 day late; grace runs until {until}."),
                    N_("Instalment {number} is {count} days late; grace runs until {until}."), late)
    return say(text, number=number, count=late, until=grace_until(due_on, grace_days))
