"""A text as a QR code, to be read with a telephone from the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

LONGEST_SIGN = "𠀀"  # four bytes: an account may begin with a bank's name
QUIET, SIDE = 4, 316  # modules of white around it, as the standard asks; px at 100 %


def matrix_of(text: str) -> Sequence[Sequence[int]]:
    """The dark modules of the code of a text."""
    import segno

    return [list(row) for row in segno.make_qr(text, error="l", encoding="utf-8").matrix]


def fits(text: str) -> bool:
    """Whether a code can hold a text, some three thousand bytes, whatever its masked signs stand for."""
    try:
        return bool(matrix_of(text.replace("*", LONGEST_SIGN)))
    except ValueError:  # segno's DataOverflowError
        return False


class CodeView(QWidget):
    """Black on white in every look, since telephones read nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix: Sequence[Sequence[int]] = ()
        self.setAccessibleName(tr("QR code of the reminder"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the code of another text; of an empty one nothing."""
        self.matrix = matrix_of(text) if text else ()
        self.setVisible(bool(self.matrix))
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a telephone reads at arm's length."""
        return QSize(look().px(SIDE), look().px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Module by module."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.matrix:
            step = max(1, min(self.width(), self.height()) // (len(self.matrix) + 2 * QUIET))
            left = (min(self.width(), self.height()) - step * len(self.matrix)) / 2
            for at, row in enumerate(self.matrix):
                for across, dark in enumerate(row):
                    if dark:
                        painter.fillRect(QRectF(left + across * step, left + at * step, step, step),
                                         Qt.GlobalColor.black)
        painter.end()
