"""A case of which a part is another office's business."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.referral.hands import listed


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """The streamers' case, taken in; the list of receiving offices has one."""
    listed(desk)
    return rooms.accepted(desk, rooms.named(desk, rooms.streamers(desk)))
