"""Small PDFs to look at, made without the papers' own machinery."""

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from mediation_desk.gui.kit.look.theme import look


def paper(pages: int) -> bytes:
    """A paper of so many A4 pages; each says ``paper 调解`` once and its number."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setFont(look().font(22))
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(QRectF(60, 60, 600, 200), int(Qt.AlignmentFlag.AlignLeft), f"paper 调解 {page + 1}")
    painter.end()
    return bytes(buffer.data().data())
