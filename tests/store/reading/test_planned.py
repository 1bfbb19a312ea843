"""The calendar is read in a few questions, however much stands in it, and each reader reads no further."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import event

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.planning.clashes import Attending
from mediation_desk.domain.planning.entries import ALL, CalendarFilter, EntryKind
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.calendar import moving
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.serving import serving
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.calendar.weeks import ROOM, at, plan, week
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, WORKERS, accepted, asked, case_of, terms

SINCE, UNTIL = date(2025, 1, 1), date(2025, 1, 31)


@contextmanager
def questions(desk: Desk) -> Iterator[list[str]]:
    """What the store is asked meanwhile."""
    asked_: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked_.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", hear)
    try:
        yield asked_
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", hear)


@pytest.fixture
def case_id(office: Office) -> UUID:
    made = asked(office.first, accepted(office.first))
    plan(office.first, made, at(9), at(10.5))
    return made


def test_three_questions_whatever_stands_in_the_month(office: Office, case_id: UUID) -> None:
    def count() -> int:
        with office.first.reading() as work, questions(office.first) as asked_:
            assert list(work.planned.between(SINCE, UNTIL, ALL))
        return len(asked_)

    before = count()
    for hour in range(8, 18):
        plan(office.first, accepted(office.first), at(hour))
    assert before == count() == 3


def test_every_kind_is_found_on_its_day(office: Office, case_id: UUID) -> None:
    settling.draft(office.first, case_id, terms("8600.00", date(2025, 1, 23)))
    settling.sign(office.first, case_id, date(2025, 1, 10))
    closing.visit(office.first, case_id, closing.VisitDraft(date(2025, 1, 20)))
    notice = serving.Given("受理通知书", recipient="某人", due_on=date(2025, 1, 22))
    serving.serve(office.first, case_id, [notice])
    found = {(one.kind, one.on.day) for one in week(office.first)}
    assert found >= {(EntryKind.SESSION, 21), (EntryKind.INSTALMENT, 23), (EntryKind.VISIT, 20),
                     (EntryKind.SERVICE, 22)}


def test_a_colleague_reads_the_hours_and_no_whole_case(office: Office, case_id: UUID) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    desk, session = office.desk("wang", LENT), case_of(office.first, case_id).sessions[0].id
    with desk.reading() as work, questions(desk) as asked_:
        (busy,) = work.planned.between(SINCE, UNTIL, ALL)
        (near,) = work.planned.around(at(10), at(11))
        assert work.planned.chosen([session]) == []
    assert busy.busy and busy.place == "" and near.busy and near.place == ROOM
    assert not any("FROM cases" in one for one in asked_)


def test_a_room_and_a_mediator_narrow_it(office: Office, case_id: UUID) -> None:
    with office.first.reading() as work:
        for wanted, count in ((CalendarFilter(room=ROOM), 1), (CalendarFilter(room="别处"), 0),
                              (CalendarFilter(mediator_id=UUID(int=7)), 0)):
            assert len(list(work.planned.between(SINCE, UNTIL, wanted))) == count


def test_who_sits_at_a_table_depends_on_the_side(office: Office, case_id: UUID) -> None:
    plan(office.first, case_id, at(14), side=Side.RESPONDENT)
    with office.first.reading() as work:
        joint, alone = sorted(work.planned.around(at(0), at(24)), key=lambda one: one.starts_at or at(0))
        sitting = work.planned.attending([joint, alone])
        assert joint.row_id and alone.row_id
        assert sitting[joint.row_id] == {Attending(name) for name in (*WORKERS, COMPANY)}
        assert sitting[alone.row_id] == {Attending(COMPANY)}
        assert work.planned.parties_of(case_id, Side.APPLICANT) == {Attending(name) for name in WORKERS}


def test_a_session_counts_its_changes(office: Office, case_id: UUID) -> None:
    session: MediationSession = case_of(office.first, case_id).sessions[0]

    def revision() -> int:
        with office.first.reading() as work:
            return work.planned.revisions(work.planned.chosen([session.id]))[session.id].count

    before = revision()
    moving.move(office.first, case_id, session.id, at(14))
    assert revision() == before + 1
