"""Two mediators change one session or draft terms at once: neither replaces unseen what the other kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Attendance, SessionMode, Side
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionClash, SessionDraft, as_drafted
from mediation_desk.services.settlement import settling
from mediation_desk.services.settlement.settling import TermsClash
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of, terms

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


def total_of(desk: Desk, case_id: UUID) -> object:
    agreement = case_of(desk, case_id).agreement
    return agreement and agreement.total


# Sessions


def test_what_each_changed_of_a_session_is_kept_of_both(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    present = (*HELD.attendees, (Attendance.PARTY, "温若晴"))
    meeting.change_session(other, case_id, session, replace(HELD, record="双方到场，各说了经过。"), HELD)
    meeting.change_session(office.first, case_id, session,
                           replace(HELD, place="二号调解室 ", attendees=present), HELD)
    assert session_of(office.first, case_id) == replace(
        HELD, place="二号调解室", record="双方到场，各说了经过。", attendees=present)


@pytest.mark.parametrize(("theirs", "mine", "field", "told"), [
    ({"record": "她的记录"}, {"record": "他的记录"}, "record", "她的记录"),
    ({"place": ""}, {"place": "三号"}, "place", "“”"),
    ({"starts_at": datetime(2024, 11, 29, 9)}, {"starts_at": datetime(2024, 11, 30, 9)}, "starts_at",
     "2024-11-29 09:00"),
    ({"mode": SessionMode.CAUCUS, "side": Side.APPLICANT, "record": ""},
     {"mode": SessionMode.CAUCUS, "side": Side.RESPONDENT, "record": ""}, "mode", "Applicant"),
    ({"attendees": ((Attendance.MEDIATOR, "林一"), (Attendance.PARTY, "林二"))},
     {"attendees": ()}, "attendees", "林一、林二"),
])
def test_one_particular_that_both_changed_is_refused_with_the_others_word(
        office: Office, other: Desk, case_id: UUID, theirs: dict[str, object], mine: dict[str, object],
        field: str, told: str) -> None:
    session = held(office.first, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, **theirs), HELD)  # type: ignore[arg-type]
    kept = session_of(other, case_id)
    wanted = replace(HELD, **mine)  # type: ignore[arg-type]
    with pytest.raises(SessionClash, match=told) as clash:
        meeting.change_session(office.first, case_id, session, wanted, HELD)
    assert clash.value.field == field
    assert session_of(office.first, case_id) == kept
    meeting.change_session(office.first, case_id, session, wanted, clash.value.looked_at(HELD))
    assert session_of(office.first, case_id) == wanted


def test_the_same_correction_twice_is_no_quarrel(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    for desk in (other, office.first):
        meeting.change_session(desk, case_id, session, replace(HELD, place="二号调解室"), HELD)
    assert session_of(office.first, case_id).place == "二号调解室"


def test_who_looked_at_nothing_writes_all(office: Office, other: Desk, case_id: UUID) -> None:
    session = held(office.first, case_id)
    meeting.change_session(other, case_id, session, replace(HELD, record="她的记录"), HELD)
    meeting.change_session(office.first, case_id, session, replace(HELD, place="二号调解室"))
    assert session_of(office.first, case_id) == replace(HELD, place="二号调解室")


# Terms


def test_a_colleagues_terms_are_not_replaced_unseen(office: Office, other: Desk, case_id: UUID) -> None:
    first = settling.draft(office.first, case_id, terms("10000.00"), None).result
    hers = settling.draft(other, case_id, terms("12000.00"), first).result
    for seen in (None, first):
        with pytest.raises(TermsClash, match=r"12,000\.00.*2024") as clash:
            settling.draft(office.first, case_id, terms("11000.00"), seen)
        assert clash.value.agreement_id == hers
        assert total_of(office.first, case_id) == yuan("12000.00")
    settling.draft(office.first, case_id, terms("11000.00"), hers)
    assert total_of(office.first, case_id) == yuan("11000.00")


def test_ones_own_terms_are_replaced_in_a_row(office: Office, other: Desk, case_id: UUID) -> None:
    """Kept, changed and kept, taken back and kept again, before the window has read the case anew."""
    hers = settling.draft(other, case_id, terms("9000.00"), None).result
    for total in ("10000.00", "11000.00"):
        settling.draft(office.first, case_id, terms(total), hers)
    history.undo(office.first, case_id)
    settling.draft(office.first, case_id, terms("12000.00"), hers)
    assert total_of(office.first, case_id) == yuan("12000.00")


def test_where_no_terms_stand_nothing_is_in_the_way(office: Office, other: Desk, case_id: UUID) -> None:
    hers = settling.draft(other, case_id, terms("9000.00"), None).result
    history.undo(other, case_id)
    settling.draft(office.first, case_id, terms("10000.00"), hers)
    assert total_of(office.first, case_id) == yuan("10000.00")
