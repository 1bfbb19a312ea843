"""Requests for another mediator: taken, decided with a reason, and who takes the case over then."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.rights import Recusal
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.form_place import FormPlace
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.case.mediation.rights import NARROW, at_the_table
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    SegmentField,
    SuggestField,
    TextArea,
)
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.mediation import recusal
from mediation_desk.services.mediation.recusal import Decision
from mediation_desk.services.reading import CaseView

PLACE = "recusal"


def to_hand_over(view: CaseView, asked: Recusal) -> str:
    """Who must take the case over, as long as the mediator who was refused has it in charge."""
    charge = next((one for one in view.mediators if one.id == view.case.mediator_id), None)
    if not asked.granted or charge is None or charge.name != asked.of_whom:
        return ""
    others = [one.name for one in view.mediators if one.id != charge.id]
    if others:
        return tr("{name} mediates no more in this case: hand it over to {others}, beside the case under "
                  "Mediators.", name=charge.name, others=words().shown(others))
    return tr("{name} mediates no more in this case: put another mediator on it, beside the case under "
              "Mediators, and hand it over.", name=charge.name)


class RequestCard(QWidget):
    """One request, how it ended, or the form in which it is decided."""

    def __init__(self, part: RecusalsPart, view: CaseView, asked: Recusal) -> None:
        super().__init__()
        self.part, self.asked = part, asked
        self.form: Form | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.remove.clicked.connect(lambda: part.remove(asked))
        head = row_of(Chip(_state(asked)), label(self._said(view), wrap=False), self.remove)
        column.addLayout(head)
        for text in filter(None, (asked.reason, self._decision())):
            column.addWidget(label(text, "muted", wrap=True))
        if left := to_hand_over(view, asked):
            warned = label(left, "strong", wrap=True)
            warned.setProperty("meaning", "disputed")
            column.addWidget(warned)
        if asked.granted is None and not part.bench.read_only:
            self._ask(column)
        self.remove.setVisible(not part.bench.read_only)

    def _said(self, view: CaseView) -> str:
        who = next((one.name for one in view.case.parties_all if one.id == self.asked.party_id), "")
        return tr("{day}: {who} asks not to be mediated by {mediator}", day=self.asked.asked_on.isoformat(),
                  who=who, mediator=self.asked.of_whom)

    def _decision(self) -> str:
        asked = self.asked
        if asked.granted is None or asked.decided_on is None:
            return ""
        return tr("Decided on {day} by {who}: {why}", day=asked.decided_on.isoformat(), who=asked.decided_by,
                  why=asked.decision)

    def _ask(self, column: QVBoxLayout) -> None:
        bench = self.part.bench
        self.form = form = Form(self)
        form.add(SegmentField(tr("Decision"), [(True, tr("Granted")), (False, tr("Not granted"))],
                              name="granted", required=True))
        form.add(DateField(tr("Decided on"), name="decided_on", required=True,
                           today=bench.today)).set_value(bench.desk.today)
        form.add(SuggestField(tr("Decided by"), name="decided_by", required=True, width=NARROW))
        form.add(TextArea(tr("Reasons of the decision"), name="decision", required=True, lines=2), wide=True)
        self.decide = button(tr("Decide"))
        self.decide.clicked.connect(self._decide)
        form.does(self.decide)
        place = f"recusal/{self.asked.id}"
        bench.notes.bring_back(form, place)
        bench.notes.watch(form, place)
        column.addWidget(form)
        column.addLayout(row_of(self.decide))

    def _decide(self) -> None:
        if self.form is None or not self.form.commit():
            return
        values = self.form.values()
        day = values["decided_on"]
        assert isinstance(day, date)
        self.part.decide(self.asked, Decision(values["granted"] is True, day, str(values["decided_by"]),
                                              str(values["decision"])), self.form)


def _state(asked: Recusal) -> State:
    if asked.granted is None:
        return State(tr("To be decided"), "disputed")
    return State(tr("Granted"), "agreed") if asked.granted else State(tr("Not granted"), "muted")


class RecusalsPart(QWidget):
    """The requests that were made, and a form to take one."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.cards: dict[UUID, RequestCard] = {}
        self._shown: object = None
        self._place = FormPlace[Form](bench)
        self.take = button(tr("Another mediator is asked for …"), "quiet", picture="plus")
        self.keep_button, self.cancel = button(tr("Take the request")), button(tr("Cancel"), "quiet")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look().px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(self._cards)
        column.addLayout(self._place.box)
        column.addLayout(row_of(self.take, self.keep_button, self.cancel))
        self.take.clicked.connect(lambda: self.open(None))
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.close_form)
        self._show_buttons()

    def _form(self, view: CaseView) -> Form:
        form = Form(self)
        form.add(ChoiceField(tr("Who asks"), [*told_apart(at_the_table(view.case)).items()],
                             name="party_id", required=True, width=NARROW))
        form.add(DateField(tr("Asked on"), name="asked_on", required=True,
                           today=self.bench.today)).set_value(self.bench.desk.today)
        form.add(SuggestField(tr("Mediator it concerns"), [one.name for one in view.mediators],
                              name="of_whom", required=True, width=NARROW))
        form.add(TextArea(tr("Reason"), name="reason", lines=2), wide=True)
        return form

    def show_case(self, view: CaseView) -> None:
        """The requests, made anew when something about them changed."""
        told = [(one.id, one.granted, one.decision, one.of_whom, one.reason) for one in view.case.recusals]
        shown = told, view.case.mediator_id, [one.name for one in view.mediators], self.bench.read_only
        if shown != self._shown:
            self._shown = shown
            for gone in self.cards.values():
                drop(gone)
            self.cards = {one.id: RequestCard(self, view, one) for one in view.case.recusals}
            for card in self.cards.values():
                self._cards.addWidget(card)
        if self.bench.read_only:
            self.close_form()
        self._show_buttons()

    def _show_buttons(self) -> None:
        view = self.bench.view
        may = view is not None and view.case.accepted_on is not None and not self.bench.read_only
        for made in (self.keep_button, self.cancel):
            made.setVisible(self.form is not None and may)
        self.take.setVisible(self.form is None and may)

    @property
    def form(self) -> Form | None:
        """The request that is being entered."""
        return self._place.form

    def open(self, party_id: UUID | None) -> None:
        """Take a request, of the party that just asked where one did."""
        view = self.bench.view
        if view is None or self.bench.read_only:
            return
        form = self.form
        if form is None:
            form = self._form(view)
            self._place.put(form, PLACE, self.keep_button)
        if party_id is not None:
            form.field("party_id").set_value(party_id)
        self._show_buttons()
        first = "of_whom" if party_id is not None else "party_id"
        form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the form by; what was typed in it stays for the next time."""
        self._place.put_by()
        self._show_buttons()

    def close_form(self) -> None:
        """Put the form away, and what was typed in it."""
        self._place.put_away()
        self._show_buttons()

    def keep(self) -> None:
        """Keep the request."""
        if self.form is None or not self.form.commit():
            return
        values = self.form.values()
        self.bench.run(recusal.ask_recusal, values["party_id"], values["asked_on"], str(values["of_whom"]),
                       str(values["reason"]), form=self.form, near=self,
                       done=lambda _changes: self.close_form(), notice=tr("The request is taken."))

    def decide(self, asked: Recusal, decision: Decision, form: Form) -> None:
        """Keep how a request ended."""
        self.bench.run(recusal.decide_recusal, asked.id, decision, form=form, near=self,
                       done=lambda _changes: self.bench.notes.drop(f"recusal/{asked.id}"),
                       notice=tr("The request is decided."))

    def remove(self, asked: Recusal) -> None:
        """Take a request out that was entered by mistake."""
        self.bench.run(recusal.remove_recusal, asked.id, near=self, notice=tr("The request was taken out."))
