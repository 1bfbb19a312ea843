"""F1: what the page in front is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.screen import keep_on_screen, open_at
from mediation_desk.gui.kit.words import tr


class HelpWindow(QDialog):
    """A page's help, in plain words."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Help"))
        self.words = selectable(label(text, wrap=True))
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.words)
        self.words.setObjectName("scrolled")
        close = button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(24)] * 4)
        column.setSpacing(look().px(16))
        column.addWidget(label(title, "heading"))
        column.addWidget(area, 1)
        column.addLayout(row)
        dress(self)
        open_at(self, look().px(560), look().px(420))
        keep_on_screen(self)
