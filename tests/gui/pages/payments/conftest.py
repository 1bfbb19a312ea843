"""A signed case whose payments are followed, at the test's desk on the day of its first instalment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.gui import desks
from tests.gui.pages.payments.hands import Seat
from tests.services.papers_desk import case_of
from tests.services.payments.owed import owing

TODAY = date(2025, 1, 20)


@pytest.fixture(scope="session")
def owing_office(founded_office: Path, tmp_path_factory: pytest.TempPathFactory,
                 library: Library) -> tuple[Path, UUID]:
    """An office with the case, made once: 3,000.00 due today and in a month, to two workers."""
    folder = tmp_path_factory.mktemp("owing") / "store"
    around = desks.surroundings(folder.parent / "notes", desks.SetClock(TODAY), library)
    with desks.copied_desk(founded_office, folder, around) as desk:
        case_id = owing(desk, workers=("温若晴", "路知夏"))
        payer = case_of(desk, case_id).respondents[0]
        editing.save(desk, case_id, [editing.Edit("party", payer.id, "phone", "", "13897123456")])
    return folder, case_id


@pytest.fixture
def desk(owing_office: tuple[Path, UUID], tmp_path: Path, clock: desks.SetClock,
         around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of it."""
    clock.set(TODAY)
    with desks.copied_desk(owing_office[0], tmp_path / "store", around) as made:
        yield made


@pytest.fixture
def seat(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, owing_office: tuple[Path, UUID]) -> Seat:
    """The page of payments."""
    return Seat(qtbot, desk, tasks, memory, owing_office[1])
