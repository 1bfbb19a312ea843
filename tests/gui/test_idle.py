"""An unattended screen: covered at once, locked, and everything typed is there again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.app import program
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.gui import idle
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.entry.password_form import LentPassword
from mediation_desk.gui.idle import Cover, IdleWatch, idle_minutes
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.test_window import TestMachine

LENT = "lent 12 words"


# -- watching ----------------------------------------------------------------------------

def test_after_ten_minutes_without_a_touch_the_desk_is_idle(qtbot: QtBot, dressed: QApplication,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is a millisecond here."""
    monkeypatch.setattr(idle, "MINUTE_MS", 1)
    watch = IdleWatch(10)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        pass


@pytest.mark.parametrize("touch", ["key", "move", "press"])
def test_every_touch_begins_the_time_anew(qtbot: QtBot, dressed: QApplication, touch: str,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is a tenth of a second here."""
    monkeypatch.setattr(idle, "MINUTE_MS", 100)
    window = QWidget()
    desks.show(qtbot, window)
    watch = IdleWatch(10)
    acts = {"key": lambda: QTest.keyClick(window, Qt.Key.Key_A),
            "move": lambda: QTest.mouseMove(window, window.rect().center()),
            "press": lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton)}
    QTest.qWait(250)
    assert watch.left_ms < 850
    acts[touch]()
    assert watch.left_ms > 900
    watch.set_minutes(0)


def test_words_of_an_input_method_are_a_touch(qtbot: QtBot, dressed: QApplication) -> None:
    """They come from no key: only what has the focus hears of them."""
    window = QWidget()
    line = QLineEdit(window)
    desks.show(qtbot, window)
    touched: list[bool] = []
    watch = IdleWatch(10)
    watch.touched.connect(lambda: touched.append(True))
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("ni", []))
    assert touched
    watch.set_minutes(0)


def test_in_a_second_window_and_in_a_list_that_drops_down_it_counts_too(qtbot: QtBot,
                                                                        dressed: QApplication) -> None:
    first, second = QWidget(), QWidget()
    desks.show(qtbot, first)
    watch, touched = IdleWatch(10), list[bool]()
    watch.touched.connect(lambda: touched.append(True))
    desks.show(qtbot, second)
    QTest.keyClick(second, Qt.Key.Key_A)
    combo = QComboBox(second)
    combo.addItems(["WeChat", "Alipay"])
    combo.show()
    count = len(touched)
    assert count
    combo.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is combo.view().window().windowHandle())
    front = QApplication.focusWindow()
    assert front is not None
    QTest.keyClick(front, Qt.Key.Key_Down)
    assert len(touched) > count
    combo.hidePopup()
    watch.set_minutes(0)


def test_it_is_not_asked_about_what_no_person_did(qtbot: QtBot, dressed: QApplication,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred widgets made and laid out are thousands of events, and none of them comes by."""
    window, line, area, inner = QWidget(), QLineEdit("what has the focus"), QScrollArea(), QWidget()
    whole, column = QVBoxLayout(window), QVBoxLayout(inner)
    whole.addWidget(line)
    whole.addWidget(area)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    desks.show(qtbot, window)
    line.setFocus()
    asked: list[QEvent.Type] = []

    class Asked(IdleWatch):
        """Notes what it is asked about."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            asked.append(event.type())
            return super().eventFilter(watched, event)

    watch = Asked(10)
    asked.clear()
    for number in range(500):
        column.addWidget(QLineEdit(str(number)))
    QTest.qWait(1)
    assert len(asked) < 60
    watch.set_minutes(0)


def test_zero_minutes_never_lock_and_nothing_is_swallowed(qtbot: QtBot, dressed: QApplication) -> None:
    watch = IdleWatch(0)
    assert watch.left_ms < 0
    assert watch.eventFilter(watch, QEvent(QEvent.Type.KeyPress)) is False
    assert watch.left_ms < 0


class Wall:
    """A clock on the wall that a test turns on, as a night's sleep does."""

    def __init__(self) -> None:
        self.now = 1_732_500_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, hours: float) -> None:
        self.now += hours * 3600


@pytest.mark.parametrize("touch", ["key", "move", "press"])
def test_after_eight_hours_of_sleep_the_first_touch_locks_and_does_nothing_else(
        qtbot: QtBot, dressed: QApplication, touch: str) -> None:
    """The timers stood still meanwhile: only the clock on the wall went on."""
    window, wall, locked = QLineEdit(), Wall(), list[bool]()
    desks.show(qtbot, window)
    watch = IdleWatch(10, wall=wall)
    watch.idle.connect(lambda: locked.append(True))
    QTest.keyClicks(window, "ab")
    wall.sleep(8)
    assert watch.left_ms < 0
    acts = {"key": lambda: QTest.keyClick(window, Qt.Key.Key_C),
            "move": lambda: QTest.mouseMove(window, QPoint(3, 3)),
            "press": lambda: QTest.mouseDClick(window, Qt.MouseButton.LeftButton)}
    acts[touch]()
    assert window.text() == "ab" and not window.hasSelectedText()
    QApplication.processEvents()
    assert locked == [True]
    watch.set_minutes(0)


