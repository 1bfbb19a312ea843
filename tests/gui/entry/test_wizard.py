"""Setting up an office in four steps; none is left before it is filled in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import KEY, Arrivals, fill_account, fill_office, to_account, trouble


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


def test_going_back_keeps_what_was_typed(qtbot: QtBot, entry: EntryWindow) -> None:
    fill_office(qtbot, entry)
    QTest.mouseClick(entry.wizard.back, Qt.MouseButton.LeftButton)
    assert entry.wizard.at == 0
    assert entry.wizard.office.name.value() == "宁中区劳动争议调解中心"
    QTest.mouseClick(entry.wizard.back, Qt.MouseButton.LeftButton)
    assert entry.stack.currentWidget() is entry.welcome


def test_what_was_typed_comes_back_in_another_language_but_no_password(qtbot: QtBot,
                                                                      entry: EntryWindow) -> None:
    to_account(qtbot, entry)
    fill_account(qtbot, entry)
    answers = entry.wizard.answers()
    assert answers["password"] == desks.PASSWORD
    entry.wizard.account.password.wipe()
    entry.wizard.account.again.wipe()
    entry.wizard.restore(answers, 3)
    assert entry.wizard.at == 3 and entry.wizard.account.person.value() == desks.PERSON
    assert entry.wizard.account.password.typed() == entry.wizard.account.again.typed() == ""
    assert entry.wizard.office.name.value() == "宁中区劳动争议调解中心"


def test_a_refusal_leads_back_to_the_step_it_concerns(qtbot: QtBot, entry: EntryWindow) -> None:
    to_account(qtbot, entry)
    entry.wizard._refused(DeskError("A region is a six-digit code such as 630100.", field="region"))
    assert entry.wizard.at == 0 and "six-digit" in trouble(entry.wizard.office.region)
    entry.wizard._refused(DeskError("The disk is full."))
    assert entry.wizard.at == 0 and entry.wizard.bar.words.text() == "The disk is full."
    assert entry.wizard.next.isEnabled()
