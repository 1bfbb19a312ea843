"""The narrow column at the right of a case: parties, clock, last events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr

FOLDS_UNDER = 1366  # px at 100 %, of the window
WIDTH = 264


class ContextColumn(QFrame):
    """Sections under quiet headings. Folds away while its window is narrower than 1366 px, or where
    the page beside it needs the width; a press on its button unfolds or folds it whatever the width,
    for that page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context")
        self._chosen: dict[str, bool] = {}  # by page, what a person wants
        self._page, self._needed, self._window = "", 0, 0
        self.toggle = QToolButton(self)
        self.toggle.clicked.connect(lambda: self.fold(not self.folded, chosen=True))
        inner = QWidget()
        self.sections = QVBoxLayout(inner)
        self.sections.setContentsMargins(look().px(16), 0, look().px(8), look().px(16))
        self.sections.setSpacing(look().px(8))
        self.sections.addStretch(1)
        self.area = SteadyArea(inner, self)
        top = QHBoxLayout()
        top.addWidget(self.toggle)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(4), look().px(4), look().px(4), 0)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self.fold(False)

    def add_section(self, title: str, body: QWidget) -> None:
        """Another section, after the last one."""
        at = self.sections.count() - 1
        if at:
            self.sections.insertSpacing(at, look().px(8))
            at += 1
        self.sections.insertWidget(at, label(title, "group"))
        self.sections.insertWidget(at + 1, body)

    @property
    def folded(self) -> bool:
        """Whether only its button shows."""
        return self.area.isHidden()

    def fold(self, folded: bool, *, chosen: bool = False) -> None:
        """Fold away or unfold; ``chosen`` says that a person wants it so."""
        if chosen:
            self._chosen[self._page] = folded
        self.area.setVisible(not folded)
        self.setFixedWidth(look().px(40) if folded else look().px(WIDTH))
        words = tr("Show the overview") if folded else tr("Hide the overview")
        self.toggle.setIcon(icon("caret-double-left" if folded else "caret-double-right", "muted"))
        self.toggle.setIconSize(QSize(look().px(16), look().px(16)))
        tip(self.toggle, words)
        self.toggle.setAccessibleName(words)

    def follow(self, window: QWidget) -> None:
        """Fold and unfold with the width of a window."""
        window.installEventFilter(self)
        self._window = window.width()
        self._fit()

    def make_room(self, page: str, needed: int) -> None:
        """Another page came to the front, which needs so many px of the window (at 100 %)."""
        self._page, self._needed = page, needed
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was resized."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._window = watched.width()
            self._fit()
        return False

    def _fit(self) -> None:
        if not self._window:
            return
        narrow = self._window < max(look().px(FOLDS_UNDER), look().px(self._needed + WIDTH))
        folded = self._chosen.get(self._page, narrow)
        if self.folded != folded:
            self.fold(folded)
