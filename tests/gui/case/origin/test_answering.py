"""The form of an answer: what it says is what is written."""

from __future__ import annotations

from mediation_desk.gui.case.origin.answering import RETURN
from tests.gui.case.origin.test_card import card_of
from tests.gui.case.rooms import Room
from tests.services.referral.exchange import Exchange


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


def test_what_was_typed_stands_there_again_until_it_is_written(there: Room, between: Exchange) -> None:
    card = card_of(there)
    there.click(card.answer)
    form = card.answering
    there.click(form.what.buttons[1])
    there.type(form.text, "不属本中心管辖，退回")
    there.click(form.leave)
    there.click(card.answer)
    assert form.text.typed() == "不属本中心管辖，退回" and form.what.typed() == RETURN
    form.folder.set_typed(str(between.folder))
    there.click(form.write)
    assert list(between.folder.glob("*.mdanswer")) and card.facts.told["Why it was returned"] == (
        "不属本中心管辖，退回")
    assert there.window.bench.notes.text(form._place()) is None
