"""Ctrl+F in a case: a line to type in, above the page it searches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class FindStrip(QWidget):
    """Enter goes to the next place that holds the words; Esc, from wherever one is, puts the strip away.

    ``find(text)`` answers whether there was one; ``leave()`` gives the focus back to the page.
    """

    def __init__(self, find: Callable[[str], bool], leave: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._leave = find, leave
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("Find on this page"))
        self.line.setPlaceholderText(tr("Find on this page"))
        self.line.setFixedWidth(look().px(280))
        self.line.installEventFilter(self)
        self.says = label("", "muted", parent=self)
        close = QToolButton(self)
        close.setIcon(icon("x", "muted"))
        close.setAccessibleName(tr("Close"))
        close.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(24), 0, look().px(16), 0)
        row.setSpacing(look().px(8))
        for made in (self.line, self.says):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(close)
        self.hide()

    def open(self) -> None:
        """Show the strip, its words marked so that typing replaces them."""
        self.says.setText("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def put_away(self) -> None:
        """Hide the strip."""
        self.hide()
        self._leave()

    def _next(self) -> None:
        text = self.line.text().strip()
        found = bool(text) and self._find(text)
        self.says.setText("" if found or not text else tr("Not found on this page."))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
            return True
        return False
