"""Short lists on the side of a page: a quiet line and what it is about, perhaps with something to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr


@dataclass(frozen=True)
class Line:
    """``head`` is quiet, ``text`` the matter itself. ``picture``, ``acts`` and ``act``: the icon at its
    right, what it is called and what it does."""

    head: str
    text: str
    picture: str = ""
    acts: str = ""
    act: Callable[[], object] | None = None


class Lines(QWidget):
    """A titled list; ``nothing`` is said while there is none; where that is empty, it goes out of sight."""

    def __init__(self, title: str, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.made: list[QWidget] = []
        self.lines: Sequence[Line] = ()
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look().px(8), 0, 0)
        self._column.setSpacing(look().px(4))
        self._column.addWidget(label(title, "group"))
        self.empty = label(nothing, "muted", wrap=True)
        self._column.addWidget(self.empty)

    def tell(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.lines = lines
        for old in self.made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.made = [self._line(line) for line in lines]
        for made in self.made:
            self._column.addWidget(made)
            made.show()
        self.empty.setVisible(not lines and bool(self._nothing))
        self.setVisible(bool(lines or self._nothing))

    def _line(self, line: Line) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, look().px(4))
        row.setSpacing(look().px(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role in ((line.head, "small"), (line.text, "")):
            if text:
                words.addWidget(label(text, role, wrap=True))
        row.addLayout(words, 1)
        if line.act is not None:
            row.addWidget(self._press(line, line.act), 0, Qt.AlignmentFlag.AlignTop)
        return made

    @staticmethod
    def _press(line: Line, act: Callable[[], object]) -> QToolButton:
        made = tool(line.picture, line.acts, "muted", size=16,
                    name=tr("{act}: {what}", act=line.acts, what=line.head))
        made.clicked.connect(lambda: act())
        return made
