"""One running program: what was chosen is kept, what breaks is told calmly, and all is let go of in order."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app.machine import CHINA, Machine
from mediation_desk.app.program import LANGUAGE, MODE, PERCENT, Program
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import LEAST_PERCENT, MOST_PERCENT, Mode, Theme
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.sole import SoleDesk
from mediation_desk.library.words import Words
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.instance import Instance
from mediation_desk.store.store import Store
from tests.conftest import LogWatch
from tests.offices import CHEAP, Clock, copied, embedded_place


class CheapMachine(Machine):
    """A machine in a test's folder, with cheap keys."""

    def __init__(self, folder: Path, library: Library) -> None:
        super().__init__(folder, folder, Clock(), CHINA)
        self.around = Surroundings(self.clock, CHINA, folder / "notes", library, CHEAP)


@pytest.fixture
def machine(tmp_path: Path, library_shelf: Library) -> CheapMachine:
    return CheapMachine(tmp_path, library_shelf)


@pytest.fixture
def running(qapp: QApplication, machine: CheapMachine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(kit_words, "system_language", lambda: "en")
    qapp.setQuitOnLastWindowClosed(False)
    made = Program(qapp, machine)
    yield made
    made.end()
    kit_words.install(qapp, Words.of("en"))
    theme.apply(qapp, Theme())
    qapp.setQuitOnLastWindowClosed(True)


def look() -> tuple[str, int]:
    return theme.look().theme.mode.value, theme.look().theme.percent


@pytest.mark.parametrize("kept", ["", "ordinary", "-5", "100.5", "１２５"])
def test_a_text_size_that_is_none_does_not_keep_the_program_from_beginning(
        kept: str, running: Program) -> None:
    """The file of habits is a person's own: whatever stands there, the desk opens."""
    running.memory.keep(PERCENT, kept)
    running.memory.keep(MODE, "sepia")
    running.dress()
    assert look()[1] == (125 if kept == "１２５" else 100) and look()[0] == Mode.SYSTEM.value


@pytest.mark.parametrize(("kept", "percent"), [("0", LEAST_PERCENT), ("150", 150), ("100000", MOST_PERCENT)])
def test_a_text_size_stays_within_what_can_be_read(kept: str, percent: int, running: Program) -> None:
    running.memory.keep(PERCENT, kept)
    running.dress()
    assert look()[1] == percent


def test_it_speaks_the_chosen_language_else_the_systems(running: Program) -> None:
    for code, title in (("zh_CN", "调解"), ("", "Mediation Desk"), ("xx_YY", "Mediation Desk")):
        running.speak(code)
        assert title in QApplication.applicationDisplayName()


def test_a_language_whose_catalogue_is_gone_is_spoken_in_english(running: Program, logs: LogWatch,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(code: str) -> Words:
        raise DeskError("gone")

    logs.expect("catalogue of zh_CN is missing")
    with monkeypatch.context() as missing:
        missing.setattr(Words, "of", gone)
        running.speak("zh_CN")
    assert kit_words.words().code == "en"


def test_what_a_person_chose_is_kept_for_the_next_time(running: Program, machine: CheapMachine,
                                                       qapp: QApplication) -> None:
    running._chosen(MODE, Mode.DARK.value)
    running._chosen(PERCENT, "+25")
    running._chosen(LANGUAGE, "zh_CN")
    running.memory.write()
    assert look() == ("dark", 100), "the windows are made anew for a size; there are none yet"
    again = Program(qapp, machine)
    assert look() == ("dark", 125) and kit_words.words().code == "zh_CN"
    again.end()


@pytest.mark.parametrize(("steps", "percent"), [(["+10"] * 30, MOST_PERCENT), (["-10"] * 30, LEAST_PERCENT)])
def test_larger_and_smaller_end_where_nobody_could_read_on(steps: list[str], percent: int,
                                                           running: Program) -> None:
    for step in steps:
        running._chosen(PERCENT, step)
        running.dress()
    assert look()[1] == percent


def test_where_no_office_is_the_way_in_is_shown_and_comes_forward(qtbot: QtBot, running: Program) -> None:
    assert running.start() and running.entry is not None and running.entry.isVisible()
    running.entry.showMinimized()
    running.come_forward()
    assert not running.entry.isMinimized()


def test_a_second_program_at_the_same_office_calls_the_first_and_ends(
        qtbot: QtBot, running: Program, machine: CheapMachine) -> None:
    folder = machine.threshold().office
    folder.mkdir()
    first = SoleDesk(folder)
    assert first.take()
    qtbot.waitUntil(lambda: first._server is not None)
    assert running.start() is False and running.entry is None
    first.release()
    assert running.start() is True


def test_a_desk_whose_store_is_open_elsewhere_is_closed_again_and_that_is_said(
        qtbot: QtBot, running: Program, founded_folder: Path, tmp_path: Path, library_shelf: Library,
        monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(founded_folder, tmp_path / "elsewhere" / "office")
    closed: list[Store] = []
    close = Store.close

    def noted(store: Store) -> None:
        closed.append(store)
        close(store)

    monkeypatch.setattr(Store, "close", noted)
    with copied(embedded_place(tmp_path / "elsewhere"), tmp_path / "notes", library_shelf) as office:
        holder = Instance(tmp_path / "elsewhere" / "office")
        assert holder.take()
        running.start()
        running.sit_down(office.first, None)
        assert running.frame is None and closed == [office.first.store] and running.entry is not None
        assert "open in another window" in running.entry.sign_in.bar.words.text()
        holder.release()


def test_a_bug_before_anybody_came_in_is_told_once_and_nothing_ends(qtbot: QtBot, running: Program,
                                                                    logs: LogWatch) -> None:
    logs.expect("ZeroDivisionError")
    running.start()
    assert running.entry is not None
    for _ in range(3):
        running._caught(ZeroDivisionError, ZeroDivisionError("马晓岚"), None)
    windows = running.entry.findChildren(BugWindow)
    assert len(windows) == 1 and running.entry.isVisible()
    assert "ZeroDivisionError" in windows[0].report.toPlainText()
    assert "马晓岚" not in windows[0].report.toPlainText(), "what a bug was about stays here"


def test_a_bug_of_any_thread_is_caught_and_reaches_the_window(qtbot: QtBot, running: Program,
                                                              logs: LogWatch,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    logs.expect("KeyError")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    running.start()
    running.catch()

    def fail() -> None:
        raise KeyError("x")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    entry = running.entry
    assert entry is not None
    qtbot.waitUntil(lambda: bool(entry.findChildren(BugWindow)))


def test_ctrl_c_at_the_terminal_ends_the_program_and_is_no_bug(running: Program, qapp: QApplication,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(running._app, "quit", lambda: ended.append(True))
    running._caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [True]
