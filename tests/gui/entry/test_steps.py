"""The steps of setting up: the office, its numbers, the first account."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.steps import NumberStep, OfficeStep
from mediation_desk.gui.entry.window import EntryWindow
from tests.gui.desks import write
from tests.gui.entry.hands import KEY, fill_account, fill_office, to_account, trouble


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


def test_the_seal_follows_the_name_until_somebody_writes_it(dressed: QApplication) -> None:
    step = OfficeStep()
    for text in ("宁中", "宁中区调解中心"):
        step.name.line.setText(text)
        step.name.line.textEdited.emit(text)
    assert step.seal.typed() == "宁中区调解中心"
    step.seal.line.setText("宁中区调解专用章")
    step.seal.line.textEdited.emit("宁中区调解专用章")
    step.name.line.setText("城西区调解中心")
    step.name.line.textEdited.emit("城西区调解中心")
    assert step.seal.typed() == "宁中区调解专用章"
    step.deleteLater()


def test_the_example_comes_back_with_what_was_typed(dressed: QApplication) -> None:
    step = NumberStep(date(2026, 1, 2))
    step.set_typed({"number_pattern": "LD-2024-007"})
    assert step.example.text() == "LD-2026-001　LD-2026-002"
    step.set_typed({"number_pattern": "no number"})
    assert step.example.text() == "—"
    assert not step.commit() and step.pattern.error().startswith("Write an example with the year")
    step.deleteLater()
