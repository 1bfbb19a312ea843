"""An office of its own for each test: what waits stands on the whole office's Today."""

from __future__ import annotations

import pytest

from mediation_desk.services.desk import Desk
from tests.offices import Office


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk."""
    return office.first
