"""An order as it is entered: its kinds follow its source, and it begins with what the case knows."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Source
from mediation_desk.gui.kit.fields.choice import ChoiceField
from tests.gui.case.conftest import Opener
from tests.gui.case.order.hands import page_of


def test_it_begins_now_with_the_source_and_the_number_of_the_case(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    room.click(page.empty.action)
    form = page.card.form
    assert form.field("source").value() is Source.HOTLINE
    assert form.field("number").typed() == "250930160000123456"
    assert form.field("arrived_at").typed() == "2025-09-30"
    assert form.field("reply_wanted").value() is True
    room.type(form.field("number"), "")
    room.click(page.card.keep)
    assert form.field("number").error() == "Enter the number of the order, or what it is about."


def test_the_kinds_are_those_of_the_source(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    room.click(page.empty.action)
    card = page.card
    assert offered(card.rule)[-1] == "Suggestion"
    room.choose(card.source, offered(card.source).index("Entrusted by a court"))
    assert "Assigned before it is filed" in offered(card.rule)


def offered(field: ChoiceField) -> list[str]:
    """What a list offers."""
    return [field.combo.itemText(at) for at in range(field.combo.count())]
