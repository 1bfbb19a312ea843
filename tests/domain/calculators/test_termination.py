"""Compensation at the end of employment: years, base, both caps, service before 2008."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.calculators import citations
from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.figures import Figure, FigureKind, Figures, tabled
from mediation_desk.domain.money import yuan
from tests.domain.calculators.office import amount, award, plain, said

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
    assert plain(given) == due
    assert ("both limits apply" in said(given)) == (due == "180000.00")


def test_exactly_twelve_years_lose_nothing_but_the_base() -> None:
    """2013-01-01 to 2024-12-31: twelve months of 15,000."""
    given = award("economic_compensation", average_monthly_wage="20000", employed_from="2013-01-01",
                  employed_until="2024-12-31", **LOCAL)
    assert plain(given) == "180000.00" and not given.warnings


def test_a_base_below_the_minimum_wage_is_lifted_to_it() -> None:
    """Two years at 1,500, minimum 1,880: 3,760."""
    facts = {"employed_from": "2023-01-01", "employed_until": "2024-12-31", **LOCAL}
    assert amount("economic_compensation", average_monthly_wage="1500", **facts) == "3760.00"
    assert amount("economic_compensation", average_monthly_wage="1880", **facts) == "3760.00"


def test_months_of_pay_override_the_service() -> None:
    """Told 2.5 months though the service gives 10; and fourteen told are twelve above the cap."""
    both = award("economic_compensation", average_monthly_wage="4000", months_of_pay="2.5",
                 employed_from="2014-01-01", employed_until="2023-12-31", **LOCAL)
    assert plain(both) == "10000.00" and "“Months of pay” goes before “Employed from”" in said(both)
    assert amount("economic_compensation", average_monthly_wage="40000", months_of_pay=14,
                  **LOCAL) == "180000.00"


OLD = {"average_monthly_wage": "4000", "employed_from": "2005-03-01", "employed_until": "2010-02-28", **LOCAL}


def parts(given: Award) -> list[str]:
    return [part.amount.plain() for part in given.parts]


def test_service_before_2008_gives_two_parts_and_no_single_sum() -> None:
    """2005-03-01 to 2007-12-31 at 4,000: two years and ten months, three years begun, at most 12,000;
    since 2008 two years and two months, 2.5 months, 10,000. What was paid is said, and comes off neither."""
    given = award("economic_compensation", **OLD, amount_paid="3000")
    assert given.amount is None and parts(given) == ["12000.00", "10000.00"]
    assert "no single sum" in said(given) and "3,000.00" in said(given)
    assert given.steps[0].law[-1] == citations.COMPENSATION_OF_1994
    first_day = award("economic_compensation", **{**OLD, "employed_from": "2008-01-01"})
    assert plain(first_day) == "10000.00" and not first_day.warnings


def test_damages_count_from_the_first_day_of_work_even_before_2008() -> None:
    """Implementing Regulations, art. 25: five years, 2 x 5 x 4,000."""
    assert amount("unlawful_termination", **OLD) == "40000.00"
    assert "by hand" in said(award("unlawful_termination", **OLD))


def test_months_that_were_told_give_one_sum_whenever_employment_began() -> None:
    assert amount("economic_compensation", **OLD, months_of_pay="5") == "20000.00"


def test_employment_that_ended_before_the_law_has_only_the_old_part() -> None:
    """2005-03-01 to 2007-12-31: three years begun."""
    given = award("economic_compensation", **{**OLD, "employed_until": "2007-12-31"})
    assert given.amount is None and parts(given) == ["12000.00"] and "2008-01-01" in said(given)


def test_the_limit_of_three_times_the_average_cuts_only_the_part_since_2008() -> None:
    """20,000 against 3 x 5,000: 2007 at the whole wage, one year begun; 2008 to 2021 are fourteen years,
    cut to twelve of 15,000."""
    given = award("economic_compensation", average_monthly_wage="20000", employed_from="2007-01-01",
                  employed_until="2021-12-31", **LOCAL)
    assert parts(given) == ["20000.00", "180000.00"]


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
        assert plain(given) == due and not given.warnings


def test_a_missing_figure_is_a_warning_and_never_a_zero() -> None:
    given = award("economic_compensation", average_monthly_wage="7000", employed_from="2014-06-01",
                  employed_until="2014-12-30")
    assert plain(given) == "7000.00"
    assert len(given.warnings) == 2 and "2014-12-30" in said(given)


def test_notice_pay_is_the_last_months_wage_for_the_three_grounds_only() -> None:
    assert amount("notice_pay", last_month_wage="4321.09", ground="art40_changed") == "4321.09"
    with pytest.raises(FactError, match="art40_illness, art40_incompetent, art40_changed"):
        award("notice_pay", last_month_wage="4321.09", ground="art39")
