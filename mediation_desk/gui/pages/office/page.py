"""Office: what the office is called, who may come in, the law's figures, and the safety of it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

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
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.holidays import HolidaysPart
from mediation_desk.gui.pages.office.me import MePart
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.services.desk import Desk

DETAILS, ACCOUNTS, SHEETS, ME, FIGURES, HOLIDAYS, SAFETY = (
    "details", "accounts", "sheets", "me", "figures", "holidays", "safety")
NAVIGATION = 184


@dataclass(frozen=True)
class _Place:
    """One entry of the sub-navigation; ``right``: who sees it, None for everybody."""

    key: str
    text: str
    picture: str
    make: Callable[[], OfficePart]
    right: Verb | None = None


class OfficePage(Page):
    """The parts that the person's roles allow, one at a time. ``changed(Changes)`` tells the frame;
    ``protections`` that the idle time or the hiding from capture was chosen anew; ``backed_up(Backup)``
    that somebody made a backup by hand; ``chosen(name, value)`` asks for another look or language."""

    changed = Signal(object)
    protections = Signal()
    backed_up = Signal(object)
    chosen = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(tr("Office"), desk.settings.name, scroll=False, parent=parent)
        self._desk, self._tasks, self._memory = desk, tasks, memory
        self.parts: dict[str, OfficePart] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.key = ""
        self.stack = QStackedWidget(self)
        self._places = {place.key: place for place in self._allowed()}
        self._lay()
        self.go_to(next(iter(self._places)))

    def _allowed(self) -> Sequence[_Place]:
        given = self._desk, self._tasks
        places = (
            _Place(DETAILS, tr("The office"), "buildings", lambda: DetailsPart(*given),
                   Verb.CHANGE_OFFICE_SETTINGS),
            _Place(ACCOUNTS, tr("Accounts"), "users", self._accounts, Verb.MANAGE_ACCOUNTS),
            _Place(SHEETS, tr("Recovery sheets"), "qr-code", lambda: SheetsPart(*given),
                   Verb.PRINT_RECOVERY_SHEET),
            _Place(ME, tr("My account"), "user-circle", self._me),
            _Place(FIGURES, tr("Statutory figures"), "scales", lambda: FiguresPart(*given)),
            _Place(HOLIDAYS, tr("Holidays"), "calendar-blank", lambda: HolidaysPart(*given)),
            _Place(SAFETY, tr("Backup and checks"), "shield-check", self._safety, Verb.BACK_UP),
        )
        return [place for place in places if place.right is None or self._desk.may(place.right)]

    def _me(self) -> OfficePart:
        made = MePart(self._desk, self._tasks, self._memory)
        made.protections.connect(self.protections)
        made.chosen.connect(self.chosen)
        return made

    def _accounts(self) -> OfficePart:
        made = AccountsPart(self._desk, self._tasks)
        made.key_wanted.connect(self.renew_key)
        return made

    def _safety(self) -> OfficePart:
        made = SafetyPart(self._desk, self._tasks)
        made.backed_up.connect(self.backed_up)
        made.key.sheet_wanted.connect(lambda: self.go_to(SHEETS))
        return made

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

    def _button(self, place: _Place) -> QPushButton:
        made = Button(place.text, self)
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
        """Bring a part to the front, once what is typed in the present one is kept."""
        self.keep()
        part = self.parts.get(key) or self._make(key)
        self.key = key
        self.buttons[key].setChecked(True)
        self.stack.setCurrentWidget(self._around(part))
        part.shown()
        return part

    def renew_key(self) -> None:
        """Go to where the store key is renewed, and ask for the password."""
        cast(SafetyPart, self.go_to(SAFETY)).key.begin()

    def _make(self, key: str) -> OfficePart:
        part = self._places[key].make()
        part.changed.connect(self.changed)
        part.told.connect(self._say)
        part.trouble.connect(self.show_error)
        self.parts[key] = part
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

    def on_changed(self, _changes: object) -> None:
        """The office may be called something else now."""
        self.set_title(tr("Office"), self._desk.settings.name)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.parts[self.key].undo()

    def help_text(self) -> str:
        """F1."""
        return self.parts[self.key].help_text()