def test_a_shortcut_is_not_carried_out_on_waking_either(qtbot: QtBot, dressed: QApplication) -> None:
    """It goes by the windows and by what has the focus, once nobody claimed its key."""
    window, wall, done, locked = QWidget(), Wall(), list[bool](), list[bool]()
    QShortcut(QKeySequence("F5"), window).activated.connect(lambda: done.append(True))
    desks.show(qtbot, window)
    watch = IdleWatch(10, wall=wall)
    watch.idle.connect(lambda: locked.append(True))
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F5)
    assert done == [True]
    wall.sleep(8)
    QTest.keyClick(handle, Qt.Key.Key_F5)
    QApplication.processEvents()
    assert done == [True] and locked == [True]
    watch.set_minutes(0)


def test_on_waking_it_locks_though_nobody_touches_anything(qtbot: QtBot, dressed: QApplication,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "BEAT_MS", 10)
    wall = Wall()
    watch = IdleWatch(10, wall=wall)
    wall.sleep(8)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        pass


def test_when_the_program_comes_to_the_front_after_a_sleep_it_locks(qtbot: QtBot,
                                                                    dressed: QApplication) -> None:
    wall = Wall()
    watch = IdleWatch(10, wall=wall)
    wall.sleep(8)
    with qtbot.waitSignal(watch.idle, timeout=500):
        dressed.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_nothing_is_painted_before_the_lock(qtbot: QtBot, dressed: QApplication) -> None:
    """What a window would show on waking is swallowed; the lock follows at once."""
    painted: list[bool] = []

    class Page(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(True)

    page, wall, locked = Page(), Wall(), list[bool]()
    desks.show(qtbot, page)
    watch = IdleWatch(10, wall=wall)
    watch.idle.connect(lambda: locked.append(bool(painted)))
    QApplication.processEvents()
    painted.clear()
    wall.sleep(8)
    page.repaint()
    qtbot.waitUntil(lambda: bool(locked))
    assert locked == [False]


def test_a_short_sleep_counts_as_time_without_a_touch(qtbot: QtBot, dressed: QApplication) -> None:
    """Five minutes and a nap of four leave one; a touch begins the ten anew."""
    window, wall = QWidget(), Wall()
    desks.show(qtbot, window)
    watch = IdleWatch(10, wall=wall)
    watch.idle.connect(pytest.fail)
    wall.sleep(9 / 60)
    QApplication.processEvents()
    assert 59_000 < watch.left_ms <= 60_000
    QTest.keyClick(window, Qt.Key.Key_A)
    assert watch.left_ms > 599_000
    watch.set_minutes(0)


def test_a_clock_set_back_keeps_nothing_open_for_longer(qtbot: QtBot, dressed: QApplication,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is a millisecond here: the timer goes on whatever the wall says."""
    monkeypatch.setattr(idle, "MINUTE_MS", 1)
    wall = Wall()
    watch = IdleWatch(10, wall=wall)
    wall.sleep(-8)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        pass


@pytest.mark.parametrize(("kept", "minutes"), [("", 10), ("0", 0), ("25", 25), ("soon", 10), ("9999", 240)])
def test_the_time_is_ten_minutes_unless_this_computer_was_told_another(memory: Memory, kept: str,
                                                                       minutes: int) -> None:
    if kept:
        memory.keep(idle.IDLE_MINUTES, kept)
    assert idle_minutes(memory) == minutes


# -- covering ----------------------------------------------------------------------------

def test_the_cover_hides_every_word_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    """What is left is so blurred that two windows with different words cannot be told apart by eye."""
    window = QWidget()
    window.resize(800, 600)
    secret = label("630199199503150011", "figure", parent=window)
    secret.move(100, 100)
    desks.show(qtbot, window)
    clear = window.grab().toImage()
    clock = QElapsedTimer()
    clock.start()
    cover = Cover(window)
    assert clock.elapsed() < 250
    hidden = window.grab().toImage()
    assert cover.geometry() == window.rect() and cover.isVisible()
    spots = [(x, y) for x in range(100, 320, 2) for y in range(100, 140, 2)]
    dark = [clear.pixelColor(*spot).lightness() for spot in spots]
    pale = [hidden.pixelColor(*spot).lightness() for spot in spots]
    assert max(dark) - min(dark) > 150 and max(pale) - min(pale) < 12


def test_the_cover_stays_over_a_window_that_is_resized(qtbot: QtBot, dressed: QApplication) -> None:
    window = QWidget()
    desks.show(qtbot, window)
    cover = Cover(window)
    window.resize(900, 700)
    assert cover.geometry() == window.rect()


# -- the whole program -------------------------------------------------------------------

@pytest.fixture
def settled(founded_office: Path, tmp_path: Path) -> Path:
    """An office on this machine with a colleague whose password is lent."""
    folder = tmp_path / "machine" / "office"
    shutil.copytree(founded_office, folder)
    return folder


@pytest.fixture
def running(qtbot: QtBot, dressed: QApplication, around: Surroundings, settled: Path,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[program.Program]:
    """The program on that machine."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "en")
    dressed.setQuitOnLastWindowClosed(False)
    made = started(qtbot, dressed, around, settled)
    yield made
    made.end()
    dressed.setQuitOnLastWindowClosed(True)


def started(qtbot: QtBot, app: QApplication, around: Surroundings, office: Path) -> program.Program:
    made = program.Program(app, TestMachine(office.parent, around))
    made.start()
    assert made.entry is not None
    with qtbot.waitActive(made.entry):
        made.entry.activateWindow()
    return made


def sign_in(qtbot: QtBot, running: program.Program, login: str = desks.LOGIN,
            password: str = desks.PASSWORD) -> None:
    assert running.entry is not None
    pane = running.entry.sign_in
    write(qtbot, pane.login, login)
    write(qtbot, pane.password, password)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)


def come_in(qtbot: QtBot, running: program.Program) -> DeskFrame:
    sign_in(qtbot, running)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None
    with qtbot.waitActive(running.frame):
        running.frame.activateWindow()
    return running.frame


def registered(desk: Desk) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(desk.today, parties=[
        registering.PartyDraft(Part.APPLICANT, "马晓兰")])).result
    assert made
    return made


