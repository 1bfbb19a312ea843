"""The work order: its clocks with the press that meets each, the reply, what was done, how it came."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.intake.order.clocks import order_clocks, over_at
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.order.clock_cards import ClockCards
from mediation_desk.gui.case.order.history import History
from mediation_desk.gui.case.order.order_card import OrderCard
from mediation_desk.gui.case.order.particulars import Particulars
from mediation_desk.gui.case.order.rates_part import RatesPart
from mediation_desk.gui.case.order.reply_part import ReplyPart
from mediation_desk.gui.case.order.step_card import StepCard
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.order_words import ACTS, PICTURES
from mediation_desk.services.intake import orders
from mediation_desk.services.intake.orders import OrderDraft, StepDraft, local_now
from mediation_desk.services.order_tables import terms_of
from mediation_desk.services.reading import CaseView

BESIDES = {OrderStepKind.EXTENDED: N_("Extend the time …"), OrderStepKind.RETURNED: N_("Return the order …"),
           OrderStepKind.URGED: N_("It was urged …")}
"""What is done to an order besides meeting its clocks."""
AT_ONCE = (OrderStepKind.SIGNED_IN, OrderStepKind.FINISHED)
"""What one press notes, as done just now."""


class OrderPage(StationPage):
    """One order of the case at a time; of several the one that is under way comes first."""

    papers_of = "order"

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self._may = False
        self._order: WorkOrder | None = None
        self.papers = PapersButton(bench, self, self)
        self.which = ChoiceField(tr("Work order"), name="which", width=40, required=True)
        self.card, self.step = OrderCard(bench), StepCard(bench)
        self.clocks, self.history = ClockCards(), History()
        self.reply, self.rates = ReplyPart(bench), RatesPart(bench)
        self.particulars = Particulars(bench.desk)
        self.title_line = label("", "muted", wrap=True)
        self.acts = {kind: button(tr(words), "quiet", picture=PICTURES[kind])
                     for kind, words in BESIDES.items()}
        self.another = button(tr("Note another order …"), "quiet", picture="plus")
        self.whole, self.empty = QWidget(), self._empty_state()
        self._lay()
        self._listen()

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Work order")

    def _empty_state(self) -> EmptyState:
        return EmptyState(tr("This case has no work order"), tr(
            "Note the order by which the matter came: its clocks, its steps and the reply to it stand here "
            "then."), picture="phone-incoming", action=tr("Note the order …"), on_action=self.note)

    def _lay(self) -> None:
        self.head.addWidget(self.papers)
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addWidget(self.title_line, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        column.addWidget(self.clocks)
        column.addLayout(row_of(*self.acts.values(), self.another))
        column.addWidget(self.step)
        column.addWidget(self.particulars)
        column.addWidget(self.history)
        column.addWidget(self.reply)
        column.addWidget(self.rates)
        self.add(self.empty)
        self.add(self.card)
        self.add(self.whole)
        self.body.addStretch(1)
        self.stays_open(self.which)

    def _listen(self) -> None:
        self.which.committed.connect(lambda key: self._choose(key))
        self.clocks.wanted.connect(self._meet)
        for kind, made in self.acts.items():
            made.clicked.connect(partial(self.open_step, kind))
        self.another.clicked.connect(self.note)
        self.card.noted.connect(self._note)
        self.card.changed.connect(self._change)
        self.card.closed.connect(self._closed)
        self.step.noted.connect(self._step)
        self.step.closed.connect(self.focus_first)
        self.history.removal_wanted.connect(self._remove_step)
        self.particulars.change_wanted.connect(self._open_order)
        self.particulars.anew_wanted.connect(self._count_anew)
        self.particulars.removal_wanted.connect(self._remove_order)
        self.leaves(self.card, self._put_card_by)
        self.leaves(self.step, self.step.leave)
        self.leaves(self.rates.form, self.rates.form.leave)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the orders of the case; what can be done follows the right to change it, also after its
        end."""
        may = self.bench.desk.may(Verb.EDIT_CASE, own_case=view.own)
        self._may = may and may_now(view.case, "step_order")
        known = orders.known_orders(view.case)
        self.empty.setVisible(not known and self.card.isHidden())
        self.empty.action.setVisible(self._may)
        self.whole.setVisible(bool(known))
        self.which.set_choices([(one.id, order_words(one)) for one in known])
        self.which.setVisible(len(known) > 1)
        self.papers.show_case(view)
        if known:
            chosen = next((one for one in known if self._order and one.id == self._order.id), None)
            open_ = (one for one in known if not over_at(view.case.steps_of(one)))
            self._show(chosen or next(open_, known[0]), view)
        else:
            self._order = None

    def set_read_only(self, _read_only: bool) -> None:
        """An order has to be answered however its case ended."""
        super().set_read_only(not self._may)
        if not self._may:
            self.card.hide()
            self.step.hide()

    def _show(self, order: WorkOrder, view: CaseView) -> None:
        self._order = order
        self.which.set_value(order.id)
        desk, steps = self.bench.desk, view.case.steps_of(order)
        self.title_line.setText(" · ".join(filter(None, (order.number, order.title))))
        clocks = order_clocks(order, steps, desk.calendar)
        under_way = self._may and over_at(steps) is None
        self.clocks.show_clocks(clocks, local_now(desk), may=under_way)
        for made in self.acts.values():
            made.setVisible(under_way)
        self.another.setVisible(self._may)
        self.history.show_steps(steps, may=self._may)
        self.reply.show_order(view, order, may=self._may)
        self.rates.show_order(view, order, may=self._may)
        outdated = terms_of(order.source, order.rule, order.urgency, desk.forms) != order.terms
        self.particulars.show_order(order, may=self._may, outdated=outdated)

    def _choose(self, key: object) -> None:
        view = self.bench.view
        if view is not None and isinstance(key, UUID):
            self.step.leave()
            self._show(view.case.order(key), view)

    def focus_first(self) -> None:
        """The first clock that can be met, or the first step where there is no order."""
        first = next((card.act for card in self.clocks.cards.values() if card.act.isVisibleTo(self)), None)
        (first or self.empty.action if self._order is None else first or self.history.table).setFocus(
            Qt.FocusReason.OtherFocusReason)

    # -- orders --------------------------------------------------------------------------

    def note(self) -> None:
        """Open the card for a new order."""
        if self._may:
            self.step.leave()
            self.empty.hide()
            self.card.begin()
            self.area.ensureWidgetVisible(self.card)

    def _note(self, draft: OrderDraft) -> None:
        self.bench.run(orders.note_order, draft, form=self.card.form, near=self.card,
                       done=lambda _changes: self.card.end(), notice=tr("The order is noted."),
                       after=self.focus_first)

    def _open_order(self) -> None:
        if self._order is not None and self._may:
            self.card.open(self._order)
            self.area.ensureWidgetVisible(self.card)

    def _change(self, before: WorkOrder, draft: OrderDraft, seen: Seen) -> None:
        self.bench.run(orders.change_order, before, draft, form=self.card.form, near=self.card, seen=seen,
                       done=lambda _changes: self.card.end(), notice=tr("The work order is kept."))

    def _count_anew(self) -> None:
        if self._order is not None:
            self.bench.run(orders.count_anew, self._order.id, notice=tr("It counts by today's table."))

    def _remove_order(self) -> None:
        if self._order is not None:
            self.bench.run(orders.remove_order, self._order.id, notice=tr("The order is taken out."))

    def _put_card_by(self) -> None:
        self.card.leave()
        self._closed()

    def _closed(self) -> None:
        self.empty.setVisible(self._order is None)
        self.focus_first()

    # -- steps ---------------------------------------------------------------------------

    def _meet(self, clock: OrderClockKind) -> None:
        kind, _words = ACTS[clock]
        if kind in AT_ONCE:
            self._step(StepDraft(kind), sure=False)
        else:
            self.open_step(kind)

    def open_step(self, kind: OrderStepKind, _pressed: bool = False) -> None:
        """Open the card for a step of that kind."""
        if self._order is not None and self.bench.view is not None and self._may:
            self.step.begin(kind, self._order, self.bench.view)
            self.area.ensureWidgetVisible(self.step)

    def _step(self, draft: StepDraft, sure: bool) -> None:
        order, view = self._order, self.bench.view
        if order is None or view is None:
            return
        self.bench.run(orders.step_order, order.id, draft, done=lambda _changes: self.step.end(),
                       failed=partial(self._refused, order, draft), notice=tr(draft.kind.label),
                       after=self.focus_first, sure=sure)

    def _refused(self, order: WorkOrder, draft: StepDraft, error: DeskError) -> None:
        """Ask about what speaks against it in place; a trouble goes beside its field."""
        view = self.bench.view
        if isinstance(error, Conflicts):
            self.bench.ask(error, None, self.step)
        elif isinstance(error, Doubted) and view is not None:
            if self.step.isHidden():
                self.step.begin(draft.kind, order, view)
            self.step.ask(error)
            self.area.ensureWidgetVisible(self.step)
        elif self.step.isHidden() or not self.step.form.show_error(error):
            self.bench.trouble.emit(error)

    def _remove_step(self, step: OrderStep) -> None:
        self.bench.run(orders.remove_step, step.id, notice=tr("Taken out: {step}", step=tr(step.kind.label)))

    # -- what a page can do --------------------------------------------------------------

    def print_pdf(self) -> None:
        """Ctrl+P: the reply."""
        if not self.papers.open_first():
            self.bar.notice(tr("Write the reply first; then there is one to print."))

    def help_text(self) -> str:
        """What the page is for."""
        return tr("A work order has to be signed in, the citizen contacted, and the order finished, each by "
                  "its hour. The periods come from the table of the source under Office and are kept with "
                  "the order; where the order names its own end, that counts. One press notes a step as "
                  "done just now; everything can be taken back.\n\nThe reply has a part for the sender and "
                  "a public answer. The answer is searched for names, numbers, addresses and companies of "
                  "the case, and goes out only when none is found; what was released and is changed has to "
                  "be released again. Ctrl+P prints the reply, and the copy sheet has its fields one by "
                  "one.")


def order_words(order: WorkOrder) -> str:
    """How an order is chosen among several: its number, or its title."""
    return order.number or order.title or order.content[:20]
