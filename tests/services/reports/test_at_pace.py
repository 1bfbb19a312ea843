"""Exports begun from a window: told how far they are, and stopped when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import at_pace
from mediation_desk.services.reports.exporting import Written
from mediation_desk.store.pace import Pace, Stopped
from tests.offices import Office


def written(_desk: Desk, what: str, *, pace: Pace) -> Written:
    """An export of two steps."""
    pace.step(1, 2)
    pace.step(2, 2)
    return Written(Path(what), 7)


def test_progress_is_told_step_by_step(office: Office) -> None:
    told: list[Any] = []
    made = at_pace.export(office.first, written, "month.xlsx", cancelled=lambda: False,
                          progress=lambda done, total: told.append((done, total)))
    assert made == Written(Path("month.xlsx"), 7) and told == [(1, 2), (2, 2)]


def test_who_asks_to_stop_is_told_that_nothing_was_written(office: Office) -> None:
    with pytest.raises(Stopped):
        at_pace.export(office.first, written, "month.xlsx", progress=lambda _done, _total: None,
                       cancelled=lambda: True)
