"""What is done with an exhibit: opened elsewhere, saved as a copy, moved, removed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services.closing import closing
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.evidence.hands import chosen, drop, files, names, photo
from tests.gui.case.rooms import Room, named
from tests.services.papers_desk import RECEIVED


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
    page.bring_in([FileSource("a.txt", data=b"a")])
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


def test_a_file_that_could_act_as_a_program_is_not_opened(room: Room, page: EvidencePage) -> None:
    opened: list[Path] = []

    def opener(path: Path) -> bool:
        opened.append(path)
        return True

    page.acts.opener = opener
    page.bring_in([FileSource("工资表.xlsm", data=b"PK")])
    room.settle()
    assert page.details
    room.click(page.details.open)
    assert opened == [] and "can act as a program" in page.bar.words.text()


def test_a_save_that_was_given_up_writes_nothing(room: Room, page: EvidencePage, three: list[Exhibit],
                                                 monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    def given_up(_parent: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", given_up)
    before = sorted(tmp_path.iterdir())
    assert page.details
    room.click(page.details.save)
    assert asked == ["甲.txt"] and sorted(tmp_path.iterdir()) == before


def test_a_copy_that_cannot_be_written_is_told(room: Room, page: EvidencePage, three: list[Exhibit],
                                               monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "such.txt"), ""))
    assert page.details
    room.click(page.details.save)
    assert "could not be written there" in page.bar.words.text()


def test_at_either_end_of_the_list_nothing_moves(room: Room, page: EvidencePage,
                                                three: list[Exhibit]) -> None:
    listed = filing.exhibits(room.desk, room.case_id)
    page.acts.do("up", three[0], listed)
    page.acts.do("down", three[2], listed)
    page.acts.do("down", None, listed)
    room.settle()
    assert names(room) == ["甲.txt", "乙.txt", "丙.txt"]
    page.acts.do("up", three[2], listed)
    room.settle()
    assert names(room) == ["甲.txt", "丙.txt", "乙.txt"]


def test_in_a_case_that_is_over_nothing_is_removed_or_moved(room: Room, page: EvidencePage,
                                                           three: list[Exhibit]) -> None:
    named(room.desk, room.case_id)
    closing.close(room.desk, room.case_id, RECEIVED, Outcome.WITHDRAWN)
    room.window.bench.reload()
    room.settle()
    listed = filing.exhibits(room.desk, room.case_id)
    for act in ("remove", "down"):
        page.acts.do(act, three[0], listed)
    room.settle()
    assert names(room) == ["甲.txt", "乙.txt", "丙.txt"]
