"""Fields, typed in as a person does."""

from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.dates import Look
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    IntegerField,
    MoneyField,
    SuggestField,
    TextArea,
    TextField,
    YesNo,
)


def shown(qtbot: QtBot, *fields: QWidget) -> QWidget:
    """A window with the fields and one more thing that can take the focus."""
    window = QWidget()
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.elsewhere = QLineEdit()  # type: ignore[attr-defined]
    column.addWidget(window.elsewhere)  # type: ignore[attr-defined]
    fields[0].held = window  # type: ignore[attr-defined]  # who holds the field holds the window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def kept(field: Field) -> list[object]:
    """What the field commits from now on."""
    told: list[object] = []
    field.committed.connect(told.append)
    return told


def leave(window: QWidget) -> None:
    """Go elsewhere."""
    window.elsewhere.setFocus()  # type: ignore[attr-defined]


def test_a_name_is_kept_when_its_field_is_left(qtbot: QtBot) -> None:
    field = TextField("Name", name="name")
    window, told, typed = shown(qtbot, field), kept(field), list[str]()
    field.edited.connect(typed.append)
    field.setFocus()
    QTest.keyClicks(field.line, " Shen ")
    assert told == []
    assert typed[-1] == " Shen "
    leave(window)
    assert told == ["Shen"]
    assert field.line.text() == "Shen"


def test_a_pasted_text_that_is_too_long_is_said_to_be_so_and_never_cut(qtbot: QtBot) -> None:
    field = TextField("Voucher", name="voucher", limit=10)
    window, told = shown(qtbot, field), kept(field)
    QGuiApplication.clipboard().setText("回单20241210000017")
    field.setFocus()
    QTest.keySequence(field.line, QKeySequence.StandardKey.Paste)
    leave(window)
    assert told == [] and field.typed() == "回单20241210000017"
    assert field.error() == "This is longer than 10 characters."


def test_leaving_an_unchanged_field_keeps_nothing_again(qtbot: QtBot) -> None:
    field = TextField("Name")
    field.set_value("Shen")
    window, told = shown(qtbot, field), kept(field)
    field.setFocus()
    leave(window)
    assert told == []


def test_enter_keeps_at_once(qtbot: QtBot) -> None:
    field = TextField("Name")
    shown(qtbot, field)
    told = kept(field)
    field.setFocus()
    QTest.keyClicks(field.line, "Luo")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ["Luo"]


def test_setting_a_value_says_nothing(qtbot: QtBot) -> None:
    field = MoneyField("Claimed")
    qtbot.addWidget(field)
    told = kept(field)
    field.set_value(yuan("8600"))
    assert told == []
    assert field.line.text() == "8,600.00"


def test_what_is_being_typed_survives_a_reload(qtbot: QtBot) -> None:
    field = TextField("Name")
    window = shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.line, "half a na")
    field.set_value("from the store")
    assert field.line.text() == "half a na"
    assert field.value() == "from the store"
    leave(window)
    assert field.value() == "half a na"


def test_a_required_field_left_empty_after_typing_says_so_beneath_itself(qtbot: QtBot) -> None:
    field = TextField("Name", required=True)
    field.set_value("Shen")
    window, told = shown(qtbot, field), kept(field)
    field.setFocus()
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    leave(window)
    assert told == []
    assert field.error() == "This must be filled in."
    assert field.line.accessibleDescription() == "This must be filled in."
    assert field.line.property("trouble") is True
    assert field.label.text() == "Name *"


def test_what_a_service_refused_stays_said_until_the_text_changes(qtbot: QtBot) -> None:
    field = TextField("Name")
    field.set_value("Shen")
    window = shown(qtbot, field)
    field.set_error("Somebody else is called so.")
    field.setFocus()
    leave(window)
    assert field.error() == "Somebody else is called so."
    field.setFocus()
    QTest.keyClicks(field.line, "g")
    leave(window)
    assert field.error() == ""


def test_a_trouble_goes_when_it_is_put_right(qtbot: QtBot) -> None:
    field = DateField("Received")
    window, told = shown(qtbot, field), kept(field)
    field.setFocus()
    QTest.keyClicks(field.line, "2024-02-30")
    leave(window)
    assert "2024-02-30" in field.error()
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "2024-02-29")
    leave(window)
    assert field.error() == ""
    assert told == [date(2024, 2, 29)]


def test_nothing_is_kept_while_a_word_is_being_composed(qtbot: QtBot) -> None:
    """Enter in the middle of pinyin belongs to the input method, and leaving waits for its word."""
    field = TextField("Name")
    shown(qtbot, field)
    told = kept(field)
    field.setFocus()
    QApplication.sendEvent(field.line, QInputMethodEvent("shen", []))
    field.line.returnPressed.emit()
    assert told == []
    word = QInputMethodEvent("", [])
    word.setCommitString("沈一鸣")
    QApplication.sendEvent(field.line, word)
    assert field.line.text() == "沈一鸣"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ["沈一鸣"]


def test_undo_is_the_fields_own_while_it_is_modified_and_the_windows_afterwards(qtbot: QtBot) -> None:
    field = TextField("Name")
    window = shown(qtbot, field)
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
    shortcut.activated.connect(lambda: undone.append(True))
    field.setFocus()
    QTest.keyClicks(field.line, "abc")
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.line.text() == ""
    assert undone == []
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def today() -> date:
    """The day at the office."""
    return date(2025, 1, 20)


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


