"""Unpaid wages, gig pay, deductions and heat allowance, worked by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.calculators.facts import FactError, FactValue
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.figures import Figure, FigureKind, Figures, Per, tabled
from mediation_desk.domain.money import yuan
from mediation_desk.library.law import shipped_figures
from tests.domain.calculators.office import amount, award, plain, said


def test_a_part_of_a_month_at_either_end_pays_its_weekdays() -> None:
    """2024-03-15 to 2024-05-14 at 8,700: 15 to 31 March has 11 weekdays (15; 18-22; 25-29), 1 to 14
    May has 10 (1-3; 6-10; 13, 14), holidays with them. 8,700 / 21.75 = 400 a day.
    4,400 + 8,700 + 4,000 = 17,100."""
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-03-15",
                  unpaid_until="2024-05-14") == "17100.00"


def test_a_part_of_a_month_never_pays_more_than_the_month() -> None:
    """2 to 31 October 2024 has 22 weekdays, more than 21.75: the month's 8,700 and no more."""
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-10-02",
                  unpaid_until="2024-10-31") == "8700.00"


def test_a_make_up_workday_does_not_change_the_paid_days() -> None:
    """8 to 12 October 2024 (Tuesday to Saturday): the Saturday is a make-up workday swapped for a
    weekday off, and that weekday counts already. Four weekdays of 400: 1,600."""
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-10-08",
                  unpaid_until="2024-10-12") == "1600.00"


def test_february_of_a_leap_year_is_whole_only_with_its_29th() -> None:
    """1 to 28 February 2024 has 20 weekdays: 8,000; with the 29th the whole month: 8,700."""
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-02-01",
                  unpaid_until="2024-02-28") == "8000.00"
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-02-01",
                  unpaid_until="2024-02-29") == "8700.00"


def test_what_was_paid_comes_off_last_and_never_below_zero() -> None:
    assert amount("unpaid_wages", amount_due="5000", amount_paid="1234.56") == "3765.44"
    over = award("unpaid_wages", amount_due="5000", amount_paid="5000.01")
    assert plain(over) == "0.00"
    assert "0.01 over" in said(over)
    assert not award("unpaid_wages", amount_due="5000", amount_paid="5000").warnings


def test_rounding_happens_once_at_the_end() -> None:
    """1,000 / 21.75 x 1 day at either end: 45.977... + 45.977... = 91.954..., so 91.95, not the
    91.96 of two rounded days. 31 May 2024 is a Friday, 3 June a Monday (1 and 2 a weekend)."""
    assert amount("unpaid_wages", monthly_wage="1000", unpaid_from="2024-05-31",
                  unpaid_until="2024-06-03") == "91.95"


def test_a_guarantee_tops_up_and_is_not_added() -> None:
    """300 orders x 8.50 = 2,550, bonus 200: 2,750, topped up to 4,300; a fine of 100 off: 4,200."""
    items = [{"kind": "per_order", "quantity": 300, "rate": "8.50"}, {"kind": "bonus", "amount": "200"},
             {"kind": "guarantee", "amount": "4300"}, {"kind": "deduction", "amount": "100"}]
    assert amount("gig_pay", pay_items=items) == "4200.00"
    assert amount("gig_pay", pay_items=items, amount_paid="4000") == "200.00"


def test_earnings_above_the_guarantee_stay() -> None:
    """40 hours x 60 = 2,400; 35 % of 12,000 = 4,200; 6,600 is above 4,300."""
    items = [{"kind": "per_hour", "quantity": 40, "rate": "60"},
             {"kind": "revenue_share", "amount": "12000", "rate": "0.35"},
             {"kind": "guarantee", "amount": "4300"}]
    assert amount("gig_pay", pay_items=items) == "6600.00"


def test_several_guarantees_of_a_period_are_not_added_up() -> None:
    two = award("gig_pay", pay_items=[{"kind": "guarantee", "amount": "4300"},
                                      {"kind": "guarantee", "amount": "3000"}])
    assert plain(two) == "4300.00"
    assert "highest" in said(two)


def test_deductions_never_leave_a_debt() -> None:
    assert amount("gig_pay", pay_items=[{"kind": "per_order", "amount": "80"},
                                        {"kind": "deduction", "amount": "100"}]) == "0.00"


@pytest.mark.parametrize(("item", "fact"), [
    ({"kind": "per_order", "quantity": 3}, "pay_items[1].amount"),
    ({"kind": "per_order", "quantity": 3, "rate": "8", "amount": "25"}, "pay_items[1].amount"),
    ({"kind": "revenue_share", "amount": "1000", "rate": "35"}, "pay_items[1].rate"),
    ({"kind": "tip", "amount": "1"}, "pay_items[1].kind"),
    ({"amount": "1"}, "pay_items[1].kind"),
    ({"kind": "bonus", "amount": "-1"}, "pay_items[1].amount"),
    ({"kind": "bonus", "sum": "1"}, "pay_items[1].sum"),
])
def test_a_bad_pay_item_is_named_by_its_row(item: dict[str, object], fact: str) -> None:
    """On the screen by the words that stand there, in a file by its keys; never by a path."""
    with pytest.raises(FactError) as refused:
        award("gig_pay", pay_items=[item])
    assert refused.value.fact == fact and refused.value.field == "pay_items"
    column = fact.rpartition(".")[2]
    assert f"pay_items, row 1: {column}" in str(refused.value.in_file)
    assert "Pay items, row 1: " in str(refused.value.sentence)
    for shown in (refused.value.sentence, refused.value.in_file):
        assert "[" not in str(shown)


