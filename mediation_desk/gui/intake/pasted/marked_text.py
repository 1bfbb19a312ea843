"""The pasted text, to be read: what was spotted is marked in its place, pressed, thrown out with a key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from mediation_desk.domain.intake.spotting.spots import About, Spot, Whose
from mediation_desk.gui.intake.pasted.told import told
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

UNMARKED = frozenset({About.CONTENT, About.TITLE})  # long stretches, lit only when asked for
_MEANINGS = {Whose.APPLICANT: "applicants", Whose.RESPONDENT: "respondents"}
_OF_ORDER = frozenset({About.ORDER, About.ARRIVED, About.DUE, About.SOURCE, About.WORK, About.DAYS,
                       About.KIND, About.URGENCY})


class MarkedText(QPlainTextEdit):
    """``pressed(Spot)``: a mark was clicked, or Enter pressed on it; ``thrown(Spot)``: Delete was;
    ``chosen(str)``: words were selected, empty for none; ``putting()``: Enter on such words;
    ``dropped(object)``: a text or a path was dropped.

    It is read until :meth:`set_editing`; then it is typed in, and nothing is marked.
    """

    pressed = Signal(object)
    thrown = Signal(object)
    chosen = Signal(str)
    putting = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots: Sequence[Spot] = ()
        self._doubted: frozenset[Spot] = frozenset()
        self._placed: frozenset[Spot] = frozenset()
        self._lit: Spot | None = None
        self._text, self._units = "", [0]
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Text of the order"))
        self.setPlaceholderText(tr("Paste the text here: an order, a chat, a letter."))
        self.setMouseTracking(True)
        self.selectionChanged.connect(self._chosen)
        self.set_editing(True)

    # -- what stands there ---------------------------------------------------------------

    def set_editing(self, editing: bool) -> None:
        """Let it be typed in, or read."""
        self.setReadOnly(not editing)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextEditorInteraction if editing
                                     else flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def show_text(self, text: str) -> None:
        """Another text; nothing is marked in it yet."""
        self._text, self._lit = text, None
        self._units = _units(text)
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.show_spots((), frozenset(), frozenset())

    def show_spots(self, spots: Sequence[Spot], placed: frozenset[Spot], doubted: frozenset[Spot]) -> None:
        """Mark these; ``placed`` are in the form, ``doubted`` wait to be looked at."""
        self.spots, self._placed, self._doubted = spots, placed, doubted
        self._paint()

    def light(self, spot: Spot | None) -> None:
        """Scroll to a place and light it."""
        self._lit = spot
        if spot is not None:
            cursor = self._cursor(spot)
            cursor.setPosition(cursor.selectionStart())
            self.blockSignals(True)
            self.setTextCursor(cursor)
            self.blockSignals(False)
            self.ensureCursorVisible()
        self._paint()

    def selected(self) -> tuple[int, int]:
        """Where the selected words stand in the text, by characters."""
        cursor = self.textCursor()
        return self._character(cursor.selectionStart()), self._character(cursor.selectionEnd())

    def words_at(self, start: int, end: int) -> str:
        """The text between two characters."""
        return self._text[start:end]

    def _paint(self) -> None:
        marks = [self._mark(spot) for spot in self.spots if spot.about not in UNMARKED and spot != self._lit]
        self.setExtraSelections([*marks, *([self._mark(self._lit)] if self._lit is not None else [])])

    def _mark(self, spot: Spot) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        meaning = _meaning(spot)
        lit = spot == self._lit
        mark.format.setBackground(look().colour("accent") if lit else look().soft(meaning))
        mark.format.setForeground(look().colour("on_accent") if lit else look().colour("ink"))
        mark.format.setUnderlineStyle(self._line(spot))
        mark.format.setUnderlineColor(look().colour("overdue" if spot in self._doubted else meaning))
        mark.cursor = self._cursor(spot)
        return mark

    def _line(self, spot: Spot) -> QTextCharFormat.UnderlineStyle:
        style = QTextCharFormat.UnderlineStyle
        if spot in self._doubted:
            return style.WaveUnderline
        return style.SingleUnderline if spot in self._placed else style.DotLine

    def _cursor(self, spot: Spot) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units[min(spot.start, len(self._text))])
        cursor.setPosition(self._units[min(spot.end, len(self._text))], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _character(self, position: int) -> int:
        """The character at one of Qt's places."""
        return bisect_left(self._units, position)

    def spot_at(self, position: int) -> Spot | None:
        """The mark at one of Qt's places, the shortest where several lie over each other."""
        at = self._character(position)
        here = [one for one in self.spots if one.about not in UNMARKED and one.start <= at < one.end]
        return min(here, key=lambda one: one.end - one.start, default=None)

    # -- what a person does --------------------------------------------------------------

    def _chosen(self) -> None:
        start, end = self.selected()
        self.chosen.emit(self._text[start:end].strip() if self.isReadOnly() else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a mark leads to its field."""
        super().mouseReleaseEvent(event)
        if self.isReadOnly() and not self.textCursor().hasSelection():
            spot = self.spot_at(self.cursorForPosition(event.position().toPoint()).position())
            if spot is not None:
                self.pressed.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read: the arrows go from mark to mark, Enter leads to the field, Delete throws out."""
        if not self.isReadOnly() or not self._pressed(event):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key, here = event.key(), self._lit or self.spot_at(self.textCursor().position())
        if plain and key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.textCursor().hasSelection():
                self.putting.emit()
            elif here is not None:
                self.pressed.emit(here)
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here is not None:
            self.thrown.emit(here)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Light the next mark in the text's order, or the one before."""
        marks = sorted((one for one in self.spots if one.about not in UNMARKED), key=lambda one: one.start)
        if marks:
            at = marks.index(self._lit) + by if self._lit in marks else 0 if by > 0 else -1
            self.light(marks[at % len(marks)])

    def event(self, event: QEvent) -> bool:
        """Under the pointer a mark says what it is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.viewport().mapFromGlobal(event.globalPos())
            spot = self.spot_at(self.cursorForPosition(place).position())
            if spot is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), on_line(self.about(spot)), self)
            return True
        return super().event(event)

    def about(self, spot: Spot) -> str:
        """What a mark says of itself."""
        said = told(spot)
        if spot in self._doubted:
            return tr("{what}: not sure, look at it. Enter leads to its field, Delete throws it out.",
                      what=said)
        if spot in self._placed:
            return tr("{what}: in the form. Enter leads to its field, Delete throws it out.", what=said)
        return tr("{what}: in no field. Select the words to put them into one.", what=said)

    # -- pasting and dropping ------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A text pasted where none stands is taken as the whole."""
        if self.toPlainText().strip() or not source.hasText():
            super().insertFromMimeData(source)
        else:
            self.dropped.emit(source.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A text, or a file of text, may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It takes the place of the text that stands here."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.dropped.emit(paths[0] if paths else event.mimeData().text())
        event.acceptProposedAction()


def _meaning(spot: Spot) -> str:
    """The colour of a mark: by side, by order, or of what is asked."""
    if spot.about in (About.CLAIM, About.AMOUNT):
        return "accent"
    return "missing" if spot.about in _OF_ORDER else _MEANINGS.get(spot.whose, "missing")


def _units(text: str) -> list[int]:
    """Where each character stands by Qt's count, which has two places for one beyond the first plane."""
    places, at = [], 0
    for sign in text:
        places.append(at)
        at += 2 if sign > "\uffff" else 1
    return [*places, at]
