"""The streamers' case on its way to the end."""

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.desks import SetClock


@pytest.fixture
def performed(desk: Desk, clock: SetClock) -> UUID:
    """The streamers' case with everything paid, on the day before it closes."""
    clock.set(date(2025, 1, 20))
    for stop in streamers.walk(desk):
        if stop.station == "performance":
            return stop.case_id
    raise AssertionError("the walk has no performance")


@pytest.fixture
def taken_in(desk: Desk) -> UUID:
    """The streamers' case with its cause, taken in."""
    return rooms.accepted(desk, rooms.named(desk, rooms.streamers(desk)))
