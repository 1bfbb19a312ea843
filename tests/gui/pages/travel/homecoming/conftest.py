"""A person at the homecoming page of an office on each engine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.day_out import Road, Write, nothing, travelled
from tests.gui.pages.travel.homecoming.hands import Hand
from tests.offices import Office

Going = Callable[..., Road]


@pytest.fixture
def going(office: Office, tmp_path: Path) -> Iterator[Going]:
    """Takes a case of the office's along and back: ``going(on_road, at_office)``."""
    with ExitStack() as stack:
        def go(on_road: Write = nothing, at_office: Write = nothing) -> Road:
            return stack.enter_context(travelled(office.first, tmp_path / "out", office.around, on_road,
                                                 at_office))
        yield go


@pytest.fixture
def sit(qtbot: QtBot, office: Office, tasks: Tasks, memory: Memory) -> Callable[..., Hand]:
    """Sits somebody down at the page: ``sit()``, or ``sit(desk)`` for a colleague."""
    def at(desk: Desk | None = None) -> Hand:
        return Hand(qtbot, desk or office.first, tasks, memory)
    return at
