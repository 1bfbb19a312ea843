"""Where the file lies is entered on the page of a closed case, with the next free volume at hand."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.casefile.archive import ArchiveDraft
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.casefile import archiving
from mediation_desk.services.closing import closing
from tests.gui.case import rooms
from tests.gui.case.closing.hands import page_of
from tests.gui.case.conftest import Opener


def test_a_volume_is_proposed_kept_and_undone(closed: UUID, open_case: Opener) -> None:
    room = open_case(closed)
    card = page_of(room).archive
    assert not card.isHidden() and "5 years" in card.until.text()
    room.click(card.propose)
    assert card.volume.typed() == "2025-001" and card.on.value() == date(2025, 1, 20)
    room.type(card.years, "10")
    assert "2035-01-20" in card.until.text()
    room.type(card.box, "3")
    room.click(card.keep)
    assert ArchiveDraft.of(room.case) == ArchiveDraft(date(2025, 1, 20), "2025-001", "3", "", 10)
    room.window.undo()
    room.settle()
    assert room.case.archived_on is None and card.volume.typed() == ""


def test_a_volume_of_another_file_is_asked_about_and_a_wrong_day_said_beside_it(
        closed: UUID, open_case: Opener) -> None:
    room = open_case(closed)
    other = rooms.accepted(room.desk, rooms.named(room.desk, rooms.streamers(room.desk)))
    closing.close(room.desk, other, room.desk.today, Outcome.WITHDRAWN, "不再请求", sure=True)
    archiving.archive(room.desk, other, ArchiveDraft(room.desk.today, "2025-001"))
    card = page_of(room).archive
    room.type(card.on, "2024-01-01")
    room.type(card.volume, "2025-001")
    room.click(card.keep)
    assert "before the case was closed" in card.on.error()
    room.type(card.on, "2025-01-20")
    room.click(card.keep)
    assert not card.doubt.isHidden() and room.case.file_volume is None
    room.click(card.doubt.go)
    assert room.case.file_volume == "2025-001" and card.doubt.isHidden()


def test_an_open_case_has_no_such_card(performed: UUID, open_case: Opener) -> None:
    assert page_of(open_case(performed)).archive.isHidden()
