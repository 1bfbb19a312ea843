"""What leaves with a referral: what was chosen, as far as it stands, and nothing else."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.referral import leaving
from tests.services.papers_desk import WORKERS, case_of
from tests.services.referral.referred import case_with_evidence, refer


@pytest.fixture
def desk(office: object) -> Desk:
    """The first mediator's desk."""
    return office.first  # type: ignore[attr-defined, no-any-return]


def test_the_workers_of_its_claims_its_papers_and_its_exhibits_leave(desk: Desk) -> None:
    case_id = case_with_evidence(desk)
    found = leaving.leaving(desk, case_id, refer(desk, case_id))
    assert [one.name for one in found.parties] == [WORKERS[0], case_of(desk, case_id).respondents[0].name]
    assert [(one.claim, one.asked is not None) for one in found.claims] == [("unpaid_wages", True)]
    assert [one.template for one in found.papers] == ["mediation-application"]
    assert [one.name for one in found.exhibits] == ["工资流水.txt"] and not found.missing


def test_what_was_taken_out_or_cannot_be_made_any_more_does_not_leave(desk: Desk) -> None:
    case_id = case_with_evidence(desk)
    key = refer(desk, case_id, papers=("mediation-application", "mediation-record:" + str(UUID(int=5))))
    filing.remove(desk, case_id, filing.exhibits(desk, case_id).exhibits[0].id)
    found = leaving.leaving(desk, case_id, key)
    assert found.exhibits == () and found.missing == ("mediation-record:" + str(UUID(int=5)),)
    with pytest.raises(NotThere):
        leaving.leaving(desk, case_id, UUID(int=9))


def test_papers_of_the_inside_part_letters_and_what_the_binding_makes_are_not_offered(desk: Desk) -> None:
    case_id = case_with_evidence(desk)
    refer(desk, case_id)
    names = {one.template for one in leaving.papers(desk, case_id)}
    assert "mediation-application" in names and "acceptance-notice" in names
    assert not names & {"referral-letter", "options-sheet", "closing-form", "arbitration-outlook",
                        "relationship-assessment", "file-cover", "file-contents", "file-note", "file-back"}
