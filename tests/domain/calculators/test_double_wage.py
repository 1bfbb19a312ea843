"""Double wages: where the days begin and end, parts of months, three ways of limitation."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mediation_desk.domain.calculators import citations
from mediation_desk.domain.calculators.claims import Limitation, compute
from mediation_desk.domain.calculators.double_wage import PARTIAL_MONTHS
from mediation_desk.domain.calculators.facts import FactError, FactValue
from mediation_desk.domain.calculators.periods import after_months
from mediation_desk.domain.calculators.reading import read_facts
from mediation_desk.domain.limitation import standing
from mediation_desk.domain.money import Money, yuan
from tests.domain.calculators.office import CALENDAR, amount, award, plain, said


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


@pytest.mark.parametrize(("facts", "article"), [
    ({"employed_until": "2024-12-31"}, citations.DOUBLE_WAGE_PERIOD),  # left within the year
    ({"contract_signed_on": "2024-12-01"}, citations.DOUBLE_WAGE_PERIOD),  # made up for within it
    ({"employed_until": "2025-08-30"}, citations.DOUBLE_WAGE_PERIOD),  # a day short of the year
    ({"employed_until": "2025-08-31"}, citations.DOUBLE_WAGE_YEAR),
    ({"employed_until": "2026-05-31"}, citations.DOUBLE_WAGE_YEAR),
    ({"contract_signed_on": "2025-12-01"}, citations.DOUBLE_WAGE_YEAR)])
def test_short_of_a_year_article_6_is_cited_and_then_article_7(facts: dict[str, str],
                                                               article: citations.Citation) -> None:
    """Of the Implementing Regulations: article 7 is on a full year without a contract, 6 on less."""
    days = award("double_wage", monthly_wage="4300", employed_from="2024-09-01", **facts).steps[0]
    assert days.law == (citations.DOUBLE_WAGE, article)


def test_months_are_cut_from_the_first_day_and_only_the_rest_counts_by_working_days() -> None:
    """Employed 2025-03-15 to 2025-06-20 at 2,175: owed from 15 April, two months to 14 June; 15 to 20
    June, a Sunday to a Friday, has five working days. 2 x 2,175 + 500 = 4,850."""
    assert amount("double_wage", monthly_wage="2175", employed_from="2025-03-15",
                  employed_until="2025-06-20") == "4850.00"


@pytest.mark.parametrize(("wage", "first", "last", "due"), [
    ("15000", "2022-04-20", "2023-03-19", "165000.00"),  # published: eleven months
    ("9000", "2021-04-14", "2021-11-13", "63000.00"),  # published: seven months
    ("38500", "2017-08-01", "2017-12-31", "192500.00"),  # Guiding case 183: five months
    ("6000", "2024-05-10", "2024-06-09", "6000.00"),  # one month, whatever its working days
    ("4000", "2020-03-10", "2020-04-20", "5287.36"),  # a month and seven working days of 21.75
    ("6000", "2024-07-10", "2024-08-08", "6000.00"),  # a day short of a month, 22 working days: no more
])
def test_published_and_worked_examples_of_months_and_rests(wage: str, first: str, last: str,
                                                           due: str) -> None:
    assert amount("double_wage", monthly_wage=wage, without_contract_from=first,
                  without_contract_until=last) == due


def test_parts_of_months_by_the_months_own_working_days() -> None:
    """Employed 2025-05-01 to 2025-06-20: 1 to 20 June has 14 working days; June has 20 (1 June is a
    Sunday, 2 June a day off). 2,000 x 14 / 20 = 1,400."""
    assert amount("double_wage", monthly_wage="2000", employed_from="2025-05-01", employed_until="2025-06-20",
                  partial_month="per_workdays_of_month") == "1400.00"


def test_a_part_of_a_month_is_never_more_than_the_month() -> None:
    """2 to 31 July 2025 has 22 working days, above 21.75: one month."""
    assert amount("double_wage", monthly_wage="2175", employed_from="2025-06-02",
                  employed_until="2025-07-31") == "2175.00"


def test_a_rest_over_two_calendar_months_takes_each_days_own_month() -> None:
    """Owed 2025-04-20 to 2025-05-12: 20 to 30 April has 9 working days (21-25; the make-up Sunday 27;
    28-30) of April's 22 (its 22 weekdays, less the 4th, plus the 27th); 1 to 12 May has 5 (6-9; 12) of
    May's 19 (22 weekdays, less 1, 2 and 5). 2,090 x (9 / 22 + 5 / 19) = 855 + 550 = 1,405."""
    assert amount("double_wage", monthly_wage="2090", employed_from="2025-03-20",
                  employed_until="2025-05-12", partial_month="per_workdays_of_month") == "1405.00"


