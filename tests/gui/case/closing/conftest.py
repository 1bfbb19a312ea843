"""The streamers' case on its way to the end."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui import desks
from tests.gui.case import rooms
from tests.gui.case.walks import DAYS, Walks
from tests.gui.desks import SetClock


@pytest.fixture
def desk(request: pytest.FixtureRequest, founded_office: Path, walks: Walks, tmp_path: Path, clock: SetClock,
         around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of an office; with that case in it, where a test asks for it, on its day."""
    of_case = "performed" in request.fixturenames
    if of_case:
        clock.set(DAYS["performed"])
    office = walks.to("performed").folder if of_case else founded_office
    with desks.copied_desk(office, tmp_path / "store", around) as made:
        yield made


@pytest.fixture
def performed(desk: Desk, walks: Walks) -> UUID:
    """The streamers' case with everything paid, on the day before it closes."""
    case_id = walks.to("performed").case_id
    reading.case(desk, case_id)  # as a person does before they write
    return case_id


@pytest.fixture
def taken_in(desk: Desk) -> UUID:
    """The streamers' case with its cause, taken in."""
    return rooms.accepted(desk, rooms.named(desk, rooms.streamers(desk)))
