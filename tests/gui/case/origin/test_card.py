"""A case that came in a package says from where, until when an answer is owed, and writes what goes back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.gui.case.origin.card import OriginCard, state_of
from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.case.referral.hands import page_of
from tests.gui.case.rooms import Room
from tests.services.referral.exchange import Exchange


def said(card: OriginCard) -> str:
    """How far it is, as the chip says."""
    return card.state.state.text


def card_of(room: Room) -> OriginCard:
    page = page_of(room)
    assert isinstance(page, ReferralPage)
    return page.origin


def test_it_says_from_where_it_came_and_until_when_an_answer_is_owed(there: Room, between: Exchange) -> None:
    card = card_of(there)
    assert card.isVisible() and "西宁市城中区劳动争议调解工作室" in card.title.text()
    assert card.facts.told["Which part"] == "社会保险费补缴"
    assert card.facts.told["Receipt written at"] == "not written yet"
    assert "7 February 2025" in said(card)
    between.there.clock.set(2025, 2, 8)
    assert card.origin is not None and "was due" in state_of(card.origin, there.window.bench).text


def test_the_receipt_is_written_where_somebody_chooses(there: Room, between: Exchange,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    card = card_of(there)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(between.folder))
    there.click(card.receipt)
    assert list(between.folder.glob("*.mdreceipt"))
    assert "20 January 2025" in card.facts.told["Receipt written at"]


def test_an_answer_is_written_with_papers_and_shown_as_given(there: Room, between: Exchange) -> None:
    card = card_of(there)
    there.click(card.answer)
    form = card.answering
    assert form.isVisible() and form.day.value() == date(2025, 1, 20)
    assert form.file.typed().endswith(".mdanswer") and form.exhibits.ticks and form.papers.ticks
    there.click(form.write)
    assert form.text.error() and not list(between.folder.glob("*.mdanswer"))
    there.type(form.text, "已核定补缴基数。")
    form.folder.set_typed(str(between.folder))
    there.click(next(iter(form.exhibits.ticks.values())))
    there.click(form.write)
    assert len(list(between.folder.glob("*.mdanswer"))) == 1 and form.isHidden()
    assert said(card) == "Answer given" and card.facts.told["Result"] == "已核定补缴基数。"


def test_a_return_is_written_with_its_reason(there: Room, between: Exchange) -> None:
    card = card_of(there)
    there.click(card.answer)
    form = card.answering
    there.click(form.what.buttons[1])
    there.type(form.text, "不属本中心管辖")
    form.folder.set_typed(str(between.folder))
    there.click(form.write)
    assert said(card) == "Returned" and there.case.origins[0].returned_why == "不属本中心管辖"


def test_a_form_that_is_put_by_leaves_everything(there: Room) -> None:
    card = card_of(there)
    there.click(card.answer)
    there.click(card.answering.leave)
    assert card.answering.isHidden() and card.answer.isVisible()


def test_of_every_other_case_it_is_out_of_sight(tasks: Tasks, memory: Memory, between: Exchange) -> None:
    room = Room(between.desk, tasks, memory, between.case_id)
    assert card_of(room).isHidden()
    room.settle()
    room.frame.close()
    room.settle()
