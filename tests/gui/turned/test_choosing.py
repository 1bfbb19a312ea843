"""F11 where there is a second screen asks which of the two; where there is none, nothing is asked."""

from __future__ import annotations

from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned.second_screen import SecondScreen
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle, show
from tests.gui.turned.hands import other_case


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> DeskFrame:
    made = DeskFrame(desk, tasks, memory)
    show(qtbot, made)
    return made


def heard(frame: DeskFrame) -> list[UUID]:
    asked: list[UUID] = []
    frame.turn_wanted.connect(asked.append)
    return asked


def opened(frame: DeskFrame, case_id: UUID) -> CaseWindow:
    window = frame.open_case(case_id)
    assert isinstance(window, CaseWindow)
    settle(frame.tasks)
    return window


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def popped() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(at: int) -> None:
    """Choose an entry; the menu goes, by itself or because another window came up."""
    menu = popped()
    menu.actions()[at].trigger()
    if shiboken6.isValid(menu):
        menu.close()


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """The desk stands on one screen, and there is another."""
    monkeypatch.setattr(SecondScreen, "free", lambda _self: qapp.primaryScreen())


def test_with_one_screen_f11_and_the_button_turn_it_at_once(frame: DeskFrame, case_id: UUID) -> None:
    asked, window = heard(frame), opened(frame, case_id)
    QTest.keyClick(frame, Qt.Key.Key_F11)
    QTest.mouseClick(window.turner, Qt.MouseButton.LeftButton)
    assert asked == [case_id, case_id] and QApplication.activePopupWidget() is None
    frame.close()


@pytest.mark.usefixtures("two_screens")
def test_with_two_it_is_asked_which(frame: DeskFrame, case_id: UUID) -> None:
    asked = heard(frame)
    opened(frame, case_id)
    QTest.keyClick(frame, Qt.Key.Key_F11)
    assert words(popped()) == ["Turn this screen", "Show it on the second screen"]
    choose(0)
    assert asked == [case_id] and frame.second.showing is None
    frame.close()


@pytest.mark.usefixtures("two_screens")
def test_the_second_screen_follows_another_case_only_when_one_says_so(frame: DeskFrame, case_id: UUID,
                                                                      desk: Desk) -> None:
    opened(frame, case_id)
    QTest.keyClick(frame, Qt.Key.Key_F11)
    choose(1)
    other = other_case(desk)
    opened(frame, other)
    assert frame.second.showing == case_id
    QTest.keyClick(frame, Qt.Key.Key_F11)
    assert words(popped()) == ["Turn this screen", "Show this case on the second screen instead",
                               "Take it off the second screen"]
    choose(1)
    assert frame.second.showing == other
    settle(frame.tasks)
    frame.close()
    assert frame.second.showing is None


@pytest.mark.usefixtures("two_screens")
def test_it_is_taken_off_by_ctrl_k_from_any_page(frame: DeskFrame, case_id: UUID) -> None:
    frame.second.show_case(case_id)
    frame.show_page("cases")
    settle(frame.tasks)
    frame._look_around()
    (command,) = [one for one in frame._here if one.text == "Take it off the second screen"]
    command.act()
    assert frame.second.showing is None
    frame._look_around()
    assert not [one for one in frame._here if one.text == "Take it off the second screen"]
    frame.close()


def test_ctrl_k_turns_the_screen_of_the_case_in_front(frame: DeskFrame, case_id: UUID) -> None:
    asked = heard(frame)
    opened(frame, case_id)
    (command,) = [one for one in frame._commands() if one.text == "Turn the screen"]
    command.act()
    assert asked == [case_id]
    frame.close()


def test_on_a_page_without_a_case_f11_says_what_it_is_for(frame: DeskFrame) -> None:
    asked, page = heard(frame), frame.show_page("cases")
    settle(frame.tasks)
    QTest.keyClick(frame, Qt.Key.Key_F11)
    assert "turns the screen toward the parties" in page.bar_in_front().words.text() and asked == []
    frame.close()
