"""A page of several parts, one at a time, with their names at its left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart

NAVIGATION = 184


@dataclass(frozen=True)
class Place:
    """One entry of the sub-navigation; ``right``: who sees it, None for everybody; ``note``: what is said
    above the part as long as it is there."""

    key: str
    text: str
    picture: str
    make: Callable[[], OfficePart]
    right: Verb | None = None
    note: str = ""


class PartedPage(Page):
    """``changed(Changes)`` tells the frame what was saved in a part."""

    changed = Signal(object)

    def __init__(self, title: str, subtitle: str, places: Sequence[Place], parent: QWidget | None = None
                 ) -> None:
        super().__init__(title, subtitle, scroll=False, parent=parent)
        self.parts: dict[str, OfficePart] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.key = ""
        self.stack = QStackedWidget(self)
        self._places = {place.key: place for place in places}
        self._lay()
        self.go_to(next(iter(self._places)))

    def _lay(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(look().px(2))
        group = QButtonGroup(self)
        for place in self._places.values():
            made = self._button(place)
            group.addButton(made)
            names.addWidget(made)
        names.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look().px(24))
        row.addLayout(names)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)

    def _button(self, place: Place) -> QPushButton:
        made = QPushButton(place.text, self)
        made.setProperty("role", "place")
        made.setIcon(icon(place.picture, "muted", on="accent"))
        made.setIconSize(QSize(look().px(18), look().px(18)))
        made.setCheckable(True)
        made.setFixedWidth(look().px(NAVIGATION))
        made.clicked.connect(lambda: self.go_to(place.key))
        self.buttons[place.key] = made
        return made

    @property
    def place(self) -> str:
        """The part in front; empty for the first, where one arrives by itself."""
        return "" if self.key == next(iter(self._places)) else self.key

    # -- parts ---------------------------------------------------------------------------

    def go_to(self, key: str) -> OfficePart:
        """Bring a part to the front, once what is typed in the present one is kept; the first where there
        is no such part here."""
        self.keep()
        key = key if key in self._places else next(iter(self._places))
        part = self.parts.get(key) or self._make(key)
        self.key = key
        self.buttons[key].setChecked(True)
        self.stack.setCurrentWidget(self._around(part))
        part.shown()
        return part

    def _make(self, key: str) -> OfficePart:
        part = self._places[key].make()
        part.changed.connect(self.changed)
        part.told.connect(self._say)
        part.trouble.connect(self.show_error)
        self.parts[key] = part
        if note := self._places[key].note:
            part.column.insertWidget(0, label(note, "strong", wrap=True))
        for widget, act in part.leavable:
            self.leaves(widget, act)
        self.stack.addWidget(SteadyArea(part))
        return part

    def _around(self, part: OfficePart) -> QWidget:
        return next(area for at in range(self.stack.count())
                    if isinstance(area := self.stack.widget(at), SteadyArea) and area.widget() is part)

    def _say(self, text: str, back: Callable[[], object] | None) -> None:
        self.bar.notice(text, action=tr("Undo") if back else "", on_action=back, meaning="agreed")

    # -- what a page can do --------------------------------------------------------------

    def shown(self) -> None:
        """Read the part in front anew."""
        self.parts[self.key].shown()

    def print_page(self) -> None:
        """Ctrl+P."""
        self.parts[self.key].print_page()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.parts[self.key].undo()

    def help_text(self) -> str:
        """F1."""
        return self.parts[self.key].help_text()
