"""Killed at random moments, a desk loses nothing that it acknowledged, and leaves nothing half done."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake.lists import importing
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.engines import renewed_file
from mediation_desk.store.engines.renewed_file import Left
from mediation_desk.store.store import in_folder
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.offices import PASSWORD
from tests.order_lists import list_of, rows

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


def test_killed_while_a_list_is_taken_in(studio: Studio, children: Nursery, moment: random.Random) -> None:
    """All of it is there or nothing, and what is taken in again afterwards is there once."""
    whole = 0
    for at in range(ROUNDS):
        count = 12 * (at + 1)  # each list holds the one before it
        child = children.start("take_list", studio.where, studio.notes, count)
        child.wait_for(1)
        child.kill_within(0.5, moment)
        there = studio.cases() - 1
        assert there in (whole, count) and (there == count or len(child.acknowledged) == 1)
        whole = there
    desk = studio.office.desk()
    importing.take(desk, list_of(rows(12 * ROUNDS)), {})
    desk.store.close()
    assert studio.cases() == 12 * ROUNDS + 1
    studio.assert_whole()


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


def test_killed_while_renewing_the_store_key(studio: Studio, children: Nursery,
                                             moment: random.Random) -> None:
    """Whenever it is killed, the store opens with the password under the last key that was told, or the one
    that just followed it; nothing is lost, nothing half done is left, and the next renewal goes as ever."""
    known, lefts = "", list[Left]()
    for _ in range(ROUNDS):
        child = children.start("renew_key", studio.where, studio.notes)
        child.wait_for(1 + moment.randrange(2))
        child.kill_within(0.25, moment)
        assert child.acknowledged[0] == known or not known
        desk = studio.office.desk()
        known = desk.store.opened.store_key.hex()
        assert known not in child.acknowledged[:-1]  # the last that was told, or the next
        lefts += [desk.store.left] if desk.store.left else []
        assert len(reading.case(desk, studio.case_id).case.applicants) == 1
        assert upkeep.prove(desk) == []
        desk.store.close()
        if studio.office.place.folder is not None:
            assert not list(studio.office.place.folder.glob("*.renewed*"))
    store_key.renew(studio.office.desk(), PASSWORD)
    studio.assert_whole()


@pytest.mark.parametrize("at", range(6))
def test_the_power_goes_between_key_file_and_store(file_studio: Studio, monkeypatch: pytest.MonkeyPatch,
                                                   at: int) -> None:
    """At each step of the switch, one after the other: the next start finishes it or takes it back."""
    desk, steps = file_studio.office.desk(), 0

    class PowerCut(BaseException):
        pass

    def counted(whole: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object) -> object:
            nonlocal steps
            steps += 1
            if steps > at:
                raise PowerCut
            return whole(*args)
        return step

    monkeypatch.setattr(os, "replace", counted(os.replace))
    monkeypatch.setattr(renewed_file, "throw_away", counted(renewed_file.throw_away))
    monkeypatch.setattr(renewed_file, "settled", counted(renewed_file.settled))
    with suppress(PowerCut):
        store_key.renew(desk, PASSWORD)
    monkeypatch.undo()
    desk.store.close()
    again = file_studio.office.desk()
    left = {0: None, 1: Left.TAKEN_BACK, 2: Left.TAKEN_BACK, 3: Left.FINISHED, 4: Left.FINISHED, 5: None}
    assert again.store.left is left[at]
    assert not list(Path(file_studio.where).glob("*.renewed*"))
    assert reading.case(again, file_studio.case_id).case.applicants
    assert upkeep.prove(again) == []


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
