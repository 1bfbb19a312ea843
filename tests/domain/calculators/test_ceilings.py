"""More than the law has room for is computed as told, and said with its article."""

from __future__ import annotations

import pytest

from mediation_desk.domain.calculators.ceilings import CEILINGS
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calculators.facts import Kind
from tests.domain.calculators.office import award, plain, said


@pytest.mark.parametrize(("claim", "facts", "due", "article"), [
    ("injury_leave_pay", {"monthly_wage": "5000", "months": "12.5"}, "62500.00", "art. 33(2)"),
    ("injury_leave_pay", {"monthly_wage": "5000", "months": 10000}, "50000000.00", "more than the law knows"),
    ("non_compete", {"average_monthly_wage": "10000", "months": 36, "local_minimum_monthly_wage": "1880"},
     "108000.00", "art. 24(2)"),
    ("annual_leave", {"average_monthly_wage": "2175", "days_untaken": 400}, "80000.00", "15 days a year"),
    ("illegal_probation", {"wage_after_probation": "6000", "months_over": 7}, "42000.00", "19(1)"),
    ("overtime", {"monthly_wage": "3480", "workday_hours": 40}, "1200.00", "art. 41"),
    ("overtime", {"monthly_wage": "2175", "restday_days": 105}, "21000.00", "104 rest days"),
    ("overtime", {"monthly_wage": "2175", "holiday_days": 14}, "4200.00", "13 statutory holidays"),
])
def test_beyond_a_ceiling_the_article_is_said(claim: str, facts: dict[str, object], due: str,
                                              article: str) -> None:
    given = award(claim, **facts)
    assert plain(given) == due
    assert len(given.warnings) == 1 and article in said(given)


@pytest.mark.parametrize(("claim", "facts"), [
    ("injury_leave_pay", {"monthly_wage": "5000", "months": 12}),
    ("non_compete", {"average_monthly_wage": "10000", "months": 24, "local_minimum_monthly_wage": "1880"}),
    ("annual_leave", {"average_monthly_wage": "2175", "days_untaken": 15}),
    ("illegal_probation", {"wage_after_probation": "6000", "months_over": 6}),
    ("overtime", {"monthly_wage": "3480", "workday_hours": 36, "restday_days": 104, "holiday_days": 13}),
])
def test_on_a_ceiling_nothing_is_said(claim: str, facts: dict[str, object]) -> None:
    assert not award(claim, **facts).warnings


def test_only_the_highest_ceiling_that_is_passed_is_said() -> None:
    far = award("injury_leave_pay", monthly_wage="5000", months=25)
    assert len(far.warnings) == 1 and "25 months" in said(far)


def test_every_ceiling_is_of_a_count_that_its_claim_has() -> None:
    for ceiling in CEILINGS:
        assert CLAIMS[ceiling.claim].facts[ceiling.fact].kind is Kind.NUMBER
