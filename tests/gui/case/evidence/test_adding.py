"""Evidence on its way in: dropped, pasted, and stopped."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.adding import Import, PastedPicture, bring, holds_evidence, items_of
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.looking import content
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case import rooms
from tests.gui.case.evidence.hands import drop, filed, files, names, photo, standing
from tests.gui.case.rooms import Room


def test_a_screenshot_is_pasted_under_the_hour_it_was_pasted_at(room: Room, page: EvidencePage) -> None:
    image = QImage(QSize(300, 200), QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    QGuiApplication.clipboard().setImage(image)
    page.table.setFocus()
    room.press(Qt.Key.Key_V)
    (kept,) = standing(room)
    assert kept.name.startswith("Pasted picture 2024-11-25 10-00-0")
    assert (kept.media_type, kept.is_picture) == ("image/png", True)


def test_copied_files_are_pasted_as_files(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(
        files(photo(tmp_path / "聊天.png"), photo(tmp_path / "b.png", "red"))
    )
    room.click(page.paste)
    assert names(room) == ["聊天.png", "b.png"]


def test_an_empty_clipboard_is_told(room: Room, page: EvidencePage) -> None:
    QGuiApplication.clipboard().setText("only words")
    room.click(page.paste)
    assert "Nothing to add was copied" in page.bar.words.text()
    assert names(room) == []


def test_what_cannot_be_kept_is_told_and_the_rest_is_added(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    empty, good = tmp_path / "空.pdf", photo(tmp_path / "好.png")
    empty.write_bytes(b"")
    drop(room, page, files(empty, good, tmp_path / "不在.pdf"))
    assert names(room) == ["好.png"]
    assert page.bar.words.text().splitlines() == [
        "“空.pdf” is empty. Check the file and add it again.",
        "“不在.pdf” cannot be read. Check that it is still there and that you may open it.",
    ]


def test_words_are_not_taken_as_evidence(room: Room, page: EvidencePage) -> None:
    mime = QMimeData()
    mime.setText("证据")
    assert not drop(room, page, mime)


def test_a_long_import_shows_how_far_it_is_and_can_be_stopped(
    room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("mediation_desk.gui.kit.tasks.progress_strip.SHOWN_AFTER_MS", 0)
    big = tmp_path / "录像.mp4"
    with big.open("wb") as file:
        file.truncate(400 * 1024 * 1024)  # sparse: nothing is written here
    page.bring_in([FileSource.of(big)])
    qtbot.waitUntil(lambda: page.strip.isVisible() and page.strip.progress.value() > 0, timeout=20_000)
    page.bring_in([FileSource.of(photo(tmp_path / "a.png"))])
    assert "still being added" in page.bar.words.text()
    room.click(page.strip.stop)
    assert not page.strip.isVisible()
    assert page.bar.words.text() == "Stopped; nothing was added."
    assert names(room) == []


def test_an_import_ends_with_its_page(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    big = tmp_path / "录像.mp4"
    with big.open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    page.bring_in([FileSource.of(big)])
    task = page.strip.under_way.task
    page.deleteLater()
    QTest.qWait(0)
    assert task is not None
    assert task.cancelled()
    room.settle()
    assert names(room) == []


NOW = datetime(2024, 11, 25, 23, 59, 7)


def picture(colour: str = "orange") -> QImage:
    image = QImage(QSize(30, 20), QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    return image


def test_files_go_before_the_picture_that_a_program_copies_along(dressed: QApplication,
                                                                tmp_path: Path) -> None:
    mime = files(photo(tmp_path / "甲.png"), tmp_path / "乙.pdf")
    mime.setImageData(picture())
    found = items_of(mime, NOW)
    assert [one.name for one in found] == ["甲.png", "乙.pdf"] and holds_evidence(mime)
    assert all(isinstance(one, FileSource) for one in found)


def test_an_address_of_the_web_is_no_evidence(dressed: QApplication) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert not holds_evidence(mime) and items_of(mime, NOW) == []


@pytest.mark.parametrize(("language", "name"), [
    (ENGLISH, "Pasted picture 2024-11-25 23-59-07.png"), (CHINESE, "粘贴的图片 2024-11-25 23-59-07.png")])
def test_a_picture_without_a_name_is_named_for_its_second(dressed: QApplication, language: str,
                                                         name: str) -> None:
    kit_words.install(dressed, Words.of(language))
    mime = QMimeData()
    mime.setImageData(picture())
    (found,) = items_of(mime, NOW)
    assert isinstance(found, PastedPicture) and found.name == name


def test_an_empty_picture_is_nothing_to_add(dressed: QApplication) -> None:
    mime = QMimeData()
    mime.setImageData(QImage())
    assert items_of(mime, NOW) == []


def test_a_pasted_picture_is_kept_pixel_for_pixel(desk: Desk, dressed: QApplication) -> None:
    case_id = rooms.streamers(desk)
    image = picture("teal")
    image.setPixelColor(7, 5, QColor(1, 2, 3))
    (kept,) = filed(desk, case_id, PastedPicture(image, "图.png"))
    read = QImage.fromData(content(desk, case_id, kept.id, 10**6))
    assert read.size() == QSize(30, 20) and read.pixelColor(7, 5) == QColor(1, 2, 3)
    assert read.pixelColor(0, 0) == QColor("teal")


def test_a_picture_that_cannot_be_written_is_told_and_nothing_is_kept(desk: Desk,
                                                                     dressed: QApplication) -> None:
    case_id = rooms.streamers(desk)
    with pytest.raises(DeskError, match="could not be read"):
        bring(desk, case_id, [FileSource("a.txt", data=b"a"), PastedPicture(QImage(), "leer.png")])
    assert list(filing.exhibits(desk, case_id).exhibits) == []


def test_nothing_under_way_can_be_stopped_without_harm() -> None:
    work = Import()
    assert not work.busy
    work.stop()
    assert work.task is None
