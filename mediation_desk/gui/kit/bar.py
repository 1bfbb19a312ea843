"""The calm line above a page that tells what happened, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label, restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error

PICTURES = {"notice": "info", "agreed": "check-circle", "disputed": "warning", "overdue": "warning-circle"}
NOTICE_MS = 10_000


class MessageBar(QFrame):
    """Hidden until there is something to say. A notice goes by itself, a trouble stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._act: Callable[[], object] | None = None
        self._sign, self.words = QLabel(self), label("", wrap=True, parent=self)
        self.action = button("", "quiet", parent=self)
        self._close = QToolButton(self)
        self._close.setIcon(icon("x", "muted"))
        self._close.setIconSize(QSize(look().px(14), look().px(14)))
        self._close.setAccessibleName(tr("Close the message"))
        self._clock = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._lay()
        self.action.clicked.connect(self._acted)
        self._close.clicked.connect(self.clear)
        self._clock.timeout.connect(self.clear)
        self.hide()

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(12), look().px(4), look().px(4), look().px(4))
        row.setSpacing(look().px(8))
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def notice(self, text: str, *, action: str = "", on_action: Callable[[], object] | None = None,
               meaning: str = "notice") -> None:
        """Say something that is fine, with perhaps a way back such as Undo; gone after ten seconds."""
        self._show(text, meaning, action, on_action)
        self._clock.start()

    def trouble(self, error: DeskError | str, *, action: str = "",
                on_action: Callable[[], object] | None = None) -> None:
        """Say what is wrong; it stays until it is closed or something else is said."""
        text = tr_error(error) if isinstance(error, DeskError) else error
        self._show(text, "overdue", action, on_action)
        self._clock.stop()

    def clear(self) -> None:
        """Say nothing."""
        self._clock.stop()
        self.hide()

    def _show(self, text: str, meaning: str, action: str, on_action: Callable[[], object] | None) -> None:
        self._act = on_action
        self.words.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action and on_action))
        size = look().px(18)
        colour = "accent" if meaning == "notice" else meaning
        self._sign.setPixmap(icon(PICTURES[meaning], colour).pixmap(QSize(size, size)))
        self.setProperty("meaning", meaning)
        restyle(self)
        self.show()

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act:
            act()
