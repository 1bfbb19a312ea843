"""A closed case is taken out from its window; what is wrong is said beside its field."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import say
from mediation_desk.gui.kit.apart import process
from mediation_desk.services import history
from mediation_desk.services.casefile import taking_out
from mediation_desk.services.casefile.taking_out import DAMAGED, DamagedExhibit, Draft, TakenOut
from tests.gui.case.closing.hands import page_of
from tests.gui.case.conftest import Opener
from tests.services.casefile.files_of import sheets


def test_it_is_written_where_somebody_said_and_locked_where_they_want_it(
        closed: UUID, open_case: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "sheets", sheets)
    room = open_case(closed)
    pane = page_of(room).file
    room.click(page_of(room).open_file)
    room.click(pane.rows.none)
    titles = [line.entry.title for line in pane.rows.lines()]
    pane.rows.table.choose_row(titles.index("结案审批表"))
    room.click(pane.rows.tick)
    room.click(pane.export)
    card = pane.export_card
    assert not card.isHidden() and card.passphrase.isHidden()
    room.type(card.folder, str(tmp_path))
    room.type(card.file, "out")
    room.choose(card.shape, 2)
    assert not card.passphrase.isHidden()
    room.type(card.passphrase, "short")
    room.click(card.go)
    assert "12 characters" in card.passphrase.error()
    for field in (card.passphrase, card.again):
        room.type(field, "correct horse battery")
    room.click(card.go)
    assert (tmp_path / "out.zip").is_file() and "out.zip" in card.said.text()
    assert history.timeline(room.desk, closed)[-1].entry.verb == "export_file"
    room.click(card.cancel)
    assert card.isHidden() and card.passphrase.typed() == ""


def test_what_is_damaged_is_named_and_the_person_goes_on_without_it(
        closed: UUID, open_case: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[UUID]] = []
    exhibit = Exhibit(id=UUID(int=5), case_id=closed, position=3, name="录音.mp3", sha256="", size=1,
                      received_on=date(2025, 1, 20))

    def export(_desk: object, _case_id: UUID, draft: Draft, *_args: object, **_named: object) -> TakenOut:
        asked.append(draft.without)
        if not draft.without:
            raise DamagedExhibit(exhibit)
        return TakenOut(tmp_path / "out", 1, (("录音.mp3", say(DAMAGED)),), Changes())

    monkeypatch.setattr(taking_out, "export", export)
    room = open_case(closed)
    pane = page_of(room).file
    room.click(page_of(room).open_file)
    room.click(pane.export)
    card = pane.export_card
    room.type(card.folder, str(tmp_path))
    room.click(card.go)
    assert "录音.mp3" in card.said.text() and not card.leave_out.isHidden() and card.leave_out.hasFocus()
    room.click(card.leave_out)
    assert asked == [frozenset(), frozenset({exhibit.id})]
    assert "damaged in the store, and left out" in card.said.text() and card.leave_out.isHidden()
