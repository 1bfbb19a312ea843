"""Two claims that may count one thing twice."""

from __future__ import annotations

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calculators.overlaps import OVERLAPS, Facts, overlapping
from mediation_desk.domain.calculators.reading import read_facts

FINES: Facts = read_facts("deductions", {"deductions": [{"date": "2024-10-05", "amount": "300",
                                                         "ground": "fine"}]})
OCTOBER: Facts = read_facts("unpaid_wages", {"monthly_wage": "4300", "unpaid_from": "2024-10-01",
                                             "unpaid_until": "2024-10-31"})


def rides(*kinds: str) -> Facts:
    return read_facts("gig_pay", {"pay_items": [{"kind": kind, "amount": "300"} for kind in kinds]})


def test_fines_in_the_pay_list_and_claimed_back_are_pointed_out_at_both_claims() -> None:
    told = overlapping({"gig_pay": rides("per_order", "deduction"), "deductions": FINES})
    assert set(told) == {"gig_pay", "deductions"}
    assert all("pay list" in str(said[0]) for said in told.values())
    assert not overlapping({"gig_pay": rides("per_order"), "deductions": FINES})
    assert not overlapping({"gig_pay": rides("per_order", "deduction")})


def test_a_deduction_within_the_time_of_unpaid_wages_is_pointed_out() -> None:
    assert overlapping({"unpaid_wages": OCTOBER, "deductions": FINES})
    september = read_facts("deductions", {"deductions": [{"date": "2024-09-30", "amount": "300"}]})
    assert not overlapping({"unpaid_wages": OCTOBER, "deductions": september})


@pytest.mark.parametrize(("one", "other"), [
    ("economic_compensation", "unlawful_termination"), ("unlawful_termination", "notice_pay"),
    ("unpaid_wages", "gig_pay"), ("unpaid_wages", "injury_leave_pay")])
def test_claims_that_exclude_each_other_or_share_their_time_are_pointed_out(one: str, other: str) -> None:
    assert set(overlapping({one: {}, other: {}})) == {one, other}


def test_the_claims_are_those_of_the_vocabulary() -> None:
    assert {name for overlap in OVERLAPS for name in (overlap.one, overlap.other)} <= set(CLAIMS)
