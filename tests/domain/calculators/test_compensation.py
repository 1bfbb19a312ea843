"""Probation, non-compete, additional compensation, injury leave, other, and the final-award ceiling."""

from __future__ import annotations

import pytest

from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.figures import final_award
from mediation_desk.domain.money import yuan
from tests.domain.calculators.office import amount, award, plain, said


def test_unlawful_probation_pays_the_full_wage_for_the_months_over() -> None:
    assert amount("illegal_probation", wage_after_probation="6000", months_over="2.5") == "15000.00"


@pytest.mark.parametrize(("wage", "due"), [
    ("10000", "18000.00"),  # 30 % is 3,000 a month
    ("6266.67", "11280.01"),  # 30 % is 1,880.001, just above the minimum wage
    ("6266.66", "11280.00"),  # 1,879.998, lifted to 1,880
    ("3000", "11280.00"),
])
def test_non_compete_pay_is_thirty_percent_but_not_below_the_minimum_wage(wage: str, due: str) -> None:
    """Six months, minimum wage 1,880."""
    assert amount("non_compete", average_monthly_wage=wage, months=6,
                  local_minimum_monthly_wage="1880") == due


def test_an_agreed_share_is_used_and_its_floor_pointed_out() -> None:
    """50 % of 8,000 for two months: 8,000. 20 % of 8,000 is 1,600, below 1,880: 3,760, and said."""
    facts = {"average_monthly_wage": "8000", "months": 2, "local_minimum_monthly_wage": "1880"}
    assert amount("non_compete", **facts, rate="0.5") == "8000.00"
    low = award("non_compete", **facts, rate="0.20")
    assert plain(low) == "3760.00" and "agreed" in said(low)


def test_additional_compensation_needs_an_inspection_order_that_ran_out() -> None:
    assert amount("additional_compensation", amount_due="8000", rate="0.75",
                  inspection_order_overdue="yes") == "6000.00"
    without = award("additional_compensation", amount_due="8000", rate="0.75",
                    inspection_order_overdue="no")
    assert plain(without) == "0.00" and "inspection order" in str(without.steps[0].label)
    lowest = award("additional_compensation", amount_due="8000", inspection_order_overdue=True)
    assert plain(lowest) == "4000.00" and "50%" in said(lowest)


@pytest.mark.parametrize("rate", ["0.49", "1.01", "50"])
def test_additional_compensation_is_between_half_and_the_whole(rate: str) -> None:
    with pytest.raises(FactError, match="rate"):
        award("additional_compensation", amount_due="8000", rate=rate, inspection_order_overdue="yes")


def test_injury_leave_goes_on_at_full_wage() -> None:
    assert amount("injury_leave_pay", monthly_wage="5000", months="3.5", amount_paid="7000") == "10500.00"
    assert not award("injury_leave_pay", monthly_wage="5000", months=12).warnings
    assert "twelve months" in said(award("injury_leave_pay", monthly_wage="5000", months="12.5"))


def test_anything_else_is_what_was_told() -> None:
    assert amount("other", amount="123.45") == "123.45"


def test_an_item_is_final_up_to_twelve_minimum_wages() -> None:
    """12 x 1,880 = 22,560."""
    least = yuan("1880")
    assert final_award(yuan("22560.00"), least) is True
    assert final_award(yuan("22560.01"), least) is False
    assert final_award(yuan("1.00"), None) is None
