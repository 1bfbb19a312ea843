"""Coming in: setting up an office, signing in, being refused, locking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app import program
from mediation_desk.app.machine import Machine
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.pages.office.page import OfficePage
from mediation_desk.library.words import Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.conftest import LogWatch
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import KEY
from tests.gui.pages.travel import hands

# -- signing in --------------------------------------------------------------------------

# -- the whole program -------------------------------------------------------------------

class TestMachine(Machine):
    """A machine in a test's folder, with cheap keys and a clock that is set."""

    __test__ = False

    def __init__(self, folder: Path, given: Surroundings) -> None:
        super().__init__(folder, folder, given.clock, desks.ZONE)
        self.around = given


@pytest.fixture
def running(qtbot: QtBot, dressed: QApplication, around: Surroundings, settled: Path,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[program.Program]:
    """The program on a machine with an office; its language and look are the tests'."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "en")
    dressed.setQuitOnLastWindowClosed(False)
    made = program.Program(dressed, TestMachine(settled.parent, around))
    made.start()
    assert made.entry is not None
    with qtbot.waitActive(made.entry):
        made.entry.activateWindow()
    yield made
    made.end()
    dressed.setQuitOnLastWindowClosed(True)


def come_in(qtbot: QtBot, running: program.Program) -> None:
    assert running.entry is not None
    pane = running.entry.sign_in
    write(qtbot, pane.login, desks.LOGIN)
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None
    with qtbot.waitActive(running.frame):
        running.frame.activateWindow()


def test_after_signing_in_the_frame_says_who_sits_where(qtbot: QtBot, running: program.Program,
                                                        settled: Path) -> None:
    come_in(qtbot, running)
    frame = running.frame
    assert frame is not None and running.entry is None
    assert (frame.status.who.text(), frame.status.store.text()) == (desks.PERSON, str(settled))
    assert frame.windowTitle() == f"Today · {desks.OFFICE.name} · Mediation Desk"


def test_locking_lets_go_of_the_store_and_coming_back_shows_the_same_page(qtbot: QtBot,
                                                                         running: program.Program) -> None:
    come_in(qtbot, running)
    assert running.frame is not None
    running.frame.show_page("cases")
    QTest.keyClick(running.frame, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running.frame is None and running.entry is not None
    assert running.entry.sign_in.login.value() == desks.LOGIN
    assert running.entry.sign_in.bar.words.text() == "The desk is locked. Everything typed is kept."
    come_in(qtbot, running)
    assert running.frame is not None and running.frame.place() == "cases"


def test_a_recovery_sheet_is_asked_for_until_there_is_one(qtbot: QtBot, running: program.Program) -> None:
    come_in(qtbot, running)
    frame = running.frame
    assert frame is not None
    page = frame.current()
    assert page is not None
    qtbot.waitUntil(lambda: "No recovery sheet" in page.bar.words.text())
    QTest.mouseClick(page.bar.action, Qt.MouseButton.LeftButton)
    office_page = frame.current()
    assert isinstance(office_page, OfficePage)
    assert office_page.key == "sheets"


def test_the_language_changes_while_the_desk_is_open(qtbot: QtBot, running: program.Program,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    class Chinese:
        def gettext(self, text: str) -> str:
            return {"Today": "今日"}.get(text, text)

    words = {"zh_CN": Words("zh_CN", Chinese()), "en": Words("en")}  # type: ignore[arg-type]
    monkeypatch.setattr(Words, "of", lambda code: words[code])
    come_in(qtbot, running)
    old = running.frame
    assert old is not None
    old.chosen.emit("language", "zh_CN")
    qtbot.waitUntil(lambda: running.frame is not old)
    assert running.frame is not None
    assert running.frame.rail.buttons["today"].text() == "今日"
    assert running.memory.recall("language") == "zh_CN"


def test_a_bug_is_told_calmly_and_the_desk_stays_open(qtbot: QtBot, running: program.Program,
                                                      logs: LogWatch) -> None:
    logs.expect("ZeroDivisionError")
    come_in(qtbot, running)
    frame = running.frame
    assert frame is not None
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        running._caught(ZeroDivisionError, error, None)
    assert len(frame.findChildren(BugWindow)) == 1
    assert "ZeroDivisionError" in frame.findChildren(BugWindow)[0].report.toPlainText()
    assert frame.isVisible()


def test_a_bag_opens_a_travel_desk_that_locks_and_opens_like_any_other(
        qtbot: QtBot, running: program.Program, desk: Desk, tmp_path: Path, settled: Path) -> None:
    (tmp_path / "stick").mkdir()
    bag = hands.packed(desk, tmp_path / "stick", hands.case(desk, "马海龙")).path
    assert running.entry is not None
    running.entry.show_bag()
    door = running.entry.bag_door
    write(qtbot, door.bag, str(bag))
    write(qtbot, door.password, desks.PASSWORD)
    QTest.mouseClick(door.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.frame is not None)
    frame = running.frame
    assert frame is not None
    assert frame.status.store.text() == str(settled.with_name("travel"))
    assert frame.status.travel.text().startswith(f"Travel desk of {desks.OFFICE.name}")
    frame.show_page("travel")
    running.lock()
    assert running.entry is not None and running.frame is None
    pane = running.entry.sign_in
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None and running.frame.place() == "travel"
    assert running.frame.desk.branch is not None
