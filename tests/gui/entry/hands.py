"""What the tests of the way in do over and over: fill the steps, see who came."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.demonstration.office import enter
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.gui.entry.window import EntryWindow, Threshold
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
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


def make_entry(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, office: Path) -> EntryWindow:
    entry = EntryWindow(tasks, memory, lambda: around,
                        Threshold(office, lambda found: enter(office.with_name("demonstration"), found()),
                                  lambda: date(2024, 11, 25)))
    show(qtbot, entry)
    return entry


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


def refuse_once(qtbot: QtBot, door: EntryWindow) -> None:
    pane = door.sign_in
    pane.password.set_error(None)
    write(qtbot, pane.password, "not the password")
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(trouble(pane.password)) and not door._tasks.busy)
    assert trouble(pane.password).startswith("Sign-in name or password is not right.")


def companies(desk: Desk) -> list[str]:
    return [row.respondent for row in reading.page(desk, CaseFilter(), 0, 50)]
