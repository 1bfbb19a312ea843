"""Today, as it stands at the test's desk."""

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import show


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tasks: Tasks) -> TodayPage:
    """Today, as it stands at the test's desk."""
    made = TodayPage(desk, tasks)
    made.resize(1200, 700)
    show(qtbot, made)
    return made
