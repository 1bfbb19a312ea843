"""A closed case is taken out from its window; what is wrong is said beside its field."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.gui.kit.apart import process
from mediation_desk.services import history
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
