"""Every window opens within its screen, frame and all, on the screens that offices have."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.password_form import LentPassword
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.frame import LEAST_SIZE, Frame
from mediation_desk.gui.kit import screen
from mediation_desk.gui.kit.help import HelpWindow
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.entry.hands import make_entry

SCREENS = {"1366 x 768": QRect(0, 0, 1366, 728), "1920 x 1080 at 150 %": QRect(0, 0, 1280, 680),
           "1280 x 720, taskbar at the left": QRect(62, 0, 1218, 720)}
TITLE_BAR = QSize(2, 38)  # and edges; there is no window manager here, so that room is left for one


@pytest.fixture(params=SCREENS, ids=list(SCREENS))
def room(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, dressed: QApplication) -> QRect:
    """What a taskbar of forty pixels leaves of the screen."""
    left: QRect = SCREENS[request.param]
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(left))
    return left


@pytest.fixture
def windows(tasks: Tasks, memory: Memory, around: Surroundings, tmp_path: Path, desk: Desk,
            qtbot: QtBot) -> dict[str, Callable[[], QWidget]]:
    def wizard() -> EntryWindow:
        made = make_entry(qtbot, tasks, memory, around, tmp_path / "office")
        made.show_wizard()
        return made

    def elsewhere() -> EntryWindow:
        made = make_entry(qtbot, tasks, memory, around, tmp_path / "office")
        made.show_sign_in()
        made.sign_in.ask_place()
        return made

    return {"frame": lambda: Frame(tasks, memory), "wizard": wizard, "sign-in with its place": elsewhere,
            "lent password": lambda: LentPassword(desk, tasks), "bug": lambda: BugWindow("x\n" * 40),
            "help": lambda: HelpWindow("Intake", "What intake is for. " * 60)}


@pytest.mark.parametrize("name", ["frame", "wizard", "sign-in with its place", "lent password", "bug",
                                  "help"])
def test_a_window_opens_within_the_screen_with_its_frame(
        qtbot: QtBot, room: QRect, windows: dict[str, Callable[[], QWidget]], name: str) -> None:
    window = windows[name]()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isVisible)
    QApplication.processEvents()
    assert room.contains(window.frameGeometry()), (window.frameGeometry(), room)
    assert (window.size() + TITLE_BAR).boundedTo(room.size()) == window.size() + TITLE_BAR
    assert window.minimumSizeHint().width() <= room.width()


def test_the_frame_takes_its_usual_size_where_there_is_room(qtbot: QtBot, tasks: Tasks, memory: Memory,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1920, 1040))
    frame = Frame(tasks, memory)
    qtbot.addWidget(frame)
    assert frame.size() == QSize(1366, 768)


def test_a_window_left_on_a_larger_screen_comes_back_within_this_one(
        qtbot: QtBot, tasks: Tasks, memory: Memory, room: QRect) -> None:
    left = Frame(tasks, memory)
    left.resize(1900, 1000)
    memory.keep_window("frame", left)
    frame = Frame(tasks, memory)
    qtbot.addWidget(frame)
    frame.show()
    frame.resize(1900, 1000)
    frame.move(QPoint(900, 500))
    qtbot.waitUntil(lambda: room.contains(frame.frameGeometry()))


def test_what_fits_or_fills_the_screen_is_left_alone(qtbot: QtBot, room: QRect) -> None:
    small, filling = QWidget(), QWidget()
    for window in (small, filling):
        qtbot.addWidget(window)
        screen.keep_on_screen(window)
    small.setGeometry(200, 150, 300, 200)
    small.show()
    filling.setWindowState(Qt.WindowState.WindowMaximized)
    filling.show()
    QApplication.processEvents()
    assert small.geometry() == QRect(200, 150, 300, 200)
    assert filling.windowState() & Qt.WindowState.WindowMaximized


@pytest.mark.parametrize("percent", [150, 200])
def test_with_large_type_too_nothing_reaches_beyond_the_screen(
        qtbot: QtBot, room: QRect, dressed: QApplication, tasks: Tasks, memory: Memory, around: Surroundings,
        tmp_path: Path, percent: int) -> None:
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, percent, motion=False))
    try:
        entry = make_entry(qtbot, tasks, memory, around, tmp_path / "office")
        entry.show_wizard()
        QApplication.processEvents()
        assert room.contains(entry.frameGeometry())
    finally:
        theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, motion=False))


def test_on_a_screen_with_less_room_than_the_frame_wishes_for_it_fits_all_the_same(
        qtbot: QtBot, tasks: Tasks, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """1920 by 1080 at 200 % with a taskbar: 960 by 500."""
    little = QRect(0, 0, 960, 500)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(little))
    frame = Frame(tasks, memory)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitUntil(lambda: little.contains(frame.frameGeometry()))


def test_the_least_size_of_the_frame_fits_the_smallest_of_these_screens() -> None:
    smallest = min((one.size() for one in SCREENS.values()), key=lambda size: size.height())
    assert LEAST_SIZE[0] + 16 <= smallest.width() and LEAST_SIZE[1] + 48 <= smallest.height()
