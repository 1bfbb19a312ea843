"""Who bears a mark elsewhere: by a few looks at the marks, and with what may be seen told apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import delete

from mediation_desk.domain.intake.marks import Typed, marks
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services.intake import joining
from mediation_desk.store.reading import known
from mediation_desk.store.tables.desk import party_marks
from tests.offices import Office
from tests.services.intake.test_known import CARD, applicant, matter
from tests.services.papers_desk import COMPANY

MARKED = marks(Typed(id_number=CARD), shipped_companies())
COMPANYS = marks(Typed(PartyKind.ORGANISATION, COMPANY), shipped_companies())


@pytest.mark.parametrize("own", [True, False])
def test_what_may_not_be_seen_is_said_to_be_so(office: Office, own: bool) -> None:
    desk = office.first
    case_id = matter(desk)
    with desk.reading() as work:
        work.lists.reach(all_cases=False, own_cases=own)
        (met,) = known.bearing(work.connection, work.lists, MARKED)
        (count,) = known.companies(work.connection, work.lists, COMPANYS, date(2025, 1, 20))
        assert (met.case_id, met.visible) == (case_id, own) and (count.cases, count.visible) == (1, own)
        seen = known.parties_of(work.connection, work.lists, [case_id], PartyKind.PERSON)
        assert [one.name for one in seen] == (["扎西·东珠"] if own else [])


def test_nothing_but_marks_is_looked_at(office: Office) -> None:
    desk = office.first
    matter(desk)
    with desk.store.engine.begin() as connection:
        connection.execute(delete(party_marks))
    with desk.reading() as work:
        assert known.bearing(work.connection, work.lists, MARKED) == []
        assert known.bearing(work.connection, work.lists, ()) == []


def test_joinings_are_followed_to_their_end_and_keys_found(office: Office) -> None:
    desk = office.first
    cases = [matter(desk) for _ in range(4)]
    keys = [applicant(desk, case_id) for case_id in cases]
    for at in range(3):
        joining.join_person(desk, cases[at], keys[at], keys[at + 1])
    with desk.reading() as work:
        links = known.joined_with(work.connection, [keys[3]])
        assert {(one.party_id, one.same_as) for one in links} == set(pairwise(keys))
        assert set(known.of_keys(work.connection, work.lists, keys)) == set(keys)
        assert known.joined_with(work.connection, []) == []


def test_numbers_are_not_shown_where_a_party_is_printed(office: Office) -> None:
    desk = office.first
    matter(desk)
    with desk.reading() as work:
        assert CARD not in repr(known.bearing(work.connection, work.lists, MARKED))
