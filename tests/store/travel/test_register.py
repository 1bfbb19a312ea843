"""The register of the road: who is out with what, and which departure counts."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.store.travel import register
from tests.services.travel.roads import Road


def test_a_case_is_out_with_every_bag_until_each_is_home(accepted_road: Road) -> None:
    road = accepted_road
    with road.desk.reading() as work:
        out = list(register.away(work, [road.case_id]))
        assert [(case_id, away.laptop) for case_id, away in out] == [
            (road.case_id, "lenovo"), (road.case_id, "thinkpad")]
        assert list(register.away(work, [])) == []
        assert register.is_any_out(work)
    for left, (_case, away) in zip((1, 0), out, strict=True):
        with road.desk.work("bring_home") as work:
            register.bag(work, away.bag_id).came_home(work.who.now)
            work.commit()
        with road.desk.reading() as work:
            assert len(list(register.away(work, [road.case_id]))) == left
            assert register.is_any_out(work) is bool(left)


def test_a_bag_that_never_left_is_told(accepted_road: Road) -> None:
    with accepted_road.desk.reading() as work, pytest.raises(DeskError, match="never left this office"):
        register.bag(work, UUID(int=7))


def test_each_laptop_has_its_own_departure(accepted_road: Road) -> None:
    road = accepted_road
    with road.desk.reading() as work:
        laptops = register.laptops(work)
        for one in laptops:
            departure = register.departures(work, one.id)[road.case_id]
            assert departure.laptop_id == one.id
            assert register.cases_of(work, departure.bag_id) == [road.case_id]
        assert register.departures(work, UUID(int=7)) == {}
    with road.laptop().reading() as work:
        assert register.cases_here(work) == [road.case_id]
