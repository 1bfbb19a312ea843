"""The journal in the reader's words: tables, fields, verbs and values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from mediation_desk.domain.case import Case
from mediation_desk.domain.journal_columns import JournalColumn, called
from mediation_desk.domain.journal_tables import TABLES, column, tells
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Claim
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.words import words
from mediation_desk.library.words import Words


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
    """The values and rows of one case's journal in words; ``claims`` gives the words of claim ids.

    ``language``: of the words, where it is not the screen's (papers are Chinese).
    """

    def __init__(self, case: Case, zone: tzinfo, claims: Mapping[str, str],
                 language: Words | None = None) -> None:
        self.zone, self._claims, self.language = zone, claims, language
        self._people = {str(party.id): party.name for party in case.parties_all}
        self._rows = self._people | {str(claim.id): self._claim(claim) for claim in case.claims_all}
        self._rows |= {str(visit.id): visit.visited_on.isoformat() for visit in case.visits_all}
        self._rows |= {str(paid.id): f"{paid.paid_on.isoformat()} {paid.amount}"
                       for paid in case.payments_all}

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
                                   if tells(table, name) and value not in (None, "", False)})

    def listed(self, table: str, row: Mapping[str, object]) -> str:
        """These fields with their values, in one line."""
        return _tr(self.language, N_("; ")).join(
            _tr(self.language, N_("{field}: {value}"), field=field_words(table, name, self.language),
                value=self.value(table, name, value)) for name, value in row.items())

    def value(self, table: str, name: str, value: object) -> str:
        """A journal value as it reads on the pages."""
        told = column(table, name)
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
        return self._instant(str(value)) if name.endswith("_at") else self._word(told, name, str(value))

    def _word(self, told: JournalColumn, name: str, value: str) -> str:
        if value.startswith("sha256:"):
            return _tr(self.language, N_("(sealed)"))
        known = next((words for kind in told.words if (words := called(kind, value))), "")
        if known:
            return _tr(self.language, known)
        return self._claims.get(value, value) if name == "claim" else value

    def _instant(self, value: str) -> str:
        at = datetime.fromisoformat(value)
        local = at.astimezone(self.zone) if at.tzinfo else at
        return f"{local:%Y-%m-%d %H:%M}"
