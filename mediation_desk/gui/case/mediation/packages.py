"""The packages laid out: what each is best at, how far it lies from everything, and how it is shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.full_zone import Dimension
from mediation_desk.domain.mediation.packages.package import Deal, Distance, Package
from mediation_desk.domain.mediation.packages.trades import Trade
from mediation_desk.gui.case.frame.layouts import StripedCard, empty_layout
from mediation_desk.gui.case.mediation.meeting_words import (
    apart_word,
    break_word,
    by_mark,
    deal_word,
)
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.case.mediation.shares import SharesPart
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel
from mediation_desk.gui.kit.words import tr, tr_sentence, words
from mediation_desk.services.mediation.meeting_point import MeetingPoint

Names = Mapping[UUID, str]


class PackagesPart(QWidget):
    """A table of packages, beneath it the chosen one. ``wanted(deal)``: put this deal to both sides."""

    wanted = Signal(object)

    def __init__(self, point: MeetingPoint, names: Names, *, may: bool,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point, self.may = point, may
        self.model = RowsModel(_columns(), self)
        self.table = SealedTable(self.model, name=tr("Sealed packages"), parent=self)
        self.shares = SharesPart(point, names, self)
        self.shares.changed.connect(self._may_put)
        self.details = QVBoxLayout()
        self.details.setSpacing(look().px(2))
        self.apart = RowsModel(_apart_columns(), self)
        self.distances = SealedTable(self.apart, name=tr("How far it lies from"), parent=self)
        self.put = button(tr("Put it to both sides"))
        self.put.clicked.connect(self._put)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Sealed packages"), "group"))
        column.addWidget(label(tr("Suggestions to you alone, inside every bottom line and the law's range; "
                                  "sealed until you put one to both sides."), "small", wrap=True))
        for widget in (self.table, self.distances, self.shares):
            widget.setVisible(bool(point.packages))
        column.addWidget(self.table)
        column.addLayout(self.details)
        column.addWidget(self.distances)
        column.addWidget(self.shares)
        column.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        for sentence in point.reasons:
            column.addWidget(label(tr_sentence(sentence), wrap=True))
        self._add_trades(column)
        self._fill()

    def _fill(self) -> None:
        rows = self.point.packages
        self.model.set_rows(rows)
        self.table.fit()
        self.put.setVisible(bool(rows) and self.may)
        self.table.chosen.connect(self._choose)
        if rows:
            self._choose(rows[0])

    @property
    def chosen(self) -> Package | None:
        """The package whose details are shown."""
        row = self.table.current_row()
        return row if isinstance(row, Package) else next(iter(self.point.packages), None)

    def _choose(self, package: Package | None) -> None:
        if package is None:
            return
        empty_layout(self.details)
        told = [deal_word(package.deal), _gains(package), *map(tr_sentence, package.why)]
        for at, text in enumerate(told):
            self.details.addWidget(label(text, "" if at else "strong", wrap=True))
        rows = by_mark(package.distances)
        self.apart.set_rows(rows)
        self.distances.fit()
        self.shares.show_deal(package.deal)

    def _may_put(self) -> None:
        self.put.setEnabled(self.shares.shares is not None)

    def _put(self) -> None:
        if self.shares.deal is not None and self.shares.shares is not None:
            self.wanted.emit(replace(self.shares.deal, shares=self.shares.shares))

    # -- trades --------------------------------------------------------------------------

    def _add_trades(self, column: QVBoxLayout) -> None:
        for trade in self.point.trades:
            column.addWidget(_TradeCard(trade, self))
        waits = not self.point.packages and not self.point.how.weighs_time
        if self.point.zone is not None and waits:
            said = tr("Whether an earlier payment or a larger first share can make up for the amount shows "
                      "once a monthly rate or a risk is set.")
            column.addWidget(label(said, "small", wrap=True))

    def deals(self) -> tuple[Deal, ...]:
        """The deals shown."""
        return tuple(one.deal for one in self.point.packages)


class _TradeCard(StripedCard):
    """A deal outside a line as it was told, that yet leaves neither side worse."""

    def __init__(self, trade: Trade, parent: QWidget | None = None) -> None:
        super().__init__("disputed", parent)
        self.column.setSpacing(look().px(2))
        self.column.addWidget(label(tr("The lines do not meet, but terms would"), "strong"))
        self.column.addWidget(label(deal_word(trade.deal), wrap=True))
        self.column.addWidget(label(tr(
            "At the rates and the risk set, it is worth {ours} more to the applicants than their own line, "
            "and {theirs} less than theirs to the respondents.", ours=words().money(trade.workers_gain),
            theirs=words().money(trade.respondents_gain)), wrap=True))
        for one in trade.breaks:
            self.column.addWidget(label(break_word(one), "small", wrap=True))
        self.column.addWidget(label(tr("Ask both sides before you build on it."), "small", wrap=True))


def _gains(package: Package) -> str:
    return tr("The applicants gain {ours} over their bottom line, the respondents {theirs} over theirs.",
              ours=words().money(package.workers_gain), theirs=words().money(package.respondents_gain))


def _columns() -> list[Column]:
    return [Column("kinds", tr("Best at"), lambda one: str(words().shown([tr(k.label) for k in one.kinds])),
                   width=26, sortable=False, stretch=True, whole=True),
            Column("amount", tr("Amount"), lambda one: one.deal.total, Kind.MONEY, width=12, sortable=False),
            Column("first", tr("First share"), lambda one: one.deal.first, Kind.MONEY, width=12,
                   sortable=False),
            Column("count", tr("Instalments"), lambda one: len(one.deal.days), Kind.NUMBER, width=8,
                   sortable=False),
            Column("last", tr("Last payment"), lambda one: one.deal.last_on, Kind.DATE, width=11,
                   sortable=False)]


def _apart_columns() -> list[Column]:
    def apart(dimension: Dimension) -> Callable[[tuple[str, dict[Dimension, Distance]]], object]:
        return lambda row: apart_word(row[1].get(dimension))

    return [Column("mark", tr("How far it lies from"), lambda row: row[0], width=24, sortable=False,
                   stretch=True),
            *(Column(one.value, tr(one.label), apart(one), width=20, sortable=False) for one in Dimension)]
