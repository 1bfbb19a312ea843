"""The file of a case as a person handles it: looks, chooses, shows, saves, and goes where something lacks."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.case.casefile.pane import FilePane
from mediation_desk.gui.kit.apart import process
from tests.documents.binding.papers import read
from tests.gui.case.closing.hands import page_of
from tests.gui.case.conftest import Opener
from tests.services.casefile.files_of import sheets


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence is decoded in this process; the one apart has tests of its own."""
    monkeypatch.setattr(process, "sheets", sheets)


def test_a_person_chooses_what_is_bound_looks_at_it_and_saves_it(closed: UUID, open_case: Opener,
                                                                 tmp_path: Path) -> None:
    room = open_case(closed)
    page = page_of(room)
    room.click(page.open_file)
    pane: FilePane = page.file
    titles = [line.entry.title for line in pane.rows.lines()]
    assert "受理登记表" in titles and "证据2　录音.mp3" in titles and not pane.isHidden()
    room.click(pane.rows.none)
    assert not pane.show_file.isEnabled()
    pane.rows.table.choose_row(titles.index("受理登记表"))
    QTest.keyClick(pane.rows.table, Qt.Key.Key_Space)
    pane.rows.table.choose_row(titles.index("证据2　录音.mp3"))
    room.click(pane.rows.tick)
    assert len(pane.rows.keys) == 2
    pane.write(str(tmp_path / "file.pdf"))
    room.settle()
    text = "".join(read((tmp_path / "file.pdf").read_bytes()))
    assert "受理登记表" in text and "录音.mp3" in text and "要素表" not in text
    assert "录音.mp3" in pane.said.text() and "file.pdf" in pane.said.text()
    room.click(pane.show_file)
    assert not pane.reader.isHidden() and pane.isHidden() and pane.reader.title.text() == "卷宗"
    room.click(pane.reader.back)
    assert not pane.isHidden() and len(pane.rows.keys) == 2
    room.click(pane.back)
    assert pane.isHidden() and page.area.isVisible()


def test_what_is_missing_leads_to_where_it_is_made(closed: UUID, open_case: Opener) -> None:
    room = open_case(closed)
    page = page_of(room)
    room.click(page.open_file)
    where = {str(one.sentence): one.where for one in page.file.lacking.shown}
    assert where["The file has no volume in the archive."] == "closing"
    page.file.lacking.wanted.emit("evidence", "")
    room.settle()
    assert room.window.key == "evidence" and page.file.isHidden()
    page_of(room)._go("closing", "file_volume")
    assert page.archive.volume.hasFocus() or page.archive.volume.line.hasFocus()
    page_of(room)._go("intake", "")
    assert room.window.key == "intake"
    room.go(6)
    page_of(room)._go("service", "acceptance-notice")
    room.settle()
    giving = room.window.page_in_front().giving  # type: ignore[union-attr]
    assert room.window.key == "service" and giving.papers.ticks["acceptance-notice"].isChecked()


def test_another_paper_takes_the_place_of_the_file(closed: UUID, open_case: Opener) -> None:
    room = open_case(closed)
    page = page_of(room)
    room.click(page.open_file)
    page.papers.open("closing-form")
    room.settle()
    assert page.file.isHidden() and page.papers.pane_open
