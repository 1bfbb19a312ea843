"""A case that came by a work order, on the last working afternoon before National Day."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui import desks
from tests.gui.case import rooms


@pytest.fixture
def clock() -> desks.SetClock:
    """30 September 2025, 16:30: a Tuesday, the last working day before eight days off."""
    made = desks.SetClock()
    made.set(date(2025, 9, 30), time(16, 30))
    return made


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A streamer's case from the hotline, just taken in, and no order noted yet."""
    return rooms.register(
        desk, PartyDraft(Role.APPLICANT, "马晓兰", PartyKind.PERSON, {"phone": "13809710001"}),
        PartyDraft(Role.RESPONDENT, rooms.COMPANY, PartyKind.ORGANISATION), source=Source.HOTLINE,
        reference="250930160000123456")
