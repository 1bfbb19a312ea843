"""Coming in on a laptop: a bag, the own password, a new folder; the travel desk opens and is remembered."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.window import LOGIN, STORE, EntryWindow
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.store.pace import Stopped
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import Arrivals, make_entry, trouble
from tests.gui.pages.travel import hands

KEY = Qt.Key


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    return hands.case(desk, "马海龙")


@pytest.fixture
def bag(desk: Desk, case_id: UUID, tmp_path: Path) -> Path:
    """A bag on a stick, packed at the office."""
    (tmp_path / "stick").mkdir()
    return hands.packed(desk, tmp_path / "stick", case_id).path


@pytest.fixture
def arrivals(entry: EntryWindow) -> Iterator[Arrivals]:
    made = Arrivals(entry)
    yield made
    for desk in made.desks:
        desk.store.close()


def come(qtbot: QtBot, entry: EntryWindow, bag: Path, password: str = desks.PASSWORD) -> None:
    """From the first page: the bag, the password, Enter."""
    if entry.stack.currentWidget() is entry.welcome:
        QTest.mouseClick(entry.welcome.open_bag, Qt.MouseButton.LeftButton)
        assert entry.bag_door.bag.line.hasFocus()
    write(qtbot, entry.bag_door.bag, str(bag))
    write(qtbot, entry.bag_door.password, password)
    QTest.keyClick(entry.bag_door.password.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: not entry._tasks.busy)


def test_the_cases_are_there_and_the_place_is_remembered(
        qtbot: QtBot, entry: EntryWindow, arrivals: Arrivals, bag: Path, case_id: UUID, memory: Memory,
        office: Path, tasks: Tasks, around: Surroundings) -> None:
    come(qtbot, entry, bag)
    (desk,) = arrivals.desks
    assert desk.branch is not None and desk.branch.laptop == hands.LAPTOP
    assert reading.case(desk, case_id).case.applicants[0].name == "马海龙"
    folder = office.with_name("travel")
    assert (memory.recall(STORE), memory.recall(LOGIN)) == (str(folder), desks.LOGIN)
    assert entry.bag_door.password.typed() == ""
    again = make_entry(qtbot, tasks, memory, around, office)
    assert again.stack.currentWidget() is again.sign_in and again.sign_in.login.value() == desks.LOGIN


def test_a_wrong_password_is_said_beside_it_and_nothing_is_made(
        qtbot: QtBot, entry: EntryWindow, arrivals: Arrivals, bag: Path, office: Path) -> None:
    come(qtbot, entry, bag, "not the password")
    assert trouble(entry.bag_door.password) != "" and arrivals.desks == []
    assert not office.with_name("travel").exists() and entry.bag_door.enter.isEnabled()
    come(qtbot, entry, bag)
    assert len(arrivals.desks) == 1


def test_a_file_that_is_no_bag_and_a_folder_with_something_in_it_are_refused(
        qtbot: QtBot, entry: EntryWindow, arrivals: Arrivals, bag: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.mdbag"
    other.write_text("Dear office", "utf-8")
    come(qtbot, entry, other)
    assert trouble(entry.bag_door.bag) == "This file is not a bag of this program."
    write(qtbot, entry.bag_door.place, str(bag.parent))
    come(qtbot, entry, bag)
    assert trouble(entry.bag_door.place) == "There already is something in this place. Choose a new folder."
    assert arrivals.desks == []


def test_the_bag_can_be_chosen_and_one_can_turn_back(qtbot: QtBot, entry: EntryWindow, bag: Path,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    QTest.mouseClick(entry.welcome.open_bag, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(bag), ""))
    QTest.mouseClick(entry.bag_door.choose, Qt.MouseButton.LeftButton)
    assert entry.bag_door.bag.value() == str(bag) and entry.bag_door.password.line.hasFocus()
    QTest.mouseClick(entry.bag_door.leave, Qt.MouseButton.LeftButton)
    assert entry.stack.currentWidget() is entry.welcome


def test_what_was_typed_stays_in_another_language_but_the_password(qtbot: QtBot, entry: EntryWindow,
                                                                   bag: Path) -> None:
    QTest.mouseClick(entry.welcome.open_bag, Qt.MouseButton.LeftButton)
    write(qtbot, entry.bag_door.bag, str(bag))
    write(qtbot, entry.bag_door.password, desks.PASSWORD)
    entry.rebuild()
    assert entry.stack.currentWidget() is entry.bag_door
    assert entry.bag_door.bag.typed() == str(bag) and entry.bag_door.password.typed() == ""


def test_closing_the_window_ends_the_opening(qtbot: QtBot, entry: EntryWindow, arrivals: Arrivals, bag: Path,
                                             office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_args: object, cancelled: object, **_given: object) -> object:
        assert callable(cancelled)
        while not cancelled():
            QTest.qWait(1)
        raise Stopped

    monkeypatch.setattr("mediation_desk.services.travel.doors.open_bag", slow)
    QTest.mouseClick(entry.welcome.open_bag, Qt.MouseButton.LeftButton)
    write(qtbot, entry.bag_door.bag, str(bag))
    write(qtbot, entry.bag_door.password, desks.PASSWORD)
    QTest.mouseClick(entry.bag_door.enter, Qt.MouseButton.LeftButton)
    assert entry.bag_door.work.isVisible() and not entry.bag_door.enter.isEnabled()
    entry.close()
    qtbot.waitUntil(lambda: not entry._tasks.busy)
    assert arrivals.desks == [] and not office.with_name("travel").exists()
