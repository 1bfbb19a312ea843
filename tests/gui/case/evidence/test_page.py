"""Evidence as a person works with it: dropped, pasted, picked, looked at, described, removed."""

from __future__ import annotations

import stat
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPixmap,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.evidence.pictures import decoded, small
from mediation_desk.gui.case.evidence.rows import size_words
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.rooms import RECEIVED, Room, editor, named

pytestmark = pytest.mark.usefixtures("temp")


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's folder for temporary files, for this test alone."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def page(room: Room) -> Iterator[EvidencePage]:
    room.click(room.window.evidence)
    found = room.window.page_in_front()
    assert isinstance(found, EvidencePage)
    yield found
    room.window.keep()  # drafts that still wait for the next key
    room.settle()


def photo(path: Path, colour: str = "teal", size: tuple[int, int] = (640, 400)) -> Path:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def paper(path: Path) -> Path:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.drawText(500, 500, "wage list")
    painter.end()
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(room: Room, page: EvidencePage, mime: QMimeData) -> bool:
    """Drag over the page and let go; whether the page took it."""
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # newer versions want another kind of point
        warnings.simplefilter("ignore", DeprecationWarning)
        entering = QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys)
    QApplication.sendEvent(page, entering)
    if entering.isAccepted():
        assert page.veil.isVisible()
        event = QDropEvent(QPointF(50, 50), actions, mime, buttons, keys)
        QApplication.sendEvent(page, event)
        assert event.dropAction() is Qt.DropAction.CopyAction
    assert not page.veil.isVisible()
    room.settle()
    return bool(entering.isAccepted())


def standing(room: Room) -> list[Exhibit]:
    return list(filing.exhibits(room.desk, room.case_id).exhibits)


def names(room: Room) -> list[str]:
    return [one.name for one in standing(room)]


def chosen(page: EvidencePage) -> str:
    row = page.table.current_row()
    assert row is not None
    return str(row.name)


def cell(page: EvidencePage, row: int, title: str) -> str:
    at = next(at for at, column in enumerate(page.model.columns) if column.title == title)
    return str(page.model.data(page.model.index(row, at)))


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
    ] == [("1", "工资条📄.png", "Applicants", "Copy"), ("2", "عقد العمل.pdf", "Applicants", "Copy")]
    assert page.bar.words.text() == "2 exhibits added."
    assert chosen(page) == "عقد العمل.pdf", "the last one is ready to be described"


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


def test_files_are_picked(
    room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(tmp_path / "一.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one)], ""))
    room.click(page.primary)
    assert names(room) == ["一.png"]


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


def test_ctrl_v_in_a_field_pastes_words_there(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "a.png")))
    assert page.details
    QGuiApplication.clipboard().setText("拖欠十月工资")
    editor(page.details.proves).setFocus()
    room.press(Qt.Key.Key_V)
    QTest.keyClick(editor(page.details.proves), Qt.Key.Key_Tab)
    room.settle()
    assert standing(room)[0].proves == "拖欠十月工资"


