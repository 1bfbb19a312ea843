"""Closed periods: a form's numbers frozen as they were sent upward; later corrections stay corrections."""

from __future__ import annotations

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.reports.forms.filled import FilledForm, FrozenMark
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.services.desk import Desk

ALL = Narrow()


def freeze(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL, *, seen: int = 0) -> Changes:
    """Freeze the numbers of a period that is over; ``result`` is the frozen report. READ_FIGURES over all
    cases, at the office.

    It is never taken back: frozen again, the period gets a further version. ``seen``: the newest version
    that the person knows of, 0 for none; DeskError where a colleague froze one meanwhile.
    """
    raise NotImplementedError


def versions(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL) -> list[FrozenMark]:
    """The frozen versions of a period, oldest first."""
    raise NotImplementedError


def frozen(desk: Desk, mark: FrozenMark) -> FilledForm:
    """A version as it was frozen, with what was corrected since."""
    raise NotImplementedError
