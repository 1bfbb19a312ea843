"""The main window: rail, pages, status line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.keys import bind, page_keys, place_keys
from mediation_desk.gui.kit.look.theme import dress
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.palette import Palette
from mediation_desk.gui.kit.rail import Rail
from mediation_desk.gui.kit.screen import keep_on_screen, open_at
from mediation_desk.gui.kit.status import StatusLine
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.tasks import Tasks

FIRST_SIZE = (1366, 768)
LEAST_SIZE = (880, 560)


@dataclass(frozen=True)
class _Place:
    make: Callable[[], Page]
    on_rail: bool


class Frame(QMainWindow):
    """The frame that all pages live in. Pages are made when they are first shown.

    ``changed(Changes)`` reaches ``on_changed`` of every page that was made. ``new_wanted`` is
    Ctrl+N where the page makes nothing itself, ``lock_wanted`` Ctrl+L, ``closing`` the last moment
    to keep anything.
    """

    changed = Signal(object)
    new_wanted = Signal()
    lock_wanted = Signal()
    closing = Signal()

    def __init__(self, tasks: Tasks, memory: Memory, *, version: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks, self.memory, self._version = tasks, memory, version
        self._places: dict[str, _Place] = {}
        self._pages: dict[str, Page] = {}
        self._key: str | None = None
        self.rail, self.stack = Rail(self), QStackedWidget(self)
        self.status = StatusLine(tasks, self)
        self.palette_box = Palette(tasks, self)
        self._lay()
        self._listen()
        for part in (self.rail, self.status, self.palette_box):
            dress(part)
        self.setMinimumSize(*LEAST_SIZE)
        if not memory.restore_window("frame", self):
            open_at(self, *FIRST_SIZE)
        keep_on_screen(self)

    def _lay(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.status.lock_wanted.connect(self.lock_wanted)
        self.changed.connect(self._tell_pages)
        self.tasks.trouble.connect(self._trouble)
        self.tasks.bug.connect(self.show_bug)
        page_keys(self, self.current)
        place_keys(self, self.go)
        bind(self, "Ctrl+K", self.palette_box.open)
        bind(self, "Ctrl+N", self._new)
        bind(self, "Ctrl+L", self.lock_wanted.emit)
        bind(self, "F1", self._help)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # -- pages ---------------------------------------------------------------------------

    def register(self, key: str, text: str, picture: str, make: Callable[[], Page]) -> None:
        """A page on the rail: its word, its icon, and how it is made when first shown."""
        self._places[key] = _Place(make, True)
        number = len(self.rail.buttons) + 1
        self.rail.add(key, text, picture, tip=f"Alt+{number}")

    def open_page(self, key: str, make: Callable[[], Page]) -> Page:
        """Show a page that is not on the rail, making it unless it is open already."""
        self._places.setdefault(key, _Place(make, False))
        return self.show_page(key)

    def expect(self, key: str, make: Callable[[], Page]) -> None:
        """A page that is not on the rail, to be made so when it is shown."""
        self._places[key] = _Place(make, False)

    def let_go(self) -> None:
        """Let go of every page at once; the window stands empty until it is closed."""
        self._key = None
        while self._pages:
            _key, page = self._pages.popitem()
            self.stack.removeWidget(page)
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def close_page(self, key: str) -> None:
        """Let go of a page that is not on the rail."""
        self._places.pop(key, None)
        page = self._pages.pop(key, None)
        if page is not None:
            self.stack.removeWidget(page)
            page.deleteLater()
        if self._key == key:
            self.show_page(next(iter(self.rail.buttons)))

    def show_page(self, key: str) -> Page:
        """Bring a page to the front."""
        now = self.current()
        if now is not None:
            now.keep()
        page = self._pages.get(key) or self._make(key)
        page.dress()
        self._key = key
        self.stack.setCurrentWidget(page)
        self.rail.choose(key if self._places[key].on_rail else None)
        if not page.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.shown()
        return page

    def _make(self, key: str) -> Page:
        page = self._places[key].make()
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    @property
    def front(self) -> str:
        """The key of the page in front; empty before there is one."""
        return self._key or ""

    def current(self) -> Page | None:
        """The page at the front."""
        return self._pages.get(self._key) if self._key else None

    def page(self, key: str) -> Page | None:
        """A page, if it was made."""
        return self._pages.get(key)

    def go(self, number: int) -> None:
        """Alt and a number: the page's own places first, else the rail's."""
        page = self.current()
        if page is not None and page.go(number):
            return
        keys = list(self.rail.buttons)
        if number <= len(keys):
            self.show_page(keys[number - 1])

    def _tell_pages(self, changes: object) -> None:
        for page in list(self._pages.values()):
            page.on_changed(changes)

    # -- where the keyboard is -----------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: the rail, the page as it is read, the status line; and on, where the focus went away."""
        return order.move(self, forward)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """It goes aside and comes back, or is nowhere: what had it was disabled with all around it, or is
        no more, or was never in sight."""
        order.remember(before, now)
        lost = before if now is None else now
        if lost is not None and (now is None or not now.isVisible()) and self.isActiveWindow():
            QTimer.singleShot(0, self, lambda: self._find_keyboard(lost))

    def _find_keyboard(self, before: QWidget) -> None:
        now = QApplication.focusWidget()
        if (now is not None and now.isVisible()) or not self.isActiveWindow():
            return
        known = shiboken6.isValid(before) and self.isAncestorOf(before)
        page = self.current()
        if not (known and order.land(self, before)) and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keys and troubles ---------------------------------------------------------------

    def _new(self) -> None:
        page = self.current()
        if page is None or not page.new():
            self.new_wanted.emit()

    def _help(self) -> None:
        from mediation_desk.gui.kit.help import HelpWindow

        page = self.current()
        if page is not None and page.help_text():
            HelpWindow(page.title.text(), page.help_text(), self).open()

    def _trouble(self, error: DeskError) -> None:
        page = self.current()
        if page is not None:
            page.show_error(error)

    def show_bug(self, bug: Bug) -> None:
        """Tell of a programming error, once at a time; the window stays alive."""
        from mediation_desk.gui.kit.tasks.bug_window import BugWindow

        if not self.findChildren(BugWindow):
            BugWindow(bug.report(self._version), self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what stands in the field, finish what was begun, remember the window."""
        page = self.current()
        if page is not None:
            page.keep()
        self.closing.emit()
        self.tasks.drain()
        self.memory.keep_window("frame", self)
        self.memory.write()
        super().closeEvent(event)
