"""What is done with an exhibit: opened elsewhere, saved as a copy, moved, removed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.evidence.hands import chosen, drop, files, names, photo
from tests.gui.case.rooms import Room


def test_a_copy_is_opened_elsewhere_and_gone_when_the_window_closes(
    room: Room, page: EvidencePage, tmp_path: Path, temp: Path
) -> None:
    opened: list[Path] = []

    def opener(path: Path) -> bool:
        opened.append(path)
        return True

    page.acts.opener = opener
    drop(room, page, files(photo(tmp_path / "a.png")))
    assert page.details
    room.click(page.details.open)
    (copy,) = opened
    assert copy.read_bytes() == (tmp_path / "a.png").read_bytes()
    assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
    assert temp in copy.parents
    page.deleteLater()
    QTest.qWait(0)
    assert list(temp.iterdir()) == []


def test_a_file_that_no_program_opens_is_told(room: Room, page: EvidencePage) -> None:
    page.acts.opener = lambda _path: False
    page.bring_in([FileSource("a.xyz", data=b"a")])
    room.settle()
    assert page.details
    room.click(page.details.open)
    assert "No program on this machine" in page.bar.words.text()


def test_a_copy_is_saved_where_a_person_wants_it(
    room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.bring_in([FileSource("合同.txt", data=b"contract")])
    room.settle()
    assert page.details
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.txt"), ""))
    room.click(page.details.save)
    assert (tmp_path / "out.txt").read_bytes() == b"contract"


def test_an_exhibit_is_removed_and_comes_back_by_undo(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    room.settle()
    assert names(room) == ["乙.txt", "丙.txt"]
    assert page.bar.words.text() == "Removed: 甲.txt"
    room.click(page.bar.action)
    assert names(room) == ["甲.txt", "乙.txt", "丙.txt"]


def test_moving_an_exhibit_numbers_them_anew(room: Room, page: EvidencePage, three: list[Exhibit]) -> None:
    assert page.details
    assert not page.details.up.isEnabled()
    room.click(page.details.down)
    assert names(room) == ["乙.txt", "甲.txt", "丙.txt"]
    assert chosen(page) == "甲.txt", "the cursor stays on what was moved"
    room.click(page.details.up)
    assert names(room) == ["甲.txt", "乙.txt", "丙.txt"]
