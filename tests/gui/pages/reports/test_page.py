"""The reports page on the rail: who has it, and what in it is read anew."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.reports.page import PLACES
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.desks import show
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.reports.hands import Figures
from tests.services.reports.matters import received


def test_the_page_stands_on_the_rail_with_its_key_and_its_parts(figures: Figures) -> None:
    keys = list(figures.frame.rail.buttons)
    assert keys == ["today", "cases", "calendar", "payments", "travel", "reports", "office"]
    figures.frame.show_page("today")
    figures.settle()
    QTest.keyClick(figures.frame, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert figures.frame.current() is figures.page
    assert list(figures.page.buttons) == [place.key for place in PLACES]


@pytest.fixture
def administrator(desk: Desk, around: Surroundings) -> Iterator[Desk]:
    colleague(desk, "liu", "刘管理", Role.ADMINISTRATOR)
    made = other_desk(desk, "liu", around)
    yield made
    made.store.close()


def test_an_administrator_has_no_such_page(qtbot: QtBot, administrator: Desk, tasks: Tasks,
                                           memory: Memory) -> None:
    frame = DeskFrame(administrator, tasks, memory)
    show(qtbot, frame)
    assert "reports" not in frame.rail.buttons
    frame.go_to("reports:alerts")  # as it was left by somebody else here
    assert frame.current() is frame.page("office")


def test_one_comes_back_to_the_part_one_was_at(figures: Figures) -> None:
    figures.part("alerts")
    assert figures.frame.place() == "reports:alerts"
    figures.frame.go_to("today")
    figures.frame.go_to("reports:alerts")
    assert figures.page.key == "alerts"
    figures.settle()


def test_a_case_that_comes_is_counted_at_once(figures: Figures, matters: Desk) -> None:
    assert figures.line("received")[1] == "3"
    received(matters, date(2024, 11, 25))
    from mediation_desk.domain.changes import Changes

    figures.page.on_changed(Changes(lists=frozenset({"cases"})))
    figures.settle()
    assert figures.line("received")[1] == "4"
