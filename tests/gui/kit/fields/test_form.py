"""A form as a whole: what Enter does in it, and when what a service refused goes again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    MoneyField,
    SegmentField,
    TextArea,
    TextField,
)
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.page import Page
from tests.gui.desks import show

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


class Card(QWidget):
    """A form with its button beneath, as all cards are."""

    def __init__(self) -> None:
        super().__init__()
        self.done = list[bool]()
        self.form, self.keep = Form(self), button("Keep")
        self.keep.clicked.connect(lambda: self.done.append(True))
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(self.keep)
        self.form.does(self.keep)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, modifier)


def test_enter_does_the_primary_act_from_every_kind_of_field(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    fields = [card.form.add(TextField("Text", name="text")), card.form.add(DateField("Day", name="day")),
              card.form.add(MoneyField("Amount", name="amount")),
              card.form.add(ChoiceField("Choice", [(1, "One"), (2, "Two")], name="choice")),
              card.form.add(SegmentField("Side", [(1, "A"), (2, "B")], name="side")),
              card.form.add(CheckField("Tick", name="tick"))]
    show(qtbot, card)
    for at, field in enumerate(fields, start=1):
        field.setFocus()
        press(ENTER)
        assert len(card.done) == at, field.name


def test_space_chooses_and_does_not_end_the_form(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    side = card.form.add(SegmentField("Side", [(1, "A"), (2, "B")], name="side"))
    tick = card.form.add(CheckField("Tick", name="tick"))
    show(qtbot, card)
    side.setFocus()
    press(SPACE)
    tick.setFocus()
    press(SPACE)
    assert (side.value(), tick.value(), card.done) == (1, True, [])


def test_in_running_text_enter_writes_a_line_and_ctrl_enter_ends(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    area = card.form.add(TextArea("Note", name="note"))
    show(qtbot, card)
    area.setFocus()
    QTest.keyClicks(area.area, "one")
    press(ENTER)
    assert card.done == [] and area.typed() == "one\n"
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert card.done == [True] and area.value() == "one"


def test_enter_asks_first_for_what_must_be_filled_in(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    login = card.form.add(TextField("Name", name="login", required=True))
    word = card.form.add(TextField("Word", name="word", required=True))
    show(qtbot, card)
    login.setFocus()
    QTest.keyClicks(login.line, "chen")
    press(ENTER)
    assert word.line.hasFocus() and card.done == [] and word.error() == ""
    QTest.keyClicks(word.line, "willow")
    press(ENTER)
    assert card.done == [True]


def test_in_a_form_saved_field_by_field_enter_goes_on_to_the_next(qtbot: QtBot,
                                                                  dressed: QApplication) -> None:
    form = Form()
    day, name = form.add(DateField("Day", name="day")), form.add(TextField("Name", name="name"))
    show(qtbot, form)
    form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    day.setFocus()
    QTest.keyClicks(day.line, "2024-11-25")
    press(ENTER)
    assert name.line.hasFocus() and str(day.value()) == "2024-11-25"
    day.setFocus()
    QTest.keyClicks(day.line, "x")
    press(ENTER)
    assert day.line.hasFocus() and day.error()


def test_a_disabled_act_is_not_done(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    text = card.form.add(TextField("Text", name="text"))
    show(qtbot, card)
    card.keep.setEnabled(False)
    text.setFocus()
    press(ENTER)
    assert card.done == []


# -- an error goes when its cause goes -------------------------------------------------------


def test_an_error_goes_with_the_first_key_that_mends_it(qtbot: QtBot, dressed: QApplication) -> None:
    form = Form()
    day = form.add(DateField("Day", name="day"))
    show(qtbot, form)
    day.setFocus()
    QTest.keyClicks(day.line, "2024-13-45")
    assert not day.commit() and day.error()
    QTest.keyClick(day.line, Qt.Key.Key_Backspace)
    assert day.error() == ""


def test_a_refusal_goes_when_another_field_that_caused_it_is_mended(qtbot: QtBot,
                                                                    dressed: QApplication) -> None:
    """“The first instalment falls due before the signing” is said at one day and mended at the other."""
    form = Form()
    signed, due = form.add(DateField("Signed", name="signed")), form.add(DateField("Due", name="due"))
    show(qtbot, form)
    assert form.show_error(DeskError("Due before the signing.", field="signed"))
    assert signed.error() == "Due before the signing."
    due.setFocus()
    QTest.keyClicks(due.line, "2")
    assert signed.error() == ""


def test_what_a_text_itself_cannot_mean_stays_when_others_change(qtbot: QtBot, dressed: QApplication) -> None:
    form = Form()
    signed, due = form.add(DateField("Signed", name="signed")), form.add(DateField("Due", name="due"))
    show(qtbot, form)
    signed.set_typed("no day")
    assert not signed.commit()
    due.setFocus()
    QTest.keyClicks(due.line, "2")
    assert signed.error()


def test_a_line_that_was_said_keeps_its_room_while_one_types(qtbot: QtBot, dressed: QApplication) -> None:
    form = Form()
    day, name = form.add(DateField("Day", name="day"), wide=True), form.add(TextField("Name", name="name"))
    show(qtbot, form)
    day.setFocus()
    QTest.keyClicks(day.line, "x")
    day.commit()
    QTest.qWait(5)
    there = name.y()
    QTest.keyClick(day.line, Qt.Key.Key_Backspace)
    QTest.qWait(5)
    assert day.error() == "" and name.y() == there
    name.setFocus()
    QTest.qWait(5)
    assert name.y() < there


def test_without_an_act_enter_goes_on_and_stays_on_the_page_at_its_last_place(
        qtbot: QtBot, dressed: QApplication) -> None:
    page, form = Page("A page"), Form()
    side = form.add(SegmentField("Side", [(1, "A"), (2, "B")], name="side"))
    last = form.add(TextField("Last", name="last"))
    page.add(form)
    page.bar.notice("Kept.", action="Undo", on_action=lambda: None)
    whole, lock = QWidget(), QPushButton("Lock")
    column = QVBoxLayout(whole)
    column.addWidget(page)
    column.addWidget(lock)
    show(qtbot, whole)
    side.buttons[0].setFocus()
    press(ENTER)
    assert last.hasFocus()  # past both buttons
    press(ENTER)
    assert last.hasFocus()  # neither undo nor the lock


def test_the_keyboard_begins_at_what_must_be_filled_in(qtbot: QtBot, dressed: QApplication) -> None:
    form = Form()
    day, manner = (form.add(TextField(name, name=name, required=True)) for name in ("day", "manner"))
    show(qtbot, form)
    day.set_value("today")
    form.begin()
    assert manner.hasFocus()
    manner.set_value("by phone")
    day.setFocus()
    manner.setFocus()
    form.begin()
    assert day.hasFocus()


def test_enter_in_a_choice_that_nobody_made_changes_nothing(qtbot: QtBot, dressed: QApplication) -> None:
    """Where text is kept, nothing is the empty text."""
    form, kept = Form(), list[object]()
    sex = form.add(ChoiceField("Sex", [("male", "Male"), ("female", "Female")], name="sex"))
    form.add(TextField("Name", name="name"))
    show(qtbot, form)
    sex.set_value("")
    sex.committed.connect(kept.append)
    sex.setFocus()
    press(ENTER)
    assert kept == [] and sex.value() == ""


def test_a_form_shown_again_keeps_what_a_person_entered_since(qtbot: QtBot) -> None:
    form = Form()
    place, when = (form.add(TextField(name, name=name)) for name in ("place", "when"))
    show(qtbot, form)
    assert form.follow_values({"place": "Room 1", "when": "9:00"})
    place.set_typed("Room 2")
    assert place.commit()  # entered and left, and kept by nobody yet
    assert not form.follow_values({"place": "Room 1", "when": "9:30"})
    assert (place.typed(), when.typed()) == ("Room 2", "9:30")
    assert form.follow_values({"place": "Room 2", "when": "9:30"})  # by now it is kept
    assert form.follow_values({"place": "Room 3", "when": "9:30"}) and place.typed() == "Room 3"