def test_fines_and_deposits_are_given_back_whole() -> None:
    given = award("deductions", deductions=[{"date": "2024-05-10", "amount": "500", "ground": "罚款"},
                                            {"amount": "1000", "ground": "押金"}])
    assert plain(given) == "1500.00"


def test_lawful_withholdings_are_kept() -> None:
    assert amount("deductions", deductions=[{"amount": "320", "ground": "social_insurance"},
                                            {"amount": "50", "ground": "fine"}]) == "50.00"


def test_a_months_deductions_keep_at_most_a_fifth_of_the_wage() -> None:
    """Wage 5,000: at most 1,000 a month. May: 1,500 taken for damage, 1,000 kept, 500 back. June: 800
    taken, 800 kept. In all 500 back. The minimum wage 1,880 leaves room: 5,000 - 1,880 = 3,120."""
    assert amount("deductions", monthly_wage="5000", local_minimum_monthly_wage="1880", deductions=[
        {"date": "2024-05-10", "amount": "900", "ground": "damage", "kept_share": "1"},
        {"date": "2024-05-20", "amount": "600", "ground": "damage", "kept_share": "1"},
        {"date": "2024-06-10", "amount": "800", "ground": "damage", "kept_share": "1"}]) == "500.00"


@pytest.mark.parametrize(("wage", "back"), [
    ("2000", "180.00"),  # a fifth is 400, but only 120 lie above the minimum wage of 1,880
    ("1880", "300.00"),  # nothing lies above it
    ("1500", "300.00"),
    ("2350", "0.00"),  # a fifth is 470, 470 above the minimum: both limits meet, 300 may be kept
])
def test_the_rest_of_the_wage_is_not_below_the_minimum(wage: str, back: str) -> None:
    assert amount("deductions", monthly_wage=wage, local_minimum_monthly_wage="1880", deductions=[
        {"date": "2024-05-10", "amount": "300", "ground": "damage", "kept_share": 1}]) == back


def test_limits_that_cannot_be_applied_are_said() -> None:
    given = award("deductions", deductions=[{"amount": "300", "ground": "damage", "kept_share": "0.5"}])
    assert plain(given) == "150.00"
    assert "20%" in said(given) and "without a date" in said(given)


def test_a_part_at_either_end_of_less_than_a_month_pays_no_more_than_the_month() -> None:
    """10 July to 9 August 2024 has 16 + 7 = 23 weekdays, above 21.75: one month's 8,700."""
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-07-10",
                  unpaid_until="2024-08-09") == "8700.00"
    assert amount("unpaid_wages", monthly_wage="8700", unpaid_from="2024-07-10",
                  unpaid_until="2024-08-12") == "9600.00"  # 24 weekdays of 400, over a month


SUMMER = Figure(yuan("260.00"), "made up", date(2024, 6, 1), months=(6, 7, 8, 9))
DAILY = Figure(yuan("12.00"), "made up", date(2026, 11, 23), per=Per.DAY)


def heat(on: date, figure: Figure, **facts: FactValue) -> Award:
    figures = Figures({"350000": "某省"}, tabled([(FigureKind.HEAT_ALLOWANCE, "350000", figure)]))
    return compute("heat_allowance", {"periods": Fraction(3), **facts}, figures=figures, place="350100",
                   on=on)


def test_the_heat_figure_is_taken_within_its_dates_and_season_only() -> None:
    """Three months of 260; on 2026-11-01 it is winter, in May 2024 the figure was not yet in force."""
    assert plain(heat(date(2026, 7, 15), SUMMER)) == "780.00"
    for on, words in ((date(2026, 11, 1), "outside the season"), (date(2024, 5, 1), "outside the dates")):
        with pytest.raises(FactError, match=words) as refused:
            heat(on, SUMMER)
        assert "某省" in str(refused.value) and refused.value.field == "rate"
        assert plain(heat(on, SUMMER, rate=yuan("100"))) == "300.00"


def test_the_day_in_the_heat_decides_where_it_is_told() -> None:
    """Received in November, worked until September."""
    assert plain(heat(date(2026, 11, 1), SUMMER, heat_until=date(2026, 9, 10))) == "780.00"


def test_a_shipped_figure_of_later_days_says_so_and_not_that_the_rate_is_missing() -> None:
    with pytest.raises(FactError) as refused:
        compute("heat_allowance", {"periods": Fraction(20)}, figures=shipped_figures(), place="350000",
                on=date(2026, 7, 15))
    assert "outside the dates" in str(refused.value) and "missing" not in str(refused.value)


def test_more_than_a_year_of_heat_is_pointed_out() -> None:
    """Four months a year; five are of two years."""
    assert "several years" in said(heat(date(2026, 7, 1), SUMMER, periods=Fraction(5)))
    assert not heat(date(2026, 12, 1), DAILY, periods=Fraction(90)).warnings


def test_heat_allowance_is_paid_by_period() -> None:
    assert amount("heat_allowance", periods="2.5", rate="200") == "500.00"
    with pytest.raises(FactError, match="“rate” is missing"):
        award("heat_allowance", periods=3)
