"""Beneath a party's particulars: where else they stand, joined by hand; and what the office's list has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.companies import Company, differing, lacking, particulars_of
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.intake.new_case.told import case_words, company_words
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services import editing
from mediation_desk.services.intake import joining, known
from mediation_desk.services.intake.known import Acquainted, KnownCase, KnownCompany, KnownPerson
from mediation_desk.services.office import companies

SHOWN = 6  # cases of each kind

Deed = tuple[str, Callable[[], object]]


class KnownElsewhere(QWidget):
    """Nothing while nothing is known. Own cases open with a click; of colleagues' is told how many."""

    def __init__(self, bench: CaseBench, party: Party, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._party = bench, party
        self._shown_for: object = None
        self._figures: list[KnownCompany] = []
        self.lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look().px(8), 0, 0)
        self._column.setSpacing(look().px(4))
        self.hide()

    def show_case(self, case: Case) -> None:
        """Look again where what the party is known by, or a joining, is other than before."""
        party = next((one for one in case.parties if one.id == self._party.id), None)
        if party is None:
            return
        told = (party.name, party.id_number, party.phone, tuple(particulars_of(party).values()),
                tuple(one.id for one in case.links), self._bench.read_only)
        if told != self._shown_for:
            self._shown_for, self._party = told, party
            self._look()

    def look_again(self) -> None:
        """Something was done to it here."""
        self._shown_for = None
        if self._bench.view is not None:
            self.show_case(self._bench.view.case)

    def _look(self) -> None:
        if self._party.kind is PartyKind.PERSON:
            self._bench.read(known.of_party, self._party.id, done=self._show_person)
        else:
            self._bench.read(known.company_of_party, self._party.id, done=self._show_figures)

    # -- lines -----------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        for made in self.lines:
            self._column.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.lines = []
        self._put(label(title, "group"))

    def _put(self, made: QWidget) -> None:
        self.lines.append(made)
        self._column.addWidget(made)

    def _line(self, words: str, *deeds: Deed) -> None:
        row, buttons = QWidget(), []
        for text, act in deeds:
            made = button(text, "line")
            made.clicked.connect(lambda _down=False, act=act: act())
            buttons.append(made)
        inner = QVBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(label(words, "small", wrap=True))
        if buttons:
            inner.addLayout(row_of(*buttons, gap=16))
        self._put(row)

    # -- a person --------------------------------------------------------------------------

    def _show_person(self, told: Acquainted) -> None:
        self._begin(tr("In other cases"))
        may = self._bench.can("join_person")
        for one in told.joined.cases[:SHOWN]:
            parts = may and one.link is not None and one.link.case_id == self._bench.case_id
            self._line(tr("The same person: {case}", case=case_words(one)), self._opening(one),
                       *([(tr("Not the same person"), partial(self._part, one))] if parts else []))
        for one in told.alike.cases[:SHOWN]:
            self._line(tr("Perhaps the same person: {case}", case=case_words(one)), self._opening(one),
                       *([(tr("The same person"), partial(self._join, one))] if may else []))
        self._rest(told.joined, told.alike)
        self.setVisible(bool(told.joined or told.alike))

    def _rest(self, *people: KnownPerson) -> None:
        """How many more there are, of one's own and of colleagues."""
        more = sum(max(0, len(one.cases) - SHOWN) for one in people)
        if more:
            self._line(tr_count("and {count} more", "and {count} more", more))
        for one, words in zip(people, (tr("The same person"), tr("Perhaps the same person")), strict=True):
            if one.others:
                self._line(tr("{who}: {told}", who=words, told=tr_count(
                    "{count} case of another mediator", "{count} cases of other mediators", one.others)))

    def _opening(self, one: KnownCase) -> Deed:
        return tr("Open the case"), partial(self._bench.case_wanted.emit, one.case_id)

    def _join(self, one: KnownCase) -> None:
        self._bench.run(joining.join_person, self._party.id, one.party_id,
                        notice=tr("Noted as the same person."), after=self.look_again)

    def _part(self, one: KnownCase) -> None:
        assert one.link is not None
        self._bench.run(joining.part_person, one.link.id, notice=tr("No longer the same person."),
                        after=self.look_again)

    # -- a company -------------------------------------------------------------------------

    def _show_figures(self, told: list[KnownCompany]) -> None:
        self._figures = told
        self._bench.read(companies.of_party, self._party.id, done=self._show_company)

    def _show_company(self, listed: Company | None) -> None:
        self._begin(tr("As the office knows it"))
        for words in company_words(self._figures, besides=True):
            self._line(words)
        may = self._bench.can("edit") and self._bench.desk.branch is None
        if listed is not None:
            self._say_listed(listed, may)
        elif may and self._party.name:
            self._line(tr("Not in the office's list of companies."),
                       (tr("Keep as the company's particulars"), partial(self._keep, None)))
        self.setVisible(len(self.lines) > 1)

    def _say_listed(self, listed: Company, may: bool) -> None:
        lacks, other = lacking(self._party, listed), differing(self._party, listed)
        new = any(value and not getattr(listed, name) for name, value in particulars_of(self._party).items())
        deeds: list[Deed] = []
        if may and lacks:
            deeds.append((tr("Fill in from the list"), partial(self._fill, listed)))
        if may and (other or new):
            deeds.append((tr("Keep as the company's particulars"), partial(self._keep, listed)))
        told = [tr("In the office's list: {name}", name=listed.name)]
        if lacks:
            told.append(tr("the list has besides: {what}", what=_named(list(lacks))))
        if other:
            told.append(tr("says otherwise: {what}", what=_named(other)))
        self._line("; ".join(told), *deeds)

    def _fill(self, listed: Company) -> None:
        self._bench.run(editing.save, companies.filling(self._party, listed),
                        notice=tr("Filled in from the office's list."), after=self.look_again)

    def _keep(self, seen: Company | None) -> None:
        """By an act of its own, with what the list said when it was looked at."""
        self._bench.tasks.run(
            companies.keep_as_company, self._bench.desk, self._party.id, self._bench.case_id, seen,
            done=lambda changes: self._kept(changes), failed=self._bench.trouble.emit, receiver=self)

    def _kept(self, changes: object) -> None:
        self._bench.told.emit(tr("Kept in the office's list of companies."), False)
        self._bench.tell(changes)
        self.look_again()


def _named(names: list[str]) -> list[str]:
    return [tr(particulars(Party)[name].label) for name in names]
