"""Answers as people type and paste them, and sheets put together for several claims."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting.answers import DENIED, admits, is_admission, stated
from mediation_desk.domain.sorting.elements import (
    Choice,
    Column,
    Condition,
    Element,
    ElementSheet,
    ElementType,
    Label,
    Section,
    combine,
)
from mediation_desk.domain.words import DeskError

BOTH = Label("甲", "A")


def element(kind: str, name: str = "it") -> Element:
    choices = (Choice("per_order", Label("按单", "Per order")), Choice("bonus", Label("奖励", "Bonus")))
    columns = (Column("kind", ElementType.CHOICE, Label("类别", "Kind"), choices=choices),
               Column("quantity", ElementType.NUMBER, BOTH, optional=True),
               Column("amount", ElementType.MONEY, BOTH, optional=True))
    return Element(name, ElementType(kind), BOTH, choices=choices, columns=columns)


@pytest.mark.parametrize(("kind", "typed", "kept"), [
    ("date", "2024-9-1", "2024-09-01"), ("date", "2024.9.1", "2024-09-01"),
    ("date", "２０２４年９月１日", "2024-09-01"), ("date", "2024/09/01", "2024-09-01"),
    ("date", "20240901", "2024-09-01"), ("date", "2024-09-01 00:00:00", "2024-09-01"),
    ("money", "4,300", "4300.00"), ("money", "￥４３００．５", "4300.50"), ("money", "4300元", "4300.00"),
    ("number", "7.50", "7.5"), ("number", "１２", "12"), ("number", "100", "100"), ("number", "30%", "0.3"),
    ("share", "30%", "0.3"), ("share", "0.30", "0.3"), ("share", "１００％", "1"),
    ("yes_no", "是", "yes"), ("yes_no", "N", "no"), ("yes_no", "没有", "no"), ("yes_no", "√", "yes"),
    ("choice", "按单", "per_order"), ("choice", "per ORDER", "per_order"), ("text", " 主播 ", "主播"),
    ("money", "否认", DENIED), ("yes_no", "denies", DENIED), ("date", "✗", DENIED)])
def test_people_type_it_in_many_ways_and_it_is_kept_in_one(kind: str, typed: str, kept: str) -> None:
    assert element(kind).read(typed) == kept


@pytest.mark.parametrize(("kind", "typed"), [
    ("date", "2024-02-30"), ("date", "昨天"), ("date", ""), ("money", "-5"), ("money", "12.345"),
    ("money", "很多"), ("number", "-1"), ("number", "nan"), ("number", "1e9"), ("share", "30"),
    ("share", "nan"), ("share", "120%"), ("yes_no", "也许"), ("choice", "按月"), ("text", "  "),
    ("text", "字" * 5000), ("list", ""), ("list", "按月 3"), ("list", "[1, 2]"), ("list", "[{\"kind\": ")])
def test_what_is_no_answer_is_refused_beside_its_element(kind: str, typed: str) -> None:
    with pytest.raises(DeskError) as told:
        element(kind, "salary").read(typed)
    assert told.value.field == "salary" and str(told.value)


def test_a_list_is_pasted_from_a_spreadsheet_or_typed_line_by_line() -> None:
    pasted = element("list").read("按单\t120\t600.00\n奖励\t\t50")
    assert element("list").show(pasted, "en") == "Per order 120 600.00；Bonus 50.00"
    assert element("list").read("按单 120 600") == element("list").read("按单，120，600元")
    assert element("list").read(pasted) == pasted


@pytest.mark.parametrize(("kind", "typed", "why"), [
    ("number", "12.1234567", "more than 6 decimals"), ("number", "1234567890123", "more than this program"),
    ("number", "-1", "below zero"), ("share", "120%", "more than the whole"), ("share", "-5%", "below zero"),
    ("money", "12.345", "more than two decimals"), ("money", "1" * 20, "more than this program can hold")])
def test_what_is_wrong_with_a_number_is_said(kind: str, typed: str, why: str) -> None:
    with pytest.raises(DeskError, match=why):
        element(kind).read(typed)


@pytest.mark.parametrize(("kind", "kept", "zh", "en"), [
    ("date", "2024-09-01", "2024年9月1日", "2024-09-01"), ("money", "4300.00", "4,300.00", "4,300.00"),
    ("share", "0.3", "30%", "30%"), ("yes_no", "no", "否", "No"), ("choice", "bonus", "奖励", "Bonus"),
    ("text", "主播", "主播", "主播"), ("money", DENIED, "否认", "denied"),
    ("money", admits("4300.00"), "4,300.00", "4,300.00")])
def test_it_is_shown_in_the_readers_language(kind: str, kept: str, zh: str, en: str) -> None:
    assert element(kind).show(kept, "zh_CN") == zh
    assert element(kind).show(kept, "en") == en
    assert element(kind).show(None, "en") == ""


def test_the_calculators_get_facts_and_never_a_float() -> None:
    assert element("money").fact("4300.00") == Money(430000)
    assert element("date").fact("2024-09-01") == date(2024, 9, 1)
    assert element("share").fact("0.3") == Fraction(3, 10)
    assert element("yes_no").fact("no") is False
    assert element("list").fact(element("list").read("按单 120 600")) == [
        {"kind": "per_order", "quantity": Fraction(120), "amount": Money(60000)}]


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_date_survives_every_way_of_writing(day: date) -> None:
    written = [day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}",
               f"{day.year}.{day.month}.{day.day}"]
    assert {element("date").read(one) for one in written} == {day.isoformat()}


@given(st.integers(0, 10**12))
def test_an_amount_shown_is_an_amount_that_can_be_typed(fen: int) -> None:
    kept = Money(fen).plain()
    assert element("money").read(element("money").show(kept, "zh")) == kept


def test_an_admission_keeps_what_was_admitted() -> None:
    assert is_admission(admits("4300.00")) and stated(admits("4300.00")) == "4300.00"
    assert admits(admits("yes")) == admits("yes") and not is_admission("yes")


def test_conditions_ask_for_equality_difference_answers_all_and_any() -> None:
    no_contract = Condition(element="written_contract", equals="no")
    other = Condition(element="written_contract", differs="no")
    silent = Condition(element="amount_due", answered=False)
    assert no_contract.holds({"written_contract": "no"}) and not no_contract.holds({})
    assert other.holds({"written_contract": "yes"}) and not other.holds({})
    assert Condition(every=(no_contract, silent)).holds({"written_contract": "no"})
    assert not Condition(every=(no_contract, silent)).holds({"written_contract": "no", "amount_due": "1"})
    assert Condition(some=(no_contract, silent)).holds({})
    assert Condition(some=(no_contract, silent)).names() == {"written_contract", "amount_due"}


def sheet(name: str, order: int, *names: str) -> ElementSheet:
    section = Section(f"s{order}", BOTH, order, tuple(element("money", one) for one in names))
    return ElementSheet(name, BOTH, (name,), (section,))


def test_combined_sheets_ask_each_element_once_in_order() -> None:
    together = combine([sheet("pay", 40, "wage", "paid"), sheet("contract", 20, "signed", "wage")])
    assert [section.id for section in together.sections] == ["s20", "s40"]
    assert [one.id for one in together.elements()] == ["signed", "wage", "paid"]
    assert together.claims == ("pay", "contract")
    with pytest.raises(DeskError):
        together.element("nowhere")
