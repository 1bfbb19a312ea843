"""Intake: the consent of both sides, acceptance, refusal or voiding, and the clocks that start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import LAW, Clock
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.vocabulary import Refusal, Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.doubt import DoubtCard
from mediation_desk.gui.case.frame.header import standing_words, urgency
from mediation_desk.gui.case.frame.lacks import Lacks
from mediation_desk.gui.case.intake.consents import EachConsents
from mediation_desk.gui.case.intake.extension import ExtensionPart
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.intake import registering
from mediation_desk.services.reading import CaseView


class Question(Later):
    """A form that is made when somebody first asks for it."""

    def __init__(self, made: Callable[[], Form], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self.hide()

    def make(self) -> QWidget:
        """The form."""
        self._form = self._made()
        return self._form

    @property
    def form(self) -> Form:
        """The form, made by now."""
        self.bring()
        return self._form


class Acceptance(QWidget):
    """Consents with their days; the day of acceptance; refusal and voiding with their reasons; the clocks.

    ``primary`` accepts the case; ``go(field)`` leads to what the notice of a refusal lacks.
    """

    def __init__(self, bench: CaseBench, primary: QAbstractButton, go: Callable[[str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.each = EachConsents(bench, primary)
        self.form = self._consents()
        self.form.does(primary)
        self.doubt = DoubtCard(tr("Not yet"), tr("Accept it all the same"))
        self.doubt.left.connect(self.doubt.hide)
        self.doubt.sure.connect(self.doubt.hide)
        self.doubt.sure.connect(lambda: self._accept(sure=True))
        self.refusing, self.begun_by_mistake = Question(lambda: self._refusal(go)), Question(self._voiding)
        self.extension = ExtensionPart(bench)
        self.extension.hide()
        self._said: list[str] = []
        self.clocks = QGridLayout()
        self.clocks.setVerticalSpacing(look().px(4))
        self.clocks.setHorizontalSpacing(look().px(24))
        self.clocks.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        for made in (self.form, self.doubt, self.refusing, self.begun_by_mistake, self.extension):
            column.addWidget(made)
        column.addWidget(label(tr("Clocks"), "group"))
        column.addLayout(self.clocks)

    # -- the parts -----------------------------------------------------------------------

    def _consents(self) -> Form:
        form = Form(self)
        form.group(tr("Consent and acceptance"),
                   tr("Both sides must consent to mediation; the day of each goes on record."))
        for name, words in (("applicants_agree_on", tr("Applicants consent on")),
                            ("respondents_agree_on", tr("Respondents consent on"))):
            self.bench.bind(form.add(DateField(words, name=name, today=self.bench.today)), "case",
                            self.bench.case_id, name)
        form.add_widget(self.each)
        self.everybody = button(tr("Everybody consents today"), picture="check")
        self.everybody.clicked.connect(self._consent_all)
        form.add_widget(_row(self.everybody))
        self.accepted = form.add(DateField(tr("Accepted on"), name="accepted_on", required=True,
                                           today=self.bench.today))
        self.refuse = button(tr("Refuse …"), "quiet", parent=self)
        self.refuse.clicked.connect(lambda: self.open_refusal(not self.refusing.isVisible()))
        self.void = button(tr("Void …"), "quiet", parent=self)
        self.void.clicked.connect(lambda: self.open_voiding(not self.begun_by_mistake.isVisible()))
        form.add_widget(_row(self.refuse, self.void))
        return form

    @property
    def refusal(self) -> Form:
        """The reason of a refusal and its day."""
        return self.refusing.form

    @property
    def voiding(self) -> Form:
        """Why the case was begun by mistake, and the day."""
        return self.begun_by_mistake.form

    def _refusal(self, go: Callable[[str], object]) -> Form:
        form = Form()
        self.lacks = Lacks(go, form)
        if self.bench.view is not None:
            self.lacks.show_case(self.bench.view.case)
        form.group(tr("Refusal"), tr("The written notice gives this reason; the case ends with it."))
        form.add_widget(self.lacks)
        form.add(ChoiceField(tr("Reason for refusal"), choices(Refusal), name="refusal", required=True,
                             width=34))
        form.add(DateField(tr("Refused on"), name="refused_on", required=True,
                           today=self.bench.today)).set_value(self.bench.desk.today)
        form.add(TextArea(tr("Note"), name="closing_note", lines=2), wide=True)
        self.do_refuse = button(tr("Refuse the application"))
        self.do_refuse.clicked.connect(self._refuse)
        leave = button(tr("Cancel"), "quiet")
        leave.clicked.connect(lambda: self.open_refusal(False))
        form.add_widget(_row(self.do_refuse, leave))
        form.does(self.do_refuse)
        return form

    def _voiding(self) -> Form:
        form = Form()
        form.group(tr("Voiding"), tr("For a case that was begun by mistake. It stays in the list with its "
                                     "number and this reason, and counts in no figure."))
        form.add(TextField(tr("Reason"), name="reason", required=True, width=48), wide=True)
        form.add(DateField(tr("Voided on"), name="voided_on", required=True,
                           today=self.bench.today)).set_value(self.bench.desk.today)
        self.do_void = button(tr("Void the case"))
        self.do_void.clicked.connect(self._void)
        leave = button(tr("Cancel"), "quiet")
        leave.clicked.connect(lambda: self.open_voiding(False))
        form.add_widget(_row(self.do_void, leave))
        form.does(self.do_void)
        return form

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show how far acceptance is, and the clocks."""
        case = view.case
        if case.accepted_on or not self.accepted.typed():
            self.accepted.set_value(case.accepted_on or self.bench.desk.today)
        self.each.show_case(case)
        self.form.field("respondents_agree_on").setVisible(self.each.isHidden())
        if self.refusing.is_made:
            self.lacks.show_case(case)
        is_open = case.status is Status.OPEN
        self.everybody.setVisible(is_open and case.accepted_on is None and _somebody_is_silent(case))
        self.accepted.setVisible(is_open or case.accepted_on is not None)
        self.refuse.setVisible(is_open and case.accepted_on is None)
        self.void.setVisible(is_open and not case.is_signed)
        self.extension.setVisible(case.accepted_on is not None)
        self.extension.show_case(case)
        self._show_clocks(view)

    def set_read_only(self, read_only: bool, *, accepted: bool) -> None:
        """The day of acceptance stands once it is given."""
        for made in (self.everybody, self.refuse, self.void):
            made.setEnabled(not read_only)
        self.extension.set_read_only(read_only)
        if read_only or accepted:
            self.doubt.hide()
        if read_only:
            self.refusing.hide()
            self.begun_by_mistake.hide()
        self.accepted.set_read_only(read_only or accepted)

    def _show_clocks(self, view: CaseView) -> None:
        while (item := self.clocks.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._said = [self._clock(row, clock) for row, clock in enumerate(view.clocks)]

    def clock_words(self) -> list[str]:
        """What the clocks say, one line each."""
        return list(self._said)

    def _clock(self, row: int, clock: Clock) -> str:
        """One line of the clocks; what it says."""
        today = self.bench.desk.today
        what = label(tr(clock.kind.label))
        when = label(tr("{start} to {end}", start=clock.starts_on.isoformat(), end=clock.due_on.isoformat()))
        left = label(standing_words(clock, today), "strong")
        left.setProperty("meaning", urgency(clock, today))
        law = label(tr(LAW[clock.kind]), "small", wrap=True)
        parts: tuple[QLabel, ...] = (what, when, left, law)
        for column, made in enumerate(parts):
            self.clocks.addWidget(made, row, column)
        return " ".join(made.text() for made in parts)

    # -- doing ---------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the case on the day in the field."""
        self._accept(sure=False)

    def _accept(self, *, sure: bool) -> None:
        if self.form.commit() and self.each.form.commit():
            self.doubt.hide()
            self.bench.run(registering.accept, self.accepted.value(), sure=sure, failed=self._not_accepted,
                           notice=tr("The case is accepted; the mediation period runs."),
                           after=lambda: self.bench.go_on.emit(Station.SORTING))

    def _not_accepted(self, error: DeskError) -> None:
        if isinstance(error, Doubted):
            self.doubt.ask(error)
        elif not self.show_error(error):
            self.bench.trouble.emit(error)

    def show_error(self, error: DeskError) -> bool:
        """Say it beside the consent or the day it concerns; False where it concerns none of them."""
        return self.form.show_error(error) or self.each.show_error(error)

    def _consent_all(self) -> None:
        self.bench.run(registering.consent_all, self.bench.desk.today, form=self.form,
                       notice=tr("The consents are entered."), after=self.accepted.setFocus)

    def open_refusal(self, wanted: bool) -> None:
        """Ask for the reason of a refusal, or put the question away."""
        self._open(self.refusing, wanted, "refusal", self.refuse)

    def open_voiding(self, wanted: bool) -> None:
        """Ask for the reason of voiding, or put the question away."""
        self._open(self.begun_by_mistake, wanted, "reason", self.void)

    def _open(self, question: Question, wanted: bool, first: str, press: QAbstractButton) -> None:
        for other in (self.refusing, self.begun_by_mistake):
            other.setVisible(wanted and other is question)
        begin: QWidget = question.form.field(first) if wanted else press
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self) -> None:
        if self.refusal.commit():
            given = self.refusal.values()
            self.bench.run(registering.refuse, given["refused_on"], given["refusal"],
                           str(given["closing_note"]), form=self.refusal,
                           after=lambda: self.bench.decided.emit(tr("The application is refused.")))

    def _void(self) -> None:
        if self.voiding.commit():
            given = self.voiding.values()
            self.bench.run(registering.void, given["voided_on"], str(given["reason"]), form=self.voiding,
                           after=lambda: self.bench.decided.emit(tr("The case is voided.")))


def _somebody_is_silent(case: Case) -> bool:
    """Whether a side, or one of several respondents, has not said yet whether it consents."""
    named = case.respondents
    each = any(not (one.agreed_on or one.declined_on) for one in named) if len(named) > 1 else (
        case.respondents_agree_on is None)
    return case.applicants_agree_on is None or each


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return made
