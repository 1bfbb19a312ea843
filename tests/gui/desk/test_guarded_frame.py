"""A frame that watches over itself: what it covers, and that a closed one watches no more."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.idle import Cover
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.gui.desks import show


def test_it_is_covered_once_however_often_one_asks(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                   memory: Memory) -> None:
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    frame.cover()
    frame.cover()
    covers = frame.findChildren(Cover)
    assert len(covers) == 1 and covers[0].geometry() == frame.rect()
    frame.close()


def test_the_line_beneath_says_who_sits_here(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    assert desk.who.name in frame.status.who.text()
    frame.close()
    assert frame.idle.left_ms < 0
