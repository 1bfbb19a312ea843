"""The office's travel page, and the one of a laptop with a case on it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import Road
from tests.gui.pages.travel.there import other_office


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick in the computer."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def cases(desk: Desk) -> list[UUID]:
    """Two matters of the office, of 马海龙 and of 祁文静."""
    return [hands.case(desk, "马海龙"), hands.case(desk, "祁文静")]


@pytest.fixture
def road(qtbot: QtBot, desk: Desk, cases: list[UUID], tasks: Tasks, memory: Memory) -> Iterator[Road]:
    """The office, with two cases, at its travel page."""
    made = Road(qtbot, desk, tasks, memory)
    yield made
    made.settle()


@pytest.fixture
def travel_desk(desk: Desk, cases: list[UUID], tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A laptop on which the first case was opened."""
    made = hands.laptop(desk, tmp_path / "road", around, cases[0])
    yield made
    made.store.close()


@pytest.fixture
def away(qtbot: QtBot, travel_desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[Road]:
    """The laptop at its travel page."""
    made = Road(qtbot, travel_desk, tasks, memory)
    yield made
    made.settle()


@pytest.fixture
def there(tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """At the desk of another office."""
    with other_office(tmp_path / "there", around) as made:
        yield made
