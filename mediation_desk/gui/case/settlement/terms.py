"""The terms of the agreement as a form: total, shares, instalments, default, other terms, signing."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.owing import copies, is_asked, payers
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Owing, settled
from mediation_desk.domain.settlement.terms import Plan, Terms, TermsDraft, plan
from mediation_desk.domain.vocabulary import DefaultClause, PaymentMethod, ShareKind
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.grids import MatrixField
from mediation_desk.gui.case.settlement.handling import HandlingGroup
from mediation_desk.gui.case.settlement.late import LateGroup, SigningGroup, terms_of
from mediation_desk.gui.case.settlement.owing import OwingGroup
from mediation_desk.gui.case.settlement.payable import PayableGroup
from mediation_desk.gui.case.settlement.reading import accepted_offer
from mediation_desk.gui.case.settlement.when import Incomplete, WhenGroup, rest_day_words
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    Form,
    MoneyField,
)
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.reading import CaseView
from mediation_desk.services.settlement.settling import in_capitals

__all__ = ["PLACE", "Incomplete", "TermsForm", "rest_day_words"]
PLACE = "terms"


class TermsForm(Later):
    """The form. ``changed`` whenever something is different; ``draft()`` says what is set now."""

    changed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.case: Case | None = None
        self._plan: Plan | None = None  # the last terms that could be worked out
        self._closed = False  # to change, while somebody is about to sign them

    def make(self) -> QWidget:
        """The terms under their headings."""
        made = QWidget()
        self.form = Form(made)
        self._fill_amount()
        self.owing = OwingGroup(self.form)
        self.when = WhenGroup(self.form, self.bench)
        self.count, self.first, self.rhythm, self.rule, self.split, self.method, self.schedule = (
            self.when.count, self.when.first, self.when.rhythm, self.when.rule, self.when.split,
            self.when.method, self.when.schedule)
        self.matrix = self.form.add(MatrixField(), wide=True)
        self.handling = HandlingGroup(self.form, self.bench.today)
        self._late = LateGroup(self.form, self.bench)
        self.clause, self.grace, self.responsibility, self.other, self.insert = (
            self._late.clause, self._late.grace, self._late.responsibility, self._late.other,
            self._late.insert)
        self.payable = PayableGroup(self.form)
        signing = SigningGroup(self.form)
        self.copies, self.place = signing.copies, signing.place
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.bench.notes.watch(self.form, PLACE)
        self.form.edited.connect(lambda _name, _text: self.changed.emit())
        self.form.committed.connect(lambda name, _value: self._settled(name))
        return made

    # -- fields --------------------------------------------------------------------------

    def _fill_amount(self) -> None:
        self.form.group(tr("What is paid"))
        self.total = self.form.add(MoneyField(tr("Total"), name="total", required=True))
        self.take_over = self.form.add_widget(button("", "quiet", picture="handshake"))
        self.take_over.clicked.connect(self._take_offer)
        self.share_kind = self.form.add(ChoiceField(tr("Shared among the workers"), terms_of(ShareKind),
                                                    name="share_kind"), wide=True)

    # -- the case ------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Fill the form from the kept terms, or from the accepted offer where there are none yet."""
        self.bring()
        self.case = view.case
        self.handling.look_up(view.sorting)
        kept = view.case.agreement
        if kept is None:
            self._start(view.case)
        else:
            self._show_kept(kept)
        self.refresh()

    def follow(self, view: CaseView) -> None:
        """The case was read anew while terms are being set: only names, claims and offers follow."""
        self.case = view.case
        self.refresh()

    def bring_back(self) -> bool:
        """Bring back what was being set before the program stopped."""
        if not self.bench.notes.text(PLACE) or not self.bench.notes.bring_back(self.form, PLACE):
            return False
        self.form.commit()
        self.refresh()
        return True

    def _start(self, case: Case) -> None:
        offer = accepted_offer(case)
        self._put({
            "total": offer.amount if offer else None, "instalments": offer.instalments if offer else 1,
            **self.when.values(None), "share_kind": ShareKind.BY_CLAIM,
            "default_clause": DefaultClause.ACCELERATE, "penalty": None, "grace_days": 5,
            "responsibility": "", "other_terms": "",
            "copies": copies(case), "signing_place": "",
            **self.payable.values(None)})
        self.schedule.put({})
        self.matrix.put({})
        self.owing.show(None)
        self.handling.show(None)

    def _show_kept(self, kept: Agreement) -> None:
        self._put({
            "total": kept.total, **self.when.values(kept), "share_kind": kept.share_kind,
            "default_clause": kept.default_clause, "penalty": kept.penalty, "grace_days": kept.grace_days,
            "responsibility": kept.responsibility, "other_terms": kept.other_terms, "copies": kept.copies,
            "signing_place": kept.signing_place, **self.payable.values(kept)})
        self.owing.show(kept)
        self.handling.show(kept)
        self.when.hold(kept)
        by_hand = kept.share_kind is ShareKind.BY_HAND
        self.matrix.put({(str(share.worker_id), "share"): str(share.amount)
                         for share in kept.shares if by_hand})

    def _put(self, values: dict[str, object]) -> None:
        for name, value in values.items():
            self.form.field(name).set_value(value)

    def _take_offer(self) -> None:
        offer = accepted_offer(self.case) if self.case else None
        if offer is not None:
            self.total.set_value(offer.amount)
            self.count.set_value(offer.instalments)
            self.form.committed.emit("total", offer.amount)

    # -- what is set ---------------------------------------------------------------------

    def draft(self) -> TermsDraft:
        """What is set now. Raises Incomplete, or DeskError beside the field it concerns."""
        case = self.case
        whole = self.total.value() if self.is_made else None
        if whole is None or case is None:
            raise Incomplete
        when, shares = self.when.scheduled(), self.share_kind.value()
        assert isinstance(shares, ShareKind)
        terms = Terms(
            whole, when.due_dates, share_kind=shares, split_kind=when.split_kind,
            rest_day_rule=when.rest_day_rule, weights=when.weights, amounts=when.amounts, edge=when.edge,
            by_hand=self.matrix.by_hand(self._workers()) if shares is ShareKind.BY_HAND else ())
        method, clause, grace = self.method.value(), self.clause.value(), self.grace.value()
        assert isinstance(method, PaymentMethod) and isinstance(clause, DefaultClause)
        return TermsDraft(terms, method=method, default_clause=clause,
                          grace_days=5 if grace is None else grace,
                          responsibility=self.responsibility.typed().strip(),
                          other_terms=self.other.typed().strip(), copies=self.copies.value() or 0,
                          signing_place=self.place.typed().strip(), owing=self._owing(case, whole),
                          handled=self.handling.said(case), penalty=self._late.agreed_penalty(),
                          **self.payable.said())

    def _owing(self, case: Case, whole: Money) -> Owing | None:
        """Who owes it, whole, refused beside its field where it cannot be; None where nothing is asked."""
        if not is_asked(case) and not (case.agreement and case.agreement.debtors):
            return None
        return settled(self.owing.owing(case), whole, [one.id for one in case.respondents],
                       {one.id for one in payers(case)})

    def _workers(self) -> list[UUID]:
        return [worker.id for worker in self.case.applicants] if self.case else []

    # -- showing -------------------------------------------------------------------------

    def _settled(self, name: str) -> None:
        """A field was left: what goes over to the hand begins with what was worked out before."""
        self.when.settled(name, self._plan)
        if name == "total":
            self._share_anew()
        self.refresh()

    def _share_anew(self) -> None:
        """The debtors' shares follow the total, and what moved is said."""
        whole = self.total.value()
        moved = self.owing.share_anew(self.case, whole) if self.case and isinstance(whole, Money) else []
        self.owing.debtors.set_help(tr("The shares follow the total. {moved}", moved=moved) if moved else "")

    def refresh(self) -> None:
        """Work the terms out and show them: capitals, due days, the matrix, what is wrong."""
        for field in (self.schedule, self.matrix, self.total, self.count, self.share_kind, self.first,
                      self.owing.how, self.owing.debtors, self.handling.field, self._late.penalty,
                      self.when.edge, self.when.every):
            field.set_error(None)
        self.owing.refresh(self.case, read_only=self._only_shown)
        whole = self.total.value()
        self.total.set_help(in_capitals(whole) if whole else "")
        self.schedule.whole = self.matrix.whole = whole
        self._offer_to_take()
        worked = self._worked()
        self._plan = worked or self._plan
        if not self._only_shown:
            self.handling.follow(worked)
        self.handling.refresh(self.case, read_only=self._only_shown)
        self._late.refresh()
        self.when.refresh(worked, read_only=self._only_shown)
        self._show_matrix(worked)
        self.changed.emit()

    def _worked(self) -> Plan | None:
        try:
            draft = self.draft()
            assert self.case is not None
            return plan(draft.terms, list(asked_by_worker(self.case).items()), self.bench.desk.calendar)
        except Incomplete:
            return None
        except DeskError as error:
            self.beside(error).set_error(tr_error(error))
            return None

    def beside(self, error: DeskError) -> Field:
        """The field that a trouble of the terms belongs beside."""
        by_hand = self.when.is_by_hand
        fields: dict[str | None, Field] = {
            "weights": self.schedule, "amounts": self.schedule, "shares": self.matrix,
            "claim_terms": self.handling.field, "schedule": self.schedule,
            "due_dates": self.schedule if by_hand else self.first,
            **{name: self.form.field(name) for name in (
                "total", "share_kind", "instalments", "grace_days", "copies", "signing_place", "owed_how",
                "debtors", "other_terms", "tax", "penalty", "paid_from",
                "account_holder", "other_debts", "edge", "every")}}
        return fields.get(error.field, self.total)

    def _offer_to_take(self) -> None:
        offer = accepted_offer(self.case) if self.case else None
        differs = offer is not None and (offer.amount, offer.instalments) != (
            self.total.value(), self.count.value())
        self.take_over.setVisible(differs and not self._only_shown)
        if offer is not None:
            self.take_over.setText(tr("Take over the accepted offer: {amount}", amount=offer.amount))

    def _show_matrix(self, worked: Plan | None) -> None:
        case = self.case
        asked = asked_by_worker(case) if case else {}
        called = told_apart(case.applicants if case else ())
        workers = [(key, name, asked[key]) for key, name in called.items()]
        self.matrix.lay(workers, worked, by_hand=self.share_kind.value() is ShareKind.BY_HAND,
                        read_only=self._only_shown)

    def close_to_change(self, closed: bool) -> None:
        """Only show the terms while they are being signed: what is frozen is what is shown."""
        self._closed = closed
        self._late.picker.close_clause()
        for field in (*(self.form.field(name) for name in self.form.names()), self.insert, self.when.after):
            field.set_read_only(self._only_shown)
        self.refresh()

    @property
    def _only_shown(self) -> bool:
        return self._closed or self.bench.read_only

    def minimumSizeHint(self) -> QSize:
        """As narrow as the form can fold."""
        if not self.is_made:
            return super().minimumSizeHint()
        return QSize(self.form.minimumSizeHint().width(), super().minimumSizeHint().height())

