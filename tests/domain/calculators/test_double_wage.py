"""Double wages: where the days begin and end, parts of months, three ways of limitation."""

from __future__ import annotations

import pytest

from mediation_desk.domain.calculators.facts import FactError
from tests.domain.calculators.office import amount, award, said


@pytest.mark.parametrize(("begun", "left", "due"), [
    ("2025-03-01", "2025-03-31", "0.00"),  # the first month
    ("2025-03-01", "2025-04-30", "2175.00"),  # April
    ("2025-03-01", "2026-02-28", "23925.00"),  # eleven months: 2025-04-01 to 2026-02-28
    ("2025-03-01", "2026-10-31", "23925.00"),  # after a full year nothing is added
    ("2025-01-31", "2025-03-31", "2175.00"),  # one month is full on 28 February: March
    ("2024-01-31", "2024-02-29", "0.00"),
    ("2024-01-30", "2024-03-01", "100.00"),  # from 1 March, a Friday: one day of 21.75
])
def test_double_wages_run_from_the_second_month_to_the_full_year(begun: str, left: str, due: str) -> None:
    """At 2,175 a month a working day is 100."""
    assert amount("double_wage", monthly_wage="2175", employed_from=begun, employed_until=left) == due


def test_parts_of_months_count_their_working_days() -> None:
    """Employed 2025-03-15 to 2025-06-20 at 2,175: 15 to 30 April has 13 working days (15-18; 21-25; the
    make-up Sunday 27; 28-30); May is whole; 2 June is a day off, so 1 to 20 June has 14 (3-6; 9-13;
    16-20). 1,300 + 2,175 + 1,400 = 4,875."""
    assert amount("double_wage", monthly_wage="2175", employed_from="2025-03-15",
                  employed_until="2025-06-20") == "4875.00"


def test_parts_of_months_by_the_months_own_working_days() -> None:
    """Employed 2025-05-01 to 2025-06-20: 1 to 20 June has 14 working days; June has 20 (1 June is a
    Sunday, 2 June a day off). 2,000 x 14 / 20 = 1,400."""
    assert amount("double_wage", monthly_wage="2000", employed_from="2025-05-01", employed_until="2025-06-20",
                  partial_month="per_workdays_of_month") == "1400.00"


def test_a_part_of_a_month_is_never_more_than_the_month() -> None:
    """2 to 31 July 2025 has 22 working days, above 21.75: one month."""
    assert amount("double_wage", monthly_wage="2175", employed_from="2025-06-02",
                  employed_until="2025-07-31") == "2175.00"


def test_parts_never_add_up_to_more_than_eleven_months() -> None:
    """Employed from 2025-06-17, so owed from 2025-07-17 to 2026-06-16: 17 to 31 July has 11 working
    days, August to May are ten whole months, 1 to 16 June 2026 has 12 working days.
    10 + 23 / 21.75 = 11.0575, cut to eleven."""
    full = award("double_wage", monthly_wage="1000", employed_from="2025-06-17",
                 employed_until="2026-12-31")
    assert full.amount.plain() == "11000.00"
    assert "min(11.0575, 11)" in [step.expression for step in full.steps]


@pytest.mark.parametrize(("signed", "due"), [
    ("2025-03-20", "0.00"),  # within the first month
    ("2025-04-01", "0.00"),  # on the first day that would be owed
    ("2025-04-02", "100.00"),  # 1 April, a Tuesday
    ("2025-05-01", "2175.00"),  # all of April
    ("2026-06-01", "23925.00"),  # after the full year
])
def test_a_contract_made_up_for_ends_it_the_day_before(signed: str, due: str) -> None:
    assert amount("double_wage", monthly_wage="2175", employed_from="2025-03-01", employed_until="2026-08-31",
                  contract_signed_on=signed) == due


def test_the_reason_for_nothing_is_a_step() -> None:
    first = award("double_wage", monthly_wage="4300", employed_from="2024-10-01",
                  employed_until="2024-10-31")
    assert "first month" in str(first.steps[0].label)
    signed = award("double_wage", monthly_wage="4300", employed_from="2024-10-01",
                   contract_signed_on="2024-10-15")
    assert "signed in time" in str(signed.steps[0].label)


