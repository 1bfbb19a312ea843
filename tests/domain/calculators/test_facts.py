"""What a fact that cannot be is called: by its words on the screen, by its key in a file."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from mediation_desk.domain.calculators.facts import Fact, FactError, Kind, Row, missing, refused
from mediation_desk.domain.calculators.known_facts import FACTS
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import say
from mediation_desk.library.words import Words


def test_a_column_is_named_by_list_row_and_column_in_both_ways() -> None:
    items = FACTS["pay_items"]
    error = missing(items.columns[3], Row(items, 3))
    assert (error.fact, error.field) == ("pay_items[3].amount", "pay_items")
    assert "“Pay items, row 3: Amount”" in str(error.sentence)
    assert "“pay_items, row 3: amount”" in str(error.in_file)
    assert "“报酬明细第3行：金额”" in Words.of("zh_CN").sentence(error.sentence)


def test_a_choice_is_expected_by_its_keys_in_a_file_alone() -> None:
    error = refused(FACTS["ground"], say("It is not."))
    assert "art40_illness" in str(error.in_file) and "art40_illness" not in str(error.sentence)


@pytest.mark.parametrize(("kind", "good", "bad"), [
    (Kind.MONEY, Money(0), Money(-1)), (Kind.MONEY, Money(1), 1),
    (Kind.DATE, date(1949, 10, 1), date(1949, 9, 30)),
    (Kind.DATE, date(2199, 12, 31), "2199-12-31"), (Kind.NUMBER, Fraction(10**9), Fraction(10**9 + 1)),
    (Kind.NUMBER, 0, Fraction(-1, 2)), (Kind.SHARE, Fraction(1), Fraction(101, 100)), (Kind.YES_NO, False, 0),
    (Kind.TEXT, "", 3), (Kind.LIST, [{}], []), (Kind.LIST, [{}], "text")])
def test_each_kind_takes_what_it_is_and_nothing_else(kind: Kind, good: object, bad: object) -> None:
    fact = Fact("it", kind, say("It"))
    fact.check(good)
    with pytest.raises(FactError) as told:
        fact.check(bad)
    assert str(fact.expected) in str(told.value)


def test_every_fact_has_a_name_of_its_own_in_both_languages() -> None:
    chinese = Words.of("zh_CN")
    labels = [chinese.sentence(fact.label) for fact in FACTS.values()]
    assert len(set(labels)) == len(labels)
    assert all(chinese.sentence(fact.label) != str(fact.label) for fact in FACTS.values())
