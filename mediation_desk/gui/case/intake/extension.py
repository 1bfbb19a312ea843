"""Intake: the extension of the mediation, with the day on which each party consented to it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.intake import extension, registering

PLACE = "extension"


class ExtensionPart(QWidget):
    """Opened by a press: until when, and a day for each party that takes part; made anew as they come and
    go."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._made_for: list[tuple[UUID, str]] = []
        self._kept: dict[UUID, ExtensionConsent] = {}
        self._case: Case | None = None
        self.form: Form | None = None
        self.standing = label("", "muted", wrap=True)
        self.open_button = button(tr("Extend …"), "quiet")
        self.everybody = button(tr("Everybody consents today"), "quiet", picture="check")
        self.keep_button, self.extend = button(tr("Keep the consents")), button(tr("Extend"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.open_button.clicked.connect(self.open)
        self.cancel.clicked.connect(self.close_form)
        self.everybody.clicked.connect(self._everybody_today)
        self.keep_button.clicked.connect(self._keep)
        self.extend.clicked.connect(self._extend)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(12))
        self._column.addWidget(label(tr("Extension"), "group"))
        self._column.addWidget(self.standing)
        self._column.addLayout(row_of(self.extend, self.keep_button, self.everybody, self.cancel,
                                      self.open_button))
        self._show_buttons()

    def field(self, name: str) -> DateField:
        """The field of that name."""
        assert self.form is not None
        found = self.form.field(name)
        assert isinstance(found, DateField)
        return found

    def _show_buttons(self) -> None:
        opened, may = self.form is not None, not self.bench.read_only
        for made in (self.extend, self.keep_button, self.everybody, self.cancel):
            made.setVisible(opened and may)
        self.open_button.setVisible(not opened and may)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, case: Case) -> None:
        """What is kept: until when it was extended, or is consented to, and by whom."""
        self._case = case
        self._kept = {one.party_id: one for one in case.extension_consents}
        self.standing.setText(self._standing(case))
        if case.accepted_on is None or self.bench.read_only:
            self.close_form()
        elif self.form is None and self.bench.notes.text(PLACE):
            self.open()
        elif self.form is not None:
            self._fill(case)
        self._show_buttons()

    def _standing(self, case: Case) -> str:
        """How far the extension is: extended, consented to by some, or not asked for."""
        if case.extended_to:
            return tr("Extended to {day}.", day=case.extended_to.isoformat())
        parties = [*case.applicants, *case.respondents]
        if self._kept:
            return tr("{count} of {all} have consented.", all=len(parties),
                      count=sum(one.id in self._kept for one in parties))
        return tr("With everybody's consent mediation may run up to 15 days longer; the day on which each "
                  "party consented goes on record.")

    def _fill(self, case: Case) -> None:
        parties = [*told_apart([*case.applicants, *case.respondents]).items()]
        if parties != self._made_for:
            self._made_for = parties
            self._make()
        until = case.extended_to or max((one.until for one in self._kept.values()), default=None)
        days = {f"consent/{party_id}": self._day(party_id) for party_id, _name in parties}
        assert self.form is not None
        self.form.follow_values({"extended_to": until, **days})

    def _day(self, party_id: UUID) -> date | None:
        kept = self._kept.get(party_id)
        return kept.agreed_on if kept else None

    def _make(self) -> None:
        if self.form is not None:
            drop(self.form)
        self.form = form = Form(self)
        form.add(DateField(tr("Extended to"), name="extended_to", required=True, today=self.bench.today,
                           look="ahead"), wide=True)
        for party_id, name in self._made_for:
            said = tr("{name} consents to it on", name=name or tr("(no name yet)"))
            form.add(DateField(said, name=f"consent/{party_id}", today=self.bench.today))
        form.does(self.extend)
        self._column.insertWidget(2, form)
        self.bench.notes.bring_back(form, PLACE)
        self.bench.notes.watch(form, PLACE)

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over only shows."""
        if read_only:
            self.close_form()
        self._show_buttons()

    def open(self) -> None:
        """Ask until when, and each party."""
        if self._case is not None and self._case.accepted_on is not None:
            self._made_for = []
            self._fill(self._case)
            self._show_buttons()
            self.field("extended_to").setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the question away, and what was typed in it."""
        if self.form is not None:
            self.bench.notes.drop(PLACE)
            drop(self.form)
            self.form = None
        self._show_buttons()

    # -- doing ---------------------------------------------------------------------------

    def _everybody_today(self) -> None:
        """Put today where no day stands; it is kept with the rest."""
        for party_id, _name in self._made_for:
            field = self.field(f"consent/{party_id}")
            if not field.typed().strip():
                field.set_typed(self.bench.desk.today.isoformat())
        self.extend.setFocus(Qt.FocusReason.OtherFocusReason)

    def _consents(self, until: date) -> dict[UUID, date | None]:
        """What is other than what is kept, party by party. A day that stood for another end stands for it."""
        said: dict[UUID, date | None] = {}
        for party_id, _name in self._made_for:
            day, kept = self.field(f"consent/{party_id}").value(), self._kept.get(party_id)
            if (day, until) != ((kept.agreed_on, kept.until) if kept else (None, until)):
                said[party_id] = day
        return said

    def _asked(self) -> date | None:
        """Until when, as it stands in the form; None where something in it means nothing."""
        return self.field("extended_to").value() if self.form is not None and self.form.commit() else None

    def _keep(self) -> None:
        if (until := self._asked()) is not None:
            self.bench.run(extension.consent_to_extension, until, self._consents(until), form=self.form,
                           near=self, done=self._done, notice=tr("The consents are kept."))

    def _extend(self) -> None:
        if (until := self._asked()) is not None:
            self.bench.run(registering.extend, until, self._consents(until), form=self.form,
                           near=self, done=self._done, notice=tr("The mediation period is extended."))

    def _done(self, _changes: object) -> None:
        self.close_form()
