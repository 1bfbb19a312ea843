"""Pages that another page leads to, with the way back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import Signal

from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.words import tr


class LedPage(Page):
    """A page that is not on the rail. ``changed(Changes)`` tells what was kept on it; ``case_wanted(case_id,
    station)`` opens a case; ``over`` that nothing is left to do here. ``way_back`` is laid by the page."""

    changed = Signal(object)
    case_wanted = Signal(object, object)
    over = Signal()

    def __init__(self, title: str, *, scroll: bool = True) -> None:
        super().__init__(title, scroll=scroll)
        self._back: Callable[[], object] = lambda: None
        self.way_back = button(tr("Back to the page before"), "quiet", picture="arrow-left")
        self.way_back.hide()
        self.way_back.clicked.connect(lambda: self._back())

    def lead_back(self, act: Callable[[], object], *, there: bool) -> None:
        """Where the way back leads."""
        self._back = act
        self.way_back.setVisible(there)

    def open_file(self, path: Path) -> None:
        """Read a file that somebody named or dropped elsewhere; a page that reads none lets it be."""


PageT = TypeVar("PageT", bound=LedPage)


def open_led(frame: Frame, key: str, make: Callable[[], PageT]) -> PageT:
    """Show the page in a frame, made anew unless it is open; its way back leads to the page in front."""
    came_from = frame.front

    def made() -> LedPage:
        page = make()
        page.changed.connect(frame.changed)
        page.over.connect(lambda: frame.close_page(key))
        return page

    page = cast(PageT, frame.open_page(key, made))
    if came_from != key:
        page.lead_back(lambda: frame.show_page(came_from), there=bool(came_from))
    return page
