"""The facts: one meaning each, every one of use, every one with words in both languages."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calculators.double_wage import LIMITATION_METHODS, PARTIAL_MONTHS
from mediation_desk.domain.calculators.facts import Fact, Kind
from mediation_desk.domain.calculators.known_facts import FACTS, RATES
from mediation_desk.domain.calculators.termination import NOTICE_GROUNDS
from mediation_desk.domain.calculators.wages import PAY_KINDS
from mediation_desk.library.elements import shipped_shelf
from mediation_desk.library.words import Words

CHINESE = Words.of("zh_CN")


def everything() -> Iterable[Fact]:
    yield from FACTS.values()
    yield from RATES.values()
    for fact in FACTS.values():
        yield from fact.columns


def test_no_fact_is_asked_for_that_no_claim_is_computed_from() -> None:
    used = {name for claim in CLAIMS.values() for name in claim.facts}
    assert set(FACTS) == used - {"rate"}
    assert set(RATES) == {name for name, claim in CLAIMS.items() if "rate" in claim.facts}


def test_an_element_sheet_feeds_only_facts_of_the_claim_and_of_its_kind() -> None:
    """The shipped sheets ask; what they hand over must be what the calculators take."""
    for sheet in shipped_shelf(claims=set(CLAIMS)).sheets.values():
        for element in sheet.elements():
            for claim, fact in element.feeds.items():
                assert element.type.value == CLAIMS[claim].facts[fact].kind.value, (element.id, claim)


@pytest.mark.parametrize("fact", list(everything()), ids=lambda fact: fact.name)
def test_every_fact_is_called_something_in_both_languages(fact: Fact) -> None:
    chinese, english = CHINESE.sentence(fact.label), str(fact.label)
    assert any("一" <= sign <= "鿿" for sign in chinese) and english.isascii()
    assert "_" not in english


def test_the_same_name_on_a_screen_is_never_two_columns_of_one_list() -> None:
    for fact in FACTS.values():
        labels = [CHINESE.sentence(column.label) for column in fact.columns]
        assert len(set(labels)) == len(labels)


def test_choices_belong_to_choices_and_columns_to_lists() -> None:
    for fact in everything():
        assert bool(fact.choices) == (fact.kind is Kind.CHOICE), fact.name
        assert bool(fact.columns) == (fact.kind is Kind.LIST), fact.name


def test_the_choices_are_those_that_the_calculators_tell_apart() -> None:
    assert FACTS["limitation_method"].choices == LIMITATION_METHODS
    assert FACTS["partial_month"].choices == PARTIAL_MONTHS
    assert FACTS["ground"].choices == NOTICE_GROUNDS
    assert FACTS["pay_items"].columns[0].choices == PAY_KINDS


def test_a_rate_is_a_share_of_pay_or_money_for_the_heat() -> None:
    assert {name: fact.kind for name, fact in RATES.items()} == {
        "non_compete": Kind.SHARE, "additional_compensation": Kind.SHARE, "heat_allowance": Kind.MONEY}
