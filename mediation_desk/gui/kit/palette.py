"""Ctrl+K: search anything — cases, people, pages, actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr

PAUSE_MS = 40  # a person types faster than this only within one word
_HIT = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Hit:
    """One thing found: its words, a quiet second line, an icon, and what happens on Enter."""

    text: str
    detail: str
    picture: str
    act: Callable[[], object]


Provider = Callable[[str], Sequence[Hit]]


class _Rows(QStyledItemDelegate):
    """Icon, words, and the quiet words at the right end."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(look().px(320), look().px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        hit, here = index.data(_HIT), look()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, here.soft("accent"))
        inner = rect.adjusted(here.px(16), 0, -here.px(16), 0)
        size = here.px(18)
        spot = QRect(inner.left(), rect.center().y() - size // 2, size, size)
        icons.draw(painter, hit.picture, spot, "muted")
        inner.setLeft(inner.left() + size + here.px(12))
        dots = Qt.TextElideMode.ElideRight
        detail = QFontMetrics(here.font()).elidedText(on_line(hit.detail), dots, inner.width() // 2)
        painter.setFont(here.font())
        painter.setPen(here.colour("muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), detail)
        inner.setRight(inner.right() - QFontMetrics(here.font()).horizontalAdvance(detail) - here.px(12))
        words = QFontMetrics(here.font()).elidedText(on_line(hit.text), dots, inner.width())
        painter.setPen(here.colour("ink"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)


class Palette(QFrame):
    """A box over the window. Providers are asked off the UI thread for what fits the words typed;
    Up and Down choose, Enter acts, Escape goes back to where one was."""

    opening = Signal()
    """It comes up: whoever knows what is in front gathers now what can be found there."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._tasks, self._window, self._providers, self._round = tasks, window, list[Provider](), 0
        self._came_from: list[QWidget] = []
        self.line, self.list = QLineEdit(self), QListView(self)
        self.nothing = label("", "muted", parent=self)
        self._model = QStandardItemModel(self)
        self._found: dict[int, Sequence[Hit]] = {}
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.line.setPlaceholderText(tr("Cases, people, pages, actions"))
        self.line.setAccessibleName(tr("Search anything"))
        self._sign = QLabel(self.line)
        size = look().px(18)
        self._sign.setPixmap(icons.icon("magnifying-glass", "muted").pixmap(QSize(size, size)))
        self._sign.setGeometry(look().px(16), look().px(12), size, size)
        self.line.setTextMargins(size + look().px(12), 0, 0, 0)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("What was found"))
        self.nothing.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._clock.start())
        self.list.clicked.connect(lambda _index: self.choose())
        self._clock.timeout.connect(self._ask)

    def add_provider(self, provider: Provider) -> None:
        """Another source: ``provider(text) -> hits``, called off the UI thread; ``hit.act`` on it."""
        self._providers.append(provider)

    def open(self) -> None:
        """Come up over the window, empty."""
        window = self._window
        self.opening.emit()
        self._came_from = list(_with_what_is_around(window.focusWidget()))
        width = min(look().px(640), window.width() - look().px(32))
        self.setFixedWidth(width)
        self.move(QPoint((window.width() - width) // 2, look().px(72)))
        self.line.clear()
        self._ask()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self) -> None:
        """Do what is chosen in the list."""
        index = self.list.currentIndex()
        if index.isValid():
            hit: Hit = index.data(_HIT)
            self.hide()
            hit.act()

    def _ask(self) -> None:
        self._round += 1
        self._found = {}
        text, number = self.line.text().strip(), self._round
        for at, provider in enumerate(self._providers):
            self._tasks.read(provider, text, receiver=self, label=tr("Searching …"),
                             done=partial(self._answer, number, at))
        self._show()

    def _answer(self, number: int, at: int, hits: Sequence[Hit]) -> None:
        if number == self._round:
            self._found[at] = hits
            self._show()

    def _show(self) -> None:
        self._model.clear()
        for at in sorted(self._found):
            for hit in self._found[at]:
                item = QStandardItem(on_line(f"{hit.text} {hit.detail}"))
                item.setData(hit, _HIT)
                self._model.appendRow(item)
        rows = self._model.rowCount()
        waiting = len(self._found) < len(self._providers)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(min(rows, 9) * look().px(40) + 2)
        self.nothing.setText(tr("Searching …") if waiting else tr("Nothing was found."))
        self.nothing.setVisible(rows == 0)
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self.adjustSize()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The list is steered from the line."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event.key())
        return False

    def _steer(self, key: int) -> bool:
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(key, 0)
        if step:
            row = self.list.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self.list.setCurrentIndex(self._model.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back."""
        super().hideEvent(event)
        lives = [one for one in self._came_from if shiboken6.isValid(one)]
        if self.line.hasFocus() and lives:
            lives[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _with_what_is_around(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and what around it takes the keyboard: the editor of a cell is gone when one comes back."""
    while widget is not None:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.parentWidget()
