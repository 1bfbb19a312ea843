"""Intake: of several respondents, the day on which each consented to mediation or said that it does not."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField
from mediation_desk.gui.kit.words import tr


class EachConsents(QWidget):
    """Two days for each respondent, one of which is filled in; away while there is only one respondent.
    Made anew as respondents come and go."""

    def __init__(self, bench: CaseBench, primary: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._primary = bench, primary
        self._made_for: list[tuple[UUID, str]] = []
        self.form = Form(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.form)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Ask each of several respondents."""
        named = in_role(case.parties, Role.RESPONDENT)
        wanted = [*told_apart(named).items()] if len(named) > 1 else []
        if wanted != self._made_for:
            self._made_for = wanted
            self._make(named if wanted else [])
        self.setVisible(bool(wanted))

    def _make(self, respondents: list[Party]) -> None:
        drop(self.form)
        self.form = Form(self)
        called = told_apart(respondents)
        for one in respondents:
            name = called[one.id] or tr("(no name yet)")
            self._ask(one, "agreed_on", tr("{name} consents on", name=name))
            self._ask(one, "declined_on", tr("or does not consent, told on"))
        self.form.does(self._primary)
        self._column.addWidget(self.form)

    def _ask(self, respondent: Party, attribute: str, words: str) -> None:
        made = self.form.add(DateField(words, name=f"{attribute}/{respondent.id}",
                                       today=self._bench.today))
        self._bench.bind(made, "party", respondent.id, attribute)

    def show_error(self, error: DeskError) -> bool:
        """Say it beside the respondent whom it concerns."""
        return self.form.show_error(error)