def address(qtbot: QtBot, frame: DeskFrame, case_id: UUID) -> Field:
    """The address of the first party on the case's intake page."""
    page = frame.open_case(case_id)
    assert isinstance(page, CaseWindow)
    qtbot.waitUntil(lambda: isinstance(page.page_in_front(), IntakePage) and not frame.tasks.busy)
    front = page.page_in_front()
    assert isinstance(front, IntakePage)
    qtbot.waitUntil(lambda: front.parties.detail is not None)
    assert front.parties.detail is not None
    return front.parties.detail.form.field("address")


def begin(field: Field, text: str) -> None:
    line = field.focusProxy()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, text)


def first_party(desk: Desk, case_id: UUID) -> Party:
    return reading.case(desk, case_id).case.parties[0]


def test_what_is_typed_when_the_desk_locks_is_there_again_after_unlocking(qtbot: QtBot,
                                                                         running: program.Program) -> None:
    frame = come_in(qtbot, running)
    case_id = registered(frame.desk)
    begin(address(qtbot, frame, case_id), "12 Kunlun Ro")
    QTest.keyClick(frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running.frame is None
    frame = come_in(qtbot, running)
    assert frame.place() == f"case:{case_id}"
    assert address(qtbot, frame, case_id).typed() == "12 Kunlun Ro"


def test_what_is_typed_when_the_machine_is_switched_off_is_there_again(
        qtbot: QtBot, running: program.Program, dressed: QApplication, around: Surroundings,
        settled: Path, tmp_path: Path) -> None:
    """The store's files are copied as they stand, in the middle of typing: that is what a kill leaves."""
    frame = come_in(qtbot, running)
    case_id = registered(frame.desk)
    begin(address(qtbot, frame, case_id), "12 Kunlun Ro")
    qtbot.waitUntil(lambda: "12 Kunlun Ro" in drafts.all_kept(frame.desk).values())
    frame.tasks.drain()
    left = tmp_path / "left" / "office"
    shutil.copytree(settled, left)
    assert first_party(frame.desk, case_id).address == ""
    again = started(qtbot, dressed, around, left)
    try:
        frame = come_in(qtbot, again)
        assert address(qtbot, frame, case_id).typed() == "12 Kunlun Ro"
    finally:
        again.end()


def test_idleness_locks_the_desk_and_closes_what_floats_over_it(qtbot: QtBot,
                                                                running: program.Program) -> None:
    frame = come_in(qtbot, running)
    dialog = QDialog(frame)
    dialog.show()
    frame.idle.idle.emit()
    assert running.frame is None and running.entry is not None and running.entry.isVisible()
    assert not dialog.isVisible()


def test_after_a_night_with_the_lid_closed_the_desk_is_locked_before_a_key_does_anything(
        qtbot: QtBot, running: program.Program, monkeypatch: pytest.MonkeyPatch) -> None:
    wall = Wall()
    monkeypatch.setattr(running.machine, "wall", wall)
    frame = come_in(qtbot, running)
    case_id = registered(frame.desk)
    field = address(qtbot, frame, case_id)
    begin(field, "12 Kunlun Ro")
    wall.sleep(8)
    line = field.focusProxy()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: running.frame is None)
    assert running.entry is not None and running.entry.isVisible()
    frame = come_in(qtbot, running)
    assert address(qtbot, frame, case_id).typed() == "12 Kunlun Ro"


