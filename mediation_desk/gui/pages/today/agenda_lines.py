"""Lines of what a day brings: each says what, whose and when, and opens the case where it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.listing import MOST_COUNTED
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.chips import State, chip_size, paint_chip
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.words import tr

AT_FIRST = 6  # lines of a section before the rest is asked for


@dataclass(frozen=True)
class Entry:
    """What stands in a line: the case, what is due, and how soon; ``act`` opens it."""

    title: str
    detail: str
    state: State
    act: Callable[[], object]


class AgendaLine(QWidget):
    """Two rows of words and a chip at the right; a click, Enter or Space opens it, Up and Down move on."""

    def __init__(self, line: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{line.title} · {line.detail} · {line.state.text}")
        self._over = False

    def sizeHint(self) -> QSize:
        """Two rows of words with air around them."""
        metrics = self.fontMetrics()
        return QSize(look().px(280), 2 * metrics.height() + look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words at the left, cut where there is no room, the chip at the right."""
        painter, here = QPainter(self), look()
        if self._over or self.hasFocus():
            painter.fillRect(self.rect(), here.soft("accent") if self.hasFocus() else here.colour("hover"))
        painter.setPen(here.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        chip = chip_size(self.line.state)
        inner = self.rect().adjusted(here.px(8), here.px(6), -here.px(8), -here.px(6))
        paint_chip(painter, QRect(inner.right() - chip.width(), inner.top(), chip.width() + 1,
                                  inner.height()), self.line.state)
        inner.setRight(inner.right() - chip.width() - here.px(12))
        self._words(painter, inner)
        painter.end()

    def _words(self, painter: QPainter, inner: QRect) -> None:
        here, dots = look(), Qt.TextElideMode.ElideRight
        painter.setFont(here.font(bold=True))
        painter.setPen(here.colour("ink"))
        title = painter.fontMetrics().elidedText(on_line(self.line.title), dots, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), title)
        painter.setFont(here.font(SMALL_PT))
        painter.setPen(here.colour("muted"))
        detail = painter.fontMetrics().elidedText(on_line(self.line.detail), dots, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), detail)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.line.act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; Up and Down go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.line.act()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the pointer."""
        self._set_over(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No more."""
        self._set_over(False)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And where it is no more."""
        super().focusOutEvent(event)
        self.update()

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()


class Section(QWidget):
    """A title with its count, and lines; the first six, then the others at hand when asked for.

    ``nothing`` is the quiet sentence of a section without lines; ``rest`` leads to what is not at hand.
    """

    grew = Signal()

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._nothing = title, nothing
        self._all: Sequence[Entry] = ()
        self.lines: list[AgendaLine] = []
        self.head, self.empty = label("", "group", parent=self), label(nothing, "muted", parent=self)
        self.more: QPushButton = button("", "quiet", parent=self)
        self.rest: QPushButton = button("", "quiet", parent=self)
        self.more.clicked.connect(lambda: self._fill(len(self._all)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, look().px(8))
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addSpacing(look().px(4))
        self._column.addWidget(self.empty)
        ways = QHBoxLayout()
        ways.addWidget(self.more)
        ways.addWidget(self.rest)
        ways.addStretch(1)
        self._column.addLayout(ways)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Entry], total: int = 0) -> None:
        """Show these lines instead, the first of ``total``."""
        self._all = lines
        count = _counted(max(total, len(lines)))
        self.head.setText(f"{self._title}  {count}" if lines else self._title)
        self.rest.setText(tr("All {count}, by case", count=count))
        self.rest.setVisible(total > len(lines))
        self.setAccessibleName(self.head.text())
        self.empty.setVisible(not lines and bool(self._nothing))
        self._fill(AT_FIRST)

    def _fill(self, count: int) -> None:
        for made in self.lines:
            self._column.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.lines = [AgendaLine(line, self) for line in self._all[:count]]
        for at, made in enumerate(self.lines):
            self._column.insertWidget(3 + at, made)
            made.show()
        self.more.setVisible(len(self._all) > count)
        self.more.setText(tr("Show {count} more", count=len(self._all) - count))
        self.grew.emit()


def _counted(total: int) -> str:
    """A count; from where nobody counts further, that or more."""
    return f"{total:,}+" if total >= MOST_COUNTED else f"{total:,}"
