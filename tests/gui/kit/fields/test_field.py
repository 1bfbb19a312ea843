"""Fields, typed in as a person does."""

from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import yuan
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
from tests.gui.kit.fields.hands import kept, leave, shown


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


def test_a_field_is_called_as_its_label_says_without_the_sign_that_it_is_required(qtbot: QtBot) -> None:
    field = TextField("Name", required=True)
    shown(qtbot, field)
    assert (field.label.text(), field.called) == ("Name *", "Name")
    assert CheckField("Compared").called == "Compared"
