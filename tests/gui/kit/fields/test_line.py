"""Fields of one line: text, day, amount, number."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.dates import Look
from mediation_desk.domain.money import Money, yuan
from mediation_desk.gui.kit.fields.kinds import DateField, IntegerField, MoneyField, SuggestField, TextField
from tests.gui.kit.fields.hands import kept, leave, shown, today


def test_a_pasted_text_that_is_too_long_is_said_to_be_so_and_never_cut(qtbot: QtBot) -> None:
    field = TextField("Voucher", name="voucher", limit=10)
    window, told = shown(qtbot, field), kept(field)
    QGuiApplication.clipboard().setText("回单20241210000017")
    field.setFocus()
    QTest.keySequence(field.line, QKeySequence.StandardKey.Paste)
    leave(window)
    assert told == [] and field.typed() == "回单20241210000017"
    assert field.error() == "This is longer than 10 characters."


def test_a_day_without_its_year_shows_whole_before_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField("Received", today=today)
    window, told = shown(qtbot, field), kept(field)
    field.setFocus()
    QTest.keyClicks(field.line, "11.24")
    assert (field.meant.isVisible(), field.meant.text()) == (True, "2024-11-24")
    assert field.typed() == "11.24"
    leave(window)
    assert (field.typed(), field.meant.isVisible()) == ("2024-11-24", False)
    assert told == [date(2024, 11, 24)]


@pytest.mark.parametrize(("look", "day"), [("back", date(2024, 11, 24)), ("ahead", date(2025, 11, 24)),
                                           ("near", date(2024, 11, 24))])
def test_where_a_field_looks_tells_the_year(qtbot: QtBot, look: Look, day: date) -> None:
    field = DateField("Due", today=today, look=look)
    qtbot.addWidget(field)
    field.set_typed("11月24日")
    assert field.commit()
    assert field.value() == day


def test_the_day_at_the_end_never_covers_what_is_typed(qtbot: QtBot) -> None:
    field = DateField("Received", today=today)
    shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.line, "the day before yesterday")
    assert field.meant.text() == "2025-01-18"
    assert not field.meant.isVisible()


def test_what_is_no_day_says_why_and_stays_as_it_was_typed(qtbot: QtBot) -> None:
    field = DateField("Received", name="received", today=today)
    window, told = shown(qtbot, field), kept(field)
    field.setFocus()
    QTest.keyClicks(field.line, "2024.11.31")
    leave(window)
    assert field.error() == "There is no such day as “2024.11.31”."
    assert (field.typed(), told) == ("2024.11.31", [])


def test_up_and_down_move_a_day_across_the_end_of_february(qtbot: QtBot) -> None:
    field = DateField("Received")
    window = shown(qtbot, field)
    field.set_value(date(2024, 2, 28))
    field.setFocus()
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    leave(window)
    assert field.value() == date(2024, 3, 1)


def test_a_day_picked_from_the_calendar_is_kept(qtbot: QtBot) -> None:
    field = DateField("Received", today=lambda: date(2024, 11, 25))
    shown(qtbot, field)
    told = kept(field)
    QTest.keyClick(field.line, Qt.Key.Key_F4)
    calendar = field._calendar
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2024, 11, 25)
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert told == [date(2024, 11, 26)]
    assert not calendar.isVisible()


def test_an_amount_is_pasted_with_its_ornaments(qtbot: QtBot) -> None:
    field = MoneyField("Wage")
    window, told = shown(qtbot, field), kept(field)
    QGuiApplication.clipboard().setText("￥4,300.00")
    field.setFocus()
    QTest.keySequence(field.line, QKeySequence(QKeySequence.StandardKey.Paste))
    leave(window)
    assert told == [yuan("4300")]
    assert field.line.text() == "4,300.00"
    assert field.line.alignment() & Qt.AlignmentFlag.AlignRight


def test_an_amount_below_zero_is_refused_unless_it_is_allowed(qtbot: QtBot) -> None:
    wage, balance = MoneyField("Wage"), MoneyField("Balance", allow_negative=True)
    for field in (wage, balance):
        qtbot.addWidget(field)
        field.set_typed("-1.5")
    assert not wage.commit()
    assert balance.commit()
    assert balance.value() == Money(-150)


def test_a_number_stays_within_its_limits(qtbot: QtBot) -> None:
    field = IntegerField("Workers", least=1, most=200)
    qtbot.addWidget(field)
    for typed, fine in (("0", False), ("five", False), ("２００", True), ("201", False), ("2,5", False),
                        ("", True)):
        field.set_typed(typed)
        assert field.commit() is fine
    assert field.value() is None


def test_suggestions_are_asked_for_and_taken(qtbot: QtBot) -> None:
    field = SuggestField("Platform", ["星河直播", "云上外卖"])
    shown(qtbot, field)
    told, asked = kept(field), list[str]()
    field.asked.connect(asked.append)
    field.setFocus()
    QTest.keyClicks(field.line, "x")
    assert asked == ["x"]
    field.line.clear()
    word = QInputMethodEvent("", [])
    word.setCommitString("云")
    QApplication.sendEvent(field.line, word)
    completer = field.line.completer()
    popup = completer.popup() if completer else None
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["云上外卖"]
