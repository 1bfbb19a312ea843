"""Intake: where the matter came from, when, and what it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField, ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, SuggestField, TextField
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.library.causes import shipped_causes


class MatterForm(Form):
    """The fields of the matter, each saved as it is left."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.group(tr("The matter"))
        self.received = self.add(DateField(tr("Date received"), name="received_on", required=True,
                                                today=bench.today))
        self.kind = self.add(ChoiceField(tr("Kind of work"), choices(KindOfWork), name="kind_of_work",
                                         width=26))
        self.source = self.add(ChoiceField(tr("Source"), choices(Source), name="source", width=26))
        self.confidential = self.add(CheckField(tr("The parties wish the matter kept confidential"),
                                                name="confidential"))
        self.reference = self.add(TextField(tr("12345 order number"), name="source_reference", width=26),
                                  wide=True)  # a row of its own: no hole while there is none
        self.cause = self.add(SuggestField(tr("Cause"), offered_causes(), name="cause"), wide=True)
        self.facts = self.add(TextArea(tr("Facts in brief"), name="facts_in_brief", lines=3,
                                       placeholder=tr("Who worked for whom, and what is in dispute")),
                              wide=True)
        for name in self.names():
            bench.bind(self.field(name), "case", bench.case_id, name)
        self.source.edited.connect(lambda _text: self._show_reference())
        self._show_reference()

    def show_case(self, _case: Case) -> None:
        """The order number stands only where the matter came by the 12345 hotline, or has one."""
        self._show_reference()

    def _show_reference(self) -> None:
        hotline = self.source.typed() == str(Source.HOTLINE)
        self.reference.setVisible(hotline or bool(self.reference.typed()))


def offered_causes() -> list[str]:
    """Causes that are offered; anything else may be typed."""
    return [cause.label.text(words().code) for cause in shipped_causes()]
