"""What earlier agreements of a company came to: kept, late, broken, still running; figures alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.money import Money


@dataclass(frozen=True)
class Past:
    """One earlier agreement. ``kept``: every instalment was paid in time, grace included."""

    outstanding: Money
    kept: bool
    last_due_on: date | None


@dataclass(frozen=True)
class Record:
    """How many there were, and what became of them."""

    kept: int = 0
    late: int = 0
    broken: int = 0
    running: int = 0

    @property
    def signed(self) -> int:
        """All of them."""
        return self.kept + self.late + self.broken + self.running


def record_of(past: Iterable[Past], today: date) -> Record:
    """Count them. One on which money is owed is broken once its last day is over, and runs until then."""
    found = Counter(_came_to(one, today) for one in past)
    return Record(found["kept"], found["late"], found["broken"], found["running"])


def _came_to(one: Past, today: date) -> str:
    if one.outstanding:
        return "broken" if one.last_due_on is not None and one.last_due_on < today else "running"
    return "kept" if one.kept else "late"
