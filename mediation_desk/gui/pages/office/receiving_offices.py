"""Receiving offices: to whom the office refers what is another department's business."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.referral.offices import WORDS, OfficeKind, ReceivingOffice
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, IntegerField, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.library.receiving import shipped_proposals
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices as offices
from mediation_desk.services.office.receiving_offices import OfficeDraft

TABLE_HEIGHT = 220
LONGEST_ANSWER = 250


class ReceivingOfficesPart(OfficePart):
    """The list, and beneath it the office in hand: a new one, or the one that was chosen."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._chosen_office: ReceivingOffice | None = None
        self._proposed = ("", "")  # what was proposed for a kind: written over only where nobody typed
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Receiving offices"))
        self.table.set_empty(tr("No receiving office yet"), tr(
            "Add the offices to which you refer what is their business: social insurance, inspection, "
            "arbitration, court, police, legal aid, union, street office."), picture="arrow-bend-up-right")
        self.add = button(tr("Add an office"), picture="plus")
        self.form = self._form()
        self.keep_button, self.remove = button(tr("Keep")), button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self.table.chosen.connect(self._choose)
        self.add.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)
        self.kind.committed.connect(lambda _kind: self._propose())
        self.form.does(self.keep_button)
        leave_to_office(desk, self.add, self.keep_button, self.remove)

    def _form(self) -> Form:
        form = Form()
        self.kind = form.add(ChoiceField(tr("Kind"), [(kind, tr(kind.label)) for kind in OfficeKind],
                                         name="kind", required=True, width=22))
        form.add(TextField(tr("Name of the office"), name="name", required=True, width=36, limit=100))
        self.takes = form.add(TextField(tr("What it takes"), name="takes", width=64, limit=300), wide=True)
        form.add(TextField(tr("Whom to ask for"), name="contact", width=24, limit=60))
        form.add(TextField(tr("Phone"), name="phone", width=24, limit=60))
        form.add(TextField(tr("Address"), name="address", width=36, limit=200))
        self.days = form.add(IntegerField(tr("Usually answers within"), name="answer_days", least=1,
                                          most=LONGEST_ANSWER, unit=tr("working days to answer in")))
        return form

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(tr("From this list a referral is addressed, and the day of the answer proposed. "
                               "What was referred goes on saying to whom, whatever becomes of the list."),
                            "muted", wrap=True), 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep_button, self.remove))
        may = self.desk.may(Verb.EDIT_RECEIVING_OFFICES)
        for made in (self.add, self.form, self.keep_button, self.remove):
            made.setVisible(may)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now."""
        self.read(offices.receiving_offices, done=self._show)

    def _show(self, found: Sequence[ReceivingOffice]) -> None:
        wanted = self._chosen_office.id if self._chosen_office else None
        self.model.set_rows(found)
        at = next((at for at, one in enumerate(found) if one.id == wanted), None)
        if at is not None:
            self.table.choose_row(at)
            self._choose(found[at])
        else:
            self.begin()

    def _choose(self, office: ReceivingOffice | None) -> None:
        if office is None:
            return
        self._chosen_office, self._proposed = office, ("", "")
        self.form.set_values({name: getattr(office, name) for name in WORDS})
        self.form.clear_errors()
        self.remove.setEnabled(self.desk.branch is None)

    def begin(self) -> None:
        """Empty fields for a further office."""
        self._chosen_office, self._proposed = None, ("", "")
        self.table.clearSelection()
        self.form.set_values({name: None if name in ("kind", "answer_days") else "" for name in WORDS})
        self.form.clear_errors()
        self.remove.setEnabled(False)
        if self.isVisible():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self) -> None:
        """What such an office usually takes, and in how many days it answers; what was typed stays."""
        usual = shipped_proposals().usual.get(cast(OfficeKind, self.kind.value()))
        if usual is None or self._chosen_office is not None:
            return
        told = (usual.takes.text(words().code), str(usual.days or ""))
        for field, before, now in zip((self.takes, self.days), self._proposed, told, strict=True):
            if field.typed() in ("", before):
                field.set_typed(now)
        self._proposed = told

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the office in hand."""
        if not self.form.commit():
            return
        draft, office = _draft(self.form.values()), self._chosen_office
        if office is None:
            self.run(offices.add_office, draft, form=self.form, done=lambda _changes: self.shown(),
                     notice=tr("The office is in the list."))
        else:
            self.run(offices.change_office, office.id, draft, seen=office, form=self.form,
                     done=lambda _changes: self.shown(), notice=tr("The office is kept."),
                     back=lambda: self._put_back_words(office))

    def _put_back_words(self, office: ReceivingOffice) -> None:
        self.run(offices.change_office, office.id, _draft({name: getattr(office, name) for name in WORDS}),
                 done=lambda _changes: self.shown(), notice=tr("Undone."))

    def _remove(self) -> None:
        office = self._chosen_office
        if office is not None:
            self._chosen_office = None
            self.run(offices.remove_office, office.id, done=lambda _changes: self.shown(),
                     notice=tr("The office was taken out."), back=lambda: self._put_back(office))

    def _put_back(self, office: ReceivingOffice) -> None:
        self.run(offices.put_back_office, office.id, done=lambda _changes: self.shown(),
                 notice=tr("Undone."))

    def decided(self, _field: str, mine: bool) -> None:
        """One's own words after all, now that the colleague's were seen; or theirs."""
        office = self._chosen_office
        if mine and office is not None:
            self.run(offices.change_office, office.id, _draft(self.form.values()), form=self.form,
                     done=lambda _changes: self.shown(), notice=tr("The office is kept."))
        else:
            self.shown()

    def clash_words(self) -> ClashWords:
        """A conflict about an office, by its fields."""
        return OfficeClashWords()

    def help_text(self) -> str:
        """F1."""
        return tr("The offices to which matters are referred, with what each takes, whom to ask for, and in "
                  "how many working days it usually answers. Choosing a kind proposes both; they can be "
                  "written over. A referral is addressed from this list, or to an office that is typed.")


def _columns() -> list[Column]:
    return [Column("kind", tr("Kind"), lambda one: tr(one.kind.label), width=20),
            Column("name", tr("Name of the office"), lambda one: one.name, width=28),
            Column("takes", tr("What it takes"), lambda one: one.takes, width=30, stretch=True, yields=1),
            Column("contact", tr("Whom to ask for"), lambda one: one.contact, width=14, yields=2),
            Column("phone", tr("Phone"), lambda one: one.phone, width=16),
            Column("days", tr("Working days"), lambda one: one.answer_days, Kind.NUMBER, width=10)]


def _draft(values: Mapping[str, object]) -> OfficeDraft:
    told = {name: str(values[name] or "") for name in WORDS if name not in ("kind", "answer_days")}
    return OfficeDraft(kind=cast(OfficeKind, values["kind"]),
                       answer_days=cast("int | None", values["answer_days"]), **told)


class OfficeClashWords(ClashWords):
    """A conflict about a receiving office."""

    def place(self, _conflict: Conflict) -> str:
        """What it is about."""
        return tr("Receiving office of the office's list")

    def named(self, _table: str, field: str) -> str:
        """Which of its words."""
        return {"kind": tr("Kind"), "name": tr("Name of the office"), "takes": tr("What it takes"),
                "contact": tr("Whom to ask for"), "phone": tr("Phone"), "address": tr("Address"),
                "answer_days": tr("Usually answers within")}.get(field, field)
