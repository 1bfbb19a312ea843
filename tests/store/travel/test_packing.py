"""What leaves: whole rows and chains, what the office has set, and nothing that is this store's own."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.travel import leaving
from mediation_desk.store.travel import bag, loads, packing
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.rows import loaded
from tests.offices import Office
from tests.services.travel.roads import Road, raw_rows


def unpacked(office: Office, path: Path) -> Load:
    """What its carrier finds in it."""
    key = bag.key_for_carrier(bag.look_at(path), office.first.store.opened.private_key)
    return loads.read(path, key)


def test_a_case_leaves_with_all_its_rows_and_its_whole_chain(accepted_road: Road) -> None:
    road = accepted_road
    target = road.folder / "more.mdbag"
    leaving.pack(road.desk, leaving.Leaving((road.case_id,), laptop="小黑"), target)
    load = unpacked(road.office, target)
    (travelling,) = load.inside.cases
    assert travelling.base == 0
    assert len(load.of(road.case_id, "journal")) == travelling.end == travelling.number
    assert loaded(load.rows[road.case_id]) == raw_rows(road.desk, road.case_id)


def test_the_offices_settings_go_along_and_the_stores_own_stay(accepted_road: Road) -> None:
    road = accepted_road
    target = road.folder / "more.mdbag"
    leaving.pack(road.desk, leaving.Leaving((road.case_id,), laptop="小黑", with_evidence=False), target)
    load = unpacked(road.office, target)
    assert load.inside.office == road.desk.settings.name
    assert load.inside.settings
    assert not any(name.startswith(packing.STAYING) for name in load.inside.settings)
    assert load.inside.contents == []
    assert [one.login for one in load.inside.people if one.id == road.desk.who.account_id] == ["chen"]


def test_a_case_that_is_not_here_is_refused(accepted_road: Road) -> None:
    with accepted_road.desk.reading() as work, pytest.raises(DeskError, match="not in this store"):
        packing.departing(work.connection, {UUID(int=7): b""}, UUID(int=8))


def test_the_size_is_about_that_of_the_bag(accepted_road: Road) -> None:
    road = accepted_road
    with road.desk.reading() as work:
        assert packing.row_bytes(work.connection, [road.case_id]) > 1000
        assert sorted(one.size for one in loads.contents_of(work.connection, [road.case_id])) == [1, 1, 1]
