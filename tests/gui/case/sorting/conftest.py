"""The streamers' case, accepted; and with what both sides say."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.gui.case.sorting.sight import Sight, Sitting
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.sorting import sorting
from tests.gui import desks
from tests.gui.case.walks import Walked, Walks


@pytest.fixture
def walked(request: pytest.FixtureRequest, walks: Walks) -> Walked:
    """As far as the test wants it."""
    return walks.to("sorted" if "sorted_id" in request.fixturenames else "taken in")


@pytest.fixture
def desk(walked: Walked, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of the office with that case."""
    with desks.copied_desk(walked.folder, tmp_path / "store", around) as made:
        reading.case(made, walked.case_id)  # as a person does before they write
        yield made


@pytest.fixture
def case_id(walked: Walked) -> UUID:
    """The streamers' case, accepted, with its claims; nothing said yet."""
    return walked.case_id


@pytest.fixture
def sorted_id(walked: Walked) -> UUID:
    """The streamers' case with what both sides say."""
    return walked.case_id


@pytest.fixture
def sight(desk: Desk, walked: Walked, dressed: object) -> Sight:
    """The case as the page sees it, without its page."""
    case = reading.case(desk, walked.case_id).case
    return Sitting(desk, "en").sight(case, sorting.sort(case, sorting.sorter(desk, case)))
