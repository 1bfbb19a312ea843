"""The office page as its people use it: each sees what the roles allow, and can take things back."""


import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.office.hands import House, colleague, other_desk

# -- who sees what -----------------------------------------------------------------------

@pytest.mark.parametrize(("role", "seen"), [
    (Role.MEDIATOR, ["me", "places", "companies", "receiving", "packages", "figures", "holidays", "safety"]),
    (Role.SUPERVISOR, ["me", "companies", "figures", "holidays", "safety"]),
    (Role.ADMINISTRATOR, ["details", "accounts", "sheets", "me", "sites", "places", "receiving", "packages",
                          "figures", "holidays", "forms", "papers", "periods", "words", "typefaces",
                          "safety"])])
def test_everybody_sees_the_parts_that_the_roles_allow(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings, role: Role,
        seen: list[str]) -> None:
    colleague(desk, "wang", "王", role)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    assert list(house.page.buttons) == seen
    figures = house.part("figures")
    assert isinstance(figures, FiguresPart)
    assert figures.add.isHidden() == (role is Role.MEDIATOR)
    safety = house.part("safety")
    assert isinstance(safety, SafetyPart) and safety.open.isHidden() == (role is not Role.ADMINISTRATOR)
    house.settle()
    house.frame.close()
    theirs.store.close()


def test_an_administrator_begins_at_the_office_and_is_told_why_there_are_no_cases(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    colleague(desk, "wang", "王", Role.ADMINISTRATOR)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    house.frame.go_to("")
    assert house.frame.place() == "office"
    today = house.frame.show_page("today")
    house.settle()
    assert isinstance(today, TodayPage)
    assert today.empty.title.text() == "Your account looks into no case"
    house.frame.close()
    theirs.store.close()


# -- safety ------------------------------------------------------------------------------

def test_the_page_helps_with_each_of_its_parts(house: House, dressed: QApplication) -> None:
    for key in house.page.buttons:
        house.part(key)
        assert len(house.page.help_text()) > 80
