"""The list of cases as it stands."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import show


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Callable[[], CasesPage]:
    """Opens the list as it stands."""
    def make() -> CasesPage:
        made = CasesPage(desk, tasks, memory)
        made.resize(1280, 700)
        show(qtbot, made)
        made.shown()
        qtbot.waitUntil(lambda: not tasks.busy)
        return made
    return make
