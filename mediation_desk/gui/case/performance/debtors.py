"""How each debtor stands today: what it took on, what is due of it, what it paid, what it owes still."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.performance.owed_by import DebtorStanding
from mediation_desk.domain.vocabulary import Duty
from mediation_desk.gui.case.frame.layouts import fit_height
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr


class DebtorsTable(QWidget):
    """The table with its heading; out of sight where one respondent owes alone."""

    def __init__(self, name: Callable[[UUID], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel([
            Column("name", tr("Debtor"), lambda row: name(row.party_id), width=22, stretch=True),
            Column("duty", tr("Takes on"), lambda row: tr(row.duty.label), width=22),
            Column("amount", tr("Up to"), lambda row: row.amount, Kind.MONEY, width=14, yields=1),
            Column("due", tr("Due today"), lambda row: row.due, Kind.MONEY, width=14),
            Column("paid", tr("Paid so far"), lambda row: row.paid, Kind.MONEY, width=14),
            Column("owed", tr("Still owed"), lambda row: row.outstanding, Kind.MONEY, width=16)])
        self.table = Table(self.rows, name=tr("Owed by each debtor"))
        self.note = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(16), 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(self.table.accessibleName(), "group"))
        column.addWidget(self.table)
        column.addWidget(self.note)
        self.hide()

    def show_debtors(self, debtors: Sequence[DebtorStanding]) -> None:
        """Show them as of today."""
        self.rows.set_rows(debtors)
        fit_height(self.table, len(debtors))
        self.setVisible(bool(debtors))
        general = any(one.duty is Duty.GUARANTEES for one in debtors)
        self.note.setText(tr("A general guarantor may refuse until enforcement against the debtor has failed"
                             ", after arbitration review, judicial confirmation or a judgment (Civil "
                             "Code, art. 687).") if general else "")
        self.note.setVisible(general)
