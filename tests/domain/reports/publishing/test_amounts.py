"""Amounts in what is published: kept, or rounded so that sums still add up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.reports.publishing import amounts
from mediation_desk.domain.reports.publishing.amounts import Rounding

ROUNDED = [one for one in Rounding if one is not Rounding.KEPT]


@pytest.mark.parametrize(("text", "told"), [
    ("欠4,300.00元/月", "欠约4,000元/月"),
    ("共三万八千七百元", "共约39,000元"),
    ("人民币叁万零贰佰陆拾肆元整", "约30,000元"),
    ("约4300元", "约4,000元"),
    ("¥1.2万", "约12,000元"),
    ("2万余元", "约20,000元"),
    ("欠400元", "欠不足1,000元"),
    ("不足1,000元", "不足1,000元"),
    ("百元大钞", "百元大钞"),
    ("工作3年", "工作3年"),
])
def test_an_amount_is_rounded_however_it_is_written(text: str, told: str) -> None:
    assert amounts.in_text(text, Rounding.THOUSAND) == told


def test_amounts_that_are_kept_stay_as_they_were_typed() -> None:
    assert amounts.in_text("欠4300元、三千元", Rounding.KEPT) == "欠4300元、三千元"


def test_the_streamers_claims_add_up_in_thousands() -> None:
    """21,500 and 17,200 make 38,700: 39 thousand. Alone they would be 22 and 17, which make 39 as well."""
    assert amounts.together([yuan("21500"), yuan("17200")], Rounding.THOUSAND) == [yuan("22000"),
                                                                                   yuan("17000")]


def test_parts_that_would_not_add_up_alone_do_together() -> None:
    """Three times 1,400 make 4,200, 4 thousand: alone they would make 3."""
    parts = amounts.together([yuan("1400")] * 3, Rounding.THOUSAND)
    assert total(parts) == yuan("4000") and sorted(parts) == [yuan("1000"), yuan("1000"), yuan("2000")]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12), st.sampled_from(ROUNDED))
def test_rounded_parts_are_whole_units_near_the_exact_and_sum_to_the_rounded_sum(
        fen: list[int], rounding: Rounding) -> None:
    parts = [Money(one) for one in fen]
    shown = amounts.together(parts, rounding)
    assert total(shown) == amounts.rounded(total(parts), rounding)
    for exact, one in zip(parts, shown, strict=True):
        assert one.fen % rounding.fen == 0 and abs(one.fen - exact.fen) < rounding.fen


@given(st.integers(0, 10**10), st.sampled_from(list(Rounding)))
def test_what_was_told_is_told_again_the_same(fen: int, rounding: Rounding) -> None:
    said = amounts.told(Money(fen), rounding)
    assert amounts.in_text(said, rounding) == said


@given(st.integers(1, 10**8))
def test_no_amount_becomes_nothing_unsaid(fen: int) -> None:
    assert not re.fullmatch("约?0万?元", amounts.told(Money(fen), Rounding.TEN_THOUSAND))


@pytest.mark.parametrize(("text", "number"), [("十二", 12), ("三万八千七百", 38_700), ("壹佰", 100),
                                              ("万", None), ("一亿零三万", 100_030_000), ("两千零五", 2_005)])
def test_numbers_in_words_are_read(text: str, number: int | None) -> None:
    assert amounts.from_words(text) == number