def test_the_window_is_covered_before_anything_else_of_locking_happens(
        qtbot: QtBot, running: program.Program, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = come_in(qtbot, running)
    covered: list[bool] = []

    def place(self: DeskFrame) -> str:
        covered.append(any(made.isVisible() for made in self.findChildren(Cover)))
        return "today"

    monkeypatch.setattr(DeskFrame, "place", place)
    running.lock()
    assert covered == [True]
    assert frame is not running.frame


def test_closing_the_desk_makes_a_backup_first(qtbot: QtBot, running: program.Program, settled: Path) -> None:
    frame = come_in(qtbot, running)
    registered(frame.desk)
    frame.close()
    assert frame.isVisible() and frame.findChildren(Cover)
    qtbot.waitUntil(lambda: not frame.isVisible())
    made = upkeep.listed(frame.desk)
    assert [one.reason for one in made] == ["closing"]


def test_locking_makes_no_backup(qtbot: QtBot, running: program.Program, settled: Path) -> None:
    frame = come_in(qtbot, running)
    registered(frame.desk)
    running.lock()
    assert not list((settled / "backups").glob("*.mdbackup"))


def test_a_backup_is_made_by_itself_and_the_status_line_says_when(qtbot: QtBot,
                                                                  running: program.Program) -> None:
    frame = come_in(qtbot, running)
    qtbot.waitUntil(lambda: frame.status.backup.text() == "No backup yet")
    registered(frame.desk)
    frame.backups.look()
    qtbot.waitUntil(lambda: frame.status.backup.text() == "Backup of 11-25 10:00")
    frame.backups.look()  # nothing was saved since
    frame.tasks.drain()
    assert len(upkeep.listed(frame.desk)) == 1


def test_a_lent_password_is_changed_before_anything_else(qtbot: QtBot, running: program.Program,
                                                         settled: Path) -> None:
    frame = come_in(qtbot, running)
    accounts.add(frame.desk, accounts.AccountDraft("wang", "王调解", frozenset({Role.MEDIATOR}), LENT))
    running.lock()
    sign_in(qtbot, running, "wang", LENT)

    def windows() -> list[LentPassword]:
        return [made for made in QApplication.topLevelWidgets()
                if isinstance(made, LentPassword) and made.isVisible()]

    qtbot.waitUntil(lambda: bool(windows()))
    assert running.frame is None
    asked = windows()[0].form
    asked.old.line.setText(LENT)
    asked.new.line.setText("river stones in May")
    asked.again.line.setText("river stones in June")
    asked.submit()
    qtbot.waitUntil(lambda: asked.again.error() == "The two passwords differ.")
    asked.again.line.setText("river stones in May")
    asked.submit()
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None and running.frame.desk.who.name == "王调解"
    assert not windows()


def test_without_a_password_of_ones_own_one_is_back_at_the_door(qtbot: QtBot,
                                                                running: program.Program) -> None:
    frame = come_in(qtbot, running)
    accounts.add(frame.desk, accounts.AccountDraft("wang", "王调解", frozenset({Role.MEDIATOR}), LENT))
    running.lock()
    sign_in(qtbot, running, "wang", LENT)
    qtbot.waitUntil(lambda: any(isinstance(made, LentPassword) and made.isVisible()
                                for made in QApplication.topLevelWidgets()))
    next(made for made in QApplication.topLevelWidgets() if isinstance(made, LentPassword)).close()
    assert running.frame is None and running.entry is not None and running.entry.isVisible()
    assert running.entry.sign_in.bar.words.text() == "Choose a password of your own to come in."



def test_a_closed_frame_watches_no_more(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    frame = DeskFrame(desk, tasks, memory)
    desks.show(qtbot, frame)
    tasks.drain()
    assert frame.idle.left_ms > 0
    frame.close()
    assert frame.idle.left_ms < 0
