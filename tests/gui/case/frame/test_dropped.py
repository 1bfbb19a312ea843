"""Evidence is dropped on a case whatever page is in front; not on one that takes none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.road import EVIDENCE
from mediation_desk.services.closing import closing
from tests.gui.case.evidence.hands import files, names, paper, photo
from tests.gui.case.rooms import RECEIVED, Room, named

pytestmark = pytest.mark.filterwarnings("ignore:.*QD.*:DeprecationWarning")
KEYS = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def enter(room: Room, mime: QMimeData, over: QWidget | None = None) -> bool:
    entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, *KEYS)
    entering.ignore()
    QApplication.sendEvent(over or room.window, entering)
    return bool(entering.isAccepted())


def drop(room: Room, mime: QMimeData) -> None:
    assert enter(room, mime)
    assert room.window.dropped.veil.isVisible()
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, mime, *KEYS)
    QApplication.sendEvent(room.window, event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert not room.window.dropped.veil.isVisible()
    room.settle()


@pytest.mark.parametrize("station", ["intake", "timeline"])
def test_files_dropped_on_any_page_become_exhibits_and_are_shown(room: Room, tmp_path: Path, station: str
                                                                ) -> None:
    room.window.show_page(station)
    room.settle()
    drop(room, files(photo(tmp_path / "工资条.png"), paper(tmp_path / "合同.pdf")))
    assert names(room) == ["工资条.png", "合同.pdf"]
    page = room.window.page_in_front()
    assert isinstance(page, EvidencePage) and room.window.key == EVIDENCE
    assert page.bar.words.text() == "2 exhibits added."


def test_a_picture_without_a_file_is_dropped_too(room: Room) -> None:
    mime = QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime.setImageData(image)
    drop(room, mime)
    assert len(names(room)) == 1 and names(room)[0].startswith("Pasted picture")


def test_what_goes_away_again_leaves_no_veil(room: Room, tmp_path: Path) -> None:
    assert enter(room, files(photo(tmp_path / "a.png")))
    QApplication.sendEvent(room.window, QDragLeaveEvent())
    assert not room.window.dropped.veil.isVisible() and names(room) == []


def test_words_and_a_case_that_takes_no_evidence_are_left_alone(room: Room, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("拖欠工资")
    assert not enter(room, words)
    closing.close(room.desk, named(room.desk, room.case_id), RECEIVED, Outcome.WITHDRAWN, "")
    room.window.bench.reload()
    room.settle()
    assert not room.window.bench.can("add_evidence")
