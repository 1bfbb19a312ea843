"""The slim rail on the left of the frame."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.room import is_low
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import plain_tip

MOST_ICON = 32  # at 200 % the words grow, and seven of them must still fit 768 lines


class Rail(QFrame):
    """One button per page, an icon above its word; ``chosen(key)`` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 12, 4, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)

    def add(self, key: str, text: str, picture: str, *, tip: str = "") -> None:
        """Another page, after the last one."""
        made = QToolButton(self)
        made.setText(text)
        made.setIcon(icon(picture, "muted", on="accent"))
        size = min(look().px(24), MOST_ICON)
        made.setIconSize(QSize(size, size))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(look().px(64))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(plain_tip(tip or text))
        made.setAccessibleName(text)
        made.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(made)
        self.buttons[key] = made
        self._column.insertWidget(self._column.count() - 1, made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icons alone, where the window is low for its type: the words stand in their tips."""
        super().resizeEvent(event)
        low = is_low(self)
        style = Qt.ToolButtonStyle
        for made in self.buttons.values():
            made.setToolButtonStyle(style.ToolButtonIconOnly if low else style.ToolButtonTextUnderIcon)
            made.setMinimumWidth(0 if low else look().px(64))

    def choose(self, key: str | None) -> None:
        """Show which page is at the front; None for a page that is not on the rail."""
        self._group.setExclusive(key is not None)
        for name, made in self.buttons.items():
            made.setChecked(name == key)
        self._group.setExclusive(True)
