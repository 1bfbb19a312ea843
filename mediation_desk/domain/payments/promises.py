"""What somebody promised to pay, and whether it was kept: from the notes of calls and the payments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.following import PaymentNote
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class PromiseState(Term):
    """What a promise that is not kept yet means for an instalment."""

    OPEN = "open", N_("Promised")
    BROKEN = "broken", N_("Promise broken")


@dataclass(frozen=True)
class Promise:
    """Who spoke of it promised on ``spoken_on`` to pay by ``promised_on``; ``amount`` None: no amount was
    named. ``paid``: what was paid from that day to the promised one, both included."""

    spoken_on: date
    promised_on: date
    amount: Money | None
    paid: Money

    @property
    def is_kept(self) -> bool:
        """Whether the amount that was named was paid by its day. Where none was named, it is kept by
        nothing being left of what was due by then: that is seen instalment by instalment."""
        return self.amount is not None and self.paid >= self.amount

    def state(self, today: date, due_on: date, *, is_first: bool) -> PromiseState | None:
        """What it means on a day for an open instalment owed since ``due_on``.

        It is about what is due by the promised day, or else about the first instalment that is open. Once
        that day has passed it is broken for what was due by then.
        """
        if self.is_kept:
            return None
        if today <= self.promised_on:
            return PromiseState.OPEN if is_first or due_on <= self.promised_on else None
        return PromiseState.BROKEN if due_on <= self.promised_on else None


def latest_promise(notes: Iterable[PaymentNote], payments: Sequence[Payment]) -> Promise | None:
    """The promise made last; an earlier one counts no more. None: nobody promised anything."""
    made = [note for note in notes if note.promised_on and not note.removed_at]
    if not made:
        return None
    last = max(made, key=lambda note: (note.spoken_on, note.id))
    assert last.promised_on is not None
    return Promise(last.spoken_on, last.promised_on, last.promised, total(
        one.amount for one in payments
        if not one.removed_at and last.spoken_on <= one.paid_on <= last.promised_on))


def to_look_at(notes: Iterable[PaymentNote], today: date) -> bool:
    """Whether the last note of a case says that it should be looked at by now."""
    standing = [note for note in notes if not note.removed_at]
    last = max(standing, key=lambda note: (note.spoken_on, note.id), default=None)
    return last is not None and last.remind_on is not None and last.remind_on <= today
