"""A week of the office in the calendar, at the test's desk."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.gui.pages.calendar.hands import Week


@pytest.fixture
def week(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[Week]:
    """Two cases: the first with a session on Tuesday from nine to half past ten in the first room."""
    made = Week(qtbot, desk, tasks, memory)
    yield made
    tasks.drain()
