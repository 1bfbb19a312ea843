"""A step that needs words: how the citizen was contacted, why time is extended, why an order goes back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.intake.order.clocks import order_clocks, return_until, room
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderStepKind, WorkOrder
from mediation_desk.domain.vocabulary import VisitManner
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.doubt import DoubtCard
from mediation_desk.gui.case.order.moments import add_moment, moment, shown
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import SuggestField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.order_words import moment_words
from mediation_desk.services.intake.orders import StepDraft, local_now
from mediation_desk.services.order_tables import table_of
from mediation_desk.services.reading import CaseView

TITLES: Mapping[OrderStepKind, str] = MappingProxyType({
    OrderStepKind.SIGNED_IN: N_("Sign the order in"), OrderStepKind.CONTACTED: N_("Citizen contacted"),
    OrderStepKind.EXTENDED: N_("Extend the time"), OrderStepKind.RETURNED: N_("Return the order"),
    OrderStepKind.URGED: N_("The order was urged"), OrderStepKind.FINISHED: N_("Finish the order")})


class StepCard(Later):
    """Hidden until a step is to be noted; ``noted(StepDraft, sure)`` when it is, ``closed`` when it is
    not."""

    noted = Signal(object, bool)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.kind = OrderStepKind.CONTACTED
        self.hide()

    def make(self) -> QWidget:
        """The form, what may be asked about, and what is done with it."""
        made, bench = QWidget(), self._bench
        self.title, self.hint = label("", "group"), label("", "small", wrap=True)
        self.form = Form(made)
        add_moment(self.form, tr("When"), "at", today=bench.today, look="back", required=True)
        self.manner = self.form.add(ChoiceField(tr("How"), choices(VisitManner), name="manner", width=18))
        self.number = self.form.add(TextField(tr("Number called"), name="number", width=22, limit=60))
        self.until = add_moment(self.form, tr("Extended to"), "until", today=bench.today, look="ahead")
        self.reason = self.form.add(SuggestField(tr("Reason"), name="reason", width=56), wide=True)
        self.keep = button(tr("Note the step"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.form.does(self.keep)
        self.doubt = DoubtCard(tr("Look again"), tr("Note it all the same"))
        self.keep.clicked.connect(lambda: self._keep(sure=False))
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        self.doubt.sure.connect(lambda: self._keep(sure=True))
        self.doubt.left.connect(self._look_again)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        for part in (self.title, self.hint, self.form, self.doubt):
            column.addWidget(part)
        column.addLayout(row_of(self.keep, self.cancel))
        return made

    def begin(self, kind: OrderStepKind, order: WorkOrder, view: CaseView) -> None:
        """Note a step of that kind, done just now unless another hour is typed."""
        self.bring()
        self.kind = kind
        self.title.setText(tr(TITLES[kind]))
        self.doubt.hide()
        contact, extension = kind is OrderStepKind.CONTACTED, kind is OrderStepKind.EXTENDED
        for field in (self.manner, self.number):
            field.setVisible(contact)
        for part in self.until:
            part.setVisible(extension)
        self.reason.setVisible(kind in (OrderStepKind.EXTENDED, OrderStepKind.RETURNED, OrderStepKind.URGED))
        self.form.set_values({**shown("at", local_now(self._bench.desk)), **shown("until", None),
                              "manner": VisitManner.PHONE if contact else None,
                              "number": order.caller_phone if contact else "", "reason": ""})
        self.form.clear_errors()
        self._hint(kind, order, view)
        self.show()
        self.form.begin()

    def _hint(self, kind: OrderStepKind, order: WorkOrder, view: CaseView) -> None:
        """By when this can be asked for, and the reasons that are usual."""
        calendar, steps = self._bench.desk.calendar, view.case.steps_of(order)
        table, said = table_of(order.source, self._bench.desk.forms), ""
        if kind is OrderStepKind.RETURNED:
            self.reason.set_suggestions(list(table.returns) if table else [])
            until = return_until(order, calendar)
            said = tr("An order that is another office's goes back by {until}.",
                      until=moment_words(until)) if until else ""
        elif kind is OrderStepKind.EXTENDED:
            self.reason.set_suggestions(list(table.extends) if table else [])
            clock = next((one for one in order_clocks(order, steps, calendar)
                          if one.kind is OrderClockKind.FINISH), None)
            possible = room(order, clock, calendar) if clock else None
            if possible and possible.ask_until and possible.latest:
                said = tr("To be asked for by {until}, and to {latest} at the latest.",
                          until=moment_words(possible.ask_until), latest=moment_words(possible.latest))
                self.form.set_values(shown("until", possible.latest))
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def ask(self, doubted: Doubted) -> None:
        """Something speaks against it: asked about in place."""
        self.doubt.ask(doubted)

    def _look_again(self) -> None:
        self.doubt.hide()
        self.form.begin()

    def leave(self) -> None:
        """Put the card by."""
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        self.hide()

    def _keep(self, *, sure: bool) -> None:
        if not self.form.commit():
            return
        told = self.form.values()
        try:
            at, until = moment(told, "at"), moment(told, "until")
        except DeskError as error:
            self.form.show_error(error)
            return
        self.noted.emit(StepDraft(self.kind, at, until if self.kind is OrderStepKind.EXTENDED else None,
                                  self._reason(told)), sure)

    def _reason(self, told: Mapping[str, object]) -> str:
        if self.kind is not OrderStepKind.CONTACTED:
            return str(told["reason"])
        manner = cast("VisitManner | None", told["manner"])
        return " ".join(filter(None, (tr(manner.label) if manner else "", str(told["number"]))))
