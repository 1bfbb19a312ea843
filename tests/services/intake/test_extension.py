"""Consent to go on, party by party, and the extension that rests on it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import extension, registering
from tests.offices import Office
from tests.services.papers_desk import COMPANY, RECEIVED, accepted, case_of

UNTIL, LATER = date(2024, 12, 20), date(2024, 12, 24)


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


def everybody(case: Case) -> dict[UUID, date | None]:
    return {party.id: RECEIVED for party in [*case.applicants, *case.respondents]}


def test_the_last_consent_extends_and_one_step_takes_both_back(desk: Desk) -> None:
    case_id = accepted(desk)
    consents = everybody(case_of(desk, case_id))
    company = case_of(desk, case_id).respondents[0].id
    extension.consent_to_extension(desk, case_id, UNTIL, {
        party: day for party, day in consents.items() if party != company})
    with pytest.raises(DeskError) as told:
        registering.extend(desk, case_id, UNTIL)
    assert told.value.sentence.particulars["names"] == [COMPANY]
    registering.extend(desk, case_id, UNTIL, {company: RECEIVED})
    assert case_of(desk, case_id).extended_to == UNTIL
    history.undo(desk, case_id)
    assert case_of(desk, case_id).extended_to is None
    assert len(case_of(desk, case_id).extension_consents) == 2


def test_a_consent_for_longer_takes_the_place_of_the_former_one(desk: Desk) -> None:
    case_id = accepted(desk)
    consents = everybody(case_of(desk, case_id))
    registering.extend(desk, case_id, UNTIL, consents)
    registering.extend(desk, case_id, LATER, consents)
    case = case_of(desk, case_id)
    assert case.extended_to == LATER and {one.until for one in case.extension_consents} == {LATER}
    assert len(case.extension_consents) == len(consents)


def test_what_the_extension_rests_on_is_not_taken_back(desk: Desk) -> None:
    case_id = accepted(desk)
    consents = everybody(case_of(desk, case_id))
    registering.extend(desk, case_id, UNTIL, consents)
    with pytest.raises(DeskError, match="stays on record"):
        extension.consent_to_extension(desk, case_id, UNTIL, dict.fromkeys(consents))
