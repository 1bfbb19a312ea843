"""A published summary as text: passages to be chosen, and what is still found in them marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reports.summaries import Found, Summary

HEADING = -1


class PassageText(QTextEdit):
    """The whole text, to be read; never taken for markup. ``passage_chosen(number)`` as the cursor comes
    into a passage, counted from 0; -1 where it stands in none."""

    passage_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Text of the summary"))
        self._blocks: list[int] = []  # of each passage: where it begins in the text
        self._heading = 0
        self.cursorPositionChanged.connect(self._moved)

    def show_summary(self, summary: Summary) -> None:
        """Set the text anew; the cursor stays in its passage."""
        here = self.passage_here()
        self.blockSignals(True)
        self.clear()
        cursor, self._blocks = self.textCursor(), []
        cursor.insertText(summary.heading, self._format(strong=True))
        for section in summary.sections:
            cursor.insertBlock()
            cursor.insertText(section.title, self._format(strong=True))
            for passage in section.passages:
                cursor.insertBlock()
                self._blocks.append(cursor.position())
                cursor.insertText(passage, self._format())
        self._mark(summary)
        if 0 <= here < len(self._blocks):
            self._put_cursor(self._blocks[here], 0)
        self.blockSignals(False)

    @staticmethod
    def _format(*, strong: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(look().colour("ink"))
        made.setFont(look().font(bold=strong))
        return made

    def _mark(self, summary: Summary) -> None:
        marks = []
        for one in summary.found:
            mark = QTextEdit.ExtraSelection()
            meaning = "overdue" if one.trace.sure else "disputed"
            mark.format.setBackground(look().soft(meaning))
            mark.format.setForeground(look().colour(meaning))
            mark.cursor = self._cursor(one)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _cursor(self, found: Found) -> QTextCursor:
        begin = self._heading if found.passage == HEADING else self._blocks[found.passage]
        text = self.toPlainText()[begin:]
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin + _units(text[:found.trace.start]))
        cursor.setPosition(begin + _units(text[:found.trace.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def jump(self, found: Found) -> None:
        """Go to where it stands, marked."""
        self.setTextCursor(self._cursor(found))
        self.ensureCursorVisible()

    def _put_cursor(self, position: int, length: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def passage_here(self) -> int:
        """The passage in which the cursor stands, -1 for none."""
        begins = self.textCursor().block().position()
        return self._blocks.index(begins) if begins in self._blocks else HEADING

    def _moved(self) -> None:
        self.passage_chosen.emit(self.passage_here())


def _units(text: str) -> int:
    """How many places Qt counts: two for a character beyond the first plane."""
    return len(text.encode("utf-16-le")) // 2
