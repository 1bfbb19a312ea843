"""What the frame tells of itself once one has sat down."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk, KeyRenewed
from tests.gui.desks import settle, show


def test_a_missing_recovery_sheet_is_told_of_with_the_way_to_print_it(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    page = frame.show_page("today")
    settle(tasks)
    frame.remind_of_recovery_sheet()
    assert "No recovery sheet" in page.bar_in_front().words.text()
    frame.show_sheets()
    settle(tasks)
    assert frame.place() == "office:sheets"
    frame.close()


def test_keys_that_open_nothing_any_more_lead_to_the_sign_in(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                             memory: Memory) -> None:
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    page = frame.show_page("today")
    settle(tasks)
    tasks.refused.emit(KeyRenewed())
    with qtbot.waitSignal(frame.sign_in_wanted):
        page.bar_in_front().action.click()
    frame.close()
