"""The form of an answer: what it says is what is written."""

from __future__ import annotations

from tests.gui.case.origin.test_card import card_of
from tests.gui.case.rooms import Room


def test_a_result_or_a_return_is_told_never_both(there: Room) -> None:
    card = card_of(there)
    there.click(card.answer)
    form = card.answering
    there.type(form.text, "有结果")
    assert (form.told().result, form.told().returned) == ("有结果", "")
    there.click(form.what.buttons[1])
    assert (form.told().result, form.told().returned) == ("", "有结果")


def test_what_is_ticked_goes_along(there: Room) -> None:
    card = card_of(there)
    there.click(card.answer)
    form = card.answering
    there.click(form.papers.ticks["mediation-application"])
    key = next(iter(form.exhibits.ticks))
    there.click(form.exhibits.ticks[key])
    assert form.told().papers == ("mediation-application",) and form.told().exhibits == (key,)
