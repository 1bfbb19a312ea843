"""The journal in the reader's words: tables, fields, verbs and values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.journal_columns import JournalColumn, Names, called
from mediation_desk.domain.journal_tables import TABLES, column, tells
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Claim
from mediation_desk.domain.sites import HERE_LABEL
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, is_admission
from mediation_desk.domain.sorting.elements import Element, SheetShelf
from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.words import words
from mediation_desk.library.relationship import shipped_factors
from mediation_desk.library.words import Words

NO_SITES: Mapping[str, str] = MappingProxyType({})


def _tr(language: Words | None, text: str, **particulars: object) -> str:
    """A message id in ``language``, else in the language of the screen."""
    return (language or words()).fill(text, particulars)


def verb_words(verb: str, language: Words | None = None) -> str:
    """What was done; a verb without words of its own by its name."""
    return _tr(language, VERBS[verb].words) if verb in VERBS else verb


def table_words(table: str, language: Words | None = None) -> str:
    """What kind of row it is."""
    return _tr(language, TABLES[table].label) if table in TABLES else table


def field_words(table: str, name: str, language: Words | None = None) -> str:
    """What a field is called on the pages."""
    return _tr(language, column(table, name).label)


class CaseWords:
    """The values and rows of one case's journal in words; ``claims`` gives the words of claim ids,
    ``sheets`` the elements, ``sites`` the names of the office's sites by their keys.

    ``language``: of the words, where it is not the screen's (papers are Chinese).
    """

    def __init__(self, case: Case, zone: tzinfo, claims: Mapping[str, str], sheets: SheetShelf,
                 language: Words | None = None, sites: Mapping[str, str] = NO_SITES) -> None:
        self._sites = sites
        self.zone, self._claims, self.language = zone, claims, language
        self._code = (language or words()).code
        self._elements = {one.id: one for sheet in sheets.sheets.values() for one in sheet.elements()}
        self._names = {Names.CLAIM: claims, Names.FACTOR: {
            one.id: one.label.text(self._code) for one in shipped_factors()}, Names.ELEMENT: {
            name: one.label.text(self._code) for name, one in self._elements.items()}}
        self._people = {str(party.id): party.name for party in case.parties_all}
        self._rows = self._people | {str(claim.id): self._claim(claim) for claim in case.claims_all}
        self._rows |= {str(visit.id): visit.visited_on.isoformat() for visit in case.visits_all}
        self._rows |= {str(paid.id): f"{paid.paid_on.isoformat()} {paid.amount}"
                       for paid in case.payments_all}
        entries: list[ElementEntry | RespondentStatement] = [*case.entries_all, *case.statements_all]
        self._about = {str(one.id): known for one in entries if (known := self._elements.get(one.element))}
        self._rows |= {str(one.id): self._on_element(one.element, one.worker_id) for one in case.entries_all}
        self._rows |= {str(one.id): self._on_element(one.element, one.worker_id, one.party_id)
                       for one in case.statements_all}

    def _on_element(self, name: str, *whose: UUID | None) -> str:
        """An element by its words, with the worker or the respondent whom it is about."""
        people = [self._people.get(str(one), "") for one in whose if one]
        return " ".join(filter(None, (*people, self._label(name))))

    def _label(self, element: str) -> str:
        return self._names[Names.ELEMENT].get(element, element)

    def _claim(self, claim: Claim) -> str:
        who = self._people.get(str(claim.worker_id), "")
        return f"{who} {self._claims.get(claim.claim, claim.claim)}".strip()

    def say(self, text: str, **particulars: object) -> str:
        """A message id in the language of the words."""
        return _tr(self.language, text, **particulars)

    def row(self, table: str, row_id: str) -> str:
        """Which row it is: its kind, and its name where it has one."""
        kind, name = table_words(table, self.language), self._rows.get(row_id, "")
        return _tr(self.language, N_("{kind}: {name}"), kind=kind, name=name) if name else kind

    def held(self, table: str, row: Mapping[str, object]) -> str:
        """All that a row says, in one line."""
        return self.listed(table, {name: value for name, value in row.items()
                                   if tells(table, name) and value not in (None, "", False)},
                           str(row.get("id", "")))

    def listed(self, table: str, row: Mapping[str, object], row_id: str) -> str:
        """These fields with their values, in one line."""
        return _tr(self.language, N_("; ")).join(
            _tr(self.language, N_("{field}: {value}"), field=field_words(table, name, self.language),
                value=self.value(table, name, value, row_id)) for name, value in row.items())

    def value(self, table: str, name: str, value: object, row_id: str = "") -> str:
        """A journal value as it reads on the pages; ``row_id``: of the row it stands in."""
        told = column(table, name)
        if told.names is Names.SITE:
            return self._site(value)
        if value is None or value == "":
            return _tr(self.language, N_("(empty)"))
        if isinstance(value, bool):
            return _tr(self.language, N_("Yes")) if value else _tr(self.language, N_("No"))
        if told.money and isinstance(value, int):
            return (self.language or words()).money(Money(value))
        if told.mask:
            return told.mask(str(value))
        if told.party and str(value) in self._people:
            return self._people[str(value)]
        if told.answer and row_id in self._about:
            return self._answer(self._about[row_id], str(value))
        return self._instant(str(value)) if name.endswith("_at") else self._word(told, str(value))

    def _site(self, value: object) -> str:
        if value is None:
            return _tr(self.language, HERE_LABEL)
        return self._sites.get(str(value)) or _tr(self.language, N_("a site of another office"))

    def _answer(self, element: Element, value: str) -> str:
        """What was said, marked where it admits what the other side says."""
        return f"{ADMITTED_MARK} " * is_admission(value) + element.show(value, self._code)

    def _word(self, told: JournalColumn, value: str) -> str:
        if value.startswith("sha256:"):
            return _tr(self.language, N_("(sealed)"))
        known = next((words for kind in told.words if (words := called(kind, value))), "")
        if known:
            return _tr(self.language, known)
        return self._names[told.names].get(value, value) if told.names else value

    def _instant(self, value: str) -> str:
        at = datetime.fromisoformat(value)
        local = at.astimezone(self.zone) if at.tzinfo else at
        return f"{local:%Y-%m-%d %H:%M}"
