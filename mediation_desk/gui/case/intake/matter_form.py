"""Intake: where the matter came from, when, and what it is about."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField, ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, SuggestField, TextField
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.site_field import belonging
from mediation_desk.library.causes import shipped_causes
from mediation_desk.services.intake.moving import move_site
from mediation_desk.services.reading import CaseView


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
        self.site = self.add(ChoiceField(tr("Site"), (), name="site", width=26), wide=True)
        self.site.setProperty("staysOpen", True)  # a case that is over is moved too, by whoever may
        self.site.hide()
        self.site.committed.connect(self._move)
        for name in (one for one in self.names() if one != self.site.name):
            bench.bind(self.field(name), "case", bench.case_id, name)
        self.source.edited.connect(lambda _text: self._show_reference())
        self._show_reference()

    def show_case(self, view: CaseView) -> None:
        """The order number stands only where the matter came by the 12345 hotline, or has one; the site only
        in an office that has any."""
        self._show_reference()
        offered = belonging(view.sites, view.case.site_id)
        self.site.set_choices(offered)
        self.site.set_value(chosen(view.case.site_id))
        self.site.setVisible(bool(offered))
        self.site.set_read_only(not (may_now(view.case, "move_site")
                                     and self._bench.desk.may(Verb.MOVE_CASE, own_case=view.own)))

    def _move(self, site_id: object) -> None:
        """The case belongs to another site."""
        if isinstance(site_id, UUID):
            self._bench.run(move_site, site_id, form=self, near=self,
                            notice=tr("The case is moved to “{name}”.", name=self.site.combo.currentText()))

    def _show_reference(self) -> None:
        hotline = self.source.typed() == str(Source.HOTLINE)
        self.reference.setVisible(hotline or bool(self.reference.typed()))


def offered_causes() -> list[str]:
    """Causes that are offered; anything else may be typed."""
    return [cause.label.text(words().code) for cause in shipped_causes()]
