"""The frame: pages come up when asked for, keys reach the one in front, nothing half typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.tasks import Tasks

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Notes(Page):
    """A page that writes down what it was asked."""

    def __init__(self, title: str, asked: list[str]) -> None:
        super().__init__(title)
        self.asked = asked
        self.form = Form()
        self.name = self.form.add(TextField("Name", name="name"))
        self.name.committed.connect(lambda value: asked.append(f"kept {value}"))
        self.add(self.form)

    def on_changed(self, changes: object) -> None:
        self.asked.append(f"{self.title.text()} changed {changes}")

    def find_here(self) -> None:
        self.asked.append("find")

    def print_page(self) -> None:
        self.asked.append("print")

    def undo(self) -> None:
        self.asked.append("undo")

    def redo(self) -> None:
        self.asked.append("redo")

    def turn(self) -> None:
        self.asked.append("turn")


@pytest.fixture
def asked() -> list[str]:
    """What pages were asked."""
    return []


@pytest.fixture
def frame(qtbot: QtBot, tasks: Tasks, memory: Memory, asked: list[str]) -> Frame:
    """A frame with two pages, on screen."""
    made = Frame(tasks, memory, version="0")
    qtbot.addWidget(made)
    made.register("today", "Today", "sun", lambda: Notes("Today", asked))
    made.register("cases", "Cases", "folders", lambda: Notes("Cases", asked))
    made.show_page("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_page_is_made_when_it_is_first_shown(frame: Frame, qtbot: QtBot) -> None:
    assert frame.page("cases") is None
    QTest.mouseClick(frame.rail.buttons["cases"], Qt.MouseButton.LeftButton)
    assert frame.current() is frame.page("cases")
    assert frame.rail.buttons["cases"].isChecked()
    assert not frame.rail.buttons["today"].isChecked()


def test_only_what_was_registered_stands_on_the_rail(frame: Frame) -> None:
    assert list(frame.rail.buttons) == ["today", "cases"]


@pytest.mark.parametrize(
    ("key", "modifier", "word"),
    [
        (Qt.Key.Key_F, CONTROL, "find"),
        (Qt.Key.Key_P, CONTROL, "print"),
        (Qt.Key.Key_Z, CONTROL, "undo"),
        (Qt.Key.Key_Y, CONTROL, "redo"),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier, "turn"),
    ],
)
def test_keys_reach_the_page_in_front(
    frame: Frame, qtbot: QtBot, asked: list[str], key: Qt.Key, modifier: Qt.KeyboardModifier, word: str
) -> None:
    QTest.keyClick(frame, key, modifier)
    assert asked == [word]


def test_alt_and_a_number_go_along_the_rail_unless_the_page_has_places_of_its_own(
    frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(frame, Qt.Key.Key_2, ALT)
    assert frame.current() is frame.page("cases")
    went: list[int] = []

    def go(number: int) -> bool:
        went.append(number)
        return True

    monkeypatch.setattr(frame.current(), "go", go)
    QTest.keyClick(frame, Qt.Key.Key_1, ALT)
    assert went == [1]
    assert frame.current() is frame.page("cases")


def test_new_and_lock_are_passed_on(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.new_wanted):
        QTest.keyClick(frame, Qt.Key.Key_N, CONTROL)
    with qtbot.waitSignal(frame.lock_wanted):
        QTest.keyClick(frame, Qt.Key.Key_L, CONTROL)
    QTest.keyClick(frame, Qt.Key.Key_K, CONTROL)
    assert frame.palette_box.isVisible()


def test_going_to_another_page_keeps_what_stands_in_the_field(
    frame: Frame, qtbot: QtBot, asked: list[str]
) -> None:
    page = frame.current()
    assert isinstance(page, Notes)
    page.name.setFocus()
    QTest.keyClicks(page.name.line, "Shen")
    QTest.keyClick(frame, Qt.Key.Key_2, ALT)
    assert asked == ["kept Shen"]


def test_a_change_reaches_every_page_that_was_made(frame: Frame, asked: list[str]) -> None:
    frame.changed.emit("one")
    frame.show_page("cases")
    frame.changed.emit("two")
    assert asked == ["Today changed one", "Today changed two", "Cases changed two"]


def test_a_page_that_is_not_on_the_rail_is_opened_once_and_closed(frame: Frame, asked: list[str]) -> None:
    case = frame.open_page("case 1", lambda: Notes("Case", asked))
    assert frame.open_page("case 1", lambda: Notes("Case", asked)) is case
    assert not any(button.isChecked() for button in frame.rail.buttons.values())
    frame.close_page("case 1")
    assert frame.current() is frame.page("today")


def test_a_trouble_nobody_handled_is_said_on_the_page_in_front(frame: Frame, tasks: Tasks) -> None:
    def refuse() -> None:
        raise DeskError("This must be filled in.")

    tasks.run(refuse)
    assert tasks.drain()
    page = frame.current()
    assert page is not None
    assert page.bar.words.text() == "This must be filled in."


def test_a_bug_shows_one_calm_window_and_the_frame_lives_on(frame: Frame, qtbot: QtBot) -> None:
    for _ in range(2):
        frame.show_bug(Bug("KeyError", ("mediation_desk/x.py:1 verb",)))
    windows = frame.findChildren(BugWindow)
    assert len(windows) == 1
    windows[0].accept()
    QTest.keyClick(frame, Qt.Key.Key_2, ALT)
    assert frame.current() is frame.page("cases")


def test_closing_keeps_the_field_and_remembers_the_window(
    frame: Frame, qtbot: QtBot, asked: list[str], tasks: Tasks, memory: Memory
) -> None:
    page = frame.current()
    assert isinstance(page, Notes)
    page.name.setFocus()
    QTest.keyClicks(page.name.line, "Luo")
    frame.resize(1100, 650)
    frame.close()
    assert asked == ["kept Luo"]
    again = Frame(tasks, memory)
    qtbot.addWidget(again)
    assert again.height() == 650  # the screen without a screen is 800 wide, so the width is cut to it


def test_the_status_line_says_who_and_hides_what_is_not_known(frame: Frame) -> None:
    frame.status.show_facts(who="Wang", store="Demonstration desk")
    assert frame.status.who.text() == "Wang"
    assert not frame.status.lock.isHidden()
    assert frame.status.backup.isHidden()


@pytest.mark.parametrize("percent", [75, 100, 150, 200])
def test_a_page_never_scrolls_sideways_on_a_small_screen(
    qapp: QApplication, qtbot: QtBot, tasks: Tasks, memory: Memory, asked: list[str], percent: int
) -> None:
    theme.apply(qapp, theme.Theme(theme.Mode.LIGHT, percent, motion=False))
    frame = Frame(tasks, memory)
    qtbot.addWidget(frame)
    for key in ("one", "two", "three", "four", "five", "six"):
        frame.register(key, "Calendar", "sun", lambda: Notes("Today", asked))
    page = frame.show_page("one")
    frame.resize(1366, 768)
    frame.show()
    assert frame.minimumSizeHint().width() <= 1366
    assert frame.minimumSizeHint().height() <= 768
    inner = page.area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= page.area.viewport().width()
