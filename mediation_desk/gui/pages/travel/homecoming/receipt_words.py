"""The decisions of a homecoming as its receipt words them: in Chinese, with what was not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.merging import Conflict, Key, Kind, Rows
from mediation_desk.domain.travel.homecoming import Decision, Question, Whose
from mediation_desk.domain.words import N_
from mediation_desk.gui.journal.words import CaseWords, field_words, table_words
from mediation_desk.gui.pages.travel.homecoming.twins import as_rows, differing, number
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import homecoming as papers
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.homecoming import DecidedLine
from mediation_desk.services.travel.receipts import Outweighed, Receipt

WHOSE: Mapping[Whose, str] = MappingProxyType({
    Whose.LAPTOP: N_("Laptop"), Whose.OFFICE: N_("Office"), Whose.BOTH: N_("Both in one text")})
SIGNED = N_("What was signed")


def receipt_paper(desk: Desk, receipt: Receipt) -> Paper:
    """The receipt of a homecoming, its decisions in words, the same whenever it is printed."""
    return papers.make(desk, receipt, decided_lines(desk, receipt))


def receipt_file(desk: Desk, receipt: Receipt, paper: Paper) -> str:
    """What its file is called."""
    return f"{paper.title}-{receipt.brought_at.astimezone(desk.zone):%Y%m%d-%H%M}.pdf"


def decided_lines(desk: Desk, receipt: Receipt) -> list[DecidedLine]:
    """What was decided, and what a signature outweighed, in the cases that came home; only of cases whose
    words the person may read."""
    lines: list[DecidedLine] = []
    for kept in receipt.kept:
        if (known := receipt.known.get(kept.case_id)) is not None:
            told = _Told(kept.case_id, HomeWords(desk, known).chinese)
            lines += told.decided(kept.questions, kept.decisions)
            lines += told.overruled(kept.overruled)
    return lines


class _Told:
    """One case's lines."""

    def __init__(self, case_id: UUID, words: CaseWords) -> None:
        self._case_id, self._words = case_id, words
        self._chinese = Words.of(CHINESE)

    def decided(self, questions: tuple[Question, ...],
                decisions: Mapping[str, Decision]) -> Iterator[DecidedLine]:
        for one in questions:
            if (decision := decisions.get(one.name)) is not None:
                left = one.conflict.stands if decision.whose is Whose.LAPTOP else one.conflict.mine
                out = "" if decision.whose is Whose.BOTH else self._said(one.conflict, left)
                yield DecidedLine(self._case_id, self._what(one.conflict),
                                  self._chinese.translate(WHOSE[decision.whose]), out, decision.reason)

    def overruled(self, overruled: tuple[Outweighed, ...]) -> Iterator[DecidedLine]:
        for one in overruled:
            left = one.conflict.mine if one.office_stands else one.conflict.stands
            yield DecidedLine(self._case_id, self._what(one.conflict), self._chinese.translate(SIGNED),
                              self._said(one.conflict, left))

    def _what(self, conflict: Conflict) -> str:
        place = conflict.place
        row = self._words.row(place.table, place.row_id)
        if conflict.kind is Kind.WHOLE or not place.field:
            return row
        return f"{row}，{field_words(place.table, place.field, self._chinese)}"

    def _said(self, conflict: Conflict, value: object) -> str:
        """A version that was not kept; of many rows only what the other version has not alike."""
        place = conflict.place
        if conflict.kind is Kind.WHOLE and isinstance(value, Mapping):
            other = as_rows(conflict.mine if value is conflict.stands else conflict.stands)
            return "；".join(filter(None, (self._differing(value, key, other) for key in value)))
        if place.field:
            return self._words.value(place.table, place.field, value, place.row_id)
        return (self._words.held(place.table, value) if isinstance(value, Mapping)
                else self._chinese.translate(N_("(taken out)")))

    def _differing(self, rows: Rows, key: Key, other: Rows) -> str:
        """What one row says otherwise than the other side's, by which number it is called."""
        names = [name for name in differing(rows, key, other) if rows[key].get(name) not in (None, "", False)]
        if not names:
            return ""
        said = self._words.listed(key[0], {name: rows[key][name] for name in names}, key[1])
        kind = table_words(key[0], self._chinese)
        return f"{kind}{number(rows, key)}　{said}"
