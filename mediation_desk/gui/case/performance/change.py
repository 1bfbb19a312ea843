"""A signed agreement is changed in place: what is left is set anew, with the reason, printed and signed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.supplement import check_changeable, rest_by_worker
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import Plan, Terms, plan
from mediation_desk.domain.vocabulary import PaymentMethod, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.late import terms_of
from mediation_desk.gui.case.settlement.when import Incomplete, WhenGroup
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import DateField, Form, MoneyField, TextArea, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error, words
from mediation_desk.services.reading import CaseView
from mediation_desk.services.settlement import supplementing
from mediation_desk.services.settlement.settling import in_capitals
from mediation_desk.services.settlement.supplementing import RestDraft

PLACE = "change"


class ChangeForm(Later):
    """How what is left is paid from now on. ``closed`` when it is done with."""

    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._case: Case | None = None
        self._plan: Plan | None = None
        self.hide()

    def make(self) -> QWidget:
        """The form on a card, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.why = self.form.add(TextArea(tr("Why it is changed"), name="supplements_why", lines=2),
                                 wide=True)
        self.total = self.form.add(MoneyField(tr("Still paid from now on"), name="total", required=True))
        self.when = WhenGroup(self.form, self.bench)
        self.when.split.set_choices([(kind, word) for kind, word in terms_of(SplitKind)
                                     if kind is not SplitKind.ON_SIGNING])
        self.further = self.form.add(TextArea(tr("What else is agreed, one a line"), name="other_terms",
                                              lines=2), wide=True)
        self.place = self.form.add(TextField(tr("Place of signing"), name="signing_place", width=22))
        self.so_far = label("", wrap=True)
        self.keep = button(tr("Draft the change"), "primary", picture="check")
        self.cancel = button(tr("Cancel"), "quiet")
        _lay(card, tr("Change what was agreed"), (self.so_far, self.form), (self.keep, self.cancel))
        self.form.does(self.keep)
        self.keep.clicked.connect(self.draft)
        self.cancel.clicked.connect(self.close_form)
        self.form.edited.connect(lambda _name, _text: self.refresh())
        self.form.committed.connect(lambda name, _value: self._settled(name))
        self.bench.notes.watch(self.form, PLACE)
        return card

    def open(self, view: CaseView) -> bool:
        """Begin with what is left, or with the draft that stands; False where nothing can be changed."""
        case = view.case
        try:
            check_changeable(case.signed_agreement, case.payments)
        except DeskError as error:
            self.bench.trouble.emit(error)
            return False
        self.bring()
        self._case = case
        self._put(case)
        self.form.clear_errors()
        self.bench.notes.bring_back(self.form, PLACE)
        self.refresh()
        self.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _put(self, case: Case) -> None:
        left = total(amount for _worker, amount in self._rest())
        drafted = case.supplement
        values = {"supplements_why": "", "total": left, "instalments": 1, "other_terms": "",
                  "signing_place": "", **self.when.values(None), "method": case.signed_agreement.method}
        if drafted is not None:
            values |= self.when.values(_coming(drafted)) | {
                "supplements_why": drafted.supplements_why, "total": _coming(drafted).total,
                "other_terms": drafted.other_terms, "signing_place": drafted.signing_place}
        for name, value in values.items():
            self.form.field(name).set_value(value)
        self.when.schedule.put({})
        if drafted is not None:
            self.when.hold(_coming(drafted))
        received = total(one.amount for one in case.payments)
        self.so_far.setText(tr("Received so far: {received}. Left of what was agreed: {left}. What was "
                               "received stays as it is; what is left is set anew here.",
                               received=words().money(received), left=words().money(left)))

    def _rest(self) -> list[tuple[UUID, Money]]:
        assert self._case is not None
        return rest_by_worker(self._case.signed_agreement, self._case.payments)

    # -- what is set ---------------------------------------------------------------------

    def terms(self) -> Terms:
        """What is set now. Raises Incomplete, or DeskError beside the field it concerns."""
        whole = self.total.value()
        if not isinstance(whole, Money):
            raise Incomplete
        when = self.when.scheduled()
        return Terms(whole, when.due_dates, split_kind=when.split_kind, rest_day_rule=when.rest_day_rule,
                     weights=when.weights, amounts=when.amounts, edge=when.edge)

    def refresh(self) -> None:
        """Work it out and show it: capitals, due days, what is wrong."""
        if self._case is None:
            return
        for field in (self.total, self.when.schedule, self.when.count, self.when.first, self.when.split,
                      self.when.edge, self.when.every):
            field.set_error(None)
        whole = self.total.value()
        self.total.set_help(in_capitals(whole) if isinstance(whole, Money) and whole else "")
        self.when.schedule.whole = whole if isinstance(whole, Money) else None
        self._plan = self._worked() or self._plan
        self.when.refresh(self._plan, read_only=False)

    def _worked(self) -> Plan | None:
        try:
            return plan(self.terms(), self._rest(), self.bench.desk.calendar)
        except Incomplete:
            return None
        except DeskError as error:
            self._beside(error).set_error(tr_error(error))
            return None

    def _beside(self, error: DeskError) -> Field:
        """The field in sight that a trouble of the terms belongs beside."""
        schedule = self.when.schedule
        fields: dict[str | None, Field] = {
            "weights": schedule, "amounts": schedule, "schedule": schedule,
            "due_dates": schedule if self.when.is_by_hand else self.when.first}
        known = error.field if error.field in self.form.names() else "total"
        return fields.get(error.field) or self.form.field(str(known))

    def _settled(self, name: str) -> None:
        self.when.settled(name, self._plan)
        self.refresh()

    # -- doing ---------------------------------------------------------------------------

    def draft(self) -> None:
        """Keep what stands in the form."""
        if not self.form.commit():
            return
        try:
            terms = self.terms()
            plan(terms, self._rest(), self.bench.desk.calendar)
        except Incomplete:
            missing = self.when.missing
            missing.set_error(tr("Enter the first due day.") if missing is self.when.first
                              else tr("This must be filled in."))
            missing.setFocus()
            return
        except DeskError as error:
            self._beside(error).set_error(tr_error(error))
            self._beside(error).setFocus()
            return
        method = self.when.method.value()
        assert isinstance(method, PaymentMethod)
        wanted = RestDraft(terms, self.why.typed(), method, self.further.typed().strip(),
                           self.place.typed().strip())
        self.bench.run(supplementing.draft, wanted, form=self.form, done=lambda _changes: self._drafted(),
                       notice=tr("The change is drafted. Print it and let everybody sign."))

    def _drafted(self) -> None:
        self.bench.notes.drop(PLACE)
        if shiboken6.isValid(self):
            self._put_away()

    def close_form(self) -> None:
        """Forget what was typed."""
        self.bench.notes.drop(PLACE)
        self._put_away()

    def leave(self) -> None:
        """Put the form by; what was typed stays for the next time."""
        self._put_away()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()


