"""A case in which papers go out."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.services.desk import Desk
from tests.gui.case import rooms


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """The streamers' case, taken in."""
    return rooms.accepted(desk, rooms.named(desk, rooms.streamers(desk)))