def test_a_choice_is_typed_ahead_and_kept(qtbot: QtBot) -> None:
    field = ChoiceField("Cause", [("wages", "Unpaid wages"), ("contract", "No contract")], empty="Not chosen")
    shown(qtbot, field)
    told = kept(field)
    field.setFocus()
    QTest.keyClicks(field.combo, "no c")
    assert told == ["contract"]
    field.set_value(None)
    assert field.combo.currentText() == "Not chosen"


def test_the_wheel_does_not_change_a_choice_one_scrolls_past(qtbot: QtBot) -> None:
    field = ChoiceField("Cause", [(1, "one"), (2, "two")])
    shown(qtbot, field)
    field.set_value(1)
    field.setFocus()
    wheel(field.combo)
    assert field.typed() == "1"


def wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_yes_is_clicked_and_taken_back(qtbot: QtBot) -> None:
    field = YesNo("Written contract")
    shown(qtbot, field)
    told = kept(field)
    QTest.mouseClick(field.buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.buttons[1], Qt.MouseButton.LeftButton)
    assert told == [False, None]
    field.buttons[0].setFocus()
    QTest.keyClick(field.buttons[0], Qt.Key.Key_Right)
    QTest.keyClick(field.buttons[1], Qt.Key.Key_Space)
    assert field.value() is False


def test_a_tick_is_kept_at_once(qtbot: QtBot) -> None:
    field = CheckField("Confidential")
    shown(qtbot, field)
    told = kept(field)
    field.setFocus()
    QTest.keyClick(field.tick, Qt.Key.Key_Space)
    assert told == [True]


def test_running_text_grows_and_is_kept_when_left(qtbot: QtBot) -> None:
    field = TextArea("Facts", lines=2, most=6)
    window, told = shown(qtbot, field), kept(field)
    low = field.area.height()
    field.setFocus()
    for line in range(4):
        QTest.keyClicks(field.area, f"line {line}")
        QTest.keyClick(field.area, Qt.Key.Key_Return)
    assert field.area.height() > low
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert told == ["line 0\nline 1\nline 2\nline 3"]
    leave(window)


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


def test_a_settled_field_cannot_be_typed_in(qtbot: QtBot) -> None:
    field = TextField("Mediator")
    field.set_value("Wang")
    field.set_read_only(True)
    shown(qtbot, field)
    field.setFocus()
    QTest.keyClicks(field.line, "x")
    assert field.line.text() == "Wang"


@pytest.mark.parametrize(
    "make", [TextField, TextArea, DateField, MoneyField, IntegerField, ChoiceField, SuggestField]
)
def test_every_field_tells_a_screen_reader_its_name_and_help(qtbot: QtBot, make: type[Field]) -> None:
    field = make("Wage", help="Before tax")  # type: ignore[call-arg]
    qtbot.addWidget(field)
    editor = field.focusProxy()
    assert editor is not None
    assert editor.accessibleName() == "Wage"
    assert editor.accessibleDescription() == "Before tax"
    assert isinstance(field.label.buddy(), QObject)


def form_of(qtbot: QtBot) -> Form:
    """A small form."""
    form = Form()
    form.group("Party")
    form.add(TextField("Name", name="name", required=True))
    form.add(MoneyField("Wage", name="wage"))
    form.add(TextArea("Facts", name="facts"), wide=True)
    qtbot.addWidget(form)
    return form


def test_a_form_says_a_trouble_beside_its_field(qtbot: QtBot) -> None:
    form = form_of(qtbot)
    assert form.show_error(DeskError("“{text}” is not a whole number.", field="wage", text="x"))
    assert form.field("wage").error() == "“x” is not a whole number."
    assert not form.show_error(DeskError("This must be filled in.", field="elsewhere"))
    form.clear_errors()
    assert form.field("wage").error() == ""


def test_a_form_brings_its_draft_back(qtbot: QtBot) -> None:
    form, again = form_of(qtbot), form_of(qtbot)
    form.field("wage").set_typed("43 half typed")
    assert form.typed() == {"wage": "43 half typed"}
    again.set_typed(form.typed())
    assert again.field("wage").typed() == "43 half typed"
    assert again.field("wage").value() is None


def test_a_form_is_committed_as_a_whole_or_shows_where_it_cannot_be(qtbot: QtBot) -> None:
    form, told = form_of(qtbot), []
    form.committed.connect(lambda name, value: told.append((name, value)))
    assert not form.commit()
    assert form.field("name").error()
    form.set_values({"name": "Shen", "nothing": 1})
    form.field("wage").set_typed("4300")
    assert form.commit()
    assert told == [("wage", yuan("4300"))]
    assert form.values() == {"name": "Shen", "wage": yuan("4300"), "facts": ""}


def test_a_form_folds_to_one_column_before_it_would_scroll_sideways(qtbot: QtBot) -> None:
    form = form_of(qtbot)
    form.resize(960, 400)
    form.show()
    name, wage = form.field("name"), form.field("wage")
    qtbot.waitUntil(lambda: wage.x() > name.x())
    form.resize(480, 400)
    qtbot.waitUntil(lambda: wage.x() == name.x() and wage.y() > name.y())
