"""The places of the rail by name, and where one was when the frame was laid down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.case import Case

TODAY, CASES, CALENDAR, TRAVEL = "today", "cases", "calendar", "travel"
PAYMENTS, REPORTS, OFFICE = "payments", "reports", "office"
PARTED = (TRAVEL, REPORTS, OFFICE)  # pages of several parts


@dataclass(frozen=True)
class OpenedCase:
    """A case that stood open: at which of its pages, and as it was last read, None before it was."""

    case_id: UUID
    page: str
    case: Case | None


@dataclass(frozen=True)
class LaidDown:
    """Where one was when the frame was laid down: the place in front, the page one came from, and the
    cases that were open. ``turned``: the case whose joint view alone is shown until one proves oneself."""

    place: str = ""
    front: str = ""
    cases: tuple[OpenedCase, ...] = ()
    turned: UUID | None = None

    @property
    def wordless(self) -> LaidDown:
        """The same without a word of any case."""
        return replace(self, cases=tuple(replace(one, case=None) for one in self.cases))
