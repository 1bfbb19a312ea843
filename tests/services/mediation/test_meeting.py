"""Sessions and offers: two mediators change one at once, and neither replaces unseen what the other kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.merging import Conflicts, Kind, Seen
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Attendance, SessionMode, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.mediation.drafted import as_drafted
from tests.services.papers_desk import accepted, asked, case_of

HELD = SessionDraft(datetime(2024, 11, 28, 14, 30), place="一号调解室", record="双方到场。",
                    attendees=((Attendance.MEDIATOR, "陈守信"),))


@pytest.fixture
def case_id(office: Office) -> UUID:
    return asked(office.first, accepted(office.first))


@pytest.fixture
def other(office: Office, case_id: UUID) -> Desk:
    """A colleague who mediates the same case, at a desk of her own."""
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR))
    return office.desk("wang", LENT)


def session_of(desk: Desk, case_id: UUID) -> SessionDraft:
    return as_drafted(case_of(desk, case_id).sessions[0])


def held(desk: Desk, case_id: UUID) -> UUID:
    made = meeting.hold_session(desk, case_id, HELD).result
    assert made
    return made


# Sessions


def test_what_each_changed_of_a_session_is_kept_of_both(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    present = (*HELD.attendees, (Attendance.PARTY, "温若晴"))
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, record="双方到场，各说了经过。"))
    meeting.change_session(office.first, case_id, session,
                           replace(HELD, place="二号调解室 ", attendees=present), seen)
    assert session_of(office.first, case_id) == replace(
        HELD, place="二号调解室", record="双方到场，各说了经过。", attendees=present)


def test_who_attended_is_joined_from_both(office: Office, other: Desk, case_id: UUID) -> None:
    """She enters the worker and takes nobody out; he takes himself out and enters the lawyer."""
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    hers, lawyer = (Attendance.PARTY, "温若晴"), (Attendance.LEGAL_AID, "林律师")
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, attendees=(*HELD.attendees, hers)))
    meeting.change_session(office.first, case_id, session, replace(HELD, attendees=(lawyer,)), seen)
    assert set(session_of(office.first, case_id).attendees) == {hers, lawyer}


@pytest.mark.parametrize(("theirs", "mine", "field", "stands"), [
    ({"record": "她的记录"}, {"record": "他的记录"}, "record", "她的记录"),
    ({"place": ""}, {"place": "三号"}, "place", ""),
    ({"starts_at": datetime(2024, 11, 29, 9)}, {"starts_at": datetime(2024, 11, 30, 9)}, "starts_at",
     "2024-11-29T09:00:00"),
    ({"mode": SessionMode.CAUCUS, "side": Side.APPLICANT, "record": ""},
     {"mode": SessionMode.CAUCUS, "side": Side.RESPONDENT, "record": ""}, "side", "applicant"),
])
def test_one_particular_that_both_changed_is_refused_with_the_others_word(
        office: Office, other: Desk, case_id: UUID, theirs: dict[str, object], mine: dict[str, object],
        field: str, stands: str) -> None:
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, **theirs))  # type: ignore[arg-type]
    kept = session_of(other, case_id)
    wanted = replace(HELD, **mine)  # type: ignore[arg-type]
    with pytest.raises(Conflicts) as told:
        meeting.change_session(office.first, case_id, session, wanted, seen)
    (conflict,) = told.value.conflicts
    assert (told.value.field, conflict.stands, conflict.by and conflict.by.name) == (field, stands, "Wang")
    assert session_of(office.first, case_id) == kept
    meeting.change_session(office.first, case_id, session, wanted, told.value.seen)
    assert session_of(office.first, case_id) == wanted


def test_what_was_told_of_one_particular_is_not_known_of_another(office: Office, other: Desk,
                                                                 case_id: UUID) -> None:
    """She changed place and record. He is told of her place and keeps his; her record stays."""
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, place="她的房间", record="她的记录"))
    with pytest.raises(Conflicts) as told:
        meeting.change_session(office.first, case_id, session, replace(HELD, place="他的房间"), seen)
    meeting.change_session(office.first, case_id, session, replace(HELD, place="他的房间"), told.value.seen)
    assert session_of(office.first, case_id) == replace(HELD, place="他的房间", record="她的记录")


def test_two_changes_that_do_not_go_together_are_one_conflict(office: Office, other: Desk,
                                                              case_id: UUID) -> None:
    """He makes it a talk with one side alone, which has no open record; she writes into the record."""
    session = meeting.hold_session(office.first, case_id, replace(HELD, record="")).result
    assert session
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, record="她的记录"))
    alone = replace(HELD, record="", mode=SessionMode.CAUCUS, side=Side.APPLICANT)
    with pytest.raises(Conflicts, match="belongs under") as told:
        meeting.change_session(office.first, case_id, session, alone, seen)
    assert [conflict.kind for conflict in told.value.conflicts] == [Kind.WHOLE]
    assert session_of(office.first, case_id).record == "她的记录"


def test_the_same_correction_twice_is_no_quarrel(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    seen = reading.case(other, case_id).seen
    for desk in (other, office.first):
        meeting.change_session(desk, case_id, session, replace(HELD, place="二号调解室"), seen)
    assert session_of(office.first, case_id).place == "二号调解室"


def test_who_looked_at_nothing_writes_over_nothing(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    with pytest.raises(Conflicts):
        meeting.change_session(other, case_id, session, replace(HELD, place="二号调解室"))
    assert session_of(office.first, case_id) == HELD


def test_a_session_that_a_colleague_wrote_in_is_not_removed_unseen(office: Office, other: Desk,
                                                                   case_id: UUID) -> None:
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, record="她的记录"))
    with pytest.raises(Conflicts, match="changed this") as told:
        meeting.remove_session(office.first, case_id, session, seen)
    assert session_of(office.first, case_id).record == "她的记录"
    meeting.remove_session(office.first, case_id, session, told.value.seen)
    assert case_of(office.first, case_id).sessions == []


def test_a_session_removed_by_both_is_simply_gone(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    for desk, known in ((other, None), (office.first, seen)):
        meeting.remove_session(desk, case_id, session, known)
    assert case_of(office.first, case_id).sessions == []


def test_a_word_for_a_session_that_is_gone_is_told_who_took_it_out(office: Office, other: Desk,
                                                                   case_id: UUID) -> None:
    session = held(office.first, case_id)
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.remove_session(other, case_id, session)
    with pytest.raises(Conflicts, match="Wang took this out") as told:
        meeting.change_session(office.first, case_id, session, replace(HELD, place="二号"), seen)
    assert told.value.conflicts[0].kind is Kind.GONE


# Offers


def test_two_offers_accepted_at_once_are_one_conflict(office: Office, other: Desk, case_id: UUID) -> None:
    offers = [meeting.make_offer(office.first, case_id, side, yuan(amount)).result
              for side, amount in ((Side.APPLICANT, "9000"), (Side.RESPONDENT, "7000"))]
    assert offers[0] and offers[1]
    seen = reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.accept_offer(other, case_id, offers[0])
    with pytest.raises(Conflicts, match="Two offers") as told:
        meeting.accept_offer(office.first, case_id, offers[1], seen)
    assert [offer.id for offer in case_of(office.first, case_id).offers if offer.accepted_at] == [offers[0]]
    meeting.accept_offer(office.first, case_id, offers[1], told.value.seen)
    assert [offer.id for offer in case_of(office.first, case_id).offers if offer.accepted_at] == [offers[1]]


def test_offers_made_on_two_sides_both_stay(office: Office, other: Desk, case_id: UUID) -> None:
    for desk in (other, office.first):
        meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("9000"), seen=Seen())
    assert [offer.round for offer in case_of(office.first, case_id).offers] == [1, 2]


def test_a_talk_with_one_side_alone_has_no_open_record(office: Office) -> None:
    case_id = accepted(office.first)
    draft = SessionDraft(datetime(2024, 12, 1, 9), mode=SessionMode.CAUCUS, side=Side.APPLICANT,
                                 record="她说最低两万九")
    with pytest.raises(DeskError) as told:
        meeting.hold_session(office.first, case_id, draft)
    assert told.value.field == "record"


# What the record says besides

NINE, ELEVEN, EVENING = (datetime(2024, 11, 26, 9), datetime(2024, 11, 26, 11), datetime(2024, 11, 28, 17))


def noted(desk: Desk, draft: SessionDraft) -> MediationSession:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, draft)
    (session,) = case_of(desk, case_id).sessions
    return session


def test_of_a_session_nothing_is_known_that_nobody_entered(office: Office) -> None:
    session = noted(office.first, SessionDraft(NINE))
    assert (session.ended_at, session.recorder, session.rights_told, session.change_asked) == (None,) * 4


def test_its_end_its_recorder_and_what_was_told_are_kept(office: Office) -> None:
    session = noted(office.first, SessionDraft(NINE, ended_at=ELEVEN, recorder=" 何静 ", rights_told=True,
                                                change_asked=False))
    assert (session.ended_at, session.recorder) == (ELEVEN, "何静")
    assert session.rights_told is True and session.change_asked is False


@pytest.mark.parametrize("ended", [NINE, datetime(2024, 11, 26, 8, 59)])
def test_a_session_does_not_end_before_it_began(office: Office, ended: datetime) -> None:
    with pytest.raises(DeskError) as refused:
        noted(office.first, SessionDraft(NINE, ended_at=ended))
    assert refused.value.field == "ended_at"


def test_two_who_complete_the_same_record_both_count(office: Office, other: Desk, case_id: UUID) -> None:
    """One enters the recorder, the other the end; then both say whether the rights were told."""
    session, seen = held(office.first, case_id), reading.case(office.first, case_id).seen
    reading.case(other, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, recorder="何静", rights_told=True))
    meeting.change_session(office.first, case_id, session, replace(HELD, ended_at=EVENING), seen)
    now = session_of(office.first, case_id)
    assert (now.recorder, now.ended_at, now.rights_told) == ("何静", EVENING, True)
    with pytest.raises(Conflicts) as both:
        meeting.change_session(office.first, case_id, session, replace(HELD, rights_told=False), seen)
    assert [one.place.field for one in both.value.conflicts] == ["rights_told"]


def test_an_answer_is_taken_back_to_open(office: Office) -> None:
    desk = office.first
    session = noted(desk, SessionDraft(NINE, rights_told=True, recorder="何静"))
    seen = as_drafted(session)
    taken_back = replace(seen, rights_told=None, recorder="")
    meeting.change_session(desk, session.case_id, session.id, taken_back)
    (now,) = case_of(desk, session.case_id).sessions
    assert now.rights_told is None and now.recorder is None
    history.undo(desk, session.case_id)
    (now,) = case_of(desk, session.case_id).sessions
    assert now.rights_told is True and now.recorder == "何静"


def test_what_a_side_said_alone_has_no_open_record(office: Office) -> None:
    with pytest.raises(DeskError) as refused:
        noted(office.first, SessionDraft(NINE, mode=SessionMode.CAUCUS, side=Side.APPLICANT, record="底线"))
    assert refused.value.field == "record"
