"""Which papers may leave the office, and which go with a referral."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.library.forms import document_names, document_template
from mediation_desk.services.papers.enclosed import may_leave, of_referral
from tests.domain import cases
from tests.domain.referral.test_referrals import referral


@pytest.mark.parametrize("template", document_names())
def test_only_what_may_be_shown_of_the_file_leaves(template: str) -> None:
    header = document_template(template).header
    if may_leave(template):
        assert header.part == "shown" and header.place


@pytest.mark.parametrize("template", [
    "referral-letter", "options-sheet", "arbitration-outlook", "relationship-assessment", "closing-form",
    "signing-checks", "case-summary", "recovery-sheet", "monday-page", "file-contents", "nothing-so-called"])
def test_what_stays_inside_or_is_no_paper_of_the_file_does_not(template: str) -> None:
    assert not may_leave(template)


def test_the_papers_are_those_of_the_referral_that_is_named_or_of_the_latest() -> None:
    case = cases.accepted()
    assert of_referral(case, None) == []
    case.referrals_all = [referral(papers="a b"), referral(papers="c")]
    case.referrals_all[1].id = UUID(int=9)
    assert of_referral(case, None) == ["c"] and of_referral(case, UUID(int=1)) == ["a", "b"]
