"""What an offer is worth today."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.worth import Assessment, Factors, Risk, factors, percent, worth
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from tests.domain.mediation.deals import TODAY

TWO = ((TODAY + timedelta(days=30), yuan("15132")), (TODAY + timedelta(days=60), yuan("15132")))


def test_without_a_rate_and_a_risk_nothing_is_taken_off() -> None:
    made = worth(TWO, TODAY, Assessment(), yuan("15000"))
    assert made.total == made.present == made.expected == made.cost == yuan("30264")
    assert made.days == 60 and made.undisputed == Fraction(30264, 15000)
    told = [str(one) for one in made.lines]
    assert len(told) == 6 and "201.7 % of the undisputed wages of 15,000.00" in told[4]


def test_a_rate_takes_off_for_every_thirty_days() -> None:
    """15,132 / 1.01 + 15,132 / 1.01² = 14,982.178… + 14,833.839… = 29,816.02."""
    made = worth(TWO, TODAY, Assessment(Decimal(1), Decimal(2)))
    assert str(made.present) == "29,816.02" == str(made.expected)
    assert made.cost == Money.rounded(Fraction(1513200 * 100, 102) + Fraction(1513200 * 10000, 10404))


def test_the_risk_takes_off_besides_and_from_the_workers_alone() -> None:
    """Some risk is 2 % a month: 15,132 x 0.98 + 15,132 x 0.9604 = 14,829.36 + 14,532.77…"""
    made = worth(TWO, TODAY, Assessment(risk=Risk.SOME))
    assert (str(made.expected), str(made.present), str(made.cost)) == (
        "29,362.13", "30,264.00", "30,264.00")
    assert "2 % of what is still owed" in str(made.lines[5])


def test_a_share_of_the_mediators_own_counts_in_its_place() -> None:
    assert Assessment(risk=Risk.SHARE, share=Decimal("7.5")).default_share == Decimal("7.5")
    assert Assessment(risk=Risk.SHARE).default_share == 0 == Assessment(risk=Risk.NONE).default_share
    assert "set to none" in str(worth(TWO, TODAY, Assessment(risk=Risk.NONE)).lines[5])


def test_only_what_is_set_weighs_time() -> None:
    assert not Assessment(risk=Risk.NONE).weighs_time and Assessment(risk=Risk.HIGH).weighs_time
    assert Assessment(respondents_rate=Decimal(1)).rate(Side.RESPONDENT) == 1


@pytest.mark.parametrize(("typed", "read"), [("1.5", "1.5"), ("１．５％", "1.5"), ("", None), ("0", "0"),
                                             ("10", "10"), ("0.125", "0.125")])
def test_a_percentage_is_read_as_it_is_typed(typed: str, read: str | None) -> None:
    assert percent(typed) == (None if read is None else Decimal(read))


@pytest.mark.parametrize("typed", ["一", "-1", "51", "1.2345", "nan", "1e400"])
def test_what_is_no_percentage_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(DeskError) as refused:
        percent(typed, field="share")
    assert refused.value.field == "share"


days = st.lists(st.integers(0, 1800), min_size=1, max_size=60, unique=True).map(sorted)


@given(days, st.integers(0, 10**11), st.decimals(0, 50, places=3), st.decimals(0, 50, places=3))
def test_later_and_riskier_is_never_worth_more(at: list[int], fen: int, rate: Decimal, lost: Decimal) -> None:
    parts = Money(fen).split([1] * len(at))
    paid = [(TODAY + timedelta(days=day), part) for day, part in zip(at, parts, strict=True)]
    how = Assessment(rate, risk=Risk.SHARE, share=lost)
    made = worth(paid, TODAY, how)
    assert made.expected <= made.present <= made.total == total(part for _, part in paid)
    later = [(day + timedelta(days=30), part) for day, part in paid]
    assert worth(later, TODAY, how).expected <= made.expected


@given(st.integers(1, 60), st.decimals(0, 50, places=3))
def test_after_whole_months_the_factor_is_the_plain_power(months: int, rate: Decimal) -> None:
    """The same by fractions alone, good to far below a fen."""
    found = Factors(TODAY, rate).at(TODAY + timedelta(days=30 * months))
    assert abs(found - 1 / (1 + Fraction(rate) / 100) ** months) < Fraction(1, 10**20)


def test_what_lies_behind_counts_whole_and_who_bears_the_risk_is_known() -> None:
    how = Assessment(Decimal(1), Decimal(3), Risk.HIGH)
    assert factors(TODAY, how, Side.APPLICANT).lost == 5 and factors(TODAY, how, Side.RESPONDENT).lost == 0
    assert factors(TODAY, how, Side.RESPONDENT).rate == 3
    assert Factors(TODAY, Decimal(5)).at(date(2024, 1, 1)) == 1
