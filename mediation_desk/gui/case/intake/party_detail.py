"""Intake: the particulars of one party, as a form that fits what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.leaning import acting_for
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.particulars import ACTING, Identity, Particular, particulars, telling
from mediation_desk.domain.people import SEXES, Party, kept
from mediation_desk.domain.vocabulary import Authority, Business, PartyKind, Role
from mediation_desk.domain.words import N_, Sentence
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.veiled_field import VeiledField
from mediation_desk.gui.case.intake.known import KnownElsewhere
from mediation_desk.gui.kit.fields.choice import CheckField, ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import AnyField, Form
from mediation_desk.gui.kit.fields.line import DateField, LineField, SuggestField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services import unmasking
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.identity import (
    read_credit_code,
    read_id_number,
    read_name,
    read_phone,
    read_signs,
)

PEOPLES = ("汉族", "回族", "藏族", "土族", "撒拉族", "蒙古族", "维吾尔族", "壮族", "满族", "苗族", "彝族")
CALLED: Mapping[tuple[str, PartyKind | Role], str] = MappingProxyType({
    ("name", PartyKind.ORGANISATION): N_("Name of the organisation"),
    ("workplace", Role.AGENT): N_("Law firm or workplace")})
"""Where a particular has another label than it has in general."""


LINES: Mapping[str, int] = MappingProxyType({
    "kind": 0, "name": 26, "id_kind": 26, "id_number": 22, "credit_code": 22, "legal_representative": 18,
    "legal_representative_post": 18, "birth_date": 0, "sex": 14, "ethnicity": 12, "phone": 18, "address": 26,
    "business": 20, "acts_for": 26, "workplace": 26, "authority": 0, "also_worker": 0, "bank_account": 26})
"""The form's particulars in their order, each with its width in letters (0: its own)."""


LONGEST_NAME = 56  # letters; names of 25 characters are not rare, and some have more


