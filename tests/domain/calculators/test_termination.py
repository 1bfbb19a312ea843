"""Compensation at the end of employment: years, base, both caps, service before 2008."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.figures import Figure, FigureKind, Figures, tabled
from mediation_desk.domain.money import yuan
from tests.domain.calculators.office import amount, award, said

LOCAL = {"local_average_monthly_wage": "5000", "local_minimum_monthly_wage": "1880"}


@pytest.mark.parametrize(("until", "due"), [
    ("2024-06-29", "2000.00"),  # a day short of six months: half a month
    ("2024-06-30", "4000.00"),  # six months: a whole one
    ("2024-12-31", "4000.00"),
    ("2025-01-01", "6000.00"),  # a year and a day
])
def test_half_years_decide_between_half_and_whole_months(until: str, due: str) -> None:
    assert amount("economic_compensation", average_monthly_wage="4000", employed_from="2024-01-01",
                  employed_until=until, **LOCAL) == due


def test_damages_are_twice_the_compensation() -> None:
    """Three years and two months: 3.5 x 4,000 = 14,000; twice that is 28,000."""
    facts = {"average_monthly_wage": "4000", "employed_from": "2020-01-01", "employed_until": "2023-02-28",
             **LOCAL}
    assert amount("economic_compensation", **facts) == "14000.00"
    assert amount("unlawful_termination", **facts) == "28000.00"
    assert amount("unlawful_termination", **facts, amount_paid="14000") == "14000.00"


@pytest.mark.parametrize(("wage", "due"), [
    ("14999.99", "224999.85"),  # below three times 5,000: all fifteen years
    ("15000", "225000.00"),  # exactly three times: still all fifteen
    ("15000.01", "180000.00"),  # above: 15,000 and only twelve years
    ("90000", "180000.00"),
])
def test_above_three_times_the_average_both_limits_apply_at_once(wage: str, due: str) -> None:
    """Fifteen years, 2010-01-01 to 2024-12-31."""
    given = award("economic_compensation", average_monthly_wage=wage, employed_from="2010-01-01",
                  employed_until="2024-12-31", **LOCAL)
    assert given.amount.plain() == due
    assert ("both limits apply" in said(given)) == (due == "180000.00")


def test_exactly_twelve_years_lose_nothing_but_the_base() -> None:
    """2013-01-01 to 2024-12-31: twelve months of 15,000."""
    given = award("economic_compensation", average_monthly_wage="20000", employed_from="2013-01-01",
                  employed_until="2024-12-31", **LOCAL)
    assert given.amount.plain() == "180000.00" and not given.warnings


def test_a_base_below_the_minimum_wage_is_lifted_to_it() -> None:
    """Two years at 1,500, minimum 1,880: 3,760."""
    facts = {"employed_from": "2023-01-01", "employed_until": "2024-12-31", **LOCAL}
    assert amount("economic_compensation", average_monthly_wage="1500", **facts) == "3760.00"
    assert amount("economic_compensation", average_monthly_wage="1880", **facts) == "3760.00"


def test_months_of_pay_override_the_service() -> None:
    """Told 2.5 months though the service gives 10; and fourteen told are twelve above the cap."""
    assert amount("economic_compensation", average_monthly_wage="4000", months_of_pay="2.5",
                  employed_from="2014-01-01", employed_until="2023-12-31", **LOCAL) == "10000.00"
    assert amount("economic_compensation", average_monthly_wage="40000", months_of_pay=14,
                  **LOCAL) == "180000.00"


def test_service_before_2008_is_flagged_and_shown_beside() -> None:
    """2005-03-01 to 2010-02-28 at 4,000: since 2008 two years and two months, 2.5 months, 10,000; the
    whole five years stand in the working for review. Damages count from the first day: 2 x 5 x 4,000."""
    facts = {"average_monthly_wage": "4000", "employed_from": "2005-03-01", "employed_until": "2010-02-28",
             **LOCAL}
    given = award("economic_compensation", **facts)
    assert given.amount.plain() == "10000.00"
    assert "Review this amount by hand" in said(given)
    assert [step.value for step in given.steps] == ["5", "2.5", "10000.00"]
    assert amount("unlawful_termination", **facts) == "40000.00"
    first_day = award("economic_compensation", **{**facts, "employed_from": "2008-01-01"})
    assert not first_day.warnings


def test_employment_that_ended_before_the_law_gives_nothing_by_it() -> None:
    given = award("economic_compensation", average_monthly_wage="4000", employed_from="2005-03-01",
                  employed_until="2007-12-31", **LOCAL)
    assert given.amount.plain() == "0.00" and "2008-01-01" in said(given)


def test_figures_in_force_on_the_last_day_are_used_where_none_is_told() -> None:
    """Average 5,000 until 2024-06-30, 6,000 after; five years at 20,000 cap at three times either."""
    old = Figure(yuan("5000.00"), "made up", date(2023, 7, 1), date(2024, 6, 30))
    new = Figure(yuan("6000.00"), "made up", date(2024, 7, 1))
    least = Figure(yuan("1880.00"), "made up", date(2023, 1, 1))
    table = tabled([(FigureKind.AVERAGE_WAGE, "630000", old), (FigureKind.AVERAGE_WAGE, "630000", new),
                    (FigureKind.MINIMUM_WAGE, "630100", least)])
    figures = Figures(table=table)
    for until, due in ((date(2024, 6, 30), "75000.00"), (date(2024, 7, 1), "99000.00")):
        given = compute("economic_compensation", {
            "average_monthly_wage": yuan("20000"), "employed_from": date(2019, 7, 1),
            "employed_until": until}, figures=figures, place="630102")
        assert given.amount.plain() == due and not given.warnings


def test_a_missing_figure_is_a_warning_and_never_a_zero() -> None:
    given = award("economic_compensation", average_monthly_wage="7000", employed_from="2014-06-01",
                  employed_until="2014-12-30")
    assert given.amount.plain() == "7000.00"
    assert len(given.warnings) == 2 and "2014-12-30" in said(given)


def test_notice_pay_is_the_last_months_wage_for_the_three_grounds_only() -> None:
    assert amount("notice_pay", last_month_wage="4321.09", ground="art40_changed") == "4321.09"
    with pytest.raises(FactError, match="art40_illness, art40_incompetent, art40_changed"):
        award("notice_pay", last_month_wage="4321.09", ground="art39")
