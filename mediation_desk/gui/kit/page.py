"""What every page is: a title, one primary action, a body, and a line at its foot for messages."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.room import is_low
from mediation_desk.gui.kit.look.text import button, label, restyle
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.press import press_focused
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr


class Page(QWidget):
    """A page: put widgets into ``body``. ``scroll`` lets it scroll down (never sideways); a page
    that is one table does without, for the table scrolls itself.

    Override what the page can do: ``on_changed``, ``shown``, ``find_here``, ``new``, ``print_page``,
    ``undo``, ``redo``, ``help_text``, ``go``, ``turn``, ``toggle_clock``. What Esc puts away goes
    through ``leaves``.
    """

    title_changed = Signal(str)
    takes_keyboard = True  # where no work goes on inside, the page itself keeps the keyboard

    def __init__(self, title: str = "", subtitle: str = "", *, scroll: bool = True, margin: int = 24,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = look().px
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside a field leaves the field
        self.title = label("", "title", parent=self)
        self.subtitle = label("", "muted", parent=self)
        self.primary = button("", "primary", parent=self)
        self.primary.hide()
        self._leavable: list[tuple[QWidget, Callable[[], object]]] = []
        self.head = QHBoxLayout()
        self.head.setSpacing(space(8))
        self.bar = MessageBar(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(16))
        self._on_primary: Callable[[], object] | None = None
        self._margin, self._short, self._rank = margin, False, "title"
        fixed = (QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._spacers = [QSpacerItem(0, space(min(margin, gap)), *fixed) for gap in (8, 2)]
        column = QVBoxLayout(self)
        column.setContentsMargins(space(margin), space(min(margin, 12)), space(margin), space(min(margin, 2)))
        column.setSpacing(0)
        column.addLayout(self._head_row())
        column.addSpacerItem(self._spacers[0])
        column.addLayout(self.body, 1) if not scroll else column.addWidget(self._scrolled(), 1)
        column.addSpacerItem(self._spacers[1])
        column.addWidget(self.bar)
        self.primary.clicked.connect(self.act)
        self.set_title(title, subtitle)

    def _head_row(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addLayout(words, 1)
        row.addLayout(self.head)
        row.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(0, 0, look().px(8), 0)
        self.area: QScrollArea = SteadyArea(inner)
        return self.area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low for its type, the body goes before the head."""
        super().resizeEvent(event)
        if (low := is_low(self)) != self._short:
            self.set_short(low)

    def set_rank(self, role: str) -> None:
        """How large the title is set: ``title`` or ``heading``."""
        self._rank = role
        self.title.setProperty("role", role)
        restyle(self.title)

    def set_short(self, short: bool) -> None:
        """A smaller title, nothing beneath it, and narrow edges; or as it was."""
        self._short = short
        self.title.setProperty("role", "group" if short else self._rank)
        restyle(self.title)
        self.subtitle.setVisible(bool(self.subtitle.text()) and not short)
        self.body.setSpacing(look().px(8 if short else 16))
        if (column := self.layout()) is not None and self._margin:
            side, above, below = (12, 2, 0) if short else (self._margin, *self._gaps(12, 2))
            column.setContentsMargins(*(look().px(edge) for edge in (side, above, side, below)))
            for spacer, gap in zip(self._spacers, (0, 0) if short else self._gaps(8, 2), strict=True):
                spacer.changeSize(0, look().px(gap))
            column.invalidate()

    def _gaps(self, *wanted: int) -> tuple[int, ...]:
        """Spaces that are never wider than the page's edge."""
        return tuple(min(self._margin, gap) for gap in wanted)

    # -- head ----------------------------------------------------------------------------

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The page's title and the quiet line under it."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle) and not self._short)
        self.setAccessibleName(title)
        self.title_changed.emit(title)

    def set_primary(self, text: str, on_click: Callable[[], object] | None, *, picture: str = "") -> None:
        """The page's one primary action, at its top right; None takes it away, its place stays."""
        self._on_primary = on_click
        if on_click is not None or text:
            self.primary.setText(text)
        if on_click is not None:  # once it was there, what stands beside it does not slide into its place
            kept = self.primary.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            self.primary.setSizePolicy(kept)
        self.primary.setVisible(on_click is not None)
        if picture:
            size = look().px(16)
            self.primary.setIcon(icon(picture, "on_accent"))
            self.primary.setIconSize(QSize(size, size))

    def reserve_primary(self, *offers: tuple[str, str]) -> None:
        """Keep room for the longest of what the primary action may offer (words and picture each), so that
        what stands beside it stays where it is."""
        widest = 0
        for text, picture in offers:
            self.set_primary(text, self.act, picture=picture)
            self.primary.ensurePolished()
            widest = max(widest, self.primary.sizeHint().width())
        self.primary.setMinimumWidth(widest)
        self.set_primary("", None)

    def act(self) -> None:
        """Do the primary action."""
        if self._on_primary:
            self._on_primary()

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget, stretch)
        return widget

    def show_error(self, error: DeskError) -> None:
        """Say a trouble that belongs beside no field; a good ``failed=`` handler."""
        self.bar.trouble(error)

    def bar_in_front(self) -> MessageBar:
        """Where a message about this page is read."""
        return self.bar

    # -- the keyboard --------------------------------------------------------------------

    def leaves(self, widget: QWidget, act: Callable[[], object]) -> None:
        """While the widget shows, Esc leaves it by ``act``: a card, a form, a paper, a line to search in."""
        self._leavable.append((widget, act))

    def leave_innermost(self) -> bool:
        """Esc: leave what lies innermost and is open; False when nothing is."""
        self._leavable = [one for one in self._leavable if shiboken6.isValid(one[0])]
        focus = QApplication.focusWidget()
        there = [(widget.isAncestorOf(focus) if focus is not None else False, _depth(widget), at, act)
                 for at, (widget, act) in enumerate(self._leavable) if widget.isVisible()]
        if not there:
            return False
        max(there, key=lambda one: one[:3])[3]()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, Esc leaves what is open."""
        if press_focused(event) or (event.key() == Qt.Key.Key_Escape and self.leave_innermost()):
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab, on a page that is a window of its own; else the window around it decides."""
        return order.move(self, forward) if self.isWindow() else super().focusNextPrevChild(forward)

    # -- what a page can do --------------------------------------------------------------

    def on_changed(self, changes: object) -> None:
        """Something was saved: reload what it touches. Called for shown and hidden pages alike."""

    def shown(self) -> None:
        """The page came to the front."""

    def dress(self) -> None:
        """Wear the present look; called whenever the page comes to the front."""
        dress(self, when_shown=True)

    def find_here(self) -> None:
        """Ctrl+F: find on this page."""

    def new(self) -> bool:
        """Ctrl+N: True when the page made something new itself."""
        return False

    def print_page(self) -> None:
        """Ctrl+P: print what the page shows."""

    def undo(self) -> None:
        """Ctrl+Z, when the field in focus has nothing of its own to undo."""

    def redo(self) -> None:
        """Ctrl+Shift+Z or Ctrl+Y, likewise."""

    def go(self, _number: int) -> bool:
        """Alt+1 to Alt+7: True when the page has such places (stations) and went there."""
        return False

    def lead(self, number: int, _field: str, _of: UUID | None) -> bool:
        """The same, and on to the field of that name there, where the page has it; ``_of``: whose it is."""
        return self.go(number)

    def lead_beside(self, _key: str) -> bool:
        """To a page beside the road, where there is one of that name; whether it was reached."""
        return False

    def toggle_clock(self) -> None:
        """F7: the clock of a mediation session starts or stops."""

    def turn(self) -> None:
        """F11: the screen turned toward the other side of the desk; here is nothing to be shown there."""
        self.bar_in_front().notice(tr(
            "F11 turns the screen toward the parties of a case: they then see what both sides may see, and "
            "nothing else. Open the case first."))

    def help_text(self) -> str:
        """F1: what this page is for and how it is used, in the reader's language."""
        return ""

    def stop_work(self) -> None:
        """The desk is about to close: long work that nobody would hear of any more ends here."""

    def keep(self) -> None:
        """Keep what stands in the field in focus, as if it were left; before locking or closing."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Field):
                widget.commit()
                return
            widget = widget.parentWidget()


def _depth(widget: QWidget) -> int:
    """How many widgets lie around one."""
    above, around = 0, widget.parentWidget()
    while around is not None:
        above, around = above + 1, around.parentWidget()
    return above
