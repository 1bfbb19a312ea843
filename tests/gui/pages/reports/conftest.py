"""Four matters of an office, and its supervisor, its mediator or its administrator at the reports page."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import Source
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.reports.hands import Figures
from tests.services.reports.matters import closed, received

OCTOBER, NOVEMBER = date(2024, 10, 8), date(2024, 11, 5)
Sit = Callable[[Desk], Figures]


@pytest.fixture
def matters(desk: Desk) -> Desk:
    """One case of October; three of November: one withdrawn, one of twelve workers from the hotline."""
    received(desk, OCTOBER)
    closed(desk, NOVEMBER, date(2024, 11, 20))
    received(desk, NOVEMBER)
    received(desk, date(2024, 11, 6), workers=12, source=Source.HOTLINE, company="云上平台", cause="劳务报酬")
    return desk


@pytest.fixture
def supervisor(matters: Desk, around: Surroundings) -> Iterator[Desk]:
    """Her desk."""
    colleague(matters, "lin", "林主任", Role.SUPERVISOR)
    made = other_desk(matters, "lin", around)
    yield made
    made.store.close()


@pytest.fixture
def sit(qtbot: QtBot, tasks: Tasks, memory: Memory) -> Iterator[Sit]:
    """Sit somebody down at the reports page."""
    seats: list[Figures] = []

    def down(desk: Desk) -> Figures:
        seats.append(Figures(qtbot, desk, tasks, memory))
        return seats[-1]

    yield down
    for seat in seats:
        seat.settle()


@pytest.fixture
def figures(sit: Sit, supervisor: Desk) -> Figures:
    """The supervisor at the reports page, on 25 November 2024."""
    return sit(supervisor)