def test_a_long_import_shows_how_far_it_is_and_can_be_stopped(
    room: Room, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("mediation_desk.gui.case.evidence.adding.SHOWN_AFTER_MS", 0)
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


# Looking


def test_an_empty_case_says_what_belongs_here(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    texts = [one.text() for one in page.table.findChildren(QLabel) if one.isVisible()]
    assert "No evidence yet" in texts
    assert not page.under.isVisible()
    assert not page.papers.isVisible()
    drop(room, page, files(photo(tmp_path / "a.png")))
    assert page.under.isVisible()


def test_a_picture_is_shown_small_in_the_list_and_large_beneath(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    drop(room, page, files(photo(tmp_path / "a.png", "red"), paper(tmp_path / "b.pdf")))
    index = page.model.index(0, 0)
    assert isinstance(page.model.data(index, Qt.ItemDataRole.DecorationRole), QPixmap)
    room.settle()
    small = page.model.data(index, Qt.ItemDataRole.DecorationRole)
    assert isinstance(small, QPixmap)
    assert small.toImage().pixelColor(3, 3) == QColor("red")
    sign = page.model.data(page.model.index(1, 0), Qt.ItemDataRole.DecorationRole)
    assert isinstance(sign, QPixmap)
    assert sign.toImage().pixelColor(3, 3).alpha() == 0, "a PDF shows the sign of its kind"
    page.table.choose_row(0)
    room.settle()
    assert page.preview.currentWidget() is page.preview.pictures


def test_a_picture_is_zoomed_fitted_and_turned(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "a.png", size=(3000, 2000))))
    tools, view = page.preview.pictures, page.preview.pictures.view
    fitted = view.scale_now
    assert fitted < 1
    room.click(tools.zoom_in)
    assert view.scale_now == pytest.approx(fitted * 1.25)
    assert tools.percent.text() == f"{round(view.scale_now * 100)}%"
    room.click(tools.fit)
    assert view.scale_now == pytest.approx(fitted, rel=0.1)
    room.click(tools.turn)
    assert view.mapToScene(QPoint(0, 0)) != QPointF(0, 0)


def test_a_long_screenshot_fits_by_its_width_and_is_scrolled(room: Room, page: EvidencePage,
                                                             tmp_path: Path) -> None:
    """1080 by 20,000 pixels: in every pixel, as wide as there is room for, from its beginning."""
    chat = QImage(QSize(1080, 20_000), QImage.Format.Format_RGB32)
    chat.fill(QColor("white"))
    chat.setPixelColor(540, 19_999, QColor("red"))
    assert chat.save(str(tmp_path / "聊天.png"))
    drop(room, page, files(tmp_path / "聊天.png"))
    page.show_large()
    room.settle()
    view = page.preview.pictures.view
    assert view.sceneRect().size().toSize() == QSize(1080, 20_000)
    width = min(1.0, (view.viewport().width() - 4) / 1080)
    assert view.scale_now == pytest.approx(width, rel=0.02) and view.scale_now > 0.5
    bar = view.verticalScrollBar()
    assert view.horizontalScrollBar().maximum() == 0 and bar.value() == bar.minimum() < bar.maximum()
    bar.setValue(bar.maximum())
    last = view.grab().toImage()
    assert any(last.pixelColor(x, y).green() < 200 for x in range(last.width())
               for y in range(last.height() - 12, last.height()))


def test_a_very_broad_picture_fits_by_its_height(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "工资表.png", size=(20_000, 900))))
    view = page.preview.pictures.view
    assert view.horizontalScrollBar().maximum() > 0 and view.verticalScrollBar().maximum() == 0
    assert view.scale_now == pytest.approx((view.viewport().height() - 4) / 900, rel=0.1)


def test_of_a_long_picture_the_list_shows_the_beginning() -> None:
    """The top is red; scaled down as a whole it would be a line of two pixels."""
    image = QImage(QSize(1080, 20_000), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 1080, 400, QColor("red"))
    painter.end()
    shown = small(png(image), 40)
    assert shown.size() == QSize(13, 40)
    assert shown.pixelColor(6, 2).red() > 200 and shown.pixelColor(6, 2).green() < 60


@pytest.mark.parametrize(("size", "kept"), [
    ((1080, 20_000), (1080, 20_000)), ((1080, 60_000), (670, 37_267)), ((4000, 3000), (4000, 3000)),
    ((8000, 6000), (5773, 4330))])
def test_a_picture_keeps_its_pixels_as_far_as_memory_is_bounded(size: tuple[int, int],
                                                                kept: tuple[int, int]) -> None:
    """25 million pixels at most: of 1080 by 60,000 the factor is the root of 25/64.8, that is 0.62113; of
    8,000 by 6,000 the root of 25/48, that is 0.72169."""
    image = QImage(QSize(*size), QImage.Format.Format_Mono)
    image.fill(1)
    shown = decoded(png(image), 5000)
    assert (shown.width(), shown.height()) == kept


def png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(held.data())


