"""The turned screen: the whole desk is gone behind it, nothing but the joint view is told anywhere, and only
the password or the PIN leads back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.app.program import Program
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.kit import clearing
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned.window import TurnedWindow
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.mediation import caucus, meeting
from tests.conftest import LogWatch
from tests.gui import desks
from tests.gui.case.walks import Walked
from tests.gui.desks import settle, write
from tests.gui.turned import hands
from tests.gui.turned.hands import PIN, everything, forbidden, frames, gone, prove, turned, visible
from tests.services.mediation.planted import CANARIES

CONTROL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                       Qt.KeyboardModifier.ShiftModifier)


# -- nothing private is anywhere ----------------------------------------------------------

def test_the_desk_is_unmade_and_no_word_said_alone_is_left_anywhere(
        qtbot: QtBot, running: Program, case_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clearing, "ours", lambda mode: mode is QClipboard.Mode.Clipboard)
    frame = hands.seated(qtbot, running)
    page = hands.alone(frame, case_id)
    column = page.private.side(Side.APPLICANT)
    assert column is not None
    write(qtbot, column.note_form.field("note"), hands.DRAFT)  # type: ignore[arg-type]
    frame.palette_box.open()
    before = everything()
    secret = forbidden(frame.desk)
    assert all(word in before for word in (secret[0], hands.DRAFT)), "or the test sees nothing"
    QGuiApplication.clipboard().setText(secret[0])
    window = hands.press_f11(qtbot, running)
    assert frames() == [] and visible() == [window]
    told = everything()
    assert [word for word in secret if word in told] == []
    assert "30,264.00 yuan" in told and "西宁云上湟水文化传媒有限公司" in told


def test_the_window_is_called_after_the_office_alone(qtbot: QtBot, running: Program, case_id: UUID) -> None:
    window = turned(qtbot, running, case_id)
    assert window.windowTitle() == desks.OFFICE.name
    assert [one.toolTip() for one in window.findChildren(QWidget) if one.toolTip()] == []


def test_nothing_of_it_can_be_marked_or_copied(qtbot: QtBot, running: Program, case_id: UUID) -> None:
    window = turned(qtbot, running, case_id)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(window, key, CONTROL)
    assert QGuiApplication.clipboard().text() == ""


def test_the_picture_is_the_same_as_of_a_case_in_which_nobody_said_anything_alone(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID, bare: Walked, tmp_path: Path,
        around: Surroundings) -> None:
    """Not a spot of it comes from what is sealed, or from another case."""
    with desks.copied_desk(bare.folder, tmp_path / "bare", around) as other:
        pictures = []
        for one in (desk, other):
            window = TurnedWindow(one, tasks, memory, case_id)
            window.resize(1366, 768)
            window.show()
            settle(tasks)
            pictures.append(window.grab().toImage())
            window.finish()
            gone()
    assert pictures[0] == pictures[1] and pictures[0].width() >= 1366


# -- the way back ---------------------------------------------------------------------------

@pytest.mark.parametrize("secret", [PIN, desks.PASSWORD])
def test_the_pin_or_the_password_leads_back_to_where_one_was(qtbot: QtBot, running: Program, case_id: UUID,
                                                             secret: str) -> None:
    prove(qtbot, turned(qtbot, running, case_id), secret)
    qtbot.waitUntil(lambda: running.frame is not None)
    frame = running.frame
    assert frame is not None
    settle(running.tasks)
    gone()
    assert frame.place() == f"case:{case_id}" and len(frame.open_cases()) == 2
    assert running.turning.window is None and visible() == [frame]
    page = frame.current()
    assert isinstance(page, CaseWindow) and page.key == "mediation"


def test_a_wrong_secret_leads_nowhere_and_the_pause_grows(qtbot: QtBot, running: Program,
                                                          case_id: UUID, clock: desks.SetClock) -> None:
    window = turned(qtbot, running, case_id)
    for _ in range(3):
        prove(qtbot, window, "604918")
        settle(running.tasks)
        assert "neither your password nor your PIN" in window.leaving.proof.error()
    prove(qtbot, window, PIN)
    settle(running.tasks)
    assert "Too many wrong" in window.leaving.proof.error() and running.frame is None
    clock.now += timedelta(seconds=5)
    prove(qtbot, window, PIN)
    qtbot.waitUntil(lambda: running.frame is not None)


def test_escape_asks_and_escape_again_stays(qtbot: QtBot, running: Program, case_id: UUID) -> None:
    window = turned(qtbot, running, case_id)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.leaving.isVisible()
    QTest.keyClicks(window.leaving.proof.line, "half a pass")
    QTest.keyClick(window.leaving.proof.line, Qt.Key.Key_Escape)
    assert not window.leaving.isVisible() and window.leaving.proof.line.text() == ""
    assert running.frame is None and visible() == [window]


# -- nothing else leads anywhere -----------------------------------------------------------

MODIFIERS = st.sampled_from([hands.NOTHING, CONTROL, ALT, SHIFT, CONTROL | SHIFT, CONTROL | ALT])
KEYS = st.sampled_from([key for key in Qt.Key if 0x20 <= key.value < 0x7f or
                        0x01000000 <= key.value <= 0x0100003b])
LOCKS = (Qt.Key.Key_L, CONTROL)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(presses=st.lists(st.tuples(KEYS, MODIFIERS), min_size=10, max_size=40))
def test_whatever_keys_are_pressed_the_desk_does_not_come_back(
        qtbot: QtBot, running: Program, case_id: UUID, presses: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    window = running.turning.window or turned(qtbot, running, case_id)
    for key, modifier in presses:
        if (key, modifier) != LOCKS:
            QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(running.tasks)
    assert running.frame is None and frames() == [] and visible() == [window]


@pytest.mark.parametrize(("key", "modifier"), [
    (Qt.Key.Key_K, CONTROL), (Qt.Key.Key_N, CONTROL), (Qt.Key.Key_W, CONTROL), (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_P, CONTROL), (Qt.Key.Key_F, CONTROL), (Qt.Key.Key_1, ALT), (Qt.Key.Key_7, ALT),
    (Qt.Key.Key_F1, hands.NOTHING), (Qt.Key.Key_Tab, CONTROL), (Qt.Key.Key_Menu, hands.NOTHING)])
def test_no_key_of_the_desk_works(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID,
                                  key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    window = shown(qtbot, desk, tasks, memory, case_id)
    QTest.keyClick(window, key, modifier)
    settle(tasks)
    assert visible() == [window] and not window.leaving.isVisible()
    window.finish()


def shown(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID) -> TurnedWindow:
    """The window by itself."""
    window = TurnedWindow(desk, tasks, memory, case_id)
    desks.bring_forward(window)
    settle(tasks)
    return window


def test_a_second_start_of_the_program_brings_the_turned_screen_forward_and_not_the_desk(
        qtbot: QtBot, running: Program, case_id: UUID) -> None:
    window = turned(qtbot, running, case_id)
    running.come_forward()
    assert visible() == [window] and frames() == []


def test_what_goes_wrong_meanwhile_is_told_at_the_desk(qtbot: QtBot, running: Program, case_id: UUID,
                                                       logs: LogWatch) -> None:
    logs.expect("ZeroDivisionError")
    window = turned(qtbot, running, case_id)
    running._caught(ZeroDivisionError, ZeroDivisionError("马晓岚"), None)
    running.tasks.read(lambda: 1 // 0)
    settle(running.tasks)
    assert visible() == [window]
    prove(qtbot, window, PIN)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None
    (told,) = running.frame.findChildren(BugWindow)
    told.close()


# -- locking --------------------------------------------------------------------------------

@pytest.mark.parametrize("way", ["idle", "Ctrl+L", "close"])
def test_the_lock_leads_back_to_the_turned_screen_and_not_to_the_desk(qtbot: QtBot, running: Program,
                                                                      case_id: UUID, way: str) -> None:
    window = turned(qtbot, running, case_id)
    {"idle": window.idle.idle.emit, "Ctrl+L": lambda: QTest.keyClick(window, *LOCKS),
     "close": window.close}[way]()
    gone()
    assert running.entry is not None and visible() == [running.entry]
    assert [word for word in forbidden_words() if word in everything()] == []
    hands.come_in(qtbot, running)
    again = running.turning.window
    assert again is not None and running.frame is None and frames() == []
    prove(qtbot, again, PIN)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None and running.frame.place() == f"case:{case_id}"


def forbidden_words() -> list[str]:
    return [*CANARIES, hands.OTHERS]


# -- live ------------------------------------------------------------------------------------

def test_what_is_released_while_it_stands_comes_up_by_itself(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                             memory: Memory, case_id: UUID) -> None:
    window = shown(qtbot, desk, tasks, memory, case_id)
    kept = caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("31500"), 2).result
    assert kept
    window.reader.read()
    settle(tasks)
    assert "31,500.00" not in everything()
    window.reader.follow(caucus.release(desk, case_id, kept))
    settle(tasks)
    assert "31,500.00 yuan" in everything()
    window.finish()


def test_a_change_in_another_case_reads_nothing(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory,
                                                case_id: UUID) -> None:
    window = shown(qtbot, desk, tasks, memory, case_id)
    meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("31500"))
    window.reader.follow(Changes(cases=frozenset({hands.other_case(desk)})))
    settle(tasks)
    assert "31,500.00" not in everything()
    window.finish()