def test_a_contract_that_ran_out_counts_from_the_day_told_for_eleven_months_at_most() -> None:
    """2024-01-01 to 2024-12-31 is twelve months: eleven are owed, and the cut is said."""
    year = award("double_wage", monthly_wage="1000", without_contract_from="2024-01-01",
                 without_contract_until="2024-12-31")
    assert year.amount.plain() == "11000.00"
    assert "cut to eleven" in said(year)
    exact = award("double_wage", monthly_wage="1000", without_contract_from="2024-01-01",
                  without_contract_until="2024-11-30")
    assert exact.amount.plain() == "11000.00" and not exact.warnings


FACTS = {"monthly_wage": "2175", "employed_from": "2024-03-01", "employed_until": "2025-12-31"}


@pytest.mark.parametrize(("method", "claimed", "due"), [
    ("none", "2025-09-16", "23925.00"),
    ("day_by_day", "2025-02-28", "23925.00"),  # in time for all: 2024-04-01 on
    ("day_by_day", "2025-04-01", "23925.00"),  # the first day still runs on its last day
    ("day_by_day", "2025-04-02", "23850.00"),  # 1 April lost: 21 of April's working days left
    ("day_by_day", "2025-09-16", "11875.00"),
    ("day_by_day", "2026-02-28", "100.00"),  # only 28 February 2025, a Friday, is left
    ("day_by_day", "2026-03-01", "0.00"),
    ("by_month", "2025-04-30", "23925.00"),  # April 2024 lapses after 30 April 2025
    ("by_month", "2025-05-01", "21750.00"),
    ("by_month", "2026-02-28", "2175.00"),
    ("by_month", "2026-03-01", "0.00"),
    ("whole", "2026-03-01", "23925.00"),  # the year was full on 1 March 2025
    ("whole", "2026-03-02", "0.00"),
])
def test_limitation_by_the_three_methods(method: str, claimed: str, due: str) -> None:
    """At 2,175 a working day is 100; owed are 2024-04-01 to 2025-02-28, eleven months.

    day_by_day, claimed 2025-09-16: from 2024-09-16. 16 to 30 September has 10 working days (16 and 17
    off; 18-20; 23-27; the make-up Sunday 29; 30), then October to February: five months.
    1,000 + 10,875 = 11,875. Claimed 2025-04-02: April 2024 from the 2nd has 21 working days (its 22
    weekdays, less 4 and 5, plus the Sundays 7 and 28, less the 1st): 2,100 + 10 x 2,175 = 23,850."""
    assert amount("double_wage", **FACTS, limitation_method=method, claimed_on=claimed) == due


def test_limitation_after_leaving_runs_from_the_day_of_leaving() -> None:
    """Left on 2024-10-31: the whole claim lapses after 2025-10-31."""
    facts = {"monthly_wage": "4300", "employed_from": "2024-09-01", "employed_until": "2024-10-31",
             "limitation_method": "whole"}
    assert amount("double_wage", **facts, claimed_on="2025-10-31") == "4300.00"
    assert amount("double_wage", **facts, claimed_on="2025-11-01") == "0.00"


def test_days_out_of_time_are_pointed_out_when_limitation_is_not_applied() -> None:
    assert "more than a year before" in said(award("double_wage", **FACTS, claimed_on="2025-09-16"))


def test_a_method_needs_the_day_of_the_claim() -> None:
    with pytest.raises(FactError) as refused:
        award("double_wage", **FACTS, limitation_method="whole")
    assert refused.value.fact == "claimed_on"


def test_still_employed_counts_to_the_claim_and_else_to_the_full_year_with_a_warning() -> None:
    """Employed from 2025-03-01, claimed on 2025-05-31: April and May."""
    assert amount("double_wage", monthly_wage="1000", employed_from="2025-03-01",
                  claimed_on="2025-05-31") == "2000.00"
    endless = award("double_wage", monthly_wage="1000", employed_from="2025-03-01")
    assert endless.amount.plain() == "11000.00"
    assert "counted to 2026-02-28" in said(endless)


def test_employment_before_the_law_counts_from_2008() -> None:
    """Employed from 2005: the first month of the law is January 2008; eleven months to 2008-12-31."""
    old = award("double_wage", monthly_wage="1000", employed_from="2005-05-01", employed_until="2009-12-31")
    assert old.amount.plain() == "11000.00"
    assert "2008-01-01" in said(old)


def test_a_year_without_holiday_notice_is_said_only_where_days_were_counted() -> None:
    part = award("double_wage", monthly_wage="1000", employed_from="2020-03-01", employed_until="2020-04-15")
    assert "2020" in said(part)
    whole = award("double_wage", monthly_wage="1000", employed_from="2020-03-01", employed_until="2020-04-30")
    assert not whole.warnings
