"""What the citizen said of an order afterwards: three rates, the mark they make, the visits behind them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.order.rates import Rates, mark, of_order, rates_of
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.gui.case.closing.visit_form import VisitForm
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import ROW_HEIGHT, Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.closing import closing
from mediation_desk.services.closing.closing import VisitDraft
from mediation_desk.services.order_tables import table_of
from mediation_desk.services.reading import CaseView

MOST = 5  # rows in sight at once


class RatesPart(QWidget):
    """The return visits of the order that the page shows, and what they come to."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._order: WorkOrder | None = None
        self.chips = {name: Chip(State("", "missing")) for name in ("response", "solved", "satisfied")}
        self.mark, self.whence = label("", "strong"), label("", "small", wrap=True)
        self.add = button(tr("Record a return visit …"), picture="phone-call")
        self.form = VisitForm(bench, place="order/visit", for_order=True)
        self.model = RowsModel([
            Column("visited_on", tr("Date"), lambda one: one.visited_on, Kind.DATE, width=12),
            Column("connected", tr("Call answered"), lambda one: yes_no(one.connected), width=10),
            Column("contacted", tr("The office had been in touch"), lambda one: _said(one, one.contacted),
                   width=18),
            Column("solved", tr("The trouble is over"), lambda one: _said(one, one.solved), width=16),
            Column("satisfaction", tr("Satisfaction"), lambda one: tr(one.satisfaction.label)
                   if one.reached else "", width=14),
            Column("note", tr("Note"), lambda one: one.note, stretch=True)])
        self.table = Table(self.model, name=tr("Return visits for the order"))
        self.nothing = label(tr("Nobody was called back yet. Ask the citizen how it went: the three rates of "
                                "the order come from there."), "muted", wrap=True)
        self.add.clicked.connect(self.begin)
        self.form.saved.connect(self._visited)
        self._lay()

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(tr("Return visits and rates"), "group"), 1)
        head.addWidget(self.add)
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addWidget(self.mark)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.whence)
        column.addWidget(self.form)
        column.addWidget(self.nothing)
        column.addWidget(self.table)

    def show_order(self, view: CaseView, order: WorkOrder, *, may: bool) -> None:
        """Show what was said of that order."""
        self._order = order
        rates = rates_of(order, view.case.visits)
        named = ((tr("Response"), rates.response), (tr("Solved"), rates.solved),
                 (tr("Satisfied"), rates.satisfied))
        for chip, (name, answer) in zip(self.chips.values(), named, strict=True):
            chip.set_state(_rate(name, answer))
        self._show_mark(order, rates)
        self.model.set_rows(list(reversed(of_order(order, view.case.visits))))
        rows = min(MOST, self.model.rowCount())
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.setFixedHeight(look().px(ROW_HEIGHT * (rows + 1) + 8))
        self.add.setVisible(may)
        self.form.show_case(view)

    def _show_mark(self, order: WorkOrder, rates: Rates) -> None:
        table = table_of(order.source, self._bench.desk.forms)
        weights = table.weights if table else None
        made = mark(rates, weights) if weights else None
        self.mark.setText(tr("Mark: {mark}%", mark=f"{made // 100}.{made % 100:02d}")
                          if made is not None else "")
        self.whence.setText(tr("Weights {response} : {solved} : {satisfied} ({source})",
                               response=weights.response, solved=weights.solved,
                               satisfied=weights.satisfied, source=weights.whence) if weights else "")
        self.whence.setVisible(weights is not None)

    def begin(self) -> None:
        """A visit for this order, today."""
        if self._order is not None:
            self.form.begin(self._bench.view)
            self.form.choose_order(self._order)

    def _visited(self, draft: VisitDraft) -> None:
        self._bench.run(closing.visit_for_order, draft, form=self.form.form, near=self.form,
                        done=lambda _changes: self.form.end(), notice=tr("The return visit is recorded."))


def _rate(name: str, answer: bool | None) -> State:
    if answer is None:
        return State(tr("{rate}: not asked", rate=name), "missing")
    return State(tr("{rate}: yes", rate=name), "agreed") if answer else State(
        tr("{rate}: no", rate=name), "overdue")


def yes_no(answer: bool | None) -> str:
    """Yes or no; nothing where nobody asked."""
    return "" if answer is None else tr("Yes") if answer else tr("No")


def _said(visit: ReturnVisit, answer: bool | None) -> str:
    return yes_no(answer) if visit.reached else ""
