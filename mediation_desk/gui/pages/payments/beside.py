"""A list and what is chosen of it: side by side where there is room, else one beneath the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.split import Split

SIDE, ROOM = 364, 860  # px at 100 %: of the second part, and from which width on it stands beside
LOWER = 45  # per cent of the height that it has beneath


class Beside(Split):
    """Its first part is the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, self._share_out, parent)

    def _share_out(self, length: int) -> Sequence[int]:
        beside = self.orientation() is Qt.Orientation.Horizontal
        second = look().px(SIDE) if beside else length * LOWER // 100
        return length - second, second

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room for both sides comes or goes."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = across if event.size().width() >= look().px(ROOM) else down
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
        super().resizeEvent(event)
