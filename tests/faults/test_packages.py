"""Killed at any moment of sealing and taking in: no half file of a name, no half case, and it goes on."""

from __future__ import annotations

import os
import random
from pathlib import Path

from sqlalchemy import func, select

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.rights import Verb
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.referral import incoming, keys, leaving, packages
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.tables.evidence import evidence_files
from mediation_desk.store.work import evidence
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.services.referral.exchange import FLOW, draft
from tests.services.travel.handovers import other_office
from tests.services.travel.roads import begun
from tests.store.referral.packages import RECEIVING, opened

ROUNDS = 8 * int(os.environ.get("SOAK", "1"))
SENT = 6


def office_of(desk: Desk, pairs: PackageKeys) -> ReceivingOffice:
    """An office of the list, with the keys of its card."""
    with desk.work("add_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        made = ReceivingOffice(id=work.new_key(), kind=OfficeKind.OTHER, name="承办单位",
                               public_key=pairs.public.hex(), signing_key=pairs.signing.hex())
        work.put(made)
        work.commit()
        return ReceivingOffice(id=made.id, kind=made.kind, name=made.name)


def test_killed_while_sealing(studio: Studio, children: Nursery, moment: random.Random, tmp_path: Path
                              ) -> None:
    """Every file that has a name is whole, those told of among them; the referral knows the latest of all."""
    desk, stick = studio.office.desk(), tmp_path / "stick"
    stick.mkdir()
    filing.add_files(desk, studio.case_id, [FileSource("流水.png", data=FLOW)])
    exhibit = filing.exhibits(desk, studio.case_id).exhibits[0].id
    referral = draft(desk, studio.case_id, office_of(desk, RECEIVING), whole=True, exhibits=str(exhibit))
    told: set[str] = set()
    for _ in range(ROUNDS):
        child = children.start("seal_packages", studio.where, studio.notes, studio.case_id, referral, stick)
        child.wait_for(moment.randrange(2))
        child.kill_within(0.15, moment)
        told |= set(child.acknowledged)
    found = {path.name: opened(path).manifest.package_id for path in stick.glob("*.mdpackage")}
    assert told <= set(found)
    assert all(path.name.startswith(".") for path in stick.iterdir() if path.name not in found)
    stands = leaving.standing(reading.case(desk, studio.case_id).case, referral)
    assert stands.package_id in found.values() or not stands.package_sha256
    assert upkeep.prove(desk) == []
    packages.seal(desk, studio.case_id, referral, Sealing(), stick / "last.mdpackage")


def test_killed_while_taking_in(studio: Studio, children: Nursery, moment: random.Random, tmp_path: Path
                                ) -> None:
    """Each package is a whole case here or none, once; what lay half taken in is nobody's and is swept."""
    desk, stick = studio.office.desk(), tmp_path / "stick"
    stick.mkdir()
    with desk.work("make_package_keys") as work:
        pairs = keys.present(desk, work)
        work.commit()
    with other_office(tmp_path / "there") as there:
        office = office_of(there.first, pairs)
        for number in range(SENT):
            case_id = begun(there.first, f"第{number}人")
            filing.add_files(there.first, case_id, [FileSource("a.png", data=FLOW + bytes([number]))])
            exhibit = filing.exhibits(there.first, case_id).exhibits[0].id
            referral = draft(there.first, case_id, office, whole=True, exhibits=str(exhibit))
            reading.case(there.first, case_id)
            packages.seal(there.first, case_id, referral, Sealing(), stick / f"{number}.mdpackage")
    before, here = reading.count(desk, CaseFilter()), 0
    for _ in range(ROUNDS):
        child = children.start("take_packages", studio.where, studio.notes, stick)
        child.kill_within(0.4, moment)
        told = max([here, *(int(one) + 1 for one in child.acknowledged)])
        here = reading.count(desk, CaseFilter()) - before
        assert told <= here <= told + 1
        studio.assert_whole()
    for path in sorted(stick.iterdir())[here:]:
        incoming.take_in(desk, path, compared=incoming.look(desk, path).check)
    assert reading.count(desk, CaseFilter()) - before == SENT
    evidence.sweep(desk.store.engine, desk.now.replace(year=9999))
    with desk.store.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(evidence_files)) == SENT
    studio.assert_whole()
