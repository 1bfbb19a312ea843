"""The streamers' case after the third round was accepted."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui import desks
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.walks import Walks


@pytest.fixture
def desk(walks: Walks, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of the office with that case."""
    with desks.copied_desk(walks.to("accepted").folder, tmp_path / "store", around) as made:
        reading.case(made, walks.to("accepted").case_id)  # as a person does before they write
        yield made


@pytest.fixture
def accepted(walks: Walks) -> UUID:
    """The case after the third round was accepted: 30,264.00 in two instalments."""
    return walks.to("accepted").case_id


@pytest.fixture
def room(accepted: UUID, open_case: Opener) -> Room:
    """The case in its window."""
    return open_case(accepted)
