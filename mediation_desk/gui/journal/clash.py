"""Conflicts in the words of a case: its people, its elements and factors, its values."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.domain.case import Case
from mediation_desk.domain.journal_tables import tells
from mediation_desk.domain.merging import Conflict, Row
from mediation_desk.domain.sorting.elements import Element, ElementSheet
from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.gui.journal.words import CaseWords, field_words
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.words import tr
from mediation_desk.library.relationship import shipped_factors
from mediation_desk.services.sorting.sorting import SPOKEN

Said = ElementEntry | RespondentStatement


class CaseClashWords(ClashWords):
    """Conflicts in the words of a case, its elements and factors by their names."""

    def __init__(self, case: Case, words: CaseWords, sheet: ElementSheet, language: str) -> None:
        self._case, self._words, self._language = case, words, language
        self._elements = {element.id: element for element in sheet.elements()}

    def place(self, conflict: Conflict) -> str:
        """The row, and the field."""
        table, row_id, field = conflict.place.table, conflict.place.row_id, conflict.place.field
        entry = self._entry(conflict)
        if entry is not None:
            row = " · ".join((self._element(entry).label.text(self._language), self._whose(entry)))
        else:
            row = self._factor(conflict) or self._words.row(table, row_id)
        return tr("{row}, {field}", row=row, field=field_words(table, field)) if field else row

    def _entry(self, conflict: Conflict) -> Said | None:
        rows: Iterable[Said] = (*self._case.entries_all, *self._case.statements_all)
        return next((one for one in rows if str(one.id) == conflict.place.row_id
                     and one.element in self._elements), None)

    def _element(self, entry: Said) -> Element:
        return self._elements[entry.element]

    def _whose(self, entry: Said) -> str:
        """For which worker it is said, and by which respondent alone."""
        names = {party.id: party.name for party in self._case.parties_all}
        worker = names.get(entry.worker_id, "") if entry.worker_id else ""
        alone = [names.get(entry.party_id, "")] if isinstance(entry, RespondentStatement) else []
        return " · ".join((worker or tr("Whole case"), *alone))

    def _factor(self, conflict: Conflict) -> str:
        known = (one.factor for one in self._case.factors_all if str(one.id) == conflict.place.row_id)
        name = next(known, "")
        return next((one.label.text(self._language) for one in shipped_factors() if one.id == name), "")

    def value(self, conflict: Conflict, value: object, field: str = "") -> str:
        """As the pages show it."""
        name, entry = field or conflict.place.field, self._entry(conflict)
        if entry is not None and name in (*SPOKEN, "said") and value:
            return self._element(entry).show(str(value), self._language)
        return self._words.value(conflict.place.table, name, value)

    def named(self, table: str, field: str) -> str:
        """As the timeline calls it."""
        return field_words(table, field) if tells(table, field) else ""

    def held(self, table: str, row: Row) -> str:
        """All that a row says."""
        return self._words.held(table, row)
