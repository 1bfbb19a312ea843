"""Each kind of answer: what is read is what is shown, and what the calculators are handed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.sorting.answer_types import (
    Choice,
    Column,
    ElementType,
    Label,
    fact_as,
    read_as,
    show_as,
)
from mediation_desk.domain.words import DeskError

KINDS = (Choice("per_order", Label("按单", "Per order")), Choice("bonus", Label("奖励", "Bonus")))
LIST = ElementType.LIST


@pytest.mark.parametrize(("kind", "typed", "kept", "fact"), [
    (ElementType.DATE, "2024年9月1日", "2024-09-01", date(2024, 9, 1)),
    (ElementType.MONEY, "￥4,300.5", "4300.50", yuan("4300.50")),
    (ElementType.NUMBER, "7.50", "7.5", Fraction(15, 2)),
    (ElementType.SHARE, "30%", "0.3", Fraction(3, 10)),
    (ElementType.YES_NO, "是", "yes", True), (ElementType.YES_NO, "无", "no", False),
    (ElementType.CHOICE, "per ORDER", "per_order", "per_order"),
    (ElementType.CHOICE, "奖励", "bonus", "bonus"), (ElementType.TEXT, " 主播 ", "主播", "主播")])
def test_an_answer_is_kept_in_one_way_and_handed_on_exactly(kind: ElementType, typed: str, kept: str,
                                                            fact: object) -> None:
    assert read_as(kind, typed, KINDS, "it") == kept
    handed = fact_as(kind, kept)
    assert handed == fact and type(handed) is type(fact)


@pytest.mark.parametrize("kind", [kind for kind in ElementType if kind is not LIST])
def test_what_is_shown_in_either_language_may_be_typed_again(kind: ElementType) -> None:
    kept = {ElementType.DATE: "2024-02-29", ElementType.MONEY: "1234567.80", ElementType.NUMBER: "0.000001",
            ElementType.SHARE: "0.005", ElementType.YES_NO: "no", ElementType.CHOICE: "per_order",
            ElementType.TEXT: "他说：“不”"}[kind]
    for language in ("zh", "zh_CN", "en"):
        assert read_as(kind, show_as(kind, kept, KINDS, language), KINDS, "it") == kept


@pytest.mark.parametrize("kind", [kind for kind in ElementType if kind is not LIST])
def test_nothing_typed_is_no_answer_of_any_kind(kind: ElementType) -> None:
    with pytest.raises(DeskError) as told:
        read_as(kind, "   ", KINDS, "salary")
    assert told.value.field == "salary"


def test_a_choice_that_is_offered_no_more_is_shown_as_it_was_kept() -> None:
    """Forms change; what was answered before stays readable."""
    assert show_as(ElementType.CHOICE, "per_hour", KINDS, "zh") == "per_hour"
    assert show_as(ElementType.CHOICE, "bonus", KINDS, "zh") == "奖励"
    with pytest.raises(DeskError, match="“per_hour” is not one of the choices"):
        read_as(ElementType.CHOICE, "per_hour", KINDS, "it")


def test_words_are_chinese_for_chinese_readers_and_english_for_all_others() -> None:
    label = Label("按单", "Per order")
    assert [label.text(language) for language in ("zh", "zh_CN", "zh_TW", "en", "en_GB", "de")] == [
        "按单"] * 3 + ["Per order"] * 3
    assert str(label) == "Per order"


def test_a_column_reads_as_its_kind_and_names_itself() -> None:
    column = Column("amount", ElementType.MONEY, Label("金额", "Amount"))
    assert column.read("1,200元") == "1200.00"
    with pytest.raises(DeskError) as told:
        column.read("一千")
    assert told.value.field == "amount"


@given(st.integers(0, 10**13))
def test_no_fen_is_lost_between_typing_and_computing(fen: int) -> None:
    kept = read_as(ElementType.MONEY, f"{fen // 100:,}.{fen % 100:02d}", (), "it")
    assert fact_as(ElementType.MONEY, kept) == Money(fen)
