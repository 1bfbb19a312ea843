"""Why instalments are looked at: each section with how many there are and what is owed on them together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mediation_desk.domain.payments.dues import DueTotals, Section, Sum
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.words import tr_count, words
from mediation_desk.gui.pages.payments.words import section_name

SUM = int(Qt.ItemDataRole.UserRole)
SHOWN: Sequence[Section | None] = (*Section, None)
WIDTH = 196
Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """The name with its count, the sum beneath; quiet where there is nothing."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two rows of words with air around them."""
        return QSize(look().px(WIDTH) - look().px(8), look().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here, told = look(), index.data(SUM)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, here.soft("accent"))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(here.px(3), option.rect.height())),
                             here.colour("accent"))
        inner: QRect = option.rect.adjusted(here.px(12), here.px(4), -here.px(8), -here.px(4))
        there = told is not None and told.count > 0
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.setPen(here.colour("ink" if there else "muted"))
        painter.setFont(here.font(bold=there))
        count = "" if told is None else f"{told.count:,}"
        room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - here.px(8)
        painter.drawText(inner, int(right | top), count)
        name = painter.fontMetrics().elidedText(on_line(section_name(SHOWN[index.row()])),
                                                Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(left | top), name)
        painter.setFont(here.font(SMALL_PT))
        painter.setPen(here.colour("muted"))
        painter.drawText(inner, int(left | bottom), words().money(told.owed) if there else "")
        painter.restore()


class SectionList(QListView):
    """All of them in a column, one chosen; ``chosen(section)`` as another is, None: everything."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Line(self))
        self.setFixedWidth(look().px(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.items = [QStandardItem(section_name(section)) for section in SHOWN]
        model = QStandardItemModel(self)
        model.invisibleRootItem().appendRows(self.items)
        self.setModel(model)
        self.setCurrentIndex(self.items[-1].index())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which section is chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid():
            self.chosen.emit(SHOWN[current.row()])

    @property
    def section(self) -> Section | None:
        """The one that is chosen."""
        return SHOWN[self.currentIndex().row()]

    def choose(self, section: Section | None) -> None:
        """Choose one, as if it were pressed."""
        self.setCurrentIndex(self.items[SHOWN.index(section)].index())

    def show_totals(self, totals: DueTotals) -> None:
        """Show what there is of each now."""
        for section, item in zip(SHOWN, self.items, strict=True):
            told = totals.of(section)
            item.setData(told, SUM)
            item.setData(summed_words(section_name(section), told), Qt.ItemDataRole.AccessibleTextRole)


def summed_words(name: str, told: Sum) -> str:
    """A section with its count and sum, as it is read out."""
    return tr_count("{name}: {count} instalment, {owed} owed", "{name}: {count} instalments, {owed} owed",
                    told.count, name=name, owed=told.owed)
