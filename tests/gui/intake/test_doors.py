"""Every door opens its own page for whoever may register a case, with a way back; one is shut on the road."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from mediation_desk.domain.rights import Verb
from mediation_desk.gui.desk.places import CASES
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import DOORS, PACKAGES, Door
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.led_page import LedPage
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, tmp_path: Path) -> DeskFrame:
    made = DeskFrame(desk, tasks, Memory(tmp_path / "windows.ini"))
    qtbot.addWidget(made)
    made.show()
    settle(tasks)
    return made


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.key)
def test_a_door_leads_in_from_the_cases_and_back(frame: DeskFrame, tasks: Tasks, door: Door) -> None:
    page = frame.show_page(CASES)
    assert isinstance(page, CasesPage)
    page.doors.buttons[door.key].click()
    settle(tasks)
    inside = frame.current()
    assert isinstance(inside, LedPage) and inside.way_back.isVisible()
    inside.way_back.click()
    assert frame.current() is page


def test_no_two_doors_have_the_same_key_or_shortcut() -> None:
    keys = [QKeySequence(door.keys).toString() for door in DOORS if door.keys]
    assert len({door.key for door in DOORS}) == len(DOORS) and len(set(keys)) == len(keys)


def test_who_may_register_nothing_finds_no_door(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "may", lambda verb, **_own: verb is not Verb.REGISTER_CASE)
    made = DeskFrame(desk, tasks, memory)
    qtbot.addWidget(made)
    made.show()
    settle(tasks)
    page = made.show_page(CASES)
    assert isinstance(page, CasesPage) and not page.doors.buttons
    made.enter(PACKAGES)
    assert made.current() is page