def test_a_picture_of_a_kind_that_this_computer_cannot_decode_is_said_to_be_so(
        room: Room, page: EvidencePage) -> None:
    """Qt reads HEIC where the system has a reader for it; here it has none."""
    page.bring_in([FileSource("IMG_1.HEIC", data=b"\0\0\0\x14ftypheic" + bytes(200))])
    room.settle()
    assert standing(room)[0].media_type == "image/heic"
    assert "not shown here" in page.preview.words.text()


def test_a_pdf_is_shown_with_its_pages_and_enter_makes_it_large(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    drop(room, page, files(paper(tmp_path / "b.pdf")))
    assert page.preview.pages is not None
    assert page.preview.pages.pages == 1
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert not page.table.isVisible()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert page.table.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("录音.amr", b"#!AMR\nxx", "not shown here"),
        ("坏.png", b"\x89PNG\r\n\x1a\nnothing", "may be damaged"),
    ],
)
def test_what_cannot_be_shown_is_said(
    room: Room, page: EvidencePage, name: str, data: bytes, words: str
) -> None:
    page.bring_in([FileSource(name, data=data)])
    room.settle()
    assert words in page.preview.words.text()


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    bomb = (
        b"BM"
        + (54).to_bytes(4, "little")
        + bytes(4)
        + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little")
        + (60_000).to_bytes(4, "little") * 2
        + b"\x01\x00\x20\x00"
        + bytes(24)
    )
    with pytest.raises(DeskError, match="cannot be shown"):
        decoded(bomb, 5000)


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


# Saying, numbering, removing


@pytest.fixture
def three(room: Room, page: EvidencePage) -> list[Exhibit]:
    page.bring_in([FileSource(name, data=data)
                   for name, data in (("甲.txt", b"a"), ("乙.txt", b"b"), ("丙.txt", b"c"))])
    room.settle()
    page.table.choose_row(0)
    return standing(room)


def test_particulars_are_saved_as_each_field_is_left(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    details = page.details
    assert details
    room.type(details.name, "十月工资条")
    room.type(details.proves, "拖欠工资")
    room.choose(details.given_by, 2)
    room.choose(details.original, 0)
    room.type(details.received_on, "2024-11-24")
    one = standing(room)[0]
    assert (one.name, one.proves, one.given_by, one.original, one.received_on.day) == (
        "十月工资条",
        "拖欠工资",
        Side.RESPONDENT,
        True,
        24,
    )
    assert page.details is details, "the panel stays while one works in it"
    assert cell(page, 0, "What it proves") == "拖欠工资"


def test_nobody_gave_it_can_be_said_again(room: Room, page: EvidencePage, three: list[Exhibit]) -> None:
    assert page.details
    room.choose(page.details.given_by, 1)
    room.choose(page.details.given_by, 0)
    assert standing(room)[0].given_by == ""


def test_a_date_in_the_future_is_refused_beside_its_field(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.type(page.details.received_on, "2031-01-01")
    assert "future" in page.details.received_on.error()
    assert standing(room)[0].received_on.year == 2024
    room.type(page.details.received_on, "2024-11-24")
    assert page.details.received_on.error() == ""


def test_a_colleagues_change_of_the_same_field_asks_which_stays(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.begin(page.details.proves, "我的说法")
    filing.change(room.desk, room.case_id, [Edit("exhibit", three[0].id, "proves", "", "同事的说法")])
    QTest.keyClick(editor(page.details.proves), Qt.Key.Key_Tab)
    room.settle()
    panel = page.details.findChild(ClashPanel)
    assert panel is not None
    assert any("同事的说法" in one.text() for one in panel.findChildren(QLabel))
    assert standing(room)[0].proves == "同事的说法"
    room.click(panel.mine)
    assert standing(room)[0].proves == "我的说法"


def test_what_is_being_typed_is_kept_when_another_exhibit_is_chosen(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.begin(page.details.proves, "还没离开")
    page.table.choose_row(2)
    room.settle()
    assert standing(room)[0].proves == "还没离开"


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


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1024, "1 KB"),
        (34_500, "34 KB"),
        (1_300_000, "1.2 MB"),
        (500 * 1024 * 1024, "500.0 MB"),
        (3 * 1024**3, "3.0 GB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words
