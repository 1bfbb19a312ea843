"""Statistical forms as text, each seen filled before it is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.filled.sheet import FilledSheet
from mediation_desk.gui.pages.filled.words import called
from mediation_desk.gui.pages.office.form_text import FormDoors, FormLine, FormTextPart, FormWords
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import forms


def _keep(desk: Desk, _key: str, text: str, seen: str | None) -> Any:
    """A statistical form says its id itself."""
    return forms.keep(desk, text, seen)


DOORS = FormDoors(forms.listed, forms.text_of, forms.own_text_of, _keep, forms.drop)


class ReportFormsPart(FormTextPart):
    """The chosen form's text, and beneath it how it looks filled."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, DOORS, FormWords(
            tr("What reports count, as text that a clerk can read and change."), tr("Statistical form"),
            tr("With another id it becomes a form of its own beside this one."), tr("See it filled"),
            tr("The form is kept; reports use it from now on.")), parent)
        self.sheet = FilledSheet(self)
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        self.sheet.hide()

    def line(self, listed: forms.FormLine) -> FormLine:
        """What a line of the list is."""
        return FormLine(listed.id, called(listed.label), listed.standing, listed.trouble)

    def see(self) -> None:
        """Fill the form as it is typed; what is wrong is said with its line."""
        if self.form.commit():
            self.tasks.read(forms.previewed, self.desk, self.text.value(), done=self._filled,
                            failed=self.refused, receiver=self, label=tr("Filling the form …"))

    def _filled(self, filled: FilledForm) -> None:
        self.form.clear_errors()
        self.sheet.show_form(filled)
        self.sheet.show()
        self.reveal(self.sheet)

    def put_away(self) -> None:
        """Another text stands there."""
        self.sheet.hide()

    def help_text(self) -> str:
        """F1."""
        return tr("A statistical form says which tables it has and what their rows and columns count. Choose "
                  "one, change its text and look at it filled: a fault is said with its line. Kept, it "
                  "stands in place of the shipped one, which can be had back at any time; with another id "
                  "it becomes a further form. Numbers that were frozen are not touched by it.")
