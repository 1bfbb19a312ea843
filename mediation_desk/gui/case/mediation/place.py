"""Where a session is held: chosen from the office's list, or typed."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from mediation_desk.gui.kit.fields.line import SuggestField
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.theme import dress
from mediation_desk.gui.kit.words import tr


class PlaceField(SuggestField):
    """A line that offers places while it is typed, and all of them at a press of its arrow."""

    def __init__(self, label: str, *, name: str = "", width: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, width=width, parent=parent)
        self.offered: list[str] = []
        self.list = QAction(icon("caret-down", "muted"), tr("Choose from the office's list"), self)
        self.line.addAction(self.list, QLineEdit.ActionPosition.TrailingPosition)
        self.list.triggered.connect(self.open_list)
        self.list.setVisible(False)

    def offer(self, places: list[str]) -> None:
        """What can be chosen; none where places make no sense."""
        if places != self.offered:
            self.offered = places
            self.set_suggestions(places)
            self.list.setVisible(bool(places))

    def open_list(self) -> None:
        """Show every place of the list."""
        completer = self.line.completer()
        self.line.setFocus()
        if completer is not None and (popup := completer.popup()) is not None:
            dress(popup)
            completer.setCompletionPrefix("")
            completer.complete()
