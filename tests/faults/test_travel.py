"""Killed, or out of room, at any moment of leaving and coming home: the state before or the one after."""

from __future__ import annotations

import os
import random
from pathlib import Path

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.services import editing, reading
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry import sign_in
from mediation_desk.services.travel import (
    bringing,
    handing_back,
    leaving,
    opening,
    receiving,
    register,
    returning,
)
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.offices import PASSWORD
from tests.services.travel.handovers import hand_over, other_office
from tests.services.travel.roads import begun

ROUNDS = 8 * int(os.environ.get("SOAK", "1"))
BAGS = 6  # that came home in a row


def test_killed_while_packing(studio: Studio, children: Nursery, moment: random.Random,
                              tmp_path: Path) -> None:
    """Every bag that was told of opens, and of no bag that is noted there is none; numbers meet nowhere."""
    stick = tmp_path / "stick"
    stick.mkdir()
    told: set[str] = set()
    for _ in range(ROUNDS):
        child = children.start("take_along", studio.where, studio.notes, studio.case_id, stick)
        child.wait_for(moment.randrange(2))
        child.kill_within(0.15, moment)
        told |= set(child.acknowledged)
    desk = studio.office.desk()
    assert upkeep.prove(desk) == []
    bags = {path.name for path in stick.glob("*.mdbag")}
    assert told <= bags
    assert len(told) <= len(register.bags(desk)) <= len(bags)
    assert len({line.bag.numbers for line in register.bags(desk)}) == len(register.bags(desk))
    made = opening.found(tmp_path / "laptop", stick / sorted(told)[-1], PASSWORD, studio.office.around)
    assert upkeep.prove(made) == []
    made.store.close()


def test_killed_while_opening(file_studio: Studio, children: Nursery, moment: random.Random,
                              tmp_path: Path) -> None:
    """A travel desk that has its name is whole, and the bag opens again."""
    desk = file_studio.office.desk()
    path = tmp_path / "a.mdbag"
    leaving.pack(desk, leaving.Leaving((file_studio.case_id,), laptop="小白"), path)
    content, found = path.read_bytes(), 0
    for number in range(ROUNDS):
        into = tmp_path / f"round {number}"
        into.mkdir()
        child = children.start("open_bags", path, file_studio.notes, into)
        child.wait_for(moment.randrange(2))
        child.kill_within(0.3, moment)
        for folder in (one for one in into.iterdir() if not one.name.startswith(".")):
            found += 1
            again = sign_in.sign_in(in_folder(folder), "chen", PASSWORD, file_studio.office.around)
            assert upkeep.prove(again) == []
            assert reading.case(again, file_studio.case_id)
            again.store.close()
    assert found
    assert path.read_bytes() == content


def test_killed_while_coming_home(studio: Studio, children: Nursery, moment: random.Random,
                                  tmp_path: Path) -> None:
    """What was told to be home is home; at most one bag more, which was kept and not yet told."""
    desk = studio.office.desk()
    bags, laptop = tmp_path / "bags", tmp_path / "laptop"
    bags.mkdir()
    leaving.pack(desk, leaving.Leaving((studio.case_id,), laptop="小白"), tmp_path / "a.mdbag")
    travel = opening.found(laptop, tmp_path / "a.mdbag", PASSWORD, studio.office.around)
    reading.case(travel, studio.case_id)
    for number in range(1, BAGS + 1):
        before = str(number - 1) if number > 1 else ""
        editing.save(travel, studio.case_id, [
            Edit("case", studio.case_id, "facts_in_brief", before, str(number))])
        returning.pack(travel, bags / f"{number}.mdbag")
    travel.store.close()
    home = 0
    for _ in range(ROUNDS):
        child = children.start("come_home", studio.where, studio.notes, bags)
        child.kill_within(0.4, moment)
        told = max([home, *map(int, child.acknowledged)])
        now = studio.facts()
        assert told <= now <= told + 1
        home = now
        studio.assert_whole()
    for path in sorted(bags.iterdir()):
        bringing.bring_home(desk, path)
    assert studio.facts() == BAGS
    assert len([one for one in register.bags(desk) if one.bag.home_at]) == 1
    studio.assert_whole()


def test_killed_while_taking_in(studio: Studio, children: Nursery, moment: random.Random, tmp_path: Path
                                ) -> None:
    """Each case of the other office is here whole or not at all, and every bag can be taken in again."""
    desk, bags = studio.office.desk(), tmp_path / "bags"
    bags.mkdir()
    with other_office(tmp_path / "there") as there:
        for number in range(BAGS):
            hand_over(there.first, desk, begun(there.first, f"第{number}人"), bags / f"{number}.mdbag")
    before = reading.count(desk, CaseFilter())
    here = 0
    for _ in range(ROUNDS):
        child = children.start("take_in", studio.where, studio.notes, bags)
        child.kill_within(0.4, moment)
        told = max([here, *(int(one) + 1 for one in child.acknowledged)])
        here = reading.count(desk, CaseFilter()) - before
        assert told <= here <= told + 1
        studio.assert_whole()
    for path in sorted(bags.iterdir()):
        receiving.take_in(desk, path)
    (line,) = handing_back.here(desk)
    assert len(line.cases) == BAGS == reading.count(desk, CaseFilter()) - before
    studio.assert_whole()


def test_a_full_stick_leaves_no_bag_and_nothing_on_the_road(file_studio: Studio, children: Nursery,
                                                            moment: random.Random, tmp_path: Path) -> None:
    desk = file_studio.office.desk()
    leaving.pack(desk, leaving.Leaving((file_studio.case_id,), laptop="小白"), tmp_path / "a.mdbag")
    size, before = (tmp_path / "a.mdbag").stat().st_size, len(register.bags(desk))
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(6):
        child = children.start("take_along_until_full", file_studio.where, file_studio.notes,
                               file_studio.case_id, stick, moment.randrange(size))
        child.finish()
        assert child.refused
        assert list(stick.iterdir()) == []
        assert len(register.bags(desk)) == before
    file_studio.assert_whole()


def test_a_full_laptop_makes_no_travel_desk(file_studio: Studio, children: Nursery, moment: random.Random,
                                            tmp_path: Path) -> None:
    desk = file_studio.office.desk()
    leaving.pack(desk, leaving.Leaving((file_studio.case_id,), laptop="小白"), tmp_path / "a.mdbag")
    place = tmp_path / "place"
    place.mkdir()
    for _ in range(6):
        child = children.start("open_until_full", tmp_path / "a.mdbag", file_studio.notes, place / "laptop",
                               moment.randrange(200_000))
        child.finish()
        assert child.refused
        assert list(place.iterdir()) == []
    opening.found(place / "laptop", tmp_path / "a.mdbag", PASSWORD, file_studio.office.around).store.close()
