"""Pay lists and deductions as people type them, and as a paper says them."""

from __future__ import annotations

import json

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.sorting.answer_types import Column, ElementType, Label
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.list_answers import ItemWords, show
from mediation_desk.domain.words import DeskError
from mediation_desk.library.elements import shipped_shelf
from mediation_desk.library.words import Words


def shipped(claim: str, name: str) -> Element:
    return shipped_shelf(claims=CLAIMS.keys()).combined([claim]).element(name)


PAY = shipped("gig_pay", "pay_items")
TAKEN = shipped("deductions", "deductions")


def items(text: str) -> list[dict[str, str]]:
    read: list[dict[str, str]] = json.loads(PAY.read(text))
    return read


@pytest.mark.parametrize("line", ["扣减，，，300", "扣减,,,300", "扣减, , , 300.00", "扣减\t\t\t300",
                                  "扣减；；；３００"])
def test_empty_columns_stay_empty(line: str) -> None:
    assert items(line) == [{"kind": "deduction", "amount": "300.00"}]


@pytest.mark.parametrize("line", ["按单，780，5.50", "按单,780,5.5", "按单 780 5.50", "按单\t780\t5.50",
                                  "按单 780，5.50", "按单，７８０，５．５０"])
def test_a_line_is_read_however_its_columns_are_parted(line: str) -> None:
    assert items(line) == [{"kind": "per_order", "quantity": "780", "rate": "5.5"}]


def test_the_comma_inside_an_amount_parts_nothing() -> None:
    assert items("奖励，，，1,200.00") == [{"kind": "bonus", "amount": "1200.00"}]
    assert items("按单,780,550") == [{"kind": "per_order", "quantity": "780", "rate": "550"}]


def test_the_paper_says_the_list_as_a_person_would() -> None:
    """780 x 5.50 = 4,290, less 300."""
    kept = PAY.read("按单，780，5.50\n扣减，，，300")
    assert PAY.show(kept, "zh_CN") == "按单780单×5.50元，扣减300.00元"
    assert PAY.show(kept, "en") == "780 orders × 5.50 yuan, Deduction 300.00 yuan"
    award = compute("gig_pay", {"pay_items": PAY.fact(kept)})
    assert award.amount is not None and award.amount.plain() == "3990.00"


@pytest.mark.parametrize(("line", "said"), [
    ("按时，12.5，20", "按时12.5小时×20.00元"), ("分成，，35%，12000", "分成12,000.00元×35%"),
    ("保底，，，4300", "保底4,300.00元"), ("奖励，3，50", "奖励3×50.00元"),
    ("奖励，3，，150", "奖励3，计150.00元")])
def test_every_kind_of_pay_has_its_words(line: str, said: str) -> None:
    assert PAY.show(PAY.read(line), "zh_CN") == said


@pytest.mark.parametrize(("line", "said"), [
    ("2024-10-05，300，罚款", "2024年10月5日罚款300.00元"), ("，300，罚款", "罚款300.00元"),
    ("，500，赔偿损失，20%", "赔偿损失500.00元（劳动者承担20%）"),
    ("2024-10-05，300", "2024年10月5日扣款300.00元"),
    ("，300", "扣款300.00元")])
def test_deductions_have_theirs(line: str, said: str) -> None:
    assert TAKEN.show(TAKEN.read(line), "zh_CN") == said


def test_what_cannot_be_read_is_named_by_item_and_column_in_the_readers_language() -> None:
    with pytest.raises(DeskError) as refused:
        PAY.read("按单，780，5.50\n扣减，三百")
    assert refused.value.field == "pay_items"
    assert "Item 2, “Quantity”" in str(refused.value) and "“三百” is not a number" in str(refused.value)
    assert Words.of("zh_CN").sentence(refused.value.sentence).startswith("第2项“数量”")
    with pytest.raises(DeskError, match="Item 1 lacks its “Amount”"):
        TAKEN.read("2024-10-05")


def test_an_amount_missing_in_the_list_is_asked_for_by_the_words_on_the_screen() -> None:
    with pytest.raises(DeskError) as refused:
        compute("gig_pay", {"pay_items": PAY.fact(PAY.read("按单，780，5.50\n扣减，300"))})
    told = Words.of("zh_CN").sentence(refused.value.sentence)
    assert "第2行：金额" in told and "pay_items" not in told and "[" not in told


def test_without_words_of_their_own_items_stand_side_by_side() -> None:
    columns = (Column("kind", ElementType.TEXT, Label("类", "Kind")),
               Column("sum", ElementType.MONEY, Label("额", "Sum"), optional=True))
    value = json.dumps([{"kind": "a", "sum": "5.00"}, {"kind": "b"}])
    assert show(value, columns, (), "en") == "a 5.00；b"
    words = ItemWords(Label("{kind}{sum}元", "{kind} {sum}"), "a")
    assert show(value, columns, (words,), "en") == "a 5.00, b"
