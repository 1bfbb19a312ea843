"""Overtime and annual leave, worked by hand."""

from __future__ import annotations

import pytest

from mediation_desk.domain.money import Money
from tests.domain.calculators.office import amount, award, plain, said


def test_overtime_by_the_month() -> None:
    """3,480 / 174 = 20 an hour, 3,480 / 21.75 = 160 a day. 10 h x 20 x 150 % = 300; 5 h x 20 x 200 % =
    200; 2 d x 160 x 200 % = 640; 4 h x 20 x 300 % = 240; 1 d x 160 x 300 % = 480. In all 1,860."""
    facts = {"monthly_wage": "3480", "workday_hours": 10, "restday_hours": 5, "restday_days": 2,
             "holiday_hours": 4, "holiday_days": 1}
    assert amount("overtime", **facts) == "1860.00"


def test_overtime_when_the_ordinary_pay_was_already_paid() -> None:
    """As above less 100 % each: 10 x 20 x 50 % = 100; 1 x 160 x 200 % = 320; in all 420."""
    assert amount("overtime", monthly_wage="3480", workday_hours=10, holiday_days=1,
                  single_pay_included="yes") == "420.00"
    assert amount("overtime", monthly_wage="3480", workday_hours=10, holiday_days=1,
                  single_pay_included=False) == "780.00"


def test_overtime_by_the_hour_counts_a_day_as_eight() -> None:
    """25 an hour: 2.5 h x 25 x 150 % = 93.75; one rest day 25 x 8 x 200 % = 400."""
    assert amount("overtime", hourly_wage="25", workday_hours="2.5", restday_days=1) == "493.75"


def test_no_overtime_told_is_nothing_and_said() -> None:
    given = award("overtime", monthly_wage="3480")
    assert plain(given) == "0.00" and given.steps and "No overtime hours" in said(given)


@pytest.mark.parametrize(("service", "days"), [
    ("0.99", "0"), ("1", "5"), ("9.99", "5"), ("10", "10"), ("19.99", "10"), ("20", "15"), ("40", "15")])
def test_leave_grows_with_the_years_of_work(service: str, days: str) -> None:
    """A whole year here, 2023: 365 / 365 of the year's leave; at 2,175 a day untaken is worth 200."""
    given = award("annual_leave", average_monthly_wage="2175", service_years_total=service,
                  employed_from="2020-01-01", left_on="2023-12-31")
    assert given.steps[1].value == days
    assert given.amount == Money(int(days) * 20000)


@pytest.mark.parametrize(("left", "taken", "due"), [
    ("2023-03-13", 0, "0.00"),  # day 72: 0.99, no whole day
    ("2023-03-14", 0, "200.00"),  # day 73: 73 / 365 x 5 = 1
    ("2023-06-30", 0, "400.00"),  # day 181: 2.47, two days
    ("2023-06-30", 1, "200.00"),  # 1.47, one day
    ("2023-06-30", 5, "0.00"),  # more taken than due is not asked back
    ("2024-12-31", 0, "1000.00"),  # day 366 of a leap year: 5.01, five days
])
def test_leave_of_the_year_of_leaving_is_in_proportion_and_whole(left: str, taken: int, due: str) -> None:
    """Five days a year, 2,175 a month: 100 a day, 200 for each untaken. 73 days make one whole day;
    31 + 28 + 14 = 73 is 14 March."""
    assert amount("annual_leave", average_monthly_wage="2175", service_years_total=3,
                  employed_from="2020-05-01", left_on=left, days_taken=taken) == due


def test_leave_of_one_who_came_and_went_in_one_year_counts_only_the_days_here() -> None:
    """2023-07-01 to 2023-12-31 is 184 days: 184 / 365 x 10 = 5.04, five days of 200."""
    assert amount("annual_leave", average_monthly_wage="2175", service_years_total=12,
                  employed_from="2023-07-01", left_on="2023-12-31") == "1000.00"
