"""The Performance page: what is owed today, the instalments, the workers, the payments."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.performance.steps import in_default
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import FoldingRow, fit_height
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.case.performance.booking import PLACE, BookingCard
from mediation_desk.gui.case.performance.change import ChangeForm, DraftedCard
from mediation_desk.gui.case.performance.debtors import DebtorsTable
from mediation_desk.gui.case.performance.default_card import DefaultCard
from mediation_desk.gui.case.performance.follows import FollowsPart
from mediation_desk.gui.case.performance.payments import MOST_ROWS, PaymentsPart
from mediation_desk.gui.case.performance.telling import TellingPart
from mediation_desk.gui.case.performance.words import state_chip
from mediation_desk.gui.case.settlement.reading import signed
from mediation_desk.gui.case.settlement.routes import RoutesPart
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.reading import CaseView


class Figure(QWidget):
    """A number that matters, what it is, and a quiet word about it."""

    def __init__(self, name: str, role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = selectable(label("", role))
        self.word = label("", "muted", wrap=True)
        self.number.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(name, "label"))
        column.addWidget(self.number)
        column.addWidget(self.word)
        column.addStretch(1)

    def say(self, number: str, word: str = "") -> None:
        """Show another number."""
        self.number.setText(number)
        self.word.setText(word)
        self.word.setVisible(bool(word))


class PerformancePage(StationPage):
    """The ledger as of today, and the booking of payments."""

    station = Station.PERFORMANCE

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self._view: CaseView | None = None
        self.reserve_primary((tr("Book a payment"), "plus"), (tr("Go to Closing"), "arrow-right"))
        self.nothing = EmptyState(tr("Nothing to perform yet"), tr(
            "The instalments stand here as soon as the agreement is signed."), picture="calendar-check",
            action=tr("Go to Settlement"), on_action=lambda: self.go_to(Station.SETTLEMENT))
        self.never = EmptyState(tr("Nothing to perform"), tr(
            "The case ended without an agreement signed here."), picture="calendar-x")
        self.papers = PapersButton(bench, self, self)
        self.head.addWidget(self.papers)
        self.owed, self.outstanding = Figure(tr("Owed today"), "figure"), Figure(tr("Outstanding in all"))
        self.following = Figure(tr("Next due"))
        self.chip = Chip(State(tr("Everything is paid"), "agreed"))
        self.default_card = DefaultCard()
        self.booking = BookingCard(bench)
        self.instalments, self.workers = self._tables()
        self.debtors = DebtorsTable(self._name)
        self.change, self.drafted = ChangeForm(bench), DraftedCard(bench)
        self.set_anew = button(tr("Change the agreement …"), "quiet", picture="pencil-simple")
        self.telling = TellingPart(bench, self.instalments)
        self.paid = PaymentsPart(bench, self._name, self._book)
        self.payments, self.payment_rows = self.paid.table, self.paid.rows
        self.routes_head, self.routes = label("", "group"), RoutesPart(bench)
        self.follows = FollowsPart(bench, self.papers.pane.show_paper)
        self.ways = self._lay_ways()
        self.ledger_part = self._lay()
        for empty in (self.nothing, self.never):
            self.add(empty)
        self.add(self.ledger_part)
        self.body.addStretch(1)
        self.booking.closed.connect(self._booking_closed)
        self.leaves(self.booking, self.booking.leave)
        self.edits(self.paid.reverse, self.set_anew)
        self.change.closed.connect(self._offer_change)
        self.leaves(self.change, self.change.leave)
        self.leaves(self.telling.card, self.telling.put_by)
        self.set_anew.clicked.connect(self._change)
        self.drafted.changing.connect(self._change)
        self.drafted.printing.connect(lambda: self.papers.open(SUPPLEMENT))
        self.leaves(self.follows.title, self.follows.title.hide)
        self.follows.opened.connect(self.area.ensureWidgetVisible)

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(FoldingRow((self.owed, self.following, self.outstanding), spacing=24, share=True))
        column.addWidget(self.chip)
        column.addWidget(self.default_card)
        column.addWidget(self.booking)
        for table in (self.instalments, self.workers):
            column.addSpacing(look().px(8))
            column.addWidget(label(table.accessibleName(), "group"))
            column.addWidget(table)
            if table is self.instalments:
                column.addWidget(self.debtors)
                column.addWidget(self.telling)
                column.addWidget(self.set_anew, 0, Qt.AlignmentFlag.AlignLeft)
                column.addWidget(self.change)
                column.addWidget(self.drafted)
        column.addSpacing(look().px(8))
        column.addWidget(self.paid)
        column.addWidget(self.ways)
        self._parts = column
        return whole

    def _lay_ways(self) -> QWidget:
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, look().px(8), 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.routes_head)
        column.addWidget(self.routes)
        column.addWidget(self.follows)
        return ways

    def _tables(self) -> tuple[Table, Table]:
        self.instalment_rows = RowsModel([
            Column("number", tr("No."), lambda row: row.number, Kind.NUMBER, width=5),
            Column("due", tr("Due"), lambda row: row.due_on, Kind.DATE, width=11),
            Column("state", tr("State"), state_chip, Kind.STATE, width=20, stretch=True),
            Column("amount", tr("Amount"), lambda row: row.amount, Kind.MONEY, width=14, yields=1),
            Column("paid", tr("Paid so far"), lambda row: row.paid, Kind.MONEY, width=14, yields=2),
            Column("owed", tr("Still owed"), lambda row: row.owed, Kind.MONEY, width=16),
            Column("late", tr("Days late"), lambda row: row.days_late or None, Kind.NUMBER, width=9,
                   yields=3),
            Column("settled", tr("Settled on"), lambda row: row.settled_on, Kind.DATE, width=11, yields=4)])
        self.worker_rows = RowsModel([
            Column("name", tr("Worker"), lambda row: self._name(row[0]), width=20, stretch=True),
            Column("share", tr("Share"), lambda row: row[1], Kind.MONEY, width=16),
            Column("received", tr("Received"), lambda row: row[2], Kind.MONEY, width=16),
            Column("owed", tr("Still owed"), lambda row: row[1] - row[2], Kind.MONEY, width=16)])
        return (Table(self.instalment_rows, name=tr("Instalment schedule")),
                Table(self.worker_rows, name=tr("Received by each worker")))

    def _name(self, worker: UUID) -> str:
        case = self._view.case if self._view else None
        return told_apart(case.parties_all).get(worker, "") if case else ""

    # -- the case ------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the ledger as of today."""
        self._view = view
        agreement, ledger = view.case.agreement, view.ledger
        begun = signed(agreement) and ledger is not None
        over = view.case.status is not Status.OPEN
        self.nothing.setVisible(not begun and not over)
        self.never.setVisible(not begun and over)
        self.ledger_part.setVisible(begun)
        self.papers.show_case(view)
        if agreement is not None and ledger is not None and begun:
            self._show_figures(ledger)
            self.default_card.show_case(view, agreement, ledger)
            self._show_routes(view, ledger)
            self._show_rows(view, ledger)
            self.telling.show_case(view)
            self.drafted.show_case(view.case)
            self._offer_change()
            waits = self.bench.notes.text(PLACE) and not self.booking.put_by
            if ledger.outstanding and not self.bench.read_only and waits:
                self._book()
        self._offer_action()

    def _show_figures(self, ledger: Ledger) -> None:
        money = words().money
        self.owed.say(money(ledger.owed_today), tr("as of {day}", day=ledger.on))
        self.outstanding.say(money(ledger.outstanding))
        following = ledger.next_due
        if following is None:
            self.following.say("—")
        else:
            self.following.say(money(following.owed), tr("Instalment {number}, due on {day}",
                                                         number=following.number, day=following.due_on))
        self.chip.setVisible(not ledger.outstanding)

    def _show_routes(self, view: CaseView, ledger: Ledger) -> None:
        """What can be done with the agreement, and why: under the clause once it is broken, else last."""
        self.routes.show_case(view)
        broken = in_default(ledger)
        self.follows.show_case(view, in_default=broken)
        self.routes_head.setText(tr("What the law allows now") if broken else tr("The ways from here"))
        self.routes_head.setVisible(bool(self.routes.advice))
        self.ways.setVisible(bool(self.routes.advice) or view.case.is_signed)
        self._parts.removeWidget(self.ways)
        place = self._parts.indexOf(self.default_card) + 1 if broken else self._parts.count()
        self._parts.insertWidget(place, self.ways)

    def _show_rows(self, view: CaseView, ledger: Ledger) -> None:
        self.instalment_rows.set_rows(ledger.instalments)
        self.worker_rows.set_rows(ledger.workers)
        self.debtors.show_debtors(ledger.debtors)
        for table, rows in ((self.instalments, ledger.instalments), (self.workers, ledger.workers)):
            fit_height(table, len(rows), most=MOST_ROWS)
        self.paid.show_case(view.case)

    def _offer_action(self) -> None:
        """Book while anything is outstanding, then on to Closing."""
        ledger = self._view.ledger if self._view else None
        if ledger is None or self.bench.read_only or self.papers.pane_open or not self.booking.isHidden():
            self.set_primary("", None)
        elif ledger.outstanding:
            self.set_primary(tr("Book a payment"), self._book, picture="plus")
        else:
            self.set_primary(tr("Go to Closing"), lambda: self.go_to(Station.CLOSING), picture="arrow-right")

    def _offer_change(self) -> None:
        """While anything is left and nothing is drafted, what is left can be set anew."""
        view = self._view
        self.set_anew.setVisible(view is not None and not self.bench.read_only and self.change.isHidden()
                                 and view.case.supplement is None and view.ledger is not None
                                 and bool(view.ledger.outstanding))

    def _change(self) -> None:
        if self._view is not None and self.change.open(self._view):
            self.area.ensureWidgetVisible(self.change)
            self._offer_change()

    def _booking_closed(self) -> None:
        """On with what the page offers next."""
        self._offer_action()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ---------------------------------------------------------------------------

    def _book(self) -> None:
        if self._view is not None and self._view.ledger is not None and self.booking.isHidden():
            self.booking.open(self._view)
            self.area.ensureWidgetVisible(self.booking)
            self._offer_action()

    # -- what the window asks ------------------------------------------------------------

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over only shows."""
        super().set_read_only(read_only)
        self.paid.say_empty()
        self._offer_action()
        self._offer_change()
        self.drafted.setVisible(self.drafted.isVisibleTo(self) and not read_only)

    def focus_first(self) -> None:
        """What is done next: a payment is booked, or the case closed; else the instalments."""
        (self.primary if self.primary.isVisible() else self.instalments).setFocus(
            Qt.FocusReason.OtherFocusReason)

    def print_pdf(self) -> None:
        """Ctrl+P: the ledger."""
        if not self.papers.open_first():
            self.bar.notice(tr("There is no ledger before the agreement is signed."))

    def help_text(self) -> str:
        """F1."""
        return tr(
            "What is owed today stands at the top. Book every payment with the day on which it was made: it "
            "is laid against the earliest instalment first, and shared among the workers in proportion to "
            "what each is still owed, unless you name the worker who received it.\n\n"
            "One transfer for several workers is parted in proportion, or by hand: type or paste what each "
            "receives. A voucher is kept as evidence and opened from its payment. A payment that was booked "
            "wrongly is reversed with a reason: it counts no more and stays in the list, struck through; "
            "Ctrl+Z takes that back. When an instalment is late beyond its grace, the clause that was agreed "
            "and what the law allows then are shown. When everything is paid, go on to Closing.")
