"""Attendance on the page: each party by name, nothing answered beforehand, and what lacks said beside it."""

from datetime import datetime

from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Authority, PartyKind, Presence, Role, SessionState, Side
from mediation_desk.gui.case.mediation.attendance import AttendancePart, acting_for, answers_of
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.mediation import meeting
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room

REPRESENTED = 2  # in the list, after nothing and the party itself


def attendance(room: Room) -> AttendancePart:
    """Of a session of this morning."""
    meeting.hold_session(room.desk, room.case_id, meeting.SessionDraft(
        datetime(2024, 11, 25, 9), state=SessionState.UNDER_WAY))
    room.window.bench.reload()
    room.settle()
    return opened(room)


def opened(room: Room) -> AttendancePart:
    page = page_of(room)
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None and page.sessions.editor.attendance is not None
    return page.sessions.editor.attendance


def test_nothing_is_answered_beforehand_and_nothing_kept_of_nobody(room: Room) -> None:
    part = attendance(room)
    assert [row.came.typed() for row in part.rows.values()] == [""] * 6
    room.click(part.keep_button)
    assert room.case.sessions[0].presences == []


def test_one_press_answers_for_a_side_and_leaves_what_was_answered(room: Room) -> None:
    part = attendance(room)
    first = next(iter(part.rows.values()))
    room.choose(first.came, 3)
    room.click(part.everybody[Side.APPLICANT])
    kept = {one.party_id: one.presence for one in room.case.sessions[0].presences}
    assert kept.pop(first.party.id) is Presence.ABSENT
    assert list(kept.values()) == [Presence.CAME] * 4 and Side.RESPONDENT not in part.everybody


def test_of_whoever_came_for_the_company_name_and_authority_are_asked(room: Room) -> None:
    part = attendance(room)
    company = list(part.rows.values())[-1]
    room.choose(company.came, REPRESENTED)
    room.click(part.keep_button)
    assert "Say who came for" in company.field("by").error()
    room.type(company.field("by"), "周律师")
    room.click(part.keep_button)
    assert "with which authority" in company.field("authority").error()
    room.choose(company.field("authority"), 2)
    room.choose(company.field("authority_seen"), 0)
    room.click(part.keep_button)
    (kept,) = room.case.sessions[0].presences
    assert (kept.by, kept.authority, kept.authority_seen) == ("周律师", Authority.SPECIAL, True)
    room.choose(company.came, 1)
    assert company.field("by").isHidden()
    room.click(part.keep_button)
    (kept,) = room.case.sessions[0].presences
    assert (kept.presence, kept.by, kept.authority) == (Presence.CAME, "", None)


def test_what_was_being_answered_comes_back_after_a_kill(room: Room, open_case: Opener) -> None:
    part = attendance(room)
    company = list(part.rows.values())[-1]
    room.choose(company.came, REPRESENTED)
    room.begin(company.field("by"), "周律师")
    room.window.bench.notes.flush()
    room.settle()
    again = list(opened(open_case(room.case_id)).rows.values())[-1]
    assert again.came.typed() == "represented" and again.field("by").typed() == "周律师"


def test_who_acts_for_a_party_is_offered(room: Room) -> None:
    case: Case = room.case
    registering.add_party(room.desk, room.case_id, PartyDraft(
        Role.AGENT, "周律师", particulars={"acts_for": case.respondents[0].id}))
    case = room.case
    assert "周律师" in acting_for(case, case.respondents[0])
    assert acting_for(case, case.applicants[0]) == []


def test_an_organisation_comes_through_its_legal_representative(room: Room) -> None:
    company = room.case.respondents[0]
    assert company.kind is PartyKind.ORGANISATION
    assert answers_of(company)[0] == (Presence.CAME, "Its legal representative came")
    assert answers_of(room.case.applicants[0])[0] == (Presence.CAME, "Came in person")
