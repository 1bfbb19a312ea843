"""A sum shared among the workers: by claim, by equal reduction, what is undisputed first, or by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.mediation.packages.package import Deal, warnings
from mediation_desk.domain.mediation.shares import Sharing, shared
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.words import DeskError, Sentence
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, MoneyField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel
from mediation_desk.gui.kit.words import tr, tr_error, tr_sentence, words
from mediation_desk.services.mediation.meeting_point import MeetingPoint


@dataclass(frozen=True)
class Row:
    """A worker's line in the table."""

    name: str
    claim: Money
    sure: Money
    share: Money


class SharesPart(QWidget):
    """The shares of the deal in hand; ``changed()`` whenever they are others."""

    changed = Signal()

    def __init__(self, point: MeetingPoint, names: Mapping[UUID, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point, self.names = point, names
        self.deal: Deal | None = None
        self.shares: tuple[Money, ...] | None = None
        laid: list[tuple[object, str]] = [(None, tr("As laid out: by claim, nobody under their line"))]
        self.sharing = ChoiceField(tr("How it is shared"), laid + [(one, tr(one.label)) for one in Sharing],
                                   name="sharing")
        self.sharing.committed.connect(lambda _way: self._chosen())
        self.model = RowsModel([
            Column("who", tr("Worker"), lambda one: one.name, width=14, sortable=False, stretch=True),
            Column("claim", tr("What the worker claims"), lambda one: one.claim, Kind.MONEY, width=12,
                   sortable=False),
            Column("sure", tr("Undisputed wages"), lambda one: one.sure, Kind.MONEY, width=12,
                   sortable=False),
            Column("share", tr("Share"), lambda one: one.share, Kind.MONEY, width=12, sortable=False)], self)
        self.table = SealedTable(self.model, name=tr("The workers' shares"), parent=self)
        self.hand: Form | None = None
        self._typing, self.said = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.sharing)
        column.addLayout(self._typing)
        column.addWidget(self.table)
        column.addLayout(self.said)

    def show_deal(self, deal: Deal) -> None:
        """Share this deal, in the way that is chosen."""
        self.deal = deal
        self._share()

    def _way(self) -> Sharing | None:
        chosen = self.sharing.value()
        return chosen if isinstance(chosen, Sharing) else None

    def _chosen(self) -> None:
        empty_layout(self._typing)
        self.hand = None
        if self._way() is Sharing.BY_HAND and self.deal is not None:
            self.hand = Form(self)
            for worker, share in zip(self.deal.workers, self.deal.shares, strict=True):
                field = self.hand.add(MoneyField(self.names.get(worker, ""), name=str(worker)))
                field.set_value(share)
                field.committed.connect(lambda _amount: self._share())
            self._typing.addWidget(self.hand)
        self._share()

    def _typed(self) -> list[Money]:
        given = self.hand.values() if self.hand else {}
        return [amount if isinstance(amount, Money) else ZERO for amount in given.values()]

    def _share(self) -> None:
        """Work the shares out; by hand they count once they add up."""
        deal, way, trouble = self.deal, self._way(), ""
        if deal is None:
            return
        try:
            self.shares = deal.shares if way is None else tuple(shared(
                deal.total, way, self.point.asked.claims, self._sure(deal), self._typed()))
        except DeskError as error:
            self.shares, trouble = None, tr_error(error)
        self._show(deal, trouble)
        self.changed.emit()

    def _sure(self, deal: Deal) -> list[Money]:
        known = self.point.law.undisputed or {}
        return [known.get(worker, ZERO) for worker in deal.workers]

    def _show(self, deal: Deal, trouble: str) -> None:
        shares = self.shares if self.shares is not None else tuple(self._typed())
        rows = [Row(self.names.get(worker, ""), claim, sure, share) for worker, claim, sure, share in zip(
            deal.workers, self.point.asked.claims, self._sure(deal), shares, strict=True)]
        self.model.set_rows(rows)
        self.table.fit()
        empty_layout(self.said)
        told = [trouble] if trouble else [tr("Together {sum}.", sum=words().money(total(shares)))]
        warned = [] if trouble else [tr_sentence(one) for one in _warned(deal, shares, self.point.law)]
        for text in (*told, *warned):
            made = label(text, "small", wrap=True)
            made.setProperty("meaning", "disputed" if text in warned or trouble else "")
            self.said.addWidget(made)


def _warned(deal: Deal, shares: Sequence[Money], law: Law) -> tuple[Sentence, ...]:
    return warnings(dict(zip(deal.workers, shares, strict=True)), law)
