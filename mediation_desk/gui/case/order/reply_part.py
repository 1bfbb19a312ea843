"""The reply to an order: its fields, a proposal to change, the check of the public answer, the release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.intake.order.replies import release_of
from mediation_desk.domain.intake.orders import FoundTrue, OrderReply, WorkOrder
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.reports.publishing.published import Trace
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.order.answer_check import AnswerCheck
from mediation_desk.gui.case.order.moments import add_moment, moment, shown
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import SegmentField, YesNo
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import SuggestField, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services import replying
from mediation_desk.services.order_tables import table_of
from mediation_desk.services.reading import CaseView
from mediation_desk.services.replying import WRITTEN, Proposal, ReplyDraft, draft_of

AT = "contacted_at"


class ReplyPart(QWidget):
    """The reply of the order that the page shows."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._order: WorkOrder | None = None
        self._reply: OrderReply | None = None
        self._seen: Seen | None = None
        self._may, self._secret = False, False
        self.form, self.check = Form(), AnswerCheck(self)
        self.propose = button(tr("Propose from the case"), "quiet", picture="pencil-simple")
        self.proposed = label(tr("Proposed from the case's open course: read it and change it, then keep the "
                                 "reply. Nothing of it is kept yet."), "small", wrap=True)
        self.keep = button(tr("Keep the reply"))
        self._fields()
        self.form.does(self.keep)
        self.proposed.setProperty("meaning", "disputed")
        self.proposed.hide()
        self._lay()
        self.keep.clicked.connect(self._keep)
        self.propose.clicked.connect(self._propose)
        self.check.released.connect(self._release)
        self.form.edited.connect(lambda _name, _text: self._draft())
        self.form.committed.connect(lambda _name, _value: self._draft())

    def _fields(self) -> None:
        add = self.form.add
        self.form.group(tr("Reply"))
        add(SegmentField(tr("What the citizen said"), choices(FoundTrue), name="found_true"))
        add(YesNo(tr("The trouble is over"), name="solved"))
        add(YesNo(tr("Not this office's"), name="beyond_duty"))
        self.beyond = add(SuggestField(tr("Why it is not this office's"), name="beyond_kind", width=30))
        add(YesNo(tr("Citizen contacted"), name="contacted"))
        add(TextField(tr("Number called"), name="contacted_number", width=22, limit=60))
        add_moment(self.form, tr("Contacted on"), AT, today=self._bench.today, look="back")
        add(TextField(tr("Why it is not over"), name="unsolved_why", width=56, limit=300), wide=True)
        add(TextArea(tr("What was done, for the sender"), name="handling", lines=4), wide=True)
        add(TextArea(tr("Public answer"), name="public_answer", lines=4, help=tr(
            "Anybody may read it: no names, numbers, addresses or companies.")), wide=True)
        for name, words in (("proofs_of_identity", tr("Certificates that go with it")),
                            ("proofs_of_contact", tr("Proof of contact")),
                            ("proofs_of_result", tr("Proof of the result"))):
            add(TextField(words, name=name, width=30, limit=300, placeholder="证据1、证据3"))

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.form)
        column.addWidget(self.proposed)
        column.addLayout(row_of(self.keep, self.propose))
        column.addWidget(self.check)

    # -- showing -------------------------------------------------------------------------

    def show_order(self, view: CaseView, order: WorkOrder, *, may: bool) -> None:
        """Show the reply to that order, with what was being typed of it."""
        reply = view.case.reply_to(order)
        other = self._order is None or self._order.id != order.id
        self._order, self._reply, self._may = order, reply, may
        self._secret = order.confidential or view.case.confidential
        table = table_of(order.source, self._bench.desk.forms)
        self.beyond.set_suggestions(list(table.beyond) if table else [])
        if other or not self._typed():
            self._seen = self._bench.seen
            self.form.set_values(_shown(draft_of(reply)))
            self._bench.notes.bring_back(self.form, self._place())
            self.proposed.hide()
        self.keep.setVisible(may)
        self.propose.setVisible(may and bool(table and table.handling))
        self._look(reply)

    def _look(self, reply: OrderReply | None) -> None:
        """Check the answer that is kept, off the UI thread: it is looked for in every writing."""
        if reply is None or not reply.public_answer:
            self.check.hide()
            return
        self._bench.read(replying.check, reply.public_answer, done=partial(self._found, reply.public_answer))

    def _found(self, answer: str, found: Sequence[Trace]) -> None:
        if self._reply is not None and self._reply.public_answer == answer:
            self.check.show_answer(answer, release_of(self._reply), found, secret=self._secret, may=self._may)

    def _place(self) -> str:
        return f"order/reply/{self._order.id}" if self._order else "order/reply"

    def _typed(self) -> bool:
        """Whether something stands in the form that is not kept."""
        kept = _shown(draft_of(self._reply))
        return any(self.form.field(name).typed() != self.form.field(name).shows(value)
                   for name, value in kept.items())

    def _draft(self) -> None:
        if self._typed():
            self._bench.notes.keep_form(self.form, self._place())
        else:
            self._bench.notes.drop(self._place())

    # -- doing ---------------------------------------------------------------------------

    def _propose(self) -> None:
        if self._order is not None:
            self._bench.read(replying.propose, self._order.id, done=self._put)

    def _put(self, made: Proposal) -> None:
        """Put the proposed words where nothing stands yet; what a person wrote stays."""
        told = {"handling": made.handling, "public_answer": made.public_answer,
                "contacted_number": made.contacted_number}
        typed = {name: text for name, text in told.items() if text and not self.form.field(name).typed()}
        at = shown(AT, made.contacted_at)
        typed |= {name: self.form.field(name).shows(value) for name, value in at.items()
                  if value and not self.form.field(name).typed()}
        if made.contacted is not None and not self.form.field("contacted").typed():
            typed["contacted"] = self.form.field("contacted").shows(made.contacted)
        self.form.set_typed(typed)
        self.proposed.setVisible(bool(typed))
        self._draft()

    def _keep(self) -> None:
        if self._order is None or not self.form.commit():
            return
        told = dict(self.form.values())
        try:
            at = moment(told, AT)
        except DeskError as error:
            self.form.show_error(error)
            return
        draft = _draft_from(told, at)
        self._bench.run(replying.write, self._order.id, self._reply, draft, form=self.form, near=self,
                        seen=self._seen, done=lambda _changes: self._kept(), notice=tr("The reply is kept."))

    def _kept(self) -> None:
        self._bench.notes.drop(self._place())
        self._order = None  # shown anew as it is kept
        self.proposed.hide()

    def _release(self, answer: str, looked: frozenset[str]) -> None:
        if self._order is not None:
            self._bench.run(replying.release, self._order.id, answer, looked, form=self.form, near=self.check,
                            notice=tr("The public answer is released."))


def _draft_from(told: dict[str, object], at: datetime | None) -> ReplyDraft:
    entered = {name: told[name] for name in WRITTEN if name != AT}
    return ReplyDraft(**{**entered, AT: at,  # type: ignore[arg-type]
                         "found_true": cast("FoundTrue | None", told["found_true"])})


def _shown(draft: ReplyDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in WRITTEN if name != AT} | shown(AT, draft.contacted_at)
