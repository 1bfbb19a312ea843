"""Workbooks: the element grid to a spreadsheet and back, in memory, all of it or nothing."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementSheet, ElementType, Scope
from mediation_desk.domain.sorting.statements import arranged
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.spreadsheets import workbook as spreadsheet
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting.filling import (
    ELEMENT,
    NAME,
    NUMBER,
    TITLES,
    WHOLE,
    Filling,
    Speaker,
    WorkbookRefused,
    speakers,
    titles_of,
)
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice, say, sheet

READING = "mediation-desk reading"  # a property of the file: which case, and at which version of it


# -- out ---------------------------------------------------------------------------------


def exported(desk: Desk, case_id: UUID, language: str) -> bytes:
    """The grid as an XLSX workbook: a table for each voice, workers down, elements across, and one
    for the elements asked once. Amounts and dates are real numbers and dates. Nothing touches the disk."""
    import xlsxwriter  # type: ignore[import-untyped]

    with desk.case_reading(case_id) as (_work, case):
        asked, said = sheet(desk, case), _said(case)
        place = 0 if language.startswith("zh") else 1
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            book.set_custom_property(READING, f"{case.id} {case.version}", "text")
            book.set_custom_property(READING, f"{case.id} {case.version}", "text")
            writer = _Writer(book, language, place)
            writer.whole(_of(asked, Scope.CASE), case, said)
            for speaker in speakers(case):
                writer.voice(speaker, _of(asked, Scope.WORKER), case, said)
        return file.getvalue()


def _of(asked: ElementSheet, scope: Scope) -> list[Element]:
    return [element for element in asked.elements() if element.scope is scope]


Said = Mapping[tuple[str, UUID | None, Voice, UUID | None], str]  # element, worker, voice, respondent


def _said(case: Case) -> Said:
    """All that was said, shown, found and noted."""
    said: dict[tuple[str, UUID | None, Voice, UUID | None], str] = {
        (*place, voice, None): getattr(entry, voice)
        for place, entry in arranged(case.entries).entries.items() for voice in TITLES}
    said.update({(one.element, one.worker_id, "respondent", one.party_id): one.said or ""
                 for one in case.statements})
    return {key: value for key, value in said.items() if value}


class _Writer:
    """Writes tables with a frozen head, cells in the type of their element."""

    def __init__(self, book: Any, language: str, place: int) -> None:
        self._book, self._language, self._place = book, language, place
        self._head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def whole(self, elements: Sequence[Element], case: Case, said: Said) -> None:
        """The table of elements asked once: elements down, voices across."""
        across = speakers(case)
        titles = [ELEMENT[self._place], *(speaker.titles[self._place] for speaker in across)]
        table = self._table(WHOLE[self._place], titles, 1)
        names = titles_of(elements, self._language)
        for row, (element, name) in enumerate(zip(elements, names, strict=True), start=1):
            table.write_string(row, 0, name)
            for column, speaker in enumerate(across, start=1):
                value = said.get((element.id, None, speaker.voice, speaker.party))
                self._cell(table, row, column, element, speaker.voice, value)

    def voice(self, speaker: Speaker, elements: Sequence[Element], case: Case, said: Said) -> None:
        """One voice's table: workers down, elements across."""
        titles = [NUMBER[self._place], NAME[self._place], *titles_of(elements, self._language)]
        table = self._table(speaker.titles[self._place], titles, 2)
        for row, worker in enumerate(case.applicants, start=1):
            table.write_number(row, 0, row)
            table.write_string(row, 1, worker.name)
            for column, element in enumerate(elements, start=2):
                value = (said.get((element.id, worker.id, speaker.voice, speaker.party))
                         or said.get((element.id, None, speaker.voice, speaker.party)))
                self._cell(table, row, column, element, speaker.voice, value)

    def _table(self, title: str, titles: Sequence[str], frozen: int) -> Any:
        table = self._book.add_worksheet(title)
        for column, text in enumerate(titles):
            table.write_string(0, column, text, self._head)
        table.set_column(0, len(titles) - 1, 16)
        table.freeze_panes(1, frozen)
        return table

    def _cell(self, table: Any, row: int, column: int, element: Element, voice: Voice,
              value: str | None) -> None:
        if not value:
            return
        if voice in SPOKEN:
            self._answer(table, row, column, element, value)
        else:
            table.write_string(row, column, value)

    def _answer(self, table: Any, row: int, column: int, element: Element, value: str) -> None:
        plain = stated(value)
        if plain == DENIED or element.type not in (ElementType.MONEY, ElementType.DATE, ElementType.LIST):
            table.write_string(row, column, element.show(value, self._language))
        elif element.type is ElementType.MONEY:
            table.write_number(row, column, Decimal(plain), self._money)
        elif element.type is ElementType.DATE:
            table.write_datetime(row, column, datetime.fromisoformat(plain), self._day)
        else:
            table.write_string(row, column, plain)


# -- in ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class TakenIn(Changes):
    """What a workbook changed; ``others`` names the tables in it that hold something and were not read."""

    others: tuple[str, ...] = ()


def imported(desk: Desk, case_id: UUID, data: bytes, seen: Seen | None = None) -> TakenIn:
    """Take a workbook's filled cells in, as one step that can be undone; empty cells leave what stands.

    Tables and columns are known by their titles in either language; workers by number and name.
    Raises WorkbookRefused, with every error by row, when anything cannot be read; then nothing is kept.
    What was seen of the case is what the workbook was made from: whoever filled it in looked at that.
    """
    with desk.case_reading(case_id) as (_work, case):
        verbs.require(case, "say")
        reader = Filling(sheet(desk, case), case, desk.today)
        book = spreadsheet.read(data, reader.tables)
        reader.read(book)
        kept = _said(case)
    if reader.troubles:
        raise WorkbookRefused(sorted(reader.troubles, key=lambda trouble: (trouble.table, trouble.row)))
    if not reader.found:
        raise DeskError(N_("This workbook has no filled cells that belong to this case."), field="workbook")
    known = seen or desk.seen(case_id)
    looked_at = _looked_at(known, case_id, book.properties.get(READING, ""))
    said = say(desk, case_id, [found.saying for found in reader.found
                               if _fresh(kept, reader.element(found), found.saying)], looked_at)
    known.own.update(looked_at.own)
    return TakenIn(said.cases, said.lists, said.result, said.touched, book.others)


def _looked_at(known: Seen, case_id: UUID, made_from: str) -> Seen:
    """What whoever filled a workbook in had seen of the case: the version that it was made from."""
    made_of, _, version = made_from.partition(" ")
    if made_of != str(case_id) or not (version.isascii() and version.isdigit()):
        return known
    return replace(known, version=int(version), own={})


def _fresh(kept: Said, element: Element, saying: Saying) -> bool:
    """Whether the cell says something else than what counts already; an admission stays one."""
    before = (kept.get((saying.element, saying.worker_id, saying.voice, saying.party_id))
              or kept.get((saying.element, None, saying.voice, saying.party_id)))
    if saying.voice not in SPOKEN:
        return bool(saying.text != (before or ""))
    return bool(element.read(saying.text) != (before or "").removeprefix(ADMITTED_MARK))
