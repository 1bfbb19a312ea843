"""Intake: the consent of both sides, acceptance or refusal, and the clocks that start."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediation_desk.domain.deadlines import LAW, Clock
from mediation_desk.domain.vocabulary import Refusal
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.header import standing_words, urgency
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.intake import registering
from mediation_desk.services.reading import CaseView


class Acceptance(QWidget):
    """Consents with their days; the day of acceptance; refusal with its reason; the clocks."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.form = self._consents()
        self._refusing: Form | None = None
        self.extension = self._extension()
        self._said: list[str] = []
        self.clocks = QGridLayout()
        self.clocks.setVerticalSpacing(look().px(4))
        self.clocks.setHorizontalSpacing(look().px(24))
        self.clocks.setColumnStretch(3, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        for made in (self.form, self.extension):
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
            self.bench.bind(form.add(DateField(words, name=name, opens_at=self.bench.desk.today)), "case",
                            self.bench.case_id, name)
        self.accepted = form.add(DateField(tr("Accepted on"), name="accepted_on", required=True,
                                           opens_at=self.bench.desk.today))
        self.refuse = button(tr("Refuse …"), "quiet", parent=self)
        self.refuse.clicked.connect(lambda: self._open_refusal(not self.refusal.isVisible()))
        form.add_widget(_row(self.refuse))
        return form

    @property
    def refusal(self) -> Form:
        """The reason and the day; made when somebody first thinks of refusing."""
        if self._refusing is None:
            self._refusing = self._refusal()
            self._column.insertWidget(1, self._refusing)
        return self._refusing

    def _refusal(self) -> Form:
        form = Form()
        form.group(tr("Refusal"), tr("The written notice gives this reason; the case ends with it."))
        reason = form.add(ChoiceField(tr("Reason for refusal"), choices(Refusal), name="refusal",
                                      required=True, width=34))
        reason.set_value(Refusal.OUT_OF_SCOPE)
        form.add(DateField(tr("Refused on"), name="refused_on", required=True,
                           opens_at=self.bench.desk.today)).set_value(self.bench.desk.today)
        form.add(TextArea(tr("Note"), name="closing_note", lines=2), wide=True)
        self.do_refuse = button(tr("Refuse the application"))
        self.do_refuse.clicked.connect(self._refuse)
        leave = button(tr("Cancel"), "quiet")
        leave.clicked.connect(lambda: self._open_refusal(False))
        form.add_widget(_row(self.do_refuse, leave))
        form.hide()
        return form

    def _extension(self) -> Form:
        form = Form(self)
        form.group(tr("Extension"), tr("With both sides' consent mediation may run up to 15 days longer."))
        form.add(DateField(tr("Extended to"), name="extended_to", required=True))
        self.extend = button(tr("Extend"))
        self.extend.clicked.connect(self._extend)
        form.add_widget(_row(self.extend))
        form.hide()
        return form

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show how far acceptance is, and the clocks."""
        case = view.case
        if case.accepted_on or not self.accepted.typed():
            self.accepted.set_value(case.accepted_on or self.bench.desk.today)
        self.accepted.setVisible(case.refused_on is None)
        self.refuse.setVisible(case.accepted_on is None and case.refused_on is None)
        self.extension.setVisible(case.accepted_on is not None)
        if case.extended_to:
            self.extension.field("extended_to").set_value(case.extended_to)
        self._show_clocks(view)

    def set_read_only(self, read_only: bool, *, accepted: bool) -> None:
        """The day of acceptance stands once it is given."""
        for made in (self.refuse, self.extend):
            made.setEnabled(not read_only)
        if self._refusing is not None:
            self.do_refuse.setEnabled(not read_only)
            self._refusing.setVisible(not read_only and not self._refusing.isHidden())
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
        if self.form.commit():
            self.bench.run(registering.accept, self.accepted.value(), form=self.form,
                           notice=tr("The case is accepted; the mediation period runs."))

    def _open_refusal(self, wanted: bool) -> None:
        self.refusal.setVisible(wanted)
        if wanted:
            self.refusal.field("refusal").setFocus()

    def _refuse(self) -> None:
        if self.refusal.commit():
            given = self.refusal.values()
            self.bench.run(registering.refuse, given["refused_on"], given["refusal"],
                           str(given["closing_note"]), form=self.refusal,
                           notice=tr("The application is refused."), undo=False)

    def _extend(self) -> None:
        if self.extension.commit():
            self.bench.run(registering.extend, self.extension.field("extended_to").value(),
                           form=self.extension, notice=tr("The mediation period is extended."))


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return made
