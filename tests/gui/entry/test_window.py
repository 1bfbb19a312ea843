"""Coming in: setting up an office, signing in, being refused, locking."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from mediation_desk.app import program
from mediation_desk.app.machine import Machine
from mediation_desk.demonstration.office import enter
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.gui.entry.password_field import PasswordField, strength
from mediation_desk.gui.entry.window import EntryWindow, Threshold
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.page import OfficePage
from mediation_desk.library.words import Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.store import schema
from tests.conftest import LogWatch
from tests.gui import desks
from tests.gui.desks import show, write

KEY = Qt.Key


def trouble(field: Field) -> str:
    return field.error()


class Arrivals:
    """Who came in, and from where."""

    def __init__(self, entry: EntryWindow) -> None:
        self.desks: list[Desk] = []
        entry.entered.connect(lambda desk, _where: self.desks.append(desk))


@pytest.fixture
def office(founded_office: Path, tmp_path: Path) -> Path:
    """Where an office of this machine would be; empty until a test puts one there."""
    return tmp_path / "machine" / "office"


@pytest.fixture
def settled(founded_office: Path, office: Path) -> Path:
    """An office that somebody set up before."""
    shutil.copytree(founded_office, office)
    return office


def make_entry(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, office: Path) -> EntryWindow:
    entry = EntryWindow(tasks, memory, lambda: around,
                        Threshold(office, lambda found: enter(office.with_name("demonstration"), found()),
                                  lambda: date(2024, 11, 25)))
    show(qtbot, entry)
    return entry


@pytest.fixture
def entry(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, office: Path) -> EntryWindow:
    """The way in on a machine without an office."""
    return make_entry(qtbot, tasks, memory, around, office)


@pytest.fixture
def door(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, settled: Path) -> EntryWindow:
    """The way in on a machine with one."""
    return make_entry(qtbot, tasks, memory, around, settled)


def fill_office(qtbot: QtBot, entry: EntryWindow) -> None:
    QTest.mouseClick(entry.welcome.found, Qt.MouseButton.LeftButton)
    write(qtbot, entry.wizard.office.name, "宁中区劳动争议调解中心")
    QTest.keyClick(entry.wizard.office.name.line, KEY.Key_Return)


def to_account(qtbot: QtBot, entry: EntryWindow) -> None:
    fill_office(qtbot, entry)
    QTest.keyClick(entry.wizard.numbers.pattern.line, KEY.Key_Return)
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)


def fill_account(qtbot: QtBot, entry: EntryWindow, password: str = desks.PASSWORD,
                 again: str = desks.PASSWORD) -> None:
    account = entry.wizard.account
    write(qtbot, account.person, desks.PERSON)
    write(qtbot, account.login, desks.LOGIN)
    write(qtbot, account.password, password)
    write(qtbot, account.again, again)


def test_an_office_is_set_up_by_keyboard_and_the_desk_stands(qtbot: QtBot, entry: EntryWindow, office: Path,
                                                             clock: desks.SetClock) -> None:
    came = Arrivals(entry)
    to_account(qtbot, entry)
    fill_account(qtbot, entry)
    QTest.keyClick(entry.wizard.account.again.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(came.desks))
    desk = came.desks[0]
    assert desk.settings.name == "宁中区劳动争议调解中心"
    assert desk.settings.seal_name == "宁中区劳动争议调解中心"  # the seal follows until it is written
    assert desk.settings.numbers.number(2024, 1) == "宁中劳调〔2024〕0001号"
    assert (office / "office.vault").exists()
    made = registering.register(desk, registering.IntakeDraft(desk.today))
    assert made.result is not None
    assert reading.case(desk, made.result).case.number == "宁中劳调〔2024〕0001号"
    desk.store.close()


def test_a_step_is_not_left_before_it_is_filled_in(qtbot: QtBot, entry: EntryWindow) -> None:
    QTest.mouseClick(entry.welcome.found, Qt.MouseButton.LeftButton)
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 0
    assert trouble(entry.wizard.office.name) == "This must be filled in."
    write(qtbot, entry.wizard.office.name, "调解中心")
    write(qtbot, entry.wizard.office.region, "63010")
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 0
    assert trouble(entry.wizard.office.region) == "A region is a six-digit code such as 630100."


def test_the_next_numbers_follow_the_pattern_as_it_is_typed(qtbot: QtBot, entry: EntryWindow) -> None:
    fill_office(qtbot, entry)
    step = entry.wizard.numbers
    assert step.example.text() == "宁中劳调〔2024〕0001号　宁中劳调〔2024〕0002号"
    write(qtbot, step.pattern, "LD-2026-001")
    assert step.example.text() == "LD-2024-001　LD-2024-002"
    write(qtbot, step.pattern, "no number")
    assert step.example.text() == "—"
    QTest.keyClick(step.pattern.line, KEY.Key_Return)
    assert entry.wizard.at == 1
    assert trouble(step.pattern).startswith("Write an example with the year")


def test_a_weak_password_is_judged_at_once_and_refused_beside_its_field(qtbot: QtBot,
                                                                       entry: EntryWindow) -> None:
    to_account(qtbot, entry)
    fill_account(qtbot, entry, "12345678", "12345678")
    assert entry.wizard.account.hint.state.text == "Weak"
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(trouble(entry.wizard.account.password)))
    assert trouble(entry.wizard.account.password).startswith("Anyone would try this password first.")
    assert entry.wizard.next.isEnabled()


def test_two_passwords_that_differ_are_said_beside_the_second(qtbot: QtBot, entry: EntryWindow) -> None:
    to_account(qtbot, entry)
    fill_account(qtbot, entry, again="three unrelated word")
    QTest.mouseClick(entry.wizard.next, Qt.MouseButton.LeftButton)
    assert trouble(entry.wizard.account.again) == "The two passwords differ."


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


def test_going_back_keeps_what_was_typed(qtbot: QtBot, entry: EntryWindow) -> None:
    fill_office(qtbot, entry)
    QTest.mouseClick(entry.wizard.back, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 0
    assert entry.wizard.office.name.value() == "宁中区劳动争议调解中心"
    QTest.mouseClick(entry.wizard.back, Qt.MouseButton.LeftButton)
    assert entry.stack.currentWidget() is entry.welcome


# -- signing in --------------------------------------------------------------------------

def test_signing_in_opens_the_store_and_remembers_who_and_where(qtbot: QtBot, door: EntryWindow,
                                                                memory: Memory, settled: Path) -> None:
    came = Arrivals(door)
    write(qtbot, door.sign_in.login, desks.LOGIN)
    QTest.keyClick(door.sign_in.login.line, KEY.Key_Return)
    assert door.sign_in.password.line.hasFocus()
    QTest.keyClicks(door.sign_in.password.line, desks.PASSWORD)
    QTest.keyClick(door.sign_in.password.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(came.desks))
    assert came.desks[0].who.name == desks.PERSON
    assert door.sign_in.password.typed() == ""
    assert (memory.recall("login"), memory.recall("store")) == (desks.LOGIN, str(settled))
    came.desks[0].store.close()


def test_wrong_passwords_are_refused_calmly_and_then_there_is_a_pause(qtbot: QtBot, door: EntryWindow,
                                                                      clock: desks.SetClock) -> None:
    came, pane = Arrivals(door), door.sign_in
    write(qtbot, pane.login, desks.LOGIN)
    for _ in range(2):
        refuse_once(qtbot, door)
        assert pane.enter.isEnabled()  # the first two cost nothing
    refuse_once(qtbot, door)
    qtbot.waitUntil(lambda: not pane.enter.isEnabled())
    assert pane.enter.text() == "Sign in (in 1 seconds)"
    clock.now += timedelta(seconds=2)
    qtbot.waitUntil(pane.enter.isEnabled, timeout=3000)
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.keyClick(pane.password.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(came.desks))
    came.desks[0].store.close()


def refuse_once(qtbot: QtBot, door: EntryWindow) -> None:
    pane = door.sign_in
    pane.password.set_error(None)
    write(qtbot, pane.password, "not the password")
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(trouble(pane.password)) and not door._tasks.busy)
    assert trouble(pane.password).startswith("Sign-in name or password is not right.")


def test_while_another_desk_brings_the_store_up_to_date_this_one_says_that_it_waits(
        qtbot: QtBot, door: EntryWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    go, came, bring = threading.Event(), Arrivals(door), schema.bring_up_to_date

    def waits(engine: Engine, key: bytes, before: Callable[[], None] | None,
              waiting: Callable[[], object]) -> None:
        waiting()
        assert go.wait(10)
        bring(engine, key, before)

    monkeypatch.setattr(schema, "bring_up_to_date", waits)
    write(qtbot, door.sign_in.login, desks.LOGIN)
    write(qtbot, door.sign_in.password, desks.PASSWORD)
    QTest.mouseClick(door.sign_in.enter, Qt.MouseButton.LeftButton)
    busy = door.sign_in.busy
    qtbot.waitUntil(lambda: busy.words.text().startswith("Another desk is bringing the store up to date"))
    assert busy.isVisible()
    go.set()
    qtbot.waitUntil(lambda: bool(came.desks))
    came.desks[0].store.close()


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


def test_caps_lock_is_seen_from_what_is_typed(qtbot: QtBot, dressed: QApplication) -> None:
    field = PasswordField("Password", help="Yours.")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "abc")
    assert field.line.accessibleDescription() == "Yours."
    QTest.keyClicks(field.line, "D", Qt.KeyboardModifier.NoModifier)
    assert field.line.accessibleDescription() == "Caps Lock is on."
    QTest.keyClicks(field.line, "E", Qt.KeyboardModifier.ShiftModifier)
    assert field.line.accessibleDescription() == "Yours."


def test_a_password_is_taken_with_its_spaces(qtbot: QtBot, dressed: QApplication) -> None:
    field = PasswordField("Password")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, " spaces count ")
    assert field.commit()
    assert field.value() == " spaces count " == field.typed()


@pytest.mark.parametrize(("password", "said"), [
    ("seven77", "Too short"), ("aaaaaaaaaaaaaaaa", "Weak"), ("riverside7", "Fair"),
    ("three unrelated words", "Strong")])
def test_passwords_are_judged_by_their_variety(dressed: QApplication, password: str, said: str) -> None:
    assert strength(password).text == said


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


def test_the_demonstration_desk_is_made_once_and_found_again(qtbot: QtBot, entry: EntryWindow,
                                                             clock: desks.SetClock, office: Path) -> None:
    """In February 2025 the streamers' whole story has happened."""
    clock.set(date(2025, 2, 10))
    came = Arrivals(entry)
    QTest.mouseClick(entry.welcome.look_at, Qt.MouseButton.LeftButton)
    assert not entry.welcome.found.isEnabled()
    qtbot.waitUntil(lambda: bool(came.desks), timeout=30_000)
    assert "西宁云上湟水文化传媒有限公司" in companies(came.desks[0])
    registering.register(came.desks[0], registering.IntakeDraft(date(2025, 2, 10)))
    before = len(companies(came.desks[0]))
    came.desks[0].store.close()
    entry.open_demonstration()
    qtbot.waitUntil(lambda: len(came.desks) == 2)
    assert len(companies(came.desks[1])) == before
    came.desks[1].store.close()


def companies(desk: Desk) -> list[str]:
    return [row.respondent for row in reading.page(desk, CaseFilter(), 0, 50)]
