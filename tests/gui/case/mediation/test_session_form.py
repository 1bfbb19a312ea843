"""The particulars of a session: times as people type them, whom a press names, what is asked when."""

from datetime import time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Attendance, Role, SessionForm, SessionMode
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.mediation.session_form import OLD, people_of, read_time
from mediation_desk.library.words import ENGLISH, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms
from tests.gui.case.mediation.hands import new_session
from tests.gui.case.rooms import Room


@pytest.mark.parametrize(("typed", "meant"), [("14:30", time(14, 30)), ("14：30", time(14, 30)),
                                              ("0930", time(9, 30)), ("930", time(9, 30)), ("9", time(9)),
                                              ("14时05分", time(14, 5))])
def test_times_are_read_as_people_type_them(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "12:60", "noon", ""])
def test_what_is_no_time_is_said(typed: str) -> None:
    with pytest.raises(DeskError) as told:
        read_time(typed)
    assert told.value.field == "starts_time"


@pytest.mark.parametrize(("typed", "meant"), [("14点30", time(14, 30)), ("14点", time(14)),
                                              ("１４：３０", time(14, 30)), (" 9 : 05 ", time(9, 5)),
                                              ("0:00", time(0)), ("23:59", time(23, 59)),
                                              ("2359", time(23, 59))])
def test_more_ways_in_which_people_write_a_time(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "2400", "12345", "-9", "9:5", "1e1", "14:30:00", "半夜"])
def test_what_could_be_read_in_two_ways_is_no_time(typed: str) -> None:
    with pytest.raises(DeskError) as told:
        read_time(typed)
    assert typed in Words.of(ENGLISH).sentence(told.value.sentence)


@given(st.times())
def test_every_minute_of_the_day_is_read_back(at: time) -> None:
    minute = at.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    for form in ("%H:%M", "%H%M", "%H时%M分", "%H.%M"):
        assert read_time(minute.strftime(form)) == minute


def test_a_press_names_each_side_with_those_who_act_for_it(desk: Desk, sorted_case: UUID) -> None:
    company = reading.case(desk, sorted_case).case.respondents[0]
    registering.add_party(desk, sorted_case, PartyDraft(
        Role.AGENT, "周律师", particulars={"acts_for": company.id}))
    people = people_of(reading.case(desk, sorted_case))
    workers = [(Attendance.PARTY, worker[0]) for worker in streamers.WORKERS]
    firm = [(Attendance.PARTY, streamers.COMPANY), (Attendance.PARTY, "周律师")]
    assert people == {"Both sides": [*workers, *firm], "Applicants": workers, "Respondents": firm,
                      "Mediators": [(Attendance.MEDIATOR, "李调解")]}


def test_without_a_respondent_there_are_no_two_sides_to_name(desk: Desk) -> None:
    case_id = rooms.register(desk, PartyDraft(Role.APPLICANT, "马晓兰"))
    assert people_of(reading.case(desk, case_id))["Both sides"] == []


def test_a_new_session_asks_the_parties_one_by_one_and_has_minutes_instead_of_a_record(room: Room) -> None:
    editor = new_session(room)
    assert all(editor.form.field(name).isHidden() for name in OLD)
    assert len(editor.form.people.adders) == 1  # the mediators
    assert editor.form.language.isHidden()
    editor.form.people.capacity.setCurrentIndex(list(Attendance).index(Attendance.INTERPRETER))
    rooms.insert(editor.form.people.line, "桑吉")
    room.click(editor.form.people.add_button)
    assert not editor.form.language.isHidden()
    room.type(editor.form.language, "Amdo Tibetan")
    room.type(editor.form.field("starts_time"), "9")
    room.type(editor.form.field("until"), "8")
    room.click(editor.keep_button)
    assert "ends after it began" in editor.form.field("until").error()
    room.type(editor.form.field("until"), "10")
    room.click(editor.keep_button)
    (kept,) = room.case.sessions
    assert [(one.name, one.language) for one in kept.attendees] == [
        ("李调解", None), ("桑吉", "Amdo Tibetan")]
    assert kept.until is not None and kept.until.hour == 10


def test_the_places_offered_suit_how_the_session_is_held(room: Room) -> None:
    from mediation_desk.domain.vocabulary import PlaceKind
    from mediation_desk.services.office import places

    places.add_place(room.desk, PlaceKind.ROOM, "第一调解室")
    places.add_place(room.desk, PlaceKind.PARK, "生物园区")
    room.window.bench.reload()
    room.settle()
    editor = new_session(room)
    room.settle()
    assert editor.form.place.offered == ["第一调解室"]
    room.choose(editor.how, list(SessionForm).index(SessionForm.MOBILE))
    assert editor.form.place.offered == ["生物园区"]
    room.choose(editor.how, list(SessionForm).index(SessionForm.PHONE))
    assert editor.form.place.offered == [] and not editor.form.place.list.isVisible()


def test_the_mediator_may_sit_with_both_in_turn(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_time"), "15")
    room.choose(editor.mode, 1)
    room.choose(editor.side, 2)
    room.click(editor.keep_button)
    (kept,) = room.case.sessions
    assert (kept.mode, kept.side) == (SessionMode.CAUCUS, None)
    page = room.window.page_in_front()
    page.sessions.edit(kept)  # type: ignore[union-attr]
    assert page.sessions.editor.side.typed() == "both"  # type: ignore[union-attr]
