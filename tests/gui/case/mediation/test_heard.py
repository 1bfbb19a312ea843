"""Words of three kinds: kept by Ctrl+Enter with their hour, let out in words of their own, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.vocabulary import Outcome, SealedKind, Side
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case.mediation.hands import page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room, editor


def test_ctrl_enter_keeps_a_note_and_the_next_is_typed_at_once(room: Room, desk: Desk) -> None:
    """What is typed while the first is still being saved stays where it is."""
    column = shown_alone(room, Side.APPLICANT)
    area = editor(column.note_form.field("note"))
    room.begin(column.note_form.field("note"), "rent is due")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(area, "and the")
    room.settle()
    assert [word.text for word in caucus.talk(desk, room.case_id).words] == ["rent is due"]
    assert column.note_form.field("note").typed() == "and the" and area.hasFocus()
    assert "2024-11-25 10:00" in words_on_screen(column)
    room.window.bench.notes.flush()
    room.settle()
    room.click(page_of(room).private.toggles[Side.APPLICANT])
    assert shown_alone(room, Side.APPLICANT).note_form.field("note").typed() == "and the"


def test_worries_and_admissions_stand_under_their_own_titles(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    for at, text in ((1, "afraid of the others"), (2, "october is owed")):
        room.choose(column.note_form.field("kind"), at)
        room.begin(column.note_form.field("note"), text)
        room.click(column.note_button)
    talk = caucus.talk(desk, room.case_id)
    assert [word.text for word in talk.of(Side.RESPONDENT, SealedKind.INTEREST)] == ["afraid of the others"]
    assert [word.text for word in talk.of(Side.RESPONDENT, SealedKind.ADMISSION)] == ["october is owed"]
    told = words_on_screen(column)
    assert told.index("Interests and worries") < told.index("afraid of the others")
    assert told.index("What this side admits") < told.index("october is owed")


def test_a_note_that_could_not_be_kept_comes_back(room: Room, desk: Desk) -> None:
    """Somebody closed the case meanwhile: what was typed is not lost, and the reason is said."""
    column = shown_alone(room, Side.APPLICANT)
    room.choose(column.note_form.field("kind"), 2)
    room.begin(column.note_form.field("note"), "two days off")
    closing.close(desk, room.case_id, desk.today, Outcome.NO_AGREEMENT, "", sure=True)
    room.click(column.note_button)
    assert column.note_form.field("note").typed() == "two days off"
    assert column.note_form.field("kind").typed() == "admission"
    assert "This case is closed" in words_on_screen(room.frame)
    assert caucus.talk(desk, room.case_id).words == ()


def test_an_admission_is_told_in_other_words_and_taken_back_while_nobody_was_shown_it(
        room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, "two days off", kind=SealedKind.ADMISSION)
    column = shown_alone(room, Side.APPLICANT)
    room.click(column.findChildren(QPushButton, "may_be_told")[0])
    telling = column.heard.telling.field("telling")
    assert telling.typed() == "two days off" and editor(telling).hasFocus()
    telling.set_typed("")
    room.begin(telling, "two days may be taken off")
    room.click(column.heard.tell)
    (fact,) = room.case.told_facts
    assert (fact.text, fact.side) == ("two days may be taken off", Side.APPLICANT)
    told = words_on_screen(column)
    assert "May be told" in told and "Told as: two days may be taken off" in told and "Released" in told
    assert not column.findChildren(QPushButton, "may_be_told")
    room.click(column.findChildren(QPushButton, "take_back")[0])
    assert room.case.told_facts == [] and column.findChildren(QPushButton, "may_be_told")


def test_left_sealed_nothing_is_told(room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, "between us")
    column = shown_alone(room, Side.APPLICANT)
    room.click(column.findChildren(QPushButton, "may_be_told")[0])
    room.click(column.heard.leave)
    assert room.case.told_facts == [] and column.heard.telling.isHidden() is False
    assert not column.heard.telling.isVisible() and editor(column.note_form.field("note")).hasFocus()


def test_half_written_words_to_be_told_wait_for_the_same_entry(room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, "between us")
    column = shown_alone(room, Side.APPLICANT)
    room.click(column.findChildren(QPushButton, "may_be_told")[0])
    column.heard.telling.field("telling").set_typed("")
    room.begin(column.heard.telling.field("telling"), "not yet finish")
    room.click(page_of(room).private.toggles[Side.APPLICANT])
    again = shown_alone(room, Side.APPLICANT)
    room.click(again.findChildren(QPushButton, "may_be_told")[0])
    assert again.heard.telling.field("telling").typed() == "not yet finish"
