"""What came back is noted with its day; what is half typed waits for the next time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.gui.case.referral.coming_back import FIELDS, FIRST, Note
from mediation_desk.services.referral.referring import COURSE
from tests.gui.case.conftest import Opener
from tests.gui.case.referral.hands import drafted, page_of


def test_each_note_asks_for_its_own_fields_and_every_one_can_be_noted() -> None:
    assert set(FIELDS) <= COURSE and set(FIRST) == set(Note)
    assert all(FIRST[note] == note.value[0] for note in Note)


def test_a_receipt_is_noted_in_full_and_an_answer_half_typed_is_there_again(
        case_id: UUID, open_case: Opener, tmp_path: Path) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    room.click(page.acts.hand)
    room.click(page.handing.go)
    room.click(page.papers.pane.back)
    page.open_next()
    card = page.noting
    assert card.form.field("received_on").typed() == "2024-11-25" and card.form.field("result").isHidden()
    room.type(card.form.field("received_by"), "钱某")
    room.type(card.form.field("number_there"), "稽〔2024〕7号")
    room.click(card.keep)
    [one] = room.case.referrals
    assert one.received_on == date(2024, 11, 25)
    assert (one.received_by, one.number_there) == ("钱某", "稽〔2024〕7号")
    room.click(page.acts.answer)
    room.type(card.form.field("result"), "正在稽核")
    card.take([tmp_path / "a.pdf", tmp_path / "a.pdf"])
    assert card.files.text().endswith("a.pdf") and len(card.papers) == 1
    room.click(page.acts.returned)
    room.click(page.acts.answer)
    assert card.form.field("result").typed() == "正在稽核" and not card.papers
