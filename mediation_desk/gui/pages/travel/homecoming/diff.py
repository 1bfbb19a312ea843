"""A text beside what it was: what was put in is underlined, what was taken out is struck through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from mediation_desk.domain.text.word_diff import Piece, Turn, pieces
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class DiffText(QTextEdit):
    """As high as its text; never read as markup, for it is put in as characters with a format."""

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setStyleSheet("border: none; padding: 0; background: transparent;")  # words, not a field
        told = pieces(before, after)
        cursor = self.textCursor()
        for piece in told:
            cursor.insertText(piece.text, _format(piece.turn))
        self.setAccessibleName(after or tr("(empty)"))
        self.setAccessibleDescription(_spoken(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width it has other lines."""
        super().resizeEvent(event)
        self.setFixedHeight(round(self.document().size().height()) + look().px(4))


def _format(turn: Turn) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(look().colour("ink"))
    if turn is Turn.IN:
        made.setBackground(look().soft("agreed"))
        made.setFontUnderline(True)
    elif turn is Turn.OUT:
        made.setForeground(look().colour("muted"))
        made.setFontStrikeOut(True)
    return made


def _spoken(told: tuple[Piece, ...]) -> str:
    said = {Turn.IN: tr("put in: {text}"), Turn.OUT: tr("taken out: {text}")}
    return tr("; ").join(said[one.turn].replace("{text}", one.text) for one in told if one.turn in said)
