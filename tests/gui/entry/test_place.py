"""Where the store is: a folder or a server, refused beside what cannot be."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as FailKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.place import PlaceForm
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.entry import safekeeping
from mediation_desk.services.entry.doors import Whereabouts
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import KEY, fill_office, trouble
from tests.keyrings import OwnKeyring, system_keyring


def test_a_folder_with_an_office_in_it_takes_no_second_one(qtbot: QtBot, entry: EntryWindow,
                                                           founded_office: Path) -> None:
    fill_office(qtbot, entry)
    QTest.keyClick(entry.wizard.numbers.pattern.line, KEY.Key_Return)
    write(qtbot, entry.wizard.place.folder, str(founded_office))
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 2
    assert trouble(entry.wizard.place.folder).startswith("There already is an office here.")


def test_a_path_too_long_for_a_store_is_said_beside_the_folder_at_once(qtbot: QtBot, entry: EntryWindow,
                                                                       tmp_path: Path) -> None:
    """165 Chinese characters, 495 bytes, in names that are each short enough."""
    fill_office(qtbot, entry)
    QTest.keyClick(entry.wizard.numbers.pattern.line, KEY.Key_Return)
    write(qtbot, entry.wizard.place.folder, str(tmp_path.joinpath(*["西宁市城中区劳动争议调解工作室"] * 11)))
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 2
    assert trouble(entry.wizard.place.folder).startswith("This path is too long for a store.")
    assert list(tmp_path.glob("西*")) == []


def test_a_server_is_asked_for_by_its_address(qtbot: QtBot, entry: EntryWindow) -> None:
    fill_office(qtbot, entry)
    QTest.keyClick(entry.wizard.numbers.pattern.line, KEY.Key_Return)
    place = entry.wizard.place
    QTest.mouseClick(place.kind.buttons[1], Qt.MouseButton.LeftButton)
    assert place.server.isVisible() and not place.folder.isVisible()
    write(qtbot, place.server, "server/office")
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert trouble(place.server).startswith("A server's address is written like")


def test_a_folder_that_a_file_stands_in_for_is_said_beside_it(qtbot: QtBot, door: EntryWindow,
                                                              tmp_path: Path) -> None:
    pane = door.sign_in
    (tmp_path / "file").write_text("no folder")
    QTest.mouseClick(pane.elsewhere, Qt.MouseButton.LeftButton)
    write(qtbot, pane.place.folder, str(tmp_path / "file"))
    write(qtbot, pane.login, desks.LOGIN)
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    assert trouble(pane.place.folder).startswith("There is a file of this name.")


def test_a_folder_without_an_office_is_said_beside_it(qtbot: QtBot, door: EntryWindow,
                                                      tmp_path: Path) -> None:
    pane = door.sign_in
    QTest.mouseClick(pane.elsewhere, Qt.MouseButton.LeftButton)
    write(qtbot, pane.place.folder, str(tmp_path / "nowhere"))
    write(qtbot, pane.login, desks.LOGIN)
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(trouble(pane.place.folder)))
    assert trouble(pane.place.folder).startswith("There is no office in this folder.")


@pytest.fixture
def ring() -> Iterator[OwnKeyring]:
    """This computer has a keyring."""
    made = OwnKeyring()
    with system_keyring(made):
        yield made


@pytest.fixture
def form(dressed: QApplication, tasks: Tasks, tmp_path: Path, ring: OwnKeyring) -> Iterator[PlaceForm]:
    made = PlaceForm(Whereabouts(folder=str(tmp_path / "office")), tasks)
    yield made
    tasks.drain()
    made.deleteLater()


def test_each_kind_of_place_asks_only_for_what_it_needs(form: PlaceForm, tmp_path: Path) -> None:
    assert not form.folder.isHidden() and form.server.isHidden() and form.password.isHidden()
    assert form.where() == Whereabouts(folder=str(tmp_path / "office"))
    form.kind.buttons[1].click()
    assert form.folder.isHidden() and form.choose.isHidden() and not form.password.isHidden()
    form.server.set_typed(" postgresql://desk@server/office ")
    form.password.set_typed("its own secret ")
    found = form.where()
    assert (found.server, found.password) == ("postgresql://desk@server/office", "its own secret ")
    assert found.folder == "" and "its own secret" not in found.words


def test_a_trouble_with_the_place_stands_beside_what_is_asked_for(form: PlaceForm) -> None:
    trouble = DeskError("There is no office in this folder.", field="place")
    assert form.show_error(trouble) and form.folder.error() and not form.server.error()
    form.kind.buttons[1].click()
    assert form.show_error(trouble) and form.server.error()
    assert not form.show_error(DeskError("Something else.", field="nowhere"))


@pytest.mark.parametrize("typed", ["", "   "])
def test_no_folder_is_no_place(form: PlaceForm, typed: str) -> None:
    form.folder.set_typed(typed)
    with pytest.raises(DeskError) as told:
        form.where()
    assert told.value.field == "place"


def test_choosing_begins_at_the_nearest_folder_that_exists(form: PlaceForm, tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str) -> str:
        asked.append(start)
        return str(tmp_path / "chosen") if len(asked) > 1 else ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    form.folder.set_typed(str(tmp_path / "not" / "there" / "yet"))
    form.choose.click()
    assert asked == [str(tmp_path)] and form.folder.typed().endswith("yet")  # nothing was chosen
    form.folder.set_typed("x" * 5000)
    form.choose.click()
    assert form.folder.value() == str(tmp_path / "chosen")


# -- the keyring -------------------------------------------------------------------------

SERVER = "postgresql://desk@server/office"


def test_the_password_is_kept_only_where_somebody_ticks_it(form: PlaceForm, tasks: Tasks) -> None:
    form.kind.buttons[1].click()
    tasks.drain()
    assert not form.keep.isHidden() and not form.keep.tick.isChecked()
    assert "the keyring keeps" in form.password._message.text()
    form.server.set_typed(SERVER)
    assert form.where().kept is False
    form.keep.tick.click()
    assert form.where().kept is True


def test_where_there_is_no_keyring_no_tick_is_offered_and_it_is_said_why(
        dressed: QApplication, tasks: Tasks, tmp_path: Path) -> None:
    with system_keyring(FailKeyring()):  # type: ignore[no-untyped-call]
        made = PlaceForm(Whereabouts(server=SERVER, kept=True), tasks)
        tasks.drain()
        assert made.keep.isHidden() and not made.keyring.isHidden()
        assert made.keyring.text().startswith("This computer has no keyring")
        assert made.where().kept is False and "keyring" not in made.password._message.text()
        made.kind.buttons[0].click()
        assert made.keyring.isHidden()
        made.deleteLater()


def test_taking_the_tick_away_forgets_the_password_at_once(form: PlaceForm, tasks: Tasks,
                                                           ring: OwnKeyring) -> None:
    safekeeping.keep(SERVER, "xiang-yu-1978")
    form.show_place(Whereabouts(server=SERVER, kept=True))
    tasks.drain()
    assert form.keep.tick.isChecked()
    form.keep.tick.click()
    tasks.drain()
    assert ring.held == {} and form.where().kept is False
    assert form.keyring.text() == "The keyring holds no password of this server any more."


def test_a_keyring_that_waits_for_its_person_holds_nothing_up(form: PlaceForm, tasks: Tasks, ring: OwnKeyring,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    """Its prompt stands open on another thread; the form is there, and writing goes on."""
    gate = threading.Event()
    monkeypatch.setattr(safekeeping, "_ring", lambda: gate.wait(20))
    clock = time.monotonic()
    form.kind.buttons[1].click()
    form.server.set_typed(SERVER)
    assert form.keep.isHidden(), "nobody knows yet whether there is a keyring"
    assert form.where().server == SERVER and time.monotonic() - clock < 5
    gate.set()