class DraftedCard(Later):
    """A change that is drafted and not signed: look at the paper, sign, set it otherwise, drop it."""

    printing = Signal()
    changing = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.hide()

    def make(self) -> QWidget:
        """The day of signing on a card, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.day = self.form.add(DateField(tr("Signed on"), name="signed_on", required=True,
                                           today=self.bench.today))
        self.print = button(tr("Look at the paper and print it"), "quiet", picture="printer")
        self.set_anew = button(tr("Set it otherwise"), "quiet", picture="pencil-simple")
        self.drop = button(tr("Drop the change"), "quiet", picture="trash")
        self.sign = button(tr("Sign and freeze"), "primary", picture="pen-nib")
        said = label(tr("What is drafted changes nothing before everybody has signed it. Once it is signed, "
                        "the paper is frozen as it was printed, and the instalments follow it."), "muted",
                     wrap=True)
        _lay(card, tr("A change of the agreement is drafted"), (said, self.form),
             (self.sign, self.print, self.set_anew, self.drop))
        self.form.does(self.sign)
        self.sign.clicked.connect(self._sign)
        self.print.clicked.connect(self.printing)
        self.set_anew.clicked.connect(self.changing)
        self.drop.clicked.connect(self._drop)
        return card

    def show_case(self, case: Case) -> None:
        """Shown while something is drafted."""
        if case.supplement is not None and self.isHidden():
            self.bring()
            self.day.set_value(self.bench.desk.today)
        self.setVisible(case.supplement is not None)

    def _sign(self) -> None:
        day = self.day.value()
        if self.form.commit() and isinstance(day, date):
            self.bench.run(supplementing.sign, day, form=self.form, undo=False,
                           notice=tr("The change is signed and frozen."))

    def _drop(self) -> None:
        self.bench.run(supplementing.drop, notice=tr("The change was dropped; the agreement stays as it is."))


def _coming(drafted: Agreement) -> Agreement:
    """The part of a draft that is still to be paid, as if it were all of it."""
    left = [one for one in drafted.instalments if not one.paid_before]
    return Agreement(id=drafted.id, case_id=drafted.case_id, total=total(one.amount for one in left),
                     split_kind=drafted.split_kind, rest_day_rule=drafted.rest_day_rule,
                     method=drafted.method, instalments_all=left)


def _lay(card: QWidget, head: str, parts: tuple[QWidget, ...], buttons: tuple[QWidget, ...]) -> None:
    row = QHBoxLayout()
    for one in buttons:
        row.addWidget(one)
    row.addStretch(1)
    column = QVBoxLayout(card)
    column.setContentsMargins(*[look().px(16)] * 4)
    column.setSpacing(look().px(12))
    column.addWidget(label(head, "group"))
    for part in parts:
        column.addWidget(part)
    column.addLayout(row)
