"""A work order as it is entered or changed, in place."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.order.moments import add_moment, moment, shown
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField, ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import SuggestField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.intake.orders import ENTERED, OrderDraft, local_now
from mediation_desk.services.order_tables import table_of

PLACE = "order/entered"
MOMENTS = ("arrived_at", "given_until")
URGENCIES = ("一般", "紧急", "特急")


class OrderCard(Later):
    """Hidden until an order is entered or changed; ``noted(OrderDraft)`` or ``changed(before, OrderDraft,
    seen)`` when it is to be kept, ``closed`` when nothing is. What is typed of a new one is kept."""

    noted = Signal(object)
    changed = Signal(object, object, object)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.order: WorkOrder | None = None
        self._seen: Seen | None = None
        self._put_by = False
        self.hide()

    def make(self) -> QWidget:
        """What an order says, as its sender's form has it."""
        made, bench = QWidget(), self._bench
        self.form = Form(made)
        add = self.form.add
        self.form.group(tr("What the order says"))
        self.source = add(ChoiceField(tr("Source"), choices(Source), name="source", width=30, required=True))
        add(TextField(tr("Number of the order"), name="number", width=26, limit=60))
        add_moment(self.form, tr("Arrived on"), "arrived_at", today=bench.today, look="back",
                   required=True)
        self.rule = add(ChoiceField(tr("Counts as this kind"), name="rule", width=30,
                                    empty=tr("As the sender's words say")))
        self.kind = add(SuggestField(tr("Kind, in the sender's words"), name="kind", width=22))
        add(SuggestField(tr("Urgency"), list(URGENCIES), name="urgency", width=14))
        add(TextField(tr("Number of a former order"), name="former_number", width=26, limit=60))
        add_moment(self.form, tr("To be finished by"), "given_until", today=bench.today, look="ahead",
                   help=tr(            "Where the order itself names its end; it goes before the table."))
        add(TextField(tr("Title"), name="title", width=56, limit=200), wide=True)
        add(TextArea(tr("Content"), name="content", lines=3), wide=True)
        add(TextField(tr("Caller"), name="caller", width=22, limit=60))
        add(TextField(tr("Caller's phone"), name="caller_phone", width=22, limit=60))
        add(CheckField(tr("Wishes confidentiality"), name="confidential"))
        add(CheckField(tr("A reply is wanted"), name="reply_wanted"))
        add(CheckField(tr("Under supervision"), name="supervised"))
        self.keep = button(tr("Keep the order"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.form.does(self.keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        self.source.committed.connect(lambda _value: self._offer_kinds())
        self.form.edited.connect(lambda _name, _text: self._draft())
        self.form.committed.connect(lambda _name, _value: self._draft())
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.form)
        column.addLayout(row_of(self.keep, self.cancel))
        return made

    def _offer_kinds(self) -> None:
        """The kinds of order that the table of the source knows."""
        source = cast("Source | None", self.source.value())
        table = table_of(source, self._bench.desk.forms) if source else None
        kinds = table.kinds if table else ()
        self.rule.set_choices([(one.id, one.label.text(words().code)) for one in kinds])
        self.kind.set_suggestions([one.label.zh for one in kinds])

    def begin(self) -> None:
        """A new order, come just now; by the number under which the case was registered, if it has one."""
        self.bring()
        self.order, self._put_by = None, False
        case = self._bench.view.case if self._bench.view else None
        source = case.source if case and table_of(case.source, self._bench.desk.forms) else Source.HOTLINE
        number = case.source_reference if case and not case.orders else ""
        self._show(OrderDraft(local_now(self._bench.desk), source=source, number=number))
        self._bench.notes.bring_back(self.form, PLACE)
        self._offer_kinds()
        self.show()
        self.form.begin()

    def open(self, order: WorkOrder) -> None:
        """Change an order as it is kept."""
        self.bring()
        self.order, self._seen = order, self._bench.seen
        self._show(OrderDraft(**{each.name: getattr(order, each.name) for each in fields(OrderDraft)}))
        self.show()
        self.form.begin()

    def _show(self, draft: OrderDraft) -> None:
        self.form.set_values({"source": draft.source})
        self._offer_kinds()
        told = {name: getattr(draft, name) for name in ENTERED if name not in MOMENTS}
        told["rule"] = draft.rule or None
        self.form.set_values(told | shown("arrived_at", draft.arrived_at)
                             | shown("given_until", draft.given_until))
        self.form.clear_errors()

    def _draft(self) -> None:
        if self.order is None:
            self._bench.notes.keep_form(self.form, PLACE)

    def leave(self) -> None:
        """Put the card by; what was typed of a new order stays for the next time."""
        self._put_by = True
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        if self.order is None:
            self._bench.notes.drop(PLACE)
        self.hide()

    def _keep(self) -> None:
        if not self.form.commit():
            return
        told = dict(self.form.values())
        try:
            moments = {name: moment(told, name) for name in MOMENTS}
        except DeskError as error:
            self.form.show_error(error)
            return
        entered = {name: told[name] for name in ENTERED if name not in MOMENTS}
        entered["rule"] = entered["rule"] or ""
        draft = OrderDraft(**{**entered, **moments})  # type: ignore[arg-type]
        if self.order is None:
            self.noted.emit(draft)
        else:
            self.changed.emit(self.order, draft, self._seen)
