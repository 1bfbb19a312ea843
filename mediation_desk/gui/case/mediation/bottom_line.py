"""How far a side would go, part by part: whose line it is, for whom it stands, and how it moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.private import PrivateTalk, PrivateWord
from mediation_desk.domain.mediation.sealed import stands_for
from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.entry import Entry, belongs, emptied, lay_entries, stamp
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    IntegerField,
    MoneyField,
    TextField,
)
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.services.mediation import caucus


class LinePart(QWidget):
    """The latest line of the side, or of each who has one of their own, with its former ones beneath."""

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.whose = bench, side
        self._choices: list[tuple[UUID, str]] = []
        self.lines, self.form = QVBoxLayout(), self._form()
        self.button = button(tr("Keep the bottom line"))
        lay_entries(self, tr("Bottom line"), self.lines, self.form, self.button)
        belongs(self.form, self.button, bench, side)
        self.form.does(self.button)
        self.button.clicked.connect(self.keep)
        self.party.committed.connect(lambda _who: self._ask_consents())
        bench.notes.bring_back(self.form, self.place)
        bench.notes.watch(self.form, self.place)
        self._ask_consents()

    @property
    def place(self) -> str:
        """Where what is being typed is kept."""
        return f"alone/{self.whose.value}/line"

    def _form(self) -> Form:
        form, worker = Form(self), self.whose is Side.APPLICANT
        self.party = form.add(ChoiceField(tr("Whose line"), name="party", empty=tr("The whole side"),
                                          width=20), wide=True)
        self.consenting = form.add(TickedField(
            tr("Who consented to it"), UUID, name="consenting",
            help=tr("A representative's line does not stand for whoever did not consent.")), wide=True)
        form.add(MoneyField(tr("Not under") if worker else tr("Not over"), name="bottom_line", required=True))
        form.add(MoneyField(tr("First share at least") if worker else tr("First share at most"),
                            name="first_share"))
        form.add(IntegerField(tr("Most instalments"), name="most", least=1, most=60))
        form.add(IntegerField(tr("Fewest instalments"), name="fewest", least=1, most=60))
        form.add(DateField(tr("Last payment by") if worker else tr("Last payment not before"),
                           name="last_on", today=self.bench.today, look="ahead"))
        form.add(TextField(tr("Conditions"), name="conditions", width=26), wide=True)
        form.add(TextField(tr("In their words"), name="text", width=26), wide=True)
        self._offer_people()
        return form

    # -- whose ---------------------------------------------------------------------------

    @property
    def _case(self) -> Case | None:
        return self.bench.view.case if self.bench.view else None

    def _offer_people(self) -> None:
        """The side's own people, and the representatives that the workers elected."""
        case = self._case
        if case is None:
            return
        worker = self.whose is Side.APPLICANT
        people = case.applicants if worker else case.respondents
        elected = case.representatives if worker else []
        choices = [*(told_apart(people).items() if len(people) > 1 else ()),
                   *((one.id, tr("{name} (elected representative)", name=one.name)) for one in elected)]
        if choices != self._choices:  # else what is chosen and not kept yet would go
            self._choices, chosen = choices, self.party.typed()
            self.party.set_choices(choices)
            self.party.set_typed(chosen)
        self.consenting.set_choices(told_apart(people) if elected else {})
        self.party.setVisible(len(people) > 1 or bool(elected))

    def _ask_consents(self) -> None:
        """Only what a representative says asks who consented to it."""
        case = self._case
        elected = {one.id for one in case.representatives} if case else set()
        chosen = self.party.typed()
        self.consenting.setVisible(any(str(one) == chosen for one in elected))

    # -- showing -------------------------------------------------------------------------

    def show_talk(self, talk: PrivateTalk) -> None:
        """Each one's latest line, with those that it takes the place of; what is being typed stays."""
        self._offer_people()
        self._ask_consents()
        empty_layout(self.lines)
        kept = sorted(talk.of(self.whose, SealedKind.BOTTOM_LINE), key=lambda word: str(word.party_id or ""))
        for _who, group in groupby(kept, key=lambda word: word.party_id):
            self._show_line(list(group))
        if not kept:
            self.lines.addWidget(label(tr("No bottom line is known yet."), "muted"))

    def _show_line(self, history: Sequence[PrivateWord]) -> None:
        latest = history[-1]
        made = Entry(self._told(latest), strong=True)
        for text in (latest.conditions and tr("Conditions: {words}", words=latest.conditions), latest.text,
                     self._stands(latest), stamp(self.bench, latest.written_at)):
            made.below(text)
        for former in reversed(history[:-1]):
            made.below(tr("before, {time}: {line}", time=stamp(self.bench, former.written_at),
                          line=self._told(former)))
        made.forgets(self.bench, latest)
        self.lines.addWidget(made)

    def _stands(self, word: PrivateWord) -> str:
        """Whose line it is, and of a representative's for whom it stands and for whom not."""
        case = self._case
        if case is None or word.party_id is None:
            return tr("For the whole side")
        names = told_apart(case.parties_all)
        members = caucus.members_of(case, self.whose)
        whose = stands_for(word.party_id, word.consenting, members)
        name = names.get(word.party_id, "?")
        if word.party_id in members:
            return tr("For {name} alone", name=name)
        others = [names[one] for one in members if one not in whose]
        said = tr("Said by {name}; it stands for {names}", name=name, names=[names[one] for one in whose])
        if not others:
            return said
        return tr("{said}, and not for {names}, who did not consent", said=said, names=others)

    def _told(self, word: PrivateWord) -> str:
        worker, amount = self.whose is Side.APPLICANT, words().money(word.amount)
        parts = [tr("not under {amount}", amount=amount) if worker else tr("not over {amount}",
                                                                           amount=amount)]
        if word.first_share is not None:
            share = words().money(word.first_share)
            parts.append(tr("first share at least {amount}", amount=share) if worker
                         else tr("first share at most {amount}", amount=share))
        if word.instalments:
            parts.append(tr_count("at most {count} instalment", "at most {count} instalments",
                                  word.instalments))
        if word.fewest_instalments:
            parts.append(tr_count("at least {count} instalment", "at least {count} instalments",
                                  word.fewest_instalments))
        if word.last_on:
            parts.append(tr("last payment by {day}", day=word.last_on) if worker
                         else tr("last payment not before {day}", day=word.last_on))
        return str(words().shown(parts))

    # -- keeping -------------------------------------------------------------------------

    def keep(self) -> None:
        """Seal the bottom line."""
        if not self.form.commit():
            return
        given = self.form.values()
        party = given["party"] if isinstance(given["party"], UUID) else None
        self.bench.run(caucus.set_bottom_line, self.whose, given["bottom_line"] or Money(0),
                       most_instalments=given["most"], fewest_instalments=given["fewest"],
                       first_share=given["first_share"], last_on=given["last_on"],
                       conditions=str(given["conditions"]), party_id=party, consenting=self._consents(),
                       text=str(given["text"]), form=self.form, notice=tr("Sealed."),
                       done=lambda _changes: self._kept())

    def _consents(self) -> tuple[UUID, ...]:
        return () if self.consenting.isHidden() else self.consenting.value()

    def _kept(self) -> None:
        self.bench.notes.drop(self.place)
        if shiboken6.isValid(self):
            emptied(self.form, consenting=())
            self._ask_consents()
