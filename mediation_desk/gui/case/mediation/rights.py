"""Rights told: to whom, on which day, by whom, and what each party answered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.rights import RightsTold, untold
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.form_place import FormPlace
from mediation_desk.gui.case.frame.layouts import fit_height
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, TextField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import rights
from mediation_desk.services.reading import CaseView

ANSWERS = {RightsAnswer.UNDERSTOOD: ("agreed", ""), RightsAnswer.OTHER_MEDIATOR: ("disputed", ""),
           RightsAnswer.INTERPRETER: ("disputed", "translate")}
PLACE = "rights"
NARROW = 24


def at_the_table(case: Case) -> list[Party]:
    """Whoever is told their rights: the parties of both sides."""
    return [*case.applicants, *case.respondents]


def in_order(case: Case) -> list[RightsTold]:
    """The acts by their day, of one day as the parties stand in the case."""
    places = {party.id: party.position for party in case.parties_all}
    return sorted(case.rights_told, key=lambda one: (one.told_on, places.get(one.party_id, 0), one.id))


class TellingForm(Form):
    """The day, who told, and what each party answered; nothing is answered beforehand."""

    def __init__(self, bench: CaseBench, parties: list[Party], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parties = parties
        self.add(DateField(tr("Told on"), name="told_on", required=True,
                           today=bench.today)).set_value(bench.desk.today)
        self.add(TextField(tr("Told by"), name="told_by", required=True,
                           width=NARROW)).set_value(bench.desk.who.name)
        for party, called in told_apart(parties).items():
            self.add(ChoiceField(called or tr("(no name yet)"), choices(RightsAnswer), width=NARROW,
                                 name=f"answer/{party}", empty=tr("Not told")))

    def answers(self) -> dict[UUID, RightsAnswer]:
        """What was answered, by party."""
        values = self.values()
        return {party.id: answer for party in self.parties
                if isinstance(answer := values[f"answer/{party.id}"], RightsAnswer)}


class RightsPart(QWidget):
    """The acts in a table, and a form for the next one."""

    asks = Signal(object)  # a party that asks for another mediator

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._place = FormPlace[TellingForm](bench)
        self._view: CaseView | None = None
        self.model = RowsModel([
            Column("told_on", tr("Told on"), lambda one: one.told_on, Kind.DATE, width=12),
            Column("party", tr("Party"), self._party, width=24, stretch=True),
            Column("answer", tr("Answer"), self._answer, Kind.STATE, width=26),
            Column("told_by", tr("Told by"), lambda one: one.told_by, width=16)])
        self.table = Table(self.model, name=tr("Rights told"))
        self.table.set_empty(tr("Nobody was told their rights yet"),
                             tr("Tell each party its rights and duties, and enter what it answers."),
                             picture="megaphone")
        self.tell = button(tr("Tell the rights …"), picture="plus")
        self.keep_button, self.cancel = button(tr("Keep what was told")), button(tr("Cancel"), "quiet")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self.tell.clicked.connect(self.open)
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.close_form)
        self.remove.clicked.connect(self._remove)
        self.table.chosen.connect(lambda row: self.remove.setVisible(row is not None and not bench.read_only))

    def _lay(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addWidget(label(tr("Rights told"), "group"))
        self._column.addWidget(self.table)
        self._column.addLayout(self._place.box)
        self._column.addLayout(row_of(self.tell, self.keep_button, self.cancel, self.remove))
        for made in (self.keep_button, self.cancel, self.remove):
            made.hide()

    # -- what a row says -----------------------------------------------------------------

    def _party(self, one: RightsTold) -> str:
        rows = self._view.case.parties_all if self._view else []
        return next((party.name for party in rows if party.id == one.party_id), "")

    @staticmethod
    def _answer(one: RightsTold) -> State:
        meaning, picture = ANSWERS[one.answer]
        return State(tr(one.answer.label), meaning, picture)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Who was told; a form that is open stays."""
        self._view = view
        told = in_order(view.case)
        self.model.set_rows(told)
        fit_height(self.table, len(told))
        waits = view.case.accepted_on is not None and not self.bench.read_only
        self.tell.setVisible(waits and self.form is None)
        self.remove.setVisible(self.table.current_row() is not None and waits)
        if self.bench.read_only:
            self.close_form()

    # -- doing ---------------------------------------------------------------------------

    @property
    def form(self) -> TellingForm | None:
        """The act that is being entered."""
        return self._place.form

    def open(self) -> None:
        """Ask the parties who were not told yet; all of them again once everybody was."""
        if self._view is None or self.form is not None:
            return
        case = self._view.case
        everybody = at_the_table(case)
        form = TellingForm(self.bench, untold(case.rights_told, everybody) or everybody, self)
        self._place.put(form, PLACE, self.keep_button)
        self._show_buttons()
        form.field(form.names()[2]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        opened = self.form is not None
        self.tell.setVisible(not opened and not self.bench.read_only)
        self.keep_button.setVisible(opened)
        self.cancel.setVisible(opened)

    def leave(self) -> None:
        """Put the form by; what was answered in it stays for the next time."""
        self._place.put_by()
        self._show_buttons()

    def close_form(self) -> None:
        """Put the form away, and forget it."""
        self._place.put_away()
        self._show_buttons()

    def keep(self) -> None:
        """Keep the act."""
        if self.form is None or not self.form.commit():
            return
        answers, values = self.form.answers(), self.form.values()
        if not answers:
            first = self.form.field(self.form.names()[2])
            first.set_error(tr("Say what at least one party answered."))
            first.setFocus()
            return
        told_on = values["told_on"]
        assert isinstance(told_on, date)
        self.bench.run(rights.tell_rights, told_on, str(values["told_by"]), answers, form=self.form,
                       near=self, done=lambda _changes: self._kept(answers),
                       notice=tr("It is kept what was told."))

    def _kept(self, answers: dict[UUID, RightsAnswer]) -> None:
        self.close_form()
        asking = [party for party, answer in answers.items() if answer is RightsAnswer.OTHER_MEDIATOR]
        if asking:
            self.asks.emit(asking[0])

    def _remove(self) -> None:
        row = self.table.current_row()
        if isinstance(row, RightsTold):
            self.bench.run(rights.remove_rights, row.id, near=self, notice=tr("The entry was taken out."))