days = some.dates(min_value=date(2019, 1, 1), max_value=date(2028, 12, 31))


def slowly(first: date, last: date) -> Fraction:
    """Months day by day: each begins on the first one's day of the month, or, where a month has no such
    day, on the first of the next; the working days of the last that is not full are the rest."""
    later = [first + timedelta(days=n) for n in range(1, (last - first).days + 2)]
    begins = [day for day in later if day.day == first.day
              or (day.day == 1 and monthrange(day.year, day.month - 1 or 12)[1] < first.day)]
    rest = [day for day in [first, *later[:-1]] if day >= (begins[-1] if begins else first)]
    part = Fraction(sum(CALENDAR.is_workday(day) for day in rest)) / Fraction(87, 4)
    return len(begins) + min(part, Fraction(1))


@given(days, some.integers(min_value=0, max_value=364))
def test_the_months_are_those_that_one_counts_day_by_day(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), after_months(first, 12) - timedelta(days=1))
    told = compute("double_wage", {"monthly_wage": yuan("2175"), "without_contract_from": first,
                                   "without_contract_until": last}, calendar=CALENDAR)
    assert told.amount == Money.rounded(slowly(first, last) * 217500)


@given(days, some.integers(min_value=0, max_value=31), some.sampled_from(PARTIAL_MONTHS))
def test_less_than_a_month_never_gives_more_than_a_months_wage(first: date, length: int,
                                                               method: str) -> None:
    last = min(first + timedelta(days=length), after_months(first, 1) - timedelta(days=1))
    told = compute("double_wage", {"monthly_wage": yuan("2175"), "without_contract_from": first,
                                   "without_contract_until": last, "partial_month": method},
                   calendar=CALENDAR)
    assert told.amount is not None
    assert yuan("0") <= told.amount <= yuan("2175")


@given(days, some.integers(min_value=1, max_value=700), some.integers(min_value=0, max_value=900))
def test_the_breach_as_a_whole_lapses_by_the_clock_of_limitation(first: date, length: int,
                                                                 after: int) -> None:
    """The calculator and the limitation clock have one rule: in time for one is in time for the other."""
    left = first + timedelta(days=length)
    over = min(left, after_months(first, 12))
    claimed = over + timedelta(days=after)
    clock = standing(Limitation.GENERAL, on=claimed, known_on=over, calendar=CALENDAR)
    facts: dict[str, FactValue] = {"monthly_wage": yuan("2175"), "employed_from": first,
                                   "employed_until": left, "limitation_method": "whole"}
    whole = compute("double_wage", {**facts, "limitation_method": "none"}, calendar=CALENDAR).amount
    told = compute("double_wage", {**facts, "claimed_on": claimed}, calendar=CALENDAR).amount
    assert told == (Money(0) if clock.expired else whole)


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


EXPIRED = {"monthly_wage": "6000", "without_contract_from": "2023-01-01"}


def test_a_contract_that_ran_out_counts_from_the_day_after_for_twelve_months_at_most() -> None:
    """2023 is twelve months of 6,000; half a year more adds nothing, and that is said."""
    year = award("double_wage", **EXPIRED, without_contract_until="2023-12-31")
    assert plain(year) == "72000.00" and not year.warnings
    longer = award("double_wage", **EXPIRED, without_contract_until="2024-06-30")
    assert plain(longer) == "72000.00" and "cut to 12 months" in said(longer)


def test_with_a_month_of_grace_the_first_month_is_not_owed() -> None:
    """The office's habit, or the case's own answer before it: eleven months of 6,000 at most."""
    facts = read_facts("double_wage", {**EXPIRED, "without_contract_until": "2023-12-31"})
    assert plain(compute("double_wage", facts, renewal_grace=True)) == "66000.00"
    assert plain(compute("double_wage", {**facts, "renewal_grace": False},
                         renewal_grace=True)) == "72000.00"
    assert amount("double_wage", **EXPIRED, without_contract_until="2023-12-31",
                  renewal_grace="yes") == "66000.00"
    first = award("double_wage", **EXPIRED, without_contract_until="2023-01-31", renewal_grace="yes")
    assert plain(first) == "0.00" and "month of grace" in str(first.steps[0].label)


