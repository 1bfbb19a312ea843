"""Intake: the particulars of one party, as a form that fits what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.leaning import acting_for
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import Authority, Business, PartyKind, Role
from mediation_desk.domain.words import Sentence
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.journal_words import SEXES
from mediation_desk.gui.case.frame.masking import mask_id, mask_phone
from mediation_desk.gui.case.frame.veiled_field import VeiledField
from mediation_desk.gui.kit.fields.choice import CheckField, ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import AnyField, Form
from mediation_desk.gui.kit.fields.line import DateField, LineField, SuggestField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services import unmasking
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.identity import read_credit_code, read_id_number, read_phone

PEOPLES = ("汉族", "回族", "藏族", "土族", "撒拉族", "蒙古族", "维吾尔族", "壮族", "满族", "苗族", "彝族")
ACTING = (Role.AGENT, Role.REPRESENTATIVE)


class _Entered(NamedTuple):
    """A person as the fields have them now."""

    name: str
    id_number: str
    phone: str


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
        column.addStretch(1)
        self.acts_for: ChoiceField | None = None
        self._fill(party)

    # -- the fields ----------------------------------------------------------------------

    def _fill(self, party: Party) -> None:
        if party.role not in ACTING:
            self._add(SegmentField(tr("Kind"), choices(PartyKind), name="kind", required=True))
        person = party.kind is PartyKind.PERSON
        self._person(party) if person else self._organisation(party)
        if party.role in ACTING:
            self._acting(party)
        elif person:
            self._add(TextField(tr("Workplace"), name="workplace", width=26))
            self._add(self._veiled(tr("Bank account"), mask_id, "bank_account", 26, line))

    def _person(self, party: Party) -> None:
        name = self._add(TextField(tr("Name"), name="name", width=18, shape=names.person))
        self._reads(self._add(self._veiled(tr("ID number"), mask_id, "id_number", 22, codes.kept)), _id_words)
        if party.role not in ACTING:
            self._add(DateField(tr("Birth date"), name="birth_date", today=self.bench.today))
            self._add(ChoiceField(tr("Sex"), [(key, tr(word)) for key, word in SEXES.items()], name="sex",
                                  width=14))
            self._add(SuggestField(tr("Ethnicity"), list(PEOPLES), name="ethnicity", width=12))
        self._reads(self._add(self._veiled(tr("Phone"), mask_phone, "phone", 18, phones.kept)), read_phone)
        self._add(TextField(tr("Address"), name="address", width=26))
        for told in ("name", "id_number", "phone"):
            self._listen(told, lambda: name.set_help(self._name_words()))
        name.set_help(self._name_words())

    def _organisation(self, _party: Party) -> None:
        self._add(TextField(tr("Name of the organisation"), name="name", width=26))
        self._reads(self._add(TextField(tr("Credit code"), name="credit_code", width=22, shape=codes.kept)),
                    read_credit_code)
        self._add(TextField(tr("Legal representative"), name="legal_representative", width=18,
                            shape=names.person))
        self._add(TextField(tr("Post"), name="legal_representative_post", width=18))
        self._reads(self._add(self._veiled(tr("Phone"), mask_phone, "phone", 18, phones.kept)), read_phone)
        self._add(TextField(tr("Address"), name="address", width=26))
        self._add(ChoiceField(tr("Kind of enterprise"), choices(Business), name="business",
                              empty=tr("Not said"), width=20))

    def _acting(self, party: Party) -> None:
        self.acts_for = self._add(ChoiceField(tr("Acts for"), self._principals(), name="acts_for",
                                              empty=tr("Choose whom"), width=26))
        if party.role is Role.AGENT:
            self._add(TextField(tr("Law firm or workplace"), name="workplace", width=26))
            self._add(SegmentField(tr("Authority"), choices(Authority), name="authority"))
        else:
            self._add(CheckField(tr("Is an applicant too"), name="also_worker"))

    def _add(self, made: AnyField) -> AnyField:
        self.form.add(made)
        self.bench.bind(made, "party", self.party_id, made.name)
        return made

    def _principals(self) -> list[tuple[object, str]]:
        case = self.bench.view.case if self.bench.view else None
        parties: Sequence[Party] = case.parties if case else ()
        return [(party.id, party.name or tr("(no name yet)")) for party in parties
                if party.role not in ACTING]

    def _veiled(self, text: str, mask: Callable[[str], str], name: str, width: int,
                shape: Callable[[str], str]) -> VeiledField:
        """A number that is masked until somebody goes into it, which the journal keeps."""
        made = VeiledField(text, mask, name=name, width=width, shape=shape)
        made.asked.connect(lambda: self.bench.run(unmasking.unmask, self.party_id))
        return made

    def show_case(self, _case: Case) -> None:
        """Parties may have come or gone."""
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
        me = _Entered(*(self.form.field(name).typed() for name in ("name", "id_number", "phone")))
        told = [tr("This name holds a number; does that belong in another field?")] if any(
            sign.isdecimal() for sign in me.name) else []
        for other in self._beside():
            like = likeness(me, other)
            if like is not Likeness.NONE:
                said = tr("{name} is in the case already.", name=other.name)
                told.append(said if like is Likeness.PERSON else
                            tr("{twice} Is this somebody else of that name?", twice=said))
        return "\n".join(told)

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


def _id_words(text: str) -> str:
    """Birth date and sex that a number tells, and its warnings."""
    reading = read_id_number(text)
    told = []
    if reading.birth_date:
        told.append(tr("{day}, {sex}", day=reading.birth_date.isoformat(), sex=tr(SEXES[reading.sex])))
    return "\n".join(told + [tr_sentence(warning) for warning in reading.warnings])


def same(detail: PartyDetail | None, party_id: UUID, kind: PartyKind, role: Role) -> bool:
    """Whether a detail panel is still the one for this party."""
    return detail is not None and detail.made_for == (party_id, kind, role)
