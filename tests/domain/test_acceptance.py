"""What speaks against accepting a case is asked about; what forbids it is refused."""

from datetime import date

import pytest

from mediation_desk.domain.acceptance import doubts
from mediation_desk.domain.people import Claim
from tests.domain.test_case import DAY, consenting


def told(**changes: object) -> list[tuple[str, str]]:
    """The doubts about a case that lacks nothing but what is changed."""
    case = consenting()
    case.claims_all.append(Claim(id=case.id, case_id=case.id, worker_id=case.applicants[0].id,
                                 claim="unpaid_wages"))
    for name, value in changes.items():
        setattr(case, name, value)
    return [(field, str(sentence)) for field, sentence in doubts(case)]


def test_a_case_with_claims_and_consents_in_order_raises_none() -> None:
    assert told() == []


def test_a_case_without_any_claim_is_asked_about_unless_it_is_about_the_relationship() -> None:
    assert [field for field, _ in told(claims_all=[])] == ["claims"]
    assert told(claims_all=[], dispute_sheets="employment_relationship") == []


@pytest.mark.parametrize("side", ["applicants_agree_on", "respondents_agree_on"])
def test_a_consent_older_than_the_application_is_asked_about(side: str) -> None:
    before = date(DAY.year - 1, 12, 31)
    ((field, words),) = told(**{side: before})
    assert field == side and before.isoformat() in words and DAY.isoformat() in words
