"""Files as people send them, dropped on the page, and what then stands in the list."""

from __future__ import annotations

import warnings
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.evidence.adding import Item, bring
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from tests.gui.case.rooms import Room


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


def filed(desk: Desk, case_id: UUID, *items: Item) -> list[Exhibit]:
    """Take items in and make exhibits of them, as the page does one after the other."""
    filing.file_away(desk, case_id, bring(desk, case_id, items))
    return list(filing.exhibits(desk, case_id).exhibits)
