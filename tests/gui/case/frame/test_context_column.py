"""Beside the case stands until when its claims can still be taken to arbitration."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener


@pytest.fixture
def sorted_id(desk: Desk) -> UUID:
    """The streamers' case with what both sides say."""
    stops = streamers.walk(desk)
    next(stops)
    return next(stops).case_id


def lines(room: rooms.Room) -> list[str]:
    room.window.context.fold(False, chosen=True)
    shown = room.window.context.limits.findChildren(QLabel)
    return [made.text() for made in shown if made.isVisibleTo(room.frame)]


def test_the_limit_that_ends_first_stands_under_the_clocks_with_its_law(
        open_case: Opener, sorted_id: UUID, desk: Desk) -> None:
    """Applied on 2024-11-25: a year from then, to 2025-11-25; 365 days when it is that day."""
    room = open_case(sorted_id)
    assert lines(room) == ["Limitation: Unpaid wages",
                           "365 days left, 2025-11-25"]
    period = room.window.context.limits.findChild(QLabel)
    assert period is not None and isinstance(made := period.parent(), QWidget)
    assert made.toolTip() == "Mediation and Arbitration Law, art. 27: one year from the end of employment"


def test_a_case_without_a_limit_says_nothing_of_it(open_case: Opener, desk: Desk) -> None:
    room = open_case(rooms.streamers(desk))
    assert lines(room) == []
    assert room.window.context.limits.isHidden()


def test_it_goes_when_the_sides_have_settled(open_case: Opener, sorted_id: UUID, desk: Desk) -> None:
    room = open_case(sorted_id)
    assert lines(room)
    closing.close(desk, sorted_id, desk.today, Outcome.RECONCILED, "")
    room.window.bench.reload()
    room.settle()
    assert lines(room) == [] and room.window.context.limits.isHidden()
