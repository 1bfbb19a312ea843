"""Evidence as a person works with it: dropped, pasted, picked, looked at, described, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.editing import Edit
from tests.gui.case.evidence.hands import cell, chosen, drop, files, names, paper, photo, standing
from tests.gui.case.rooms import RECEIVED, Room, editor, named

# Adding


def test_files_are_dropped_and_stand_in_the_list_with_number_giver_and_size(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    room.choose(page.giver, 1)
    sent = [photo(tmp_path / "工资条📄.png"), paper(tmp_path / "عقد العمل.pdf")]
    assert drop(room, page, files(*sent))
    assert all(path.exists() for path in sent), "what was dropped stays where it was"
    assert [
        (
            cell(page, row, "Number"),
            cell(page, row, "Exhibit name"),
            cell(page, row, "Given by"),
            cell(page, row, "Form"),
        )
        for row in (0, 1)
    ] == [
        ("1", "工资条📄.png", "Applicants", "Copy"),
        ("2", "\u2068عقد العمل\u2069.pdf", "Applicants", "Copy"),
    ]
    assert page.bar.words.text() == "2 exhibits added."
    assert chosen(page) == "عقد العمل.pdf", "the last one is ready to be described"


def test_files_are_picked(
    room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(tmp_path / "一.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one)], ""))
    room.click(page.primary)
    assert names(room) == ["一.png"]


def test_ctrl_v_in_a_field_pastes_words_there(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "a.png")))
    assert page.details
    QGuiApplication.clipboard().setText("拖欠十月工资")
    editor(page.details.proves).setFocus()
    room.press(Qt.Key.Key_V)
    QTest.keyClick(editor(page.details.proves), Qt.Key.Key_Tab)
    room.settle()
    assert standing(room)[0].proves == "拖欠十月工资"


# Looking


def test_an_empty_case_says_what_belongs_here(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    texts = [one.text() for one in page.table.findChildren(QLabel) if one.isVisible()]
    assert "No evidence yet" in texts
    assert not page.under.isVisible()
    assert not page.papers.isVisible()
    drop(room, page, files(photo(tmp_path / "a.png")))
    assert page.under.isVisible()


# Saying, numbering, removing


def test_find_goes_to_the_next_exhibit_that_holds_the_words(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.find_text("丙")
    assert chosen(page) == "丙.txt"
    assert page.find_text("证据2")
    assert chosen(page) == "乙.txt"
    assert not page.find_text("没有这样的")


def test_ctrl_p_shows_the_list_of_exhibits_and_back_leads_to_the_list(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    editing.save(room.desk, room.case_id, [Edit("case", room.case_id, "cause", "", "追索劳动报酬")])
    room.press(Qt.Key.Key_P)
    assert page.papers.pane.paper.pages == 1
    assert not page.table.isVisible()
    room.click(page.papers.pane.back)
    assert page.table.isVisible() and page.primary.isVisible()


def test_a_closed_case_only_shows_its_evidence(
    room: Room, page: EvidencePage, three: list[Exhibit], tmp_path: Path
) -> None:
    named(room.desk, room.case_id)
    changes = closing.close(room.desk, room.case_id, RECEIVED, Outcome.WITHDRAWN, "撤回")
    room.window.on_changed(changes)
    room.settle()
    assert not drop(room, page, files(photo(tmp_path / "a.png")))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    room.settle()
    assert len(standing(room)) == 3
    assert page.details
    assert not page.details.remove.isEnabled()
    assert page.details.save.isEnabled()
    assert not page.primary.isEnabled()


def test_a_folder_of_a_telephone_is_picked_and_what_was_not_added_is_listed(
        room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two photos, one twice, and four files that are none: five reasons stand until they were read."""
    folder = tmp_path / "DCIM"
    folder.mkdir()
    photo(folder / "IMG_2.png")
    photo(folder / "IMG_10.png", "red")
    (folder / "IMG_11.png").write_bytes((folder / "IMG_10.png").read_bytes())
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (folder / name).write_text(name)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    room.click(page.folder)
    assert names(room) == ["IMG_2.png", "IMG_10.png"]
    assert page.refusals.isVisible()
    assert page.refusals.title.text() == "2 exhibits added. 5 files were not added."
    assert "“IMG_11.png” is the same file as “IMG_10.png”" in page.refusals.lines.toPlainText()
    assert page.leave_innermost() and not page.refusals.isVisible()


def test_a_folder_is_dropped_and_what_is_there_already_is_said_at_the_foot(
        room: Room, page: EvidencePage, tmp_path: Path) -> None:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    photo(folder / "a.png")
    assert drop(room, page, files(folder)) and names(room) == ["a.png"]
    photo(folder / "b.png", "red")
    assert drop(room, page, files(folder)) and names(room) == ["a.png", "b.png"]
    assert page.bar.words.text() == "“a.png” is in the case already: 证据1 “a.png”. It was not added again."
