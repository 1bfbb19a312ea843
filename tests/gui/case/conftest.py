"""The streamers' case, open in its window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.library import Library
from tests.gui.case import rooms
from tests.gui.case.walks import Walks

Opener = Callable[[UUID], rooms.Room]


@pytest.fixture
def open_case(desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[Opener]:
    """Open a case in a frame; everything is closed when the test ends."""
    made: list[rooms.Room] = []

    def open_(case_id: UUID) -> rooms.Room:
        made.append(rooms.Room(desk, tasks, memory, case_id))
        return made[-1]

    yield open_
    for room in made:
        room.settle()
        room.frame.close()
        room.settle()
        room.frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nothing outlives the tasks it runs with


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> rooms.Room:
    """The streamers' case as it was just registered."""
    return open_case(rooms.streamers(desk))


@pytest.fixture(scope="session")
def walks(founded_office: Path, tmp_path_factory: pytest.TempPathFactory, library: Library) -> Walks:
    """The streamers' case at each station, walked once."""
    return Walks(founded_office, tmp_path_factory.mktemp("walks"), library)
