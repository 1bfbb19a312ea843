"""The list of one day: everything that stands on it in words, to choose from, open and send out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mediation_desk.domain.planning.entries import CalendarEntry
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.look.tips import plain_tip
from mediation_desk.gui.kit.press import is_enter
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.calendar import marks
from mediation_desk.gui.pages.calendar.board import NUDGE, ONE

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class DayModel(QAbstractTableModel):
    """The entries of a day."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self.entries: Sequence[CalendarEntry] = ()

    def show_entries(self, entries: Sequence[CalendarEntry]) -> None:
        """Another day's."""
        if list(entries) != list(self.entries):
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = ENTRY) -> object:
        """The entry, and what it says."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return on_line(marks.spoken(entry, self._today()))
        return plain_tip(marks.spoken(entry, self._today())) if role == Qt.ItemDataRole.ToolTipRole else None


class EntryDelegate(QStyledItemDelegate):
    """Its kind with an icon and its hours, whose it is, and two quiet lines beneath."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Four lines, or two of a colleague's hour."""
        lines = 2 if isinstance(entry := index.data(ENTRY), CalendarEntry) and entry.busy else 4
        return QSize(0, lines * option.fontMetrics.height() + look().px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The lines."""
        entry, here = index.data(ENTRY), look()
        if not isinstance(entry, CalendarEntry):
            return
        mark = marks.mark(entry, self._today())
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, here.soft("accent"))
        painter.setPen(here.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        size = here.px(16)
        spot = QRect(rect.left() + here.px(8), rect.top() + here.px(6), size, size)
        icons.draw(painter, mark.picture, spot, mark.meaning)
        words = rect.adjusted(size + here.px(16), here.px(4), -here.px(8), -here.px(4))
        lines = self._lines(entry, mark.meaning)
        for at, (text, font, meaning) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(here.colour(meaning))
            line = QRect(words.left(), words.top() + at * words.height() // len(lines), words.width(),
                         words.height() // len(lines))
            cut = painter.fontMetrics().elidedText(on_line(text), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(LEFT), cut)
        painter.restore()

    def _lines(self, entry: CalendarEntry, meaning: str) -> list[tuple[str, QFont, str]]:
        """What is said, in which type and colour."""
        here, late = look(), tr("Overdue") if entry.is_late(self._today()) else ""
        head = " · ".join(filter(None, (tr(entry.kind.label), late, marks.hours(entry))))
        bold, small = here.font(10.5, bold=True), here.font(SMALL_PT)
        bold.setStrikeOut(entry.called_off)
        lines = [(head, small, meaning), (marks.whose(entry), bold, "ink")]
        quiet = [] if entry.busy else [marks.where(entry), marks.by_whom(entry)]
        return [*lines, *((text, small, "muted") for text in quiet)]


class DayList(QListView):
    """``entry_chosen(entry or None)`` and ``opened(entry)``; ``nudged(entry, timedelta)`` by Ctrl and an
    arrow."""

    entry_chosen = Signal(object)
    opened = Signal(object)
    nudged = Signal(object, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.entries = DayModel(today, self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(today, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("What stands on the day"))
        self.doubleClicked.connect(lambda index: self._open(index.data(ENTRY)))

    def show_entries(self, entries: Sequence[CalendarEntry], chosen: CalendarEntry | None) -> None:
        """Another day's, with the one that is chosen on the board."""
        self._quiet = True
        self.entries.show_entries(entries)
        at = next((at for at, one in enumerate(entries) if one == chosen), None)
        if at is None:
            self.clearSelection()
        elif self.current() != chosen or len(self.chosen()) < 2:
            self.setCurrentIndex(self.entries.index(at, 0))
        self._quiet = False

    def current(self) -> CalendarEntry | None:
        """The one under the cursor, where it is chosen."""
        index = self.currentIndex()
        entry = index.data(ENTRY) if index.isValid() and self.selectionModel().isSelected(index) else None
        return entry if isinstance(entry, CalendarEntry) else None

    def chosen(self) -> list[CalendarEntry]:
        """All that are chosen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.entries.entries[row] for row in rows if row < len(self.entries.entries)]

    def go_first(self) -> None:
        """The keyboard comes here, to the entry that is chosen or the first."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if self.current() is None and self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another one is under the cursor."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.entry_chosen.emit(current.data(ENTRY))

    def _open(self, entry: object) -> None:
        if isinstance(entry, CalendarEntry) and not entry.busy:
            self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Ctrl and an arrow move a session as dragging does."""
        steps: dict[int, timedelta] = {int(Qt.Key.Key_Left): -ONE, int(Qt.Key.Key_Right): ONE,
                                       int(Qt.Key.Key_Up): -NUDGE, int(Qt.Key.Key_Down): NUDGE}
        entry = self.current()
        if is_enter(event):
            self._open(entry)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in steps:
            if entry is not None:
                self.nudged.emit(entry, steps[event.key()])
        elif event.text() and event.text().isalpha() and not event.modifiers():
            event.ignore()  # D, W, M and T are the page's
        else:
            super().keyPressEvent(event)
