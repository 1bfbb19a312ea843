"""An office with something to back up, on each engine."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.services.intake import registering
from tests.offices import Office


@pytest.fixture
def walked(office: Office) -> Office:
    """An office with the streamers' case walked to its end."""
    for _stop in streamers.walk(office.first):
        pass
    return office


@pytest.fixture
def busy(office: Office) -> Office:
    """An office with one case."""
    registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=[
        registering.PartyDraft(Part.APPLICANT, "马晓岚", particulars={"id_number": "639999199803120629"})]))
    return office
