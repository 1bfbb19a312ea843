"""A page that another led to goes back there, and is made once as long as it is open."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk.places import CASES, TODAY
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.led_page import LedPage, open_led
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle


def test_it_is_made_once_and_leads_back_to_where_one_was_last(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                              tmp_path: Path) -> None:
    frame = DeskFrame(desk, tasks, Memory(tmp_path / "windows.ini"))
    qtbot.addWidget(frame)
    frame.show()
    frame.show_page(TODAY)
    first = open_led(frame, "aside", lambda: LedPage("Aside"))
    frame.show_page(CASES)
    again = open_led(frame, "aside", lambda: LedPage("Aside"))
    assert again is first and frame.current() is first
    first.way_back.click()
    assert frame.front == CASES
    open_led(frame, "aside", lambda: LedPage("Aside"))
    first.over.emit()
    settle(tasks)
    assert frame.front != "aside"
