"""What a travel desk says of its office, and the buttons that it leaves to it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mediation_desk.domain.travel.branch import Branch
from mediation_desk.gui.pages.at_office import leave_to_office, reason, travel_line
from tests.gui.desks import ZONE

BRANCH = Branch(UUID(int=1), "一号", "宁中区劳动争议调解中心", datetime(2024, 11, 25, 2, 0, tzinfo=UTC), {})
WHY = ("This is done at the office. This computer is a travel desk of 宁中区劳动争议调解中心; take the bag "
       "home first.")


@pytest.mark.parametrize(("today", "age"), [
    (date(2024, 11, 25), "figures of today"), (date(2024, 11, 26), "figures 1 day old"),
    (date(2024, 12, 5), "figures 10 days old"), (date(2024, 11, 20), "figures of today")])
def test_the_line_says_which_office_since_when_and_how_old(dressed: QApplication, today: date,
                                                           age: str) -> None:
    """A laptop whose clock was set back says nothing of days to come."""
    assert travel_line(BRANCH, today, ZONE) == (
        f"Travel desk of 宁中区劳动争议调解中心 · left 2024-11-25 10:00 · {age}")


def desk(branch: Branch | None) -> Any:
    return SimpleNamespace(branch=branch)


def test_on_a_laptop_a_button_of_the_office_carries_the_reason(qtbot: QtBot, dressed: QApplication) -> None:
    press = QPushButton("Add a colleague")
    qtbot.addWidget(press)
    leave_to_office(desk(None), press)
    assert press.isEnabled() and press.toolTip() == "" and reason(desk(None)) == ""
    leave_to_office(desk(BRANCH), press)
    assert not press.isEnabled() and press.toolTip() == WHY == press.accessibleDescription()
