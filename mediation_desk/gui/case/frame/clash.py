"""Conflicts in the words of a case: its people, its elements and factors, its values."""

from __future__ import annotations

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflict, Row
from mediation_desk.domain.sorting.elements import Element, ElementSheet
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.gui.case.frame.journal_words import HIDDEN, CaseWords, field_words
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.words import tr
from mediation_desk.library.relationship import shipped_factors
from mediation_desk.services.sorting.sorting import SPOKEN


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
            worker = next((one.name for one in self._case.parties_all if one.id == entry.worker_id), "")
            row = " · ".join((self._element(entry).label.text(self._language), worker or tr("Whole case")))
        else:
            row = self._factor(conflict) or self._words.row(table, row_id)
        return tr("{row}, {field}", row=row, field=field_words(field)) if field else row

    def _entry(self, conflict: Conflict) -> ElementEntry | None:
        known = (one for one in self._case.entries_all if str(one.id) == conflict.place.row_id)
        return next((one for one in known if one.element in self._elements), None)

    def _element(self, entry: ElementEntry) -> Element:
        return self._elements[entry.element]

    def _factor(self, conflict: Conflict) -> str:
        known = (one.factor for one in self._case.factors_all if str(one.id) == conflict.place.row_id)
        name = next(known, "")
        return next((one.label.text(self._language) for one in shipped_factors() if one.id == name), "")

    def value(self, conflict: Conflict, value: object, field: str = "") -> str:
        """As the pages show it."""
        name, entry = field or conflict.place.field, self._entry(conflict)
        if entry is not None and name in SPOKEN and value:
            return self._element(entry).show(str(value), self._language)
        return self._words.value(name, value)

    def named(self, field: str) -> str:
        """As the timeline calls it."""
        return "" if field in HIDDEN else field_words(field)

    def held(self, row: Row) -> str:
        """All that a row says."""
        return self._words.held(row)
