"""The worker of a new case: one whom the office may know already, or a list of names pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.people import kept
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.intake.new_case.offers import OfferField
from mediation_desk.gui.intake.new_case.told import offered_person, person_words, read_number
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pasted_people import PastedPeople
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import known, offering
from mediation_desk.services.intake.known import KnownPerson
from mediation_desk.services.intake.offering import PersonOffer
from mediation_desk.services.intake.registering import ClaimDraft, PartyDraft

PAUSE_MS = 200
NAMES = ("name", "phone", "id_number", "address")
PERSON = PartyKind.PERSON


class WorkerPart(Form):
    """``one`` worker with their particulars, or ``several`` of whom names are pasted.

    Of whoever the office knows already is told in which cases, as far as one may see; that it is the same
    person is ticked by whoever registers. ``changed``: something was filled in or ticked.
    """

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._id_kind: IdKind | None = None
        self._same_as: UUID | None = None
        self._known = KnownPerson()
        self.group(tr("Worker"))
        self.name = self._offers(tr("Name"), "name", 26)
        self.phone = self._offers(tr("Phone"), "phone", 20)
        self.number = self._offers(tr("ID number"), "id_number", 26)
        self.address = self._offers(tr("Address"), "address", 26, find=False)
        self.told = self.add_widget(label("", "small", wrap=True))
        self.same = self.add(CheckField("", name="same"), wide=True)
        self.listed = self.add(TextArea(
            tr("Applicants"), name="applicants", lines=4, most=8,
            help=tr("One person a line: the name, and the ID number and phone where they are at hand; a list "
                    "may be pasted.")), wide=True)
        self.people = self.add_widget(PastedPeople(self.listed, brief=True))
        self.several = self.add_widget(button("", "link"))
        self.several.setCheckable(True)
        self.several.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.several.toggled.connect(lambda _on: self._show())
        self.same.committed.connect(lambda _on: self.changed.emit())
        for field in (self.name, self.phone, self.number):
            field.edited.connect(lambda _text: self._pause.start())
        self.begin_anew()

    def _offers(self, words: str, name: str, width: int, *, find: bool = True) -> OfferField:
        look = partial(offering.persons, self._desk) if find else _nobody
        made = self.add(OfferField(words, self._tasks, look, offered_person, name=name, width=width,
                                   shape=partial(kept, name, kind=PERSON)))
        made.chosen.connect(self.fill)
        return made

    # -- one or several --------------------------------------------------------------------

    def _show(self) -> None:
        several = self.several.isChecked()
        for field in (self.name, self.phone, self.number, self.address):
            field.setVisible(not several)
        self.listed.setVisible(several)
        self.people.setVisible(several)
        self.told.setVisible(not several and bool(self.told.text()))
        self.same.setVisible(not several and bool(self._known.cases))
        self.several.setText(tr("One worker") if several else tr("Several workers: paste a list"))
        self.changed.emit()

    def begin_anew(self) -> None:
        """Nobody entered yet."""
        self._id_kind, self._same_as, self._known = None, None, KnownPerson()
        self._known_of = Typed()
        for field in (self.name, self.phone, self.number, self.address):
            field.set_value("")
            field.set_typed("")
        self.people.begin()
        self.same.set_value(False)
        self.told.setText("")
        self.several.setChecked(False)
        self._show()

    # -- known already ---------------------------------------------------------------------

    def fill(self, offer: PersonOffer) -> None:
        """Somebody known was chosen: their particulars stand in the fields, and it is the same person."""
        self._id_kind, self._same_as = offer.id_kind, offer.party_id
        for field, text in ((self.name, offer.name), (self.phone, offer.phone),
                            (self.number, offer.id_number), (self.address, offer.address)):
            field.set_typed(text)
            field.commit()
        self._look()

    def _typed_person(self) -> Typed:
        return Typed(PERSON, self.name.typed(), self.number.typed(), self.phone.typed())

    def _look(self) -> None:
        """Ask whether the office knows who stands there now."""
        self._pause.stop()
        asked = self._typed_person()
        self._tasks.read(known.person, self._desk, asked, done=lambda found: self._found(asked, found),
                         receiver=self)

    def _found(self, asked: Typed, found: KnownPerson) -> None:
        if asked != self._typed_person():
            return
        self._known, self._known_of = found, _as_entered(asked)
        cases = {one.party_id: one for one in found.cases}
        same = self._same_as in cases
        self.same.set_value(same)
        if found.cases:
            newest = cases[self._same_as] if same and self._same_as else found.cases[0]
            self._same_as = newest.party_id if same else None
            self.same.tick.setText(tr("The same person as in {number}", number=newest.number))
            self.same.tick.setAccessibleName(self.same.tick.text())
        else:
            self._same_as = None
        said = [*read_number(asked.id_number, self._id_kind), *person_words(found)]
        self.told.setText("\n".join(said))
        self._show()

    @property
    def looking(self) -> bool:
        """Whether somebody was typed who was not looked for yet."""
        return self._pause.isActive()

    # -- as entered ------------------------------------------------------------------------

    def drafts(self, claims: Sequence[ClaimDraft]) -> list[PartyDraft]:
        """The workers as they stand in the fields, each with what they ask for."""
        if self.several.isChecked():
            return [replace(one, claims=tuple(claims)) for one in self.people.drafts()]
        told: dict[str, object] = {name: text for name, text in (
            ("id_number", self.number.value()), ("phone", self.phone.value()),
            ("address", self.address.value())) if text}
        if not (self.name.value() or told):
            return []
        if self._id_kind and self.number.value():
            told["id_kind"] = self._id_kind
        return [PartyDraft(Role.APPLICANT, self.name.value(), PERSON, told, tuple(claims), self._joined())]

    def _joined(self) -> UUID | None:
        """Whose case was ticked; nobody's where something else was typed since, which is looked for still."""
        is_answered = _as_entered(self._typed_person()) == self._known_of
        if not self.same.value() or not self._known.cases or not is_answered:
            return None
        return self._same_as or self._known.cases[0].party_id

    @property
    def wrong(self) -> bool:
        """Whether a pasted line cannot be taken as it stands."""
        return self.several.isChecked() and bool(self.people.wrong)

    def title(self) -> str:
        """Whom the matter is called after, by what is typed."""
        if self.several.isChecked():
            return self.listed.typed().strip().partition("\n")[0].strip()
        return self.name.typed().strip() or self.phone.typed().strip()

    def state(self) -> dict[str, Any]:
        """All that was typed, for a draft."""
        return {"several": self.several.isChecked(), "applicants": self.listed.typed(),
                "id_kind": str(self._id_kind or ""), "same_as": str(self._same_as or ""),
                **{name: self.field(name).typed() for name in NAMES}}

    def bring_back(self, state: Mapping[str, Any]) -> None:
        """What was typed, as a draft has it."""
        for name in (*NAMES, "applicants"):
            self.field(name).set_typed(str(state.get(name, "")))
            if name != "applicants":
                self.field(name).commit()
        self._id_kind = next((one for one in IdKind if one == state.get("id_kind")), None)
        same = str(state.get("same_as") or "")
        self._same_as = UUID(same) if same else None
        self.several.setChecked(bool(state.get("several")))
        self._look()


def _as_entered(typed: Typed) -> Typed:
    """Who is typed, as it is kept."""
    told = {name: kept(name, getattr(typed, name), PERSON) for name in ("name", "id_number", "phone")}
    return Typed(typed.kind, **told)


def _nobody(_text: str) -> list[PersonOffer]:
    return []
