"""What can be given out of a case, and to whom."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.services.desk import Desk
from mediation_desk.services.serving import offering
from tests.services.papers_desk import WORKERS, accepted, case_of, registered


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A matter of two workers that was accepted."""
    return accepted(desk)


def test_what_speaks_to_somebody_is_offered_and_what_only_records_is_not(desk: Desk, case_id: UUID) -> None:
    names = {one.template for one in offering.papers(case_of(desk, case_id))}
    assert {"acceptance-notice", "rights-notice", "consultation-letter"} <= names
    assert not names & {"intake-register", "service-receipt", "closing-form"}
    young = {one.template for one in offering.papers(case_of(desk, registered(desk)))}
    assert "acceptance-notice" not in young


def test_what_both_sides_sign_and_the_office_seals_goes_out_too() -> None:
    assert offering.is_servable("mediation-agreement") and offering.is_servable("supplementary-agreement")
    assert not offering.is_servable("sorting-record") and not offering.is_servable("service-receipt")
    assert not offering.is_servable("case-file")  # the bound file has no form


def test_what_is_handed_in_at_the_office_is_given_to_nobody_but_the_copy_of_an_application() -> None:
    for kept in ("withdrawal-application", "power-of-attorney", "legal-representative", "extension-consent",
                 "payment-receipt"):
        assert not offering.is_servable(kept), kept
    assert offering.is_servable("mediation-application") and offering.is_servable("collective-application")


def test_everybody_in_the_case_who_has_a_name_can_be_given_something(desk: Desk, case_id: UUID) -> None:
    names = [party.name for party in offering.recipients(case_of(desk, case_id))]
    assert names[:2] == list(WORKERS) and len(names) == 3


def test_a_paper_of_the_offices_own_is_shown_without_being_offered_for_service() -> None:
    assert not offering.is_servable("own-slip")
