"""The payments of a case: transfers with their parts, what was reversed and why, and the vouchers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import fit_height
from mediation_desk.gui.case.performance.reversal import ReversalCard
from mediation_desk.gui.case.performance.vouchers import VoucherButton
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.evidence import filing
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import Reversal

MOST_ROWS = 12


@dataclass(frozen=True)
class PaidLine:
    """A line of the list: a payment, a transfer with all its parts, or one part beneath it."""

    payments: tuple[Payment, ...]
    is_part: bool = False

    @property
    def first(self) -> Payment:
        """What they have in common is read off the first."""
        return self.payments[0]

    @property
    def standing(self) -> list[Payment]:
        """Those that were not reversed."""
        return [one for one in self.payments if not one.removed_at]

    @property
    def amount(self) -> Money:
        """What counts of them; of what was reversed altogether, what it was."""
        return total(one.amount for one in self.standing or self.payments)


def lines_of(case: Case) -> list[PaidLine]:
    """The payments as they are listed: the parts of a transfer together, beneath it."""
    return list(_lines(case.payments_told))


def _lines(payments: Sequence[Payment]) -> Iterator[PaidLine]:
    transfers: dict[UUID, list[Payment]] = {}
    for payment in payments:
        transfers.setdefault(payment.transfer_id or payment.id, []).append(payment)
    for parts in transfers.values():
        yield PaidLine(tuple(parts))
        if parts[0].transfer_id is not None:
            yield from (PaidLine((one,), is_part=True) for one in parts)


class PaymentsPart(QWidget):
    """The table of the payments, with what can be done with each."""

    def __init__(self, bench: CaseBench, name: Callable[[UUID], str], book: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self._name, self._book = bench, name, book
        self._reversals: Mapping[UUID, Reversal] = {}
        self.exhibits: Mapping[UUID, Exhibit] = {}
        self.rows = RowsModel(self._columns())
        self.rows.struck = lambda line, key: key != "note" and not line.standing
        self.table = Table(self.rows, name=tr("Payments booked"))
        self.why = label("", "small", wrap=True)
        self.reverse = button(tr("Reverse …"), "quiet", picture="arrow-counter-clockwise")
        self.voucher = VoucherButton(bench, self)
        self.statement = button(tr("Import a bank statement …"), "quiet", picture="receipt")
        self.reversal = ReversalCard(bench)
        self._lay()
        self.table.chosen.connect(lambda _line: self._follow_choice())
        self.reverse.clicked.connect(self._reverse)
        self.statement.clicked.connect(self._import)
        self.reversal.closed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    def _lay(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.reverse)
        acts.addWidget(self.voucher)
        acts.addStretch(1)
        acts.addWidget(self.statement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(self.table.accessibleName(), "group"))
        column.addWidget(self.table)
        column.addWidget(self.why)
        column.addLayout(acts)
        column.addWidget(self.reversal)

    def _columns(self) -> list[Column]:
        return [Column("day", tr("Paid on"), lambda row: row.first.paid_on, Kind.DATE, width=11),
                Column("amount", tr("Amount"), lambda row: row.amount, Kind.MONEY, width=14),
                Column("worker", tr("To whom"), self._to_whom, width=24),
                Column("payer", tr("Who paid"), lambda row: self._name(row.first.paid_by)
                       if row.first.paid_by else "", width=18, yields=3),
                Column("method", tr("Paid by"), lambda row: tr(row.first.method.label), width=15, yields=1),
                Column("voucher", tr("Voucher"), self._voucher, width=14, yields=2),
                Column("note", tr("Note"), self._note, width=14, stretch=True)]

    # -- what a line says ----------------------------------------------------------------

    def _to_whom(self, line: PaidLine) -> str:
        if len(line.payments) > 1 or (line.first.transfer_id and not line.is_part):
            return tr("{count} workers, by hand", count=len(line.payments))
        name = self._name(line.first.worker_id) if line.first.worker_id else tr("All workers, in proportion")
        return tr("of it: {name}", name=name) if line.is_part else name

    def _voucher(self, line: PaidLine) -> str:
        exhibit = self.exhibits.get(line.first.exhibit_id) if line.first.exhibit_id else None
        return " ".join(filter(None, (line.first.voucher, exhibit.label if exhibit else "")))

    def _note(self, line: PaidLine) -> str:
        return " ".join(filter(None, (self._told(line), line.first.note)))

    def _told(self, line: PaidLine) -> str:
        """Who reversed it, when and why; of a transfer only where all of it was."""
        found = None if line.standing else self._reversals.get(line.first.id)
        return tr("Reversed by {who} on {day}: {why}", who=found.who, why=found.why,
                  day=found.at.astimezone(self.bench.desk.zone).date()) if found else ""

    # -- showing -------------------------------------------------------------------------

    def show_case(self, case: Case) -> None:
        """Show them, and ask for what stands elsewhere: who reversed what, and the exhibits."""
        lines = lines_of(case)
        self.rows.set_rows(lines)
        fit_height(self.table, len(lines), most=MOST_ROWS)
        self.bench.read(filing.exhibits, done=self._exhibits_read)
        if any(one.removed_at for one in case.payments_told):
            self.bench.read(booking.reversals, done=self._reversals_read)
        self._follow_choice()

    def _exhibits_read(self, listed: filing.Listed) -> None:
        self.exhibits = {one.id: one for one in listed.exhibits}
        self.voucher.offer(listed.exhibits)
        self._say_anew()

    def _reversals_read(self, found: Mapping[UUID, Reversal]) -> None:
        self._reversals = found
        self._say_anew()

    def _say_anew(self) -> None:
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        if rows:
            self.rows.dataChanged.emit(self.rows.index(0, 0), self.rows.index(rows - 1, columns - 1))
        self._follow_choice()

    def say_empty(self) -> None:
        """What is said while no payment is booked; in a case that is over none can be."""
        if self.bench.read_only:
            self.table.set_empty(tr("No payment"), tr("No payment was booked in this case."),
                                 picture="receipt")
        else:
            self.table.set_empty(
                tr("No payment yet"), tr("Book each payment as it arrives: in part, late or early."),
                picture="receipt", action=tr("Book a payment"), on_action=self._book)
        self._follow_choice()

    def _follow_choice(self) -> None:
        line = self.table.current_row()
        chosen = line if isinstance(line, PaidLine) else None
        whole = bool(chosen and len(chosen.payments) > 1)
        self.reverse.setText(tr("Reverse the whole transfer …") if whole else tr("Reverse …"))
        self.statement.setVisible(not self.bench.read_only)
        self.reverse.setVisible(bool(self.rows.rowCount()) and not self.bench.read_only)
        self.reverse.setEnabled(bool(chosen and chosen.standing))
        self.voucher.setVisible(bool(self.rows.rowCount()))
        self.voucher.choose(chosen.standing or list(chosen.payments) if chosen else [])
        told = self._told(chosen) if chosen else ""
        self.why.setText(told)
        self.why.setVisible(bool(told))

    def _import(self) -> None:
        from mediation_desk.gui.statements.page import open_statements

        frame = self.window()
        if isinstance(frame, Frame):
            open_statements(frame, self.bench.desk, self.bench.tasks)

    def _reverse(self) -> None:
        line = self.table.current_row()
        if isinstance(line, PaidLine) and line.standing:
            self.reversal.open(line.standing)
