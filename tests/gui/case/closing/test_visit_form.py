"""A return visit as it is entered: nothing is chosen before it was heard, and nothing typed is lost."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from mediation_desk.domain.vocabulary import Outcome, Satisfaction, VisitManner, VisitOccasion
from mediation_desk.services import drafts
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.closing.hands import page_of
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


def test_a_return_visit_is_recorded_in_place_and_can_be_taken_back(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    form = page.visit_form.form
    room.choose(form.field("manner"), 1)
    room.choose(form.field("performed"), 0)
    room.choose(form.field("satisfaction"), 2)
    room.begin(form.field("note"), "still waiting")
    room.click(page.visit_form.record)
    made = room.case.visits[0]
    assert (made.visited_on, made.manner) == (date(2024, 11, 25), VisitManner.VISIT)
    assert (made.satisfaction, made.note) == (Satisfaction.DISSATISFIED, "still waiting")
    assert page.visits.rowCount() == 1 and page.visit_form.isHidden()
    room.click(page.bar.action)
    assert room.case.visits == []


def test_the_occasion_brings_its_script_and_both_names_are_kept(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    form = page.visit_form
    assert form.script.isHidden()  # nothing is chosen yet
    room.choose(form.occasion, 1)
    assert "1. Say who you are" in form.script.text() and "account in it" in form.script.text()
    answer_all(room)
    for name, typed in (("visited_by", "李调解"), ("spoken_with", "马晓岚"), ("result", "agreement in hand")):
        room.type(form.form.field(name), typed)
    room.click(form.record)
    made = room.case.visits[0]
    assert (made.occasion, made.visited_by, made.spoken_with, made.result) == (
        VisitOccasion.SIGNED, "李调解", "马晓岚", "agreement in hand")
    assert page.visits.data(page.visits.index(0, 1)) == "After the signing"


def test_a_visit_in_the_future_is_refused_beside_its_date(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    form = page.visit_form.form
    room.type(form.field("visited_on"), "2024-12-01")
    for name in ("manner", "performed", "satisfaction"):
        room.choose(form.field(name), 0)
    room.click(page.visit_form.record)
    assert page.visit_form.form.field("visited_on").error() == "That day lies in the future."
    assert room.case.visits == []


def test_nothing_that_a_party_says_is_chosen_before_it_was_heard(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    form = page.visit_form.form
    asked = ("manner", "performed", "satisfaction")
    assert [form.field(name).value() for name in asked] == [None, None, None]
    room.click(page.visit_form.record)
    assert [form.field(name).error() for name in asked] == ["This must be chosen."] * 3
    assert room.case.visits == []


def test_a_half_written_visit_comes_back_after_the_program_stopped(desk: Desk, open_case: Opener) -> None:
    case_id = rooms.streamers(desk)
    drafts.keep(desk, f"case/{case_id}/return-visit", '{"note": "they said"}')
    page = page_of(open_case(case_id))
    assert not page.visit_form.isHidden()
    assert page.visit_form.form.field("note").typed() == "they said"


def answer_all(room: Room) -> None:
    """The three questions, each with its first answer."""
    form = page_of(room).visit_form.form
    for name in ("manner", "performed", "satisfaction"):
        room.choose(form.field(name), 0)


def test_the_person_called_and_a_no_are_kept_as_they_were_said(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    form = page.visit_form.form
    answer_all(room)
    room.choose(form.field("performed"), 1)
    room.choose(page.visit_form.person, 2)  # after nobody: the second party
    room.begin(form.field("note"), "十二月的钱没有到账")
    room.click(page.visit_form.record)
    made = room.case.visits[0]
    assert made.performed is False and made.note == "十二月的钱没有到账"
    assert made.party_id == room.case.parties[1].id
    shown = [page.visits.data(page.visits.index(0, at)) for at in range(page.visits.columnCount())]
    assert room.case.parties[1].name in shown


def test_everybody_in_the_case_can_be_called_and_nobody_in_particular(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    combo = page.visit_form.person.combo
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "Nobody in particular", *rooms.WORKERS, rooms.COMPANY]
    assert page.visit_form.person.value() is None


def test_cancel_forgets_what_was_typed_and_esc_keeps_it(room: Room, desk: Desk) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    note = page.visit_form.form.field("note")
    room.begin(note, "half said")
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.visit_form.isHidden()
    room.window.bench.reload()
    room.settle()
    assert page.visit_form.isHidden()  # put by: it waits until somebody asks for it
    room.click(page.add_visit)
    assert note.typed() == "half said"
    room.click(page.visit_form.cancel)
    room.click(page.add_visit)
    assert note.typed() == "" and drafts.all_kept(desk) == {}


def test_a_second_visit_begins_empty(room: Room) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    answer_all(room)
    room.begin(page.visit_form.form.field("note"), "first call")
    room.click(page.visit_form.record)
    room.click(page.add_visit)
    form = page.visit_form.form
    said = ("manner", "party_id", "performed", "satisfaction", "note")
    assert [form.field(name).value() for name in said] == [None, None, None, None, ""]
    assert form.field("visited_on").value() == date(2024, 11, 25)


@pytest.mark.parametrize("typed", ["", "no day", "2024-13-01"])
def test_a_visit_without_a_readable_day_is_not_recorded(room: Room, typed: str) -> None:
    page = page_of(room)
    room.click(page.add_visit)
    answer_all(room)
    room.begin(page.visit_form.form.field("visited_on"), typed)
    room.click(page.visit_form.record)
    assert room.case.visits == [] and page.visit_form.form.field("visited_on").error()
    assert page.visit_form.isVisible()


def test_in_a_closed_case_nothing_typed_earlier_opens_the_form(desk: Desk, open_case: Opener,
                                                               taken_in: UUID) -> None:
    drafts.keep(desk, f"case/{taken_in}/return-visit", '{"note": "they said"}')
    closing.close(desk, taken_in, desk.today, Outcome.WITHDRAWN)
    assert page_of(open_case(taken_in)).visit_form.isHidden()
    assert len(drafts.all_kept(desk)) == 1  # nothing a person wrote is dropped
