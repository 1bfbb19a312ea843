"""The travel page: its parts at the office and on a laptop, and how one comes to them."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui import search
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.needs_office import NeedsOfficePart
from mediation_desk.gui.pages.travel import page as travel
from mediation_desk.gui.pages.travel.part import TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.desks import OFFICE
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.travel.hands import Road

ALT = Qt.KeyboardModifier.AltModifier


def test_at_the_office_one_takes_along_and_sees_what_is_out(road: Road) -> None:
    assert [key for key in road.page.buttons if key != "homecoming"] == [
        "leaving", "handing", "elsewhere", "bags"]
    assert road.page.key == "leaving" and road.page.subtitle.text() == "Cases on the road, and home again"


def test_on_a_laptop_the_offices_parts_are_named_with_their_reason(away: Road) -> None:
    assert next(iter(away.page.buttons)) == "laptop" and "leaving" in away.page.buttons
    for key in ("leaving", "handing", "elsewhere", "bags"):
        part = away.part(key)
        assert isinstance(part, NeedsOfficePart)
        assert part.words.text.text() == (f"This is done at the office. This computer is a travel desk of "
                                          f"{OFFICE.name}; take the bag home first.")


def test_alt_5_and_ctrl_k_lead_here(road: Road) -> None:
    road.frame.show_page("today")
    QTest.keyClick(road.frame, Qt.Key.Key_5, ALT)
    assert road.frame.current() is road.page
    command = search.Command("Travel", "suitcase-simple", lambda: None, "Alt+5")
    assert search.commands(lambda: [command], "trav")


def test_one_comes_back_to_the_part_that_was_in_front(road: Road) -> None:
    road.part("bags")
    assert road.frame.place() == "travel:bags"
    road.frame.show_page("today")
    road.frame.go_to("travel:bags")
    road.settle()
    assert road.page.key == "bags"
    road.frame.go_to("travel:laptop")  # of another desk that was locked here
    assert road.page.key == "leaving"


def test_every_part_helps(road: Road, away: Road) -> None:
    for where in (road, away):
        for key in where.page.buttons:
            where.part(key)
            assert where.page.help_text()


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Which parts were asked to stop."""
    asked: list[str] = []
    monkeypatch.setattr(TravelPart, "stop_work", lambda part: asked.append(type(part).__name__))
    yield asked


def test_closing_the_desk_asks_long_work_to_stop(road: Road, stopped: list[str]) -> None:
    road.part("bags")
    road.frame.close()
    assert sorted(stopped) == ["BagsPart", "LeavingPart"]


def test_every_part_stands_in_one_list() -> None:
    keys = [one.key for one in travel.PLACES]
    assert len(keys) == len(set(keys)) and {"leaving", "handing", "elsewhere", "bags", "laptop"} <= set(keys)


def test_ctrl_k_offers_what_one_does_here(road: Road, away: Road) -> None:
    office, laptop = ({command.text for command in one.frame._commands()} for one in (road, away))
    assert {"Take cases along", "Hand over"} <= office - laptop and "Pack for home" in laptop - office


def test_who_takes_nothing_along_begins_with_what_is_on_the_road(
        qtbot: QtBot, desk: Desk, cases: list[UUID], around: Surroundings, tasks: Tasks,
        memory: Memory) -> None:
    colleague(desk, "ma", "马主任", Role.SUPERVISOR)
    ma = other_desk(desk, "ma", around)
    try:
        page = Road(qtbot, ma, tasks, memory)
        assert page.page.key == "bags" or page.page.key == "homecoming"
        assert list(page.page.buttons)[-3:] == ["leaving", "handing", "elsewhere"]
        page.settle()
    finally:
        ma.store.close()


def test_another_language_ends_long_work_with_the_page(road: Road, stopped: list[str]) -> None:
    road.frame.lay_down()
    assert stopped == ["LeavingPart"]
