"""A calendar file is read back by another program's rules: hours, keys, revisions, escaping, folding."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import SessionForm, SessionState, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.library.words import ENGLISH
from mediation_desk.services.calendar import ics, moving
from mediation_desk.services.calendar.ics import Chosen
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.offices import Office
from tests.services.calendar.weeks import ROOM, at, plan, write
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, WORKERS, accepted, case_of

AWKWARD = "一号楼, 二层; 靠窗\\里间"


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


def events(data: bytes) -> list[Component]:
    return Calendar.from_ical(data).walk("VEVENT")


def event(desk: Desk, session: UUID, **chosen: object) -> Component:
    (one,) = events(ics.ics(desk, Chosen([session], **chosen)))  # type: ignore[arg-type]
    return one


def test_a_session_is_read_back_at_its_hour_in_the_offices_zone(office: Office, case_id: UUID) -> None:
    """Nine o'clock at an office on Beijing time is one o'clock in UTC."""
    one = event(office.first, plan(office.first, case_id, at(9), at(10.5)))
    assert one.decoded("dtstart") == datetime(2025, 1, 21, 1, tzinfo=UTC)
    assert one.decoded("dtend") == datetime(2025, 1, 21, 2, 30, tzinfo=UTC)
    assert str(one["summary"]) == f"{case_of(office.first, case_id).number} 调解"
    assert (str(one["location"]), str(one["status"]), str(one["class"])) == (ROOM, "CONFIRMED", "PRIVATE")


def test_where_nobody_said_how_long_it_takes_an_hour(office: Office, case_id: UUID) -> None:
    one = event(office.first, plan(office.first, case_id, at(9)))
    assert (one.decoded("dtend") - one.decoded("dtstart")).total_seconds() == 3600


def test_a_later_file_moves_what_an_earlier_one_brought(office: Office, case_id: UUID) -> None:
    """The same key, and a revision that rises with every change."""
    session = plan(office.first, case_id, at(9), at(10))
    before = event(office.first, session)
    office.clock.set(2025, 1, 20, 15)
    moving.move(office.first, case_id, session, at(14))
    after = event(office.first, session)
    assert before["uid"] == after["uid"] and str(session) in str(after["uid"])
    assert after.decoded("sequence") == before.decoded("sequence") + 1
    assert before.decoded("last-modified") < after.decoded("last-modified") == datetime(
        2025, 1, 20, 7, tzinfo=UTC)
    assert event(office.first, session).decoded("sequence") == after.decoded("sequence")  # only exported


def test_what_was_called_off_is_cancelled_there_too(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), state=SessionState.CALLED_OFF)
    assert str(event(office.first, session)["status"]) == "CANCELLED"


def test_commas_semicolons_and_backslashes_come_back_and_long_lines_are_folded(
        office: Office, case_id: UUID) -> None:
    place = AWKWARD + "很长的地点" * 30
    data = ics.ics(office.first, Chosen([plan(office.first, case_id, at(9), place=place)]))
    assert str(events(data)[0]["location"]) == place
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in data.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)


def test_a_line_break_in_a_place_begins_no_line_of_its_own(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9))
    write(office.first, case_id, session, place="一号调解室\nATTENDEE:mailto:x@example.org")
    (one,) = events(ics.ics(office.first, Chosen([session])))
    assert "attendee" not in one


def test_names_stand_in_it_only_where_that_was_chosen(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9))
    named = (*WORKERS, COMPANY)
    plain = ics.ics(office.first, Chosen([session])).decode()
    assert not any(name in plain for name in named)
    told = event(office.first, session, parties=True, language=ENGLISH)
    assert str(told["description"]) == f"{WORKERS[0]} et al. (2) v. {COMPANY}"


def test_one_some_or_all_in_the_order_of_their_hours(office: Office, case_id: UUID) -> None:
    sessions = [plan(office.first, case_id, at(hour)) for hour in (15, 9, 11)]
    found = [one.decoded("dtstart").hour for one in events(ics.ics(office.first, Chosen(sessions)))]
    assert found == [1, 3, 7]


def test_colleagues_sessions_are_left_out_and_alone_are_refused(office: Office, case_id: UUID) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    wang = office.desk("wang", LENT)
    hers = plan(wang, accepted(wang), at(11))
    mine = plan(office.first, case_id, at(9))
    assert [one.decoded("dtstart").hour for one in events(ics.ics(wang, Chosen([hers, mine])))] == [3]
    with pytest.raises(NotAllowed):
        ics.ics(wang, Chosen([mine]))


def test_nothing_chosen_and_what_is_gone_are_said(office: Office, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="no session"):
        ics.ics(office.first, Chosen([]))


def test_it_is_written_into_a_new_file_and_never_over_another(office: Office, case_id: UUID,
                                                              tmp_path: Path) -> None:
    session = plan(office.first, case_id, at(9))
    file = ics.save(office.first, Chosen([session]), str(tmp_path / "一周"))
    assert file.name == "一周.ics" and len(events(file.read_bytes())) == 1
    with pytest.raises(DeskError, match="already is a file") as there:
        ics.save(office.first, Chosen([session]), str(file))
    assert there.value.field == "path"


def test_what_a_side_said_alone_is_in_no_file(office: Office, case_id: UUID) -> None:
    canaries = ("晓风残月杨柳岸", "暮霭沉沉楚天阔")
    for side, word in zip(Side, canaries, strict=True):
        caucus.note(office.first, case_id, side, word)
    sessions = [plan(office.first, case_id, at(9), side=side, form=SessionForm.OFFICE) for side in Side]
    data = ics.ics(office.first, Chosen(sessions, parties=True))
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert COMPANY in unfolded and not any(word in unfolded for word in canaries)
