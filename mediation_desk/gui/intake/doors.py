"""The doors by which matters come in beside the sheet of a new case; each is registered here once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.led_page import LedPage, open_led
from mediation_desk.services.desk import Desk

if TYPE_CHECKING:
    from mediation_desk.gui.intake.imported.page import ImportPage
    from mediation_desk.gui.intake.packages.page import PackagesPage
    from mediation_desk.gui.intake.pasted.page import PastedPage

OpenCase = Callable[..., object]


def _pasted(desk: Desk, tasks: Tasks) -> PastedPage:
    from mediation_desk.gui.intake.pasted.page import PastedPage

    return PastedPage(desk, tasks)


def _imported(desk: Desk, tasks: Tasks) -> ImportPage:
    from mediation_desk.gui.intake.imported.page import ImportPage

    return ImportPage(desk, tasks)


def _packages(desk: Desk, tasks: Tasks) -> PackagesPage:
    from mediation_desk.gui.intake.packages.page import PackagesPage

    return PackagesPage(desk, tasks)


@dataclass(frozen=True)
class Door:
    """One of them: its words, its picture and keys, and how its page is made when it is first opened.

    ``at_office``: it stands open at the office alone, not on its laptops.
    """

    key: str
    label: str
    picture: str
    make: Callable[[Desk, Tasks], LedPage]
    keys: str = ""
    at_office: bool = False

    def is_open(self, desk: Desk) -> bool:
        """Whether the person at the desk may come in by it, here."""
        return desk.may(Verb.REGISTER_CASE) and not (self.at_office and desk.branch is not None)


PASTED = Door("pasted", N_("Paste an order"), "clipboard-text", _pasted,
              keys="Ctrl+Shift+V")
IMPORTED = Door("imported", N_("Import a list"), "table", _imported)
PACKAGES = Door("packages", N_("Open a package"), "package", _packages,
                at_office=True)
DOORS = (PASTED, IMPORTED, PACKAGES)


def enter(door: Door, frame: Frame, desk: Desk, tasks: Tasks, open_case: OpenCase, path: Path | None = None
          ) -> LedPage | None:
    """Show a door's page, and read a file on it where one is named; None where it does not stand open."""
    if not door.is_open(desk):
        return None

    def made() -> LedPage:
        page = door.make(desk, tasks)
        page.case_wanted.connect(open_case)
        return page

    page = open_led(frame, door.key, made)
    if path is not None:
        page.open_file(path)
    return page


class DoorButtons(QWidget):
    """One button for each door that stands open. ``wanted(Door, path)``: a door is to be entered."""

    wanted = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = dict(self._made(desk))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        for press in self.buttons.values():
            row.addWidget(press)

    def _made(self, desk: Desk) -> Iterator[tuple[str, QPushButton]]:
        for door in (one for one in DOORS if one.is_open(desk)):
            press = button(tr(door.label), "quiet", picture=door.picture, parent=self)
            press.clicked.connect(partial(self.wanted.emit, door, None))
            if door.keys:
                tip(press, door.keys)
            yield door.key, press