def test_a_refused_open_ended_contract_has_no_limit_of_months() -> None:
    """2022-07-01 to 2024-06-30 is 24 months, grace or none."""
    facts = {"monthly_wage": "6000", "without_contract_from": "2022-07-01",
             "without_contract_until": "2024-06-30", "open_ended_refused": "yes"}
    assert amount("double_wage", **facts) == "144000.00"
    assert amount("double_wage", **facts, renewal_grace="yes") == "144000.00"
    assert award("double_wage", **facts).steps[0].law == (citations.OPEN_ENDED_REFUSED,)


def test_a_refused_open_ended_contract_needs_the_time_for_which_it_was_refused() -> None:
    with pytest.raises(FactError) as refused:
        award("double_wage", monthly_wage="6000", employed_from="2010-01-01", employed_until="2024-06-30",
              open_ended_refused="yes")
    assert refused.value.fact == "without_contract_from"
    assert "open_ended_refused" in str(refused.value)


FACTS = {"monthly_wage": "2175", "employed_from": "2024-03-01", "employed_until": "2025-12-31"}


@pytest.mark.parametrize(("method", "claimed", "due"), [
    ("none", "2025-09-16", "23925.00"),
    ("day_by_day", "2025-02-28", "23925.00"),  # in time for all: 2024-04-01 on
    ("day_by_day", "2025-04-01", "23925.00"),  # the first day still runs on its last day
    ("day_by_day", "2025-04-02", "23650.00"),  # 1 April lost: the months begin on the 2nd
    ("day_by_day", "2025-09-16", "11875.00"),
    ("day_by_day", "2026-02-28", "100.00"),  # only 28 February 2025, a Friday, is left
    ("day_by_day", "2026-03-01", "0.00"),
    ("by_month", "2025-04-30", "23925.00"),  # April 2024 lapses after 30 April 2025
    ("by_month", "2025-05-01", "21750.00"),
    ("by_month", "2026-02-28", "2175.00"),
    ("by_month", "2026-03-01", "0.00"),
    ("whole", "2026-03-01", "23925.00"),  # the year was full on 1 March 2025
    ("whole", "2026-03-02", "23925.00"),  # 1 March 2026 is a Sunday
    ("whole", "2026-03-03", "0.00"),
])
def test_limitation_by_the_three_methods(method: str, claimed: str, due: str) -> None:
    """At 2,175 a working day is 100; owed are 2024-04-01 to 2025-02-28, eleven months.

    day_by_day, claimed 2025-09-16: from 2024-09-16 five months to 15 February; 16 to 28 February 2025 has
    10 working days (17-21; 24-28): 10,875 + 1,000 = 11,875. Claimed 2025-04-02: from 2024-04-02 ten months
    to 1 February; 2 to 28 February has 19 (5-7; the make-up Saturday 8; 10-14; 17-21; 24-28):
    21,750 + 1,900 = 23,650."""
    assert amount("double_wage", **FACTS, limitation_method=method, claimed_on=claimed) == due


@pytest.mark.parametrize(("method", "claimed", "due"), [
    ("whole", "2026-01-04", "66000.00"),  # New Year to the 3rd is off; the 4th is a make-up Sunday
    ("whole", "2026-01-05", "0.00"),
    ("by_month", "2025-06-03", "48000.00"),  # May lapses after the Dragon Boat holiday: eight months
    ("by_month", "2025-06-04", "42000.00"),
])
def test_a_last_day_off_gives_way_to_the_next_working_day(method: str, claimed: str, due: str) -> None:
    assert amount("double_wage", monthly_wage="6000", employed_from="2024-01-01",
                  employed_until="2025-12-31", limitation_method=method, claimed_on=claimed) == due


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
    assert plain(endless) == "11000.00"
    assert "counted to 2026-02-28" in said(endless)


def test_employment_before_the_law_counts_from_2008() -> None:
    """Employed from 2005: the first month of the law is January 2008; eleven months to 2008-12-31."""
    old = award("double_wage", monthly_wage="1000", employed_from="2005-05-01", employed_until="2009-12-31")
    assert plain(old) == "11000.00"
    assert "2008-01-01" in said(old)


def test_a_year_without_holiday_notice_is_said_only_where_days_were_counted() -> None:
    part = award("double_wage", monthly_wage="1000", employed_from="2020-03-01", employed_until="2020-04-15")
    assert "2020" in said(part)
    whole = award("double_wage", monthly_wage="1000", employed_from="2020-03-01", employed_until="2020-04-30")
    assert not whole.warnings