class PartyDetail(QWidget):
    """One party's fields, each saved as it is left. Made anew for another party, or another kind.
    ``removed`` as somebody takes the party out."""

    removed = Signal()

    def __init__(self, bench: CaseBench, party: Party, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.party_id = bench, party.id
        self.made_for = (party.id, party.kind, party.role)
        self.form = Form(self)
        self.remove = button(tr("Remove"), "quiet", picture="trash", parent=self)
        self.remove.clicked.connect(self._remove)
        top = QHBoxLayout()
        top.addWidget(label(tr(party.role.label), "group"), 1)
        top.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(top)
        column.addWidget(self.form)
        self.elsewhere = KnownElsewhere(bench, party, self)
        column.addWidget(self.elsewhere)
        column.addStretch(1)
        self.acts_for: ChoiceField | None = None
        self._signs: list[str] = []  # what keeping the name changes in what was typed
        self._fill(party)

    # -- the fields ----------------------------------------------------------------------

    def _fill(self, party: Party) -> None:
        self._makers: Mapping[str, Callable[[str, Particular], Field]] = {
            "kind": self._kind, "id_kind": self._id_kind, "birth_date": self._birth_date, "sex": self._sex,
            "ethnicity": self._ethnicity, "business": self._business, "acts_for": self._acts_for,
            "authority": self._authority, "also_worker": self._also_worker}
        for name in LINES:
            told = particulars(Party)[name]
            if told.belongs(party.kind, party.role):
                made = self._add(self._makers.get(name, self._text)(name, told))
                if name in READ and isinstance(made, LineField):
                    self._reads(made, READ[name])
        if party.kind is PartyKind.PERSON:
            self._watch_name()
            self._watch_number()
        else:
            self._watch_signs("legal_representative", read_name)
        for name in {*SIGNS} & {*self.form.names()} - ({"name"} if party.kind is PartyKind.PERSON else set()):
            self._watch_signs(name, read_signs)

    def _watch_number(self) -> None:
        """A document's number is read as one of its kind."""
        number, kind = self.form.field("id_number"), self.form.field("id_kind")

        def say() -> None:
            chosen = kind.value()
            number.set_help(_id_words(number.typed(), chosen if isinstance(chosen, IdKind) else None))

        for told in ("id_kind", "id_number"):
            self._listen(told, say)
        say()

    def _watch_signs(self, name: str, read: Callable[[str], Sequence[Sentence]]) -> None:
        """Say what is kept otherwise than it was typed, until something else is typed."""
        field = self.form.field(name)
        field.edited.connect(lambda text: field.set_help("\n".join(map(tr_sentence, read(text)))))

    def _watch_name(self) -> None:
        """Whatever tells who somebody is may tell that they are in the case already."""
        name = self.form.field("name")
        name.edited.connect(self._note_signs)
        name.committed.connect(lambda kept: name.set_width(_room_for(str(kept))))
        name.set_width(_room_for(name.typed()))
        for told in ("name", *self._telling()):
            self._listen(told, lambda: name.set_help(self._name_words()))
        name.set_help(self._name_words())

    def _note_signs(self, typed: str) -> None:
        self._signs = [tr_sentence(said) for said in read_name(typed)]

    def _telling(self) -> list[str]:
        _id, kind, role = self.made_for
        return [name for way in Identity for name in telling(Party, way)
                if particulars(Party)[name].belongs(kind, role)]

    def _text(self, name: str, told: Particular) -> Field:
        """A text; a number that is masked until somebody goes into it, which the journal keeps."""
        _id, kind, role = self.made_for
        text = tr(CALLED.get((name, kind), CALLED.get((name, role), told.label)))
        shape: Callable[[str], str] = partial(kept, name, kind=kind)
        width = 26 if name == "name" and kind is PartyKind.ORGANISATION else LINES[name]
        if told.mask is None:
            return TextField(text, name=name, width=width, shape=shape)
        made = VeiledField(text, told.mask, name=name, width=width, shape=shape)
        made.asked.connect(lambda: self.bench.run(unmasking.unmask, self.party_id))
        return made

    def _kind(self, name: str, told: Particular) -> Field:
        return SegmentField(tr(told.label), choices(PartyKind), name=name, required=True)

    def _id_kind(self, name: str, told: Particular) -> Field:
        return ChoiceField(tr(told.label), choices(IdKind), name=name, empty=tr("As its number tells"),
                           width=LINES[name])

    def _birth_date(self, name: str, told: Particular) -> Field:
        return DateField(tr(told.label), name=name, today=self.bench.today)

    def _sex(self, name: str, told: Particular) -> Field:
        known = [(key, tr(word)) for key, word in SEXES.items()]
        return ChoiceField(tr(told.label), known, name=name, width=LINES[name])

    def _ethnicity(self, name: str, told: Particular) -> Field:
        return SuggestField(tr(told.label), list(PEOPLES), name=name, width=LINES[name])

    def _business(self, name: str, told: Particular) -> Field:
        return ChoiceField(tr(told.label), choices(Business), name=name, empty=tr("Not said"),
                           width=LINES[name])

    def _acts_for(self, name: str, told: Particular) -> Field:
        self.acts_for = ChoiceField(tr(told.label), self._principals(), name=name, empty=tr("Choose whom"),
                                    width=LINES[name])
        return self.acts_for

    def _authority(self, name: str, told: Particular) -> Field:
        return SegmentField(tr(told.label), choices(Authority), name=name)

    def _also_worker(self, name: str, told: Particular) -> Field:
        return CheckField(tr(told.label), name=name)

    def _add(self, made: AnyField) -> AnyField:
        self.form.add(made)
        self.bench.bind(made, "party", self.party_id, made.name)
        return made

    def _principals(self) -> list[tuple[object, str]]:
        case = self.bench.view.case if self.bench.view else None
        parties: Sequence[Party] = case.parties if case else ()
        named = told_apart(party for party in parties if party.role not in ACTING)
        return [(party, name or tr("(no name yet)")) for party, name in named.items()]

    def show_case(self, case: Case) -> None:
        """Parties may have come or gone."""
        self.elsewhere.show_case(case)
        if self.acts_for is not None:
            self.acts_for.set_choices(self._principals())
            self.acts_for.set_value(self.acts_for.value())

    # -- what numbers say ----------------------------------------------------------------

    def _reads(self, field: LineField, read: Callable[[str], Sequence[Sentence] | str]) -> None:
        """Say beneath a number, as it is typed, what it tells or what looks wrong with it."""
        def say(text: str) -> None:
            told = read(text)
            field.set_help(told if isinstance(told, str) else "\n".join(map(tr_sentence, told)))

        field.edited.connect(say)
        field.committed.connect(lambda value: say(str(value)))
        say(field.typed())

    def _listen(self, name: str, said: Callable[[], object]) -> None:
        """Say anew what follows from a field, as it is typed and once it is kept."""
        field = self.form.field(name)
        field.edited.connect(lambda _text: said())
        field.committed.connect(lambda _value: said())

    def _name_words(self) -> str:
        """What is asked about the name: a number in it, and others in the case who may be the same."""
        me = self._entered()
        told = [*self._signs]
        if any(sign.isdecimal() for sign in me.name):
            told.append(tr("This name holds a number; does that belong in another field?"))
        for other in self._beside():
            like = likeness(me, other)
            if like is not Likeness.NONE:
                said = tr("{name} is in the case already.", name=other.name)
                told.append(said if like is Likeness.PERSON else
                            tr("{twice} Is this somebody else of that name?", twice=said))
        return "\n".join(told)

    def _entered(self) -> Party:
        """A person as the fields have them now."""
        _id, kind, role = self.made_for
        made = Party(id=self.party_id, case_id=self.bench.case_id, position=0, role=role, kind=kind)
        for name in ("name", *self._telling()):
            setattr(made, name, self.form.field(name).typed())
        return made

    def _beside(self) -> list[Party]:
        """The others who have the same part in the case."""
        parties = self.bench.view.case.parties if self.bench.view else []
        return [one for one in parties if one.role is self.made_for[2] and one.id != self.party_id]

    def _remove(self) -> None:
        field = next((one for one in self.findChildren(Field) if one.name == "name"), None)
        name = field.typed() if field is not None else ""
        self.removed.emit()
        case = self.bench.view.case if self.bench.view else None
        others = acting_for(case, self.party_id) if case else []
        told = tr("Removed: {name}, and who acts for them: {others}", name=name or tr("(no name yet)"),
                  others=others) if others else tr("Removed: {name}", name=name or tr("(no name yet)"))
        self.bench.run(registering.remove_party, self.party_id, notice=told)


def _room_for(name: str) -> int:
    """The width in letters at which a name shows whole; two to a Chinese character."""
    return min(max(LINES["name"], 2 * len(name) + 2), LONGEST_NAME)


def _id_words(text: str, kind: IdKind | None = None) -> str:
    """What a number tells: the document that it looks like where nobody said it, birth date and sex; and its
    warnings."""
    reading = read_id_number(text, kind)
    told = []
    if reading.guessed and reading.kind not in (None, IdKind.RESIDENT):
        told.append(tr("Looks like: {document}. Choose it if it is.", document=tr(reading.kind.label)))
    if reading.birth_date:
        told.append(tr("{day}, {sex}", day=reading.birth_date.isoformat(), sex=tr(SEXES[reading.sex])))
    return "\n".join(told + [tr_sentence(warning) for warning in reading.warnings])


SIGNS = ("name", "ethnicity", "address", "workplace", "legal_representative_post")
"""Texts in which an old system may have written signs of its own."""
READ: Mapping[str, Callable[[str], Sequence[Sentence] | str]] = MappingProxyType({
    "credit_code": read_credit_code, "phone": read_phone})
"""What is said beneath a number as it is typed."""


def same(detail: PartyDetail | None, party_id: UUID, kind: PartyKind, role: Role) -> bool:
    """Whether a detail panel is still the one for this party."""
    return detail is not None and detail.made_for == (party_id, kind, role)
