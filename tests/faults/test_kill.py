"""Killed at random moments, a desk loses nothing that it acknowledged, and leaves nothing half done."""

from __future__ import annotations

import random
from pathlib import Path

from mediation_desk.services.entry import sign_in
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.offices import PASSWORD

ROUNDS = 12


def test_killed_while_saving(studio: Studio, children: Nursery, moment: random.Random) -> None:
    """What was acknowledged is there; at most one save more, which was kept and not yet told."""
    counted = 0
    for _ in range(ROUNDS):
        child = children.start("save", studio.where, studio.notes, studio.case_id)
        child.wait_for(1)
        child.kill_within(0.1, moment)
        told = int(child.acknowledged[-1])
        now = studio.facts()
        assert counted < told <= now <= told + 1
        counted = now
    studio.assert_whole()
    desk = studio.office.desk()
    with desk.reading() as work:
        assert work.cases.get(studio.case_id).version == counted + 1


def test_killed_while_backing_up(studio: Studio, children: Nursery, moment: random.Random,
                                 tmp_path: Path) -> None:
    """Every backup with the right name is whole, and what was half done is cleared away by the next."""
    stick = tmp_path / "stick"
    told: set[str] = set()
    for _ in range(ROUNDS):
        child = children.start("back_up", studio.where, studio.notes, stick)
        child.wait_for(moment.randrange(2))
        child.kill_within(0.15, moment)
        told |= set(child.acknowledged)
    desk = studio.office.desk()
    upkeep.back_up(desk, stick)
    assert not list(stick.glob("*.partial*"))
    made = sorted(stick.iterdir())
    assert told <= {path.name for path in made}
    assert all(upkeep.look_inside(path, "chen", PASSWORD, desk.pauses).cases == 1
               for path in made[:: len(made) // 20 + 1])
    assert upkeep.prove(desk) == []


def test_killed_while_restoring(file_studio: Studio, children: Nursery, moment: random.Random,
                                tmp_path: Path) -> None:
    """What was restored is an office as it was, and what was half restored is none."""
    desk = file_studio.office.desk()
    backup = upkeep.back_up(desk, tmp_path / "stick").path
    offices = 0
    for number in range(ROUNDS):
        into = tmp_path / f"round {number}"
        child = children.start("restore", backup, file_studio.notes, into)
        child.kill_within(0.2, moment)
        for folder in into.glob("*"):
            whole = in_folder(folder).exists()
            assert whole or folder.name not in child.acknowledged
            if whole:
                offices += 1
                again = sign_in.sign_in(in_folder(folder), "chen", PASSWORD, file_studio.office.around)
                assert upkeep.prove(again) == []
                again.store.close()
    assert offices
