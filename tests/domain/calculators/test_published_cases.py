"""The published cases of the vocabulary, and the streamers' table, to the fen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.reading import read_facts
from tests.domain.calculators.office import plain

CASES = [
    ("unlawful_termination", {"employed_from": "2016-07-01", "employed_until": "2017-10-30",
                              "average_monthly_wage": "6329.82"}, "18989.46"),
    ("economic_compensation", {"employed_from": "2016-01-04", "employed_until": "2019-08-30",
                               "average_monthly_wage": "50000",
                               "local_average_monthly_wage": "10592"}, "127104.00"),
    ("economic_compensation", {"employed_from": "2014-06-01", "employed_until": "2014-12-30",
                               "average_monthly_wage": "7000"}, "7000.00"),
    ("double_wage", {"without_contract_from": "2017-08-01", "without_contract_until": "2017-12-31",
                     "monthly_wage": "38500"}, "192500.00"),
    ("unpaid_wages", {"monthly_wage": "10000", "unpaid_from": "2017-03-01",
                      "unpaid_until": "2017-05-08"}, "22758.62"),
    ("overtime", {"monthly_wage": "20000", "restday_days": 3}, "5517.24"),
    ("annual_leave", {"average_monthly_wage": "3892.94", "days_untaken": 20}, "7159.43"),
]


@pytest.mark.parametrize(("claim", "raw", "published"), CASES)
def test_a_published_award_comes_out_to_the_fen(claim: str, raw: Mapping[str, object],
                                                published: str) -> None:
    award = compute(claim, read_facts(claim, raw))
    assert plain(award) == published
    assert award.steps[-1].value == published


@pytest.mark.parametrize(("claim", "raw", "amount"), [
    ("unpaid_wages", {"monthly_wage": "4300", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"},
     "4300.00"),
    ("double_wage", {"monthly_wage": "4300", "employed_from": "2024-09-01",
                     "employed_until": "2024-10-31"}, "4300.00"),
    ("double_wage", {"monthly_wage": "4300", "employed_from": "2024-10-01",
                     "employed_until": "2024-10-31"}, "0.00"),
    ("unpaid_wages", {"monthly_wage": "3000", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"},
     "3000.00"),
])
def test_every_figure_of_the_streamers_table_comes_from_dates_and_wage(
        claim: str, raw: Mapping[str, object], amount: str) -> None:
    assert plain(compute(claim, read_facts(claim, raw))) == amount


def test_the_vocabulary_has_all_its_claims() -> None:
    assert set(CLAIMS) == {
        "unpaid_wages", "gig_pay", "double_wage", "economic_compensation", "unlawful_termination",
        "notice_pay", "overtime", "annual_leave", "illegal_probation", "non_compete",
        "additional_compensation", "deductions", "heat_allowance", "injury_leave_pay", "other"}
    assert {name for name, claim in CLAIMS.items() if not claim.needs_employment} == {"gig_pay", "other"}
