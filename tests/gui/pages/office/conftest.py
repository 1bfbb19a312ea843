"""The administrator, who mediates too, at the office page and at each of its parts."""

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.holidays import HolidaysPart
from mediation_desk.gui.pages.office.me import MePart
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.services.desk import Desk
from tests.gui.pages.office.hands import House, colleague


@pytest.fixture
def house(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> House:
    """The administrator, who mediates too, at the office page."""
    return House(qtbot, desk, tasks, memory)


@pytest.fixture
def details(house: House) -> DetailsPart:
    part = house.part("details")
    assert isinstance(part, DetailsPart)
    return part


@pytest.fixture
def people(house: House) -> AccountsPart:
    colleague(house.desk, "wang", "王调解", Role.MEDIATOR)
    part = house.part("accounts")
    assert isinstance(part, AccountsPart)
    return part


@pytest.fixture
def sheets(house: House) -> SheetsPart:
    part = house.part("sheets")
    assert isinstance(part, SheetsPart)
    return part


@pytest.fixture
def me(house: House) -> MePart:
    part = house.part("me")
    assert isinstance(part, MePart)
    return part


@pytest.fixture
def figures(house: House) -> FiguresPart:
    part = house.part("figures")
    assert isinstance(part, FiguresPart)
    return part


@pytest.fixture
def holidays(house: House) -> HolidaysPart:
    part = house.part("holidays")
    assert isinstance(part, HolidaysPart)
    return part


@pytest.fixture
def safety(house: House) -> SafetyPart:
    part = house.part("safety")
    assert isinstance(part, SafetyPart)
    return part
