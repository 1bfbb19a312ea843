"""A nursery of children to kill, and offices on each engine that they work in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from tests import offices
from tests.faults.nursery import Nursery, nursery
from tests.offices import Office


@pytest.fixture(scope="session")
def children() -> Iterator[Nursery]:
    """One nursery for each test process."""
    with nursery() as made:
        yield made


@pytest.fixture
def moment(request: pytest.FixtureRequest) -> random.Random:
    """Random moments; the seed is told when a test fails."""
    seed = random.SystemRandom().randrange(1 << 32)
    request.node.add_report_section("setup", "moments", f"seed {seed}")
    return random.Random(seed)


def intake_of(office: Office) -> UUID:
    """A case with one applicant."""
    made = registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=[
        registering.PartyDraft(Role.APPLICANT, "马晓岚")]))
    assert made.result
    return made.result


@dataclass
class Studio:
    """An office with one case, and where a child finds it."""

    office: Office
    where: str
    notes: Path
    case_id: UUID

    def facts(self) -> int:
        """How far the children have counted, as a desk opened just now sees it."""
        desk = self.office.desk()
        try:
            return int(reading.case(desk, self.case_id).case.facts_in_brief or 0)
        finally:
            desk.store.close()

    def cases(self) -> int:
        """How many cases the store has."""
        desk = self.office.desk()
        try:
            with desk.reading() as work:
                return work.lists.count(CaseFilter())
        finally:
            desk.store.close()

    def assert_whole(self) -> None:
        """The store opens and verifies."""
        desk = self.office.desk()
        try:
            assert upkeep.prove(desk) == []
        finally:
            desk.store.close()


@pytest.fixture
def studio(office: Office, tmp_path: Path) -> Studio:
    """A studio on each engine, founded and closed again, so that children have it to themselves."""
    case_id = intake_of(office)
    folder = office.place.folder
    where = str(folder or office.first.store.engine.url.render_as_string(hide_password=False))
    office.first.store.close()
    return Studio(office, where, tmp_path / "notes", case_id)


@pytest.fixture
def file_studio(tmp_path: Path) -> Iterator[Studio]:
    """A studio in a folder."""
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as office:
        case_id = intake_of(office)
        office.first.store.close()
        yield Studio(office, str(office.place.folder), tmp_path / "notes", case_id)
