"""Leaving: noted at the office, packed for the person at the desk alone, and undone where it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import leaving, register
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.travel import bag, loads
from tests.offices import Office
from tests.services.papers_desk import accepted
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT


def test_the_office_knows_who_has_what_on_which_laptop(office: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    made = leaving.pack(desk, leaving.Leaving((case_id,), laptop=" 小白 "), tmp_path / "a.mdbag")
    (line,) = register.bags(desk)
    assert (line.laptop, line.carrier, line.bag.id) == ("小白", "陈守信", made.bag_id)
    assert [case for case, _number in line.cases] == [case_id]
    assert line.bag.numbers == made.numbers == "2025: 1–20"
    (away,) = register.away(desk, [case_id])[case_id]
    assert (away.laptop, away.carrier) == ("小白", "陈守信")
    assert made.path.stat().st_size > 1000
    assert upkeep.prove(desk) == []


@pytest.mark.parametrize(("wanted", "field"), [
    (leaving.Leaving((), laptop="小白"), "cases"), (leaving.Leaving(("case",), laptop=" "), "laptop"),  # type: ignore[arg-type]
    (leaving.Leaving(("case",), laptop="长" * 41), "laptop")])  # type: ignore[arg-type]
def test_what_is_missing_is_said_beside_it(office: Office, tmp_path: Path, wanted: leaving.Leaving,
                                           field: str) -> None:
    with pytest.raises(DeskError) as refused:
        leaving.pack(office.first, wanted, tmp_path / "a.mdbag")
    assert refused.value.field == field
    assert list(tmp_path.glob("*.mdbag")) == []


def test_where_the_stick_is_gone_nothing_is_on_the_road_and_the_numbers_go_with_the_next(
        office: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    with pytest.raises(DeskError) as refused:
        leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "gone" / "a.mdbag")
    assert refused.value.field == "folder"
    assert (register.bags(desk), register.laptops(desk)) == ([], [])
    made = leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "a.mdbag")
    assert made.numbers == "2025: 1–20"
    assert upkeep.prove(desk) == []


def test_near_the_end_of_a_year_the_next_begins_on_the_road(office: Office, tmp_path: Path) -> None:
    office.clock.set(2025, 12, 12)
    made = leaving.pack(office.first, leaving.Leaving((accepted(office.first),), laptop="小白"),
                        tmp_path / "a.mdbag")
    assert made.numbers == "2025: 1–20; 2026: 1–20"


def test_only_a_mediator_of_the_case_takes_it_along(office: Office, tmp_path: Path) -> None:
    case_id = accepted(office.first)
    for login, role in (("li", AccountRole.MEDIATOR), ("sun", AccountRole.SUPERVISOR)):
        accounts.add(office.first, accounts.AccountDraft(login, login, frozenset({role}), LENT))
        theirs = office.desk(login, LENT)
        with pytest.raises(DeskError) as refused:
            leaving.pack(theirs, leaving.Leaving((case_id,), laptop="小黑"), tmp_path / f"{login}.mdbag")
        assert isinstance(refused.value, NotAllowed) or "password" in str(refused.value)
    assert list(tmp_path.glob("*.mdbag")) == []


def test_a_laptop_of_somebody_else_is_refused_and_a_known_one_has_its_rest(accepted_road: Road) -> None:
    road = accepted_road
    known = next(one for one in register.laptops(road.desk) if one.name == "lenovo")
    made = leaving.pack(road.desk, leaving.Leaving((road.case_id,), laptop_id=known.id),
                        road.folder / "second.mdbag")
    assert made.numbers, "what it has left is not known before it came home"
    assert len(register.laptops(road.desk)) == 2


def test_the_size_counts_evidence_once_and_only_where_it_goes_along(accepted_road: Road) -> None:
    road = accepted_road
    full = leaving.size(road.desk, [road.case_id], with_evidence=True)
    bare = leaving.size(road.desk, [road.case_id], with_evidence=False)
    assert (full.files, bare.files) == (3, 0)
    assert full.bytes - bare.bytes == 3


def test_colleagues_keys_are_not_in_the_bag(accepted_road: Road) -> None:
    road, path = accepted_road, accepted_road.folder / "lenovo.mdbag"
    key = bag.key_for_carrier(bag.look_at(path), road.desk.store.opened.private_key)
    load = loads.read(path, key)
    wraps = load.of(road.case_id, "case_key_wraps")
    me = str(road.desk.who.account_id)
    assert {row["account_id"] == me: bool(row["wrapped"]) for row in wraps} == {True: True, False: False}
