"""The joint view on a second screen: there is always that and nothing else, and it never moves by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.idle import put_away_others
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned.second_screen import JointWindow, SecondScreen
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case.mediation.hands import words_on_screen
from tests.gui.desks import settle, show
from tests.gui.turned.hands import alone, forbidden, gone, other_case

HERE = Path(__file__).parent
SCREENS = {"synchronousWindowSystemEvents": True, "screens": [
    {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96,
     "dpr": 1},
    {"name": "parties", "x": 1366, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96,
     "logicalBaseDpi": 96, "dpr": 1}]}


class Away(DeskFrame):
    """A desk that stands on another screen than the only one of the tests."""

    here: object = None

    def screen(self) -> QScreen:
        """Not the primary one."""
        return self.here  # type: ignore[return-value]


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Away:
    made = Away(desk, tasks, memory)
    show(qtbot, made)
    return made


def joint(frame: DeskFrame, case_id: UUID) -> JointWindow:
    frame.second.show_case(case_id)
    settle(frame.tasks)
    assert frame.second.window is not None
    return frame.second.window


def test_on_two_screens_it_fills_the_second_alone_and_goes_when_that_is_unplugged(tmp_path: Path) -> None:
    """In a process of its own, on a platform with two screens."""
    (tmp_path / "screens.json").write_text(json.dumps(SCREENS), "utf-8")
    around = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
              "PYTHONPATH": str(HERE.parents[2])}
    run = subprocess.run([sys.executable, str(HERE / "two_screens.py")], env=around, capture_output=True,
                         text=True, timeout=60, check=True)
    assert json.loads(run.stdout.splitlines()[-1]) == {
        "screens": 2, "own": "desk", "on": "parties", "fills": True, "apart": True, "shown": True,
        "active": False, "there": ["JointWindow"], "after": ["QWidget"]}


def test_a_private_area_open_at_the_desk_is_not_told_there(frame: Away, case_id: UUID, desk: Desk) -> None:
    page, window = alone(frame, case_id), joint(frame, case_id)
    assert page.private.shown
    secret = forbidden(desk)
    assert any(word in words_on_screen(frame) for word in secret), "or the test sees nothing"
    told = words_on_screen(window) + window.windowTitle()
    assert [word for word in secret if word in told] == [] and "30,264.00 yuan" in told
    frame.close()


def test_what_comes_up_at_the_desk_never_comes_up_there(frame: Away, case_id: UUID) -> None:
    window = joint(frame, case_id)
    before = words_on_screen(window)
    frame.open_case(other_case(frame.desk))
    settle(frame.tasks)
    frame.palette_box.open()
    frame.show_page("cases").bar_in_front().notice("a notice")
    settle(frame.tasks)
    assert words_on_screen(window) == before
    assert not [one for one in window.findChildren(QWidget) if one.isWindow() or one.toolTip()]
    frame.close()


def test_it_takes_neither_the_keyboard_nor_a_click(frame: Away, case_id: UUID) -> None:
    window = joint(frame, case_id)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Tab):
        QTest.keyClick(window, key)
    assert frame.second.window is window and window.isVisible()
    frame.close()


def test_what_is_released_at_the_desk_stands_there_at_once(frame: Away, case_id: UUID, desk: Desk) -> None:
    window = joint(frame, case_id)
    kept = caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("31500"), 2).result
    assert kept
    frame.changed.emit(Changes(cases=frozenset({case_id})))
    settle(frame.tasks)
    assert "31,500.00" not in words_on_screen(window)
    frame.changed.emit(caucus.release(desk, case_id, kept))
    settle(frame.tasks)
    gone()
    assert "31,500.00 yuan" in words_on_screen(window)
    frame.close()


def test_an_unplugged_screen_closes_it_and_the_desk_is_told(frame: Away, case_id: UUID,
                                                            qapp: QApplication) -> None:
    joint(frame, case_id)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    page = frame.current() or frame.show_page("today")
    settle(frame.tasks)
    assert frame.second.window is None and frame.isVisible()
    assert page is not None
    frame.close()


def test_when_the_desks_own_screen_goes_the_desk_is_locked_before_it_comes_up_elsewhere(
        qtbot: QtBot, frame: Away, case_id: UUID) -> None:
    joint(frame, case_id)
    with qtbot.waitSignal(frame.lock_wanted):
        frame.second.screen_gone(frame.screen())
    assert frame.second.window is None
    frame.close()


def test_a_third_screen_that_goes_changes_nothing(frame: Away, case_id: UUID) -> None:
    window = joint(frame, case_id)
    frame.second.screen_gone(object())  # type: ignore[arg-type]
    assert frame.second.window is window
    frame.close()


def test_a_desk_that_is_moved_onto_it_is_locked(qtbot: QtBot, frame: Away, case_id: UUID,
                                                qapp: QApplication) -> None:
    joint(frame, case_id)
    with qtbot.waitSignal(frame.lock_wanted):
        frame.second.desk_moved(qapp.primaryScreen())
    frame.close()


@pytest.mark.parametrize("way", ["lock", "cover", "lay down", "close"])
def test_nothing_stays_there_when_the_desk_goes(frame: Away, case_id: UUID, way: str) -> None:
    joint(frame, case_id)
    {"lock": frame.lock_away, "cover": lambda: put_away_others(frame), "lay down": frame.lay_down,
     "close": frame.close}[way]()
    gone()
    assert frame.second.window is None
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, JointWindow)]
    frame.close()


def test_where_there_is_no_second_screen_nothing_is_shown(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                          case_id: UUID) -> None:
    window = QWidget()
    show(qtbot, window)
    second = SecondScreen(desk, tasks, window)
    assert second.free() is None
    second.show_case(case_id)
    assert second.window is None
