"""Two parts with a line between them that a person can draw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

Share = Callable[[int], Sequence[int]]


class Split(QSplitter):
    """A splitter whose parts share its room by a rule, until somebody draws the line.

    Qt shares it once, by what the parts ask for when they are first laid out; a part that is made later
    asks for nothing then. ``share`` gives the parts' sizes for a length in pixels.
    """

    def __init__(self, orientation: Qt.Orientation, share: Share, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._share, self._drawn = share, False
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._draw)

    def _draw(self) -> None:
        self._drawn = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Share the room by the rule; once the line was drawn, it stays."""
        if not self._drawn and self.count() > 1:
            beside = self.orientation() is Qt.Orientation.Horizontal
            self.setSizes(list(self._share(self.width() if beside else self.height())))
