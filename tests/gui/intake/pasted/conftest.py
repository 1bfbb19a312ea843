"""A desk's frame on the afternoon of an order, and hands that paste."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import PASTED
from mediation_desk.gui.intake.pasted.page import PastedPage
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.gui.desks import SetClock, settle, show
from tests.gui.intake.pasted.hands import Pasting


@pytest.fixture
def pasting(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, clock: SetClock) -> Iterator[Pasting]:
    """The page, opened from the cases, with nothing in it."""
    clock.set(date(2026, 3, 18), time(15, 0))
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    frame.show_page("cases")
    settle(tasks)
    frame.enter(PASTED)
    settle(tasks)
    page = frame.current()
    assert isinstance(page, PastedPage)
    yield Pasting(qtbot, frame, page, tasks)
    QGuiApplication.clipboard().clear()
    frame.close()
