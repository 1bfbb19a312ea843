"""What an empty list says: what belongs here, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look


class EmptyState(QWidget):
    """An icon, one line, a quiet explanation, and perhaps a button that takes the first step."""

    def __init__(self, title: str, text: str = "", *, picture: str = "folder-open", action: str = "",
                 on_action: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = look().px(40)
        sign = QLabel(self)
        sign.setPixmap(icon(picture, "muted").pixmap(QSize(size, size)))
        self.title = label(title, "strong", parent=self)
        self.text = label(text, "muted", wrap=True, parent=self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(look().px(420))
        self.text.setMinimumHeight(max(0, self.text.heightForWidth(look().px(420))))  # -1 of no words
        self.action = button(action, parent=self)
        self.action.setVisible(bool(action and on_action))
        self.text.setVisible(bool(text))
        if on_action is not None:
            act = on_action
            self.action.clicked.connect(lambda: act())
        column = QVBoxLayout(self)
        column.setSpacing(look().px(8))
        column.addStretch(2)
        for widget in (sign, self.title, self.text):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look().px(8))
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
