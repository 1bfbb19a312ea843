"""Receiving offices: to whom the office refers what is another department's business."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.referral.offices import WORDS, OfficeKind, ReceivingOffice
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, IntegerField, TextField
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.office.list_part import ListDoors, ListPart, ListWords, Values
from mediation_desk.library.receiving import shipped_proposals
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices as offices
from mediation_desk.services.office.receiving_offices import OfficeDraft

LONGEST_ANSWER = 250
DOORS = ListDoors(lambda desk, told: offices.add_office(desk, _draft(told)),
                  lambda desk, key, told, seen: offices.change_office(desk, key, _draft(told), seen),
                  offices.remove_office, offices.put_back_office)


class ReceivingOfficesPart(ListPart):
    """The offices; choosing a kind proposes what one of it takes, and in how many days it answers."""

    table_height = 220

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._proposed = ("", "")  # what was proposed for a kind: written over only where nobody typed
        super().__init__(desk, tasks, DOORS, _words(), _columns(), parent)

    def make_form(self) -> Form:
        """What an office is, and how it is reached."""
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
        self.kind.committed.connect(lambda _kind: self._propose())
        return form

    def shown(self) -> None:
        """The list as it is now."""
        self.read(offices.receiving_offices, done=self.show_rows)

    def turned(self, _row: ReceivingOffice | None) -> None:
        """Nothing is proposed yet."""
        self._proposed = ("", "")

    def _propose(self) -> None:
        """What such an office usually takes, and in how many days it answers; what was typed stays."""
        usual = shipped_proposals().usual.get(cast(OfficeKind, self.kind.value()))
        if usual is None or self.in_hand is not None:
            return
        told = (usual.takes.text(words().code), str(usual.days or ""))
        for field, before, now in zip((self.takes, self.days), self._proposed, told, strict=True):
            if field.typed() in ("", before):
                field.set_typed(now)
        self._proposed = told

    def help_text(self) -> str:
        """F1."""
        return tr("The offices to which matters are referred, with what each takes, whom to ask for, and in "
                  "how many working days it usually answers. Choosing a kind proposes both; they can be "
                  "written over. A referral is addressed from this list, or to an office that is typed.")


def _words() -> ListWords:
    return ListWords(
        name=tr("Receiving offices"),
        about=tr("From this list a referral is addressed, and the day of the answer proposed. "
                 "What was referred goes on saying to whom, whatever becomes of the list."),
        empty=tr("No receiving office yet"),
        empty_help=tr("Add the offices to which you refer what is their business: social insurance, "
                      "inspection, arbitration, court, police, legal aid, union, street office."),
        picture="arrow-bend-up-right", add=tr("Add an office"), added=tr("The office is in the list."),
        kept=tr("The office is kept."), removed=tr("The office was taken out."),
        clash=tr("Receiving office of the office's list"))


def _columns() -> list[Column]:
    return [Column("kind", tr("Kind"), lambda one: tr(one.kind.label), width=20),
            Column("name", tr("Name of the office"), lambda one: one.name, width=28),
            Column("takes", tr("What it takes"), lambda one: one.takes, width=30, stretch=True, yields=1),
            Column("contact", tr("Whom to ask for"), lambda one: one.contact, width=14, yields=2),
            Column("phone", tr("Phone"), lambda one: one.phone, width=16),
            Column("days", tr("Working days"), lambda one: one.answer_days, Kind.NUMBER, width=10)]


def _draft(values: Values) -> OfficeDraft:
    told = {name: str(values[name] or "") for name in WORDS if name not in ("kind", "answer_days")}
    return OfficeDraft(kind=cast(OfficeKind, values["kind"]),
                       answer_days=cast("int | None", values["answer_days"]), **told)
