"""What every page is: a title, one primary action, a message bar, and a body."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look


class Page(QWidget):
    """A page: put widgets into ``body``. ``scroll`` lets it scroll down (never sideways); a page
    that is one table does without, for the table scrolls itself.

    Override what the page can do: ``on_changed``, ``shown``, ``find_here``, ``new``, ``print_page``,
    ``undo``, ``redo``, ``help_text``, ``go``, ``turn``.
    """

    title_changed = Signal(str)

    def __init__(self, title: str = "", subtitle: str = "", *, scroll: bool = True, margin: int = 24,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = look().px
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside a field leaves the field
        self.title = label("", "title", parent=self)
        self.subtitle = label("", "muted", parent=self)
        self.primary = button("", "primary", parent=self)
        self.primary.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(space(8))
        self.bar = MessageBar(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(16))
        self._on_primary: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        edge = space(min(margin, 16))
        column.setContentsMargins(space(margin), edge, space(margin), edge)
        column.setSpacing(space(12))
        column.addLayout(self._head_row())
        column.addWidget(self.bar)
        column.addLayout(self.body, 1) if not scroll else column.addWidget(self._scrolled(), 1)
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
        inner.setObjectName("scrolled")
        inner.setLayout(self.body)
        self.body.setContentsMargins(0, 0, look().px(8), 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area = area
        return area

    # -- head ----------------------------------------------------------------------------

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The page's title and the quiet line under it."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        self.title_changed.emit(title)

    def set_primary(self, text: str, on_click: Callable[[], object] | None, *, picture: str = "") -> None:
        """The page's one primary action, at its top right; None takes it away."""
        self._on_primary = on_click
        self.primary.setText(text)
        self.primary.setVisible(on_click is not None)
        if picture:
            size = look().px(16)
            self.primary.setIcon(icon(picture, "on_accent"))
            self.primary.setIconSize(QSize(size, size))

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
        """Alt+1 to Alt+6: True when the page has such places (stations) and went there."""
        return False

    def turn(self) -> None:
        """F11: the screen turned toward the other side of the desk."""

    def help_text(self) -> str:
        """F1: what this page is for and how it is used, in the reader's language."""
        return ""

    def keep(self) -> None:
        """Keep what stands in the field in focus, as if it were left; before locking or closing."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Field):
                widget.commit()
                return
            widget = widget.parentWidget()
