"""Case numbers: one by one at the office, in blocks for laptops, none twice, and none lost with a bag."""

from __future__ import annotations

import pytest

from mediation_desk.domain.rights import Verb
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.work.serials import RESERVED, NoNumberLeft
from mediation_desk.store.work.work import Work
from tests.offices import Office
from tests.services.papers_desk import registered


def taken(office: Office, count: int, year: int = 2026) -> tuple[int, ...]:
    with office.first.work("check_out", Verb.REGISTER_CASE) as work:
        made = work.serials.reserve(year, count)
        work.commit()
    return made


def number(work: Work, case_id: object, year: int = 2026) -> int:
    return work.serials.next(year, case_id)  # type: ignore[arg-type]


def test_a_block_is_set_aside_and_the_office_goes_on_behind_it(office: Office) -> None:
    case_id = registered(office.first)
    assert taken(office, 3) == (1, 2, 3)
    with office.first.work("edit", Verb.REGISTER_CASE) as work:
        assert number(work, case_id) == 4
    assert taken(office, 2) == (4, 5)
    assert upkeep.prove(office.first) == []


def test_numbers_of_a_bag_that_was_not_written_go_with_the_next(office: Office) -> None:
    first = taken(office, 3)
    with office.first.work("check_out", Verb.REGISTER_CASE) as work:
        work.serials.give_back(2026, first)
        work.commit()
    assert taken(office, 5) == (1, 2, 3, 4, 5)
    assert taken(office, 1) == (6,)


def test_a_laptop_gives_only_its_own_numbers_and_says_when_they_are_used_up(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.work("open_bag", Verb.REGISTER_CASE) as work:
        work.settings.write({RESERVED: {"2026": [[21, 21], [40, 41]]}})
        assert [number(work, case_id) for _ in range(3)] == [21, 40, 41]
        with pytest.raises(NoNumberLeft, match="2026"):
            number(work, case_id)
        with pytest.raises(NoNumberLeft, match="2027"):
            number(work, case_id, 2027)


def test_a_number_that_was_taken_elsewhere_is_not_given_again(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.work("bring_home", Verb.REGISTER_CASE) as work:
        work.serials.heard(2026, 21)
        work.serials.heard(2026, 7)
        assert work.serials.last(2026) == 21
        assert number(work, case_id) == 22


def test_many_are_taken_at_once_as_one_by_one_and_on_a_laptop_from_its_own(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.work("edit", Verb.REGISTER_CASE) as work:
        assert work.serials.next_many(2026, [case_id] * 3) == [1, 2, 3]
        assert (work.serials.next_many(2026, []), number(work, case_id)) == ([], 4)
        work.commit()
    with office.first.work("open_bag", Verb.REGISTER_CASE) as work:
        work.settings.write({RESERVED: {"2026": [[21, 21], [40, 41]]}})
        assert work.serials.next_many(2026, [case_id] * 2) == [21, 40]
        with pytest.raises(NoNumberLeft, match="2026"):
            work.serials.next_many(2026, [case_id] * 2)
    assert upkeep.prove(office.first) == []
