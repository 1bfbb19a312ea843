"""Workbooks: the element grid to a spreadsheet and back, in memory, all of it or nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementSheet, ElementType, Scope
from mediation_desk.domain.sorting.statements import ElementEntry, arranged
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice, say, sheet

BIGGEST_BYTES = 20 * 1024 * 1024  # of the file, and ten times that unpacked
MOST_ROWS, MOST_COLUMNS = 2000, 300
TITLES: Mapping[Voice, tuple[str, str]] = {
    "applicant": ("申请人陈述", "Applicants"), "respondent": ("被申请人陈述", "Respondents"),
    "finding": ("认定", "Findings"), "evidence": ("证据", "Evidence"), "note": ("备注", "Notes")}
WHOLE = ("全案", "Whole case")
READING = "mediation-desk reading"  # a property of the file: which case, and at which version of it
NUMBER, NAME, ELEMENT = ("序号", "No."), ("姓名", "Name"), ("要素", "Element")


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong in a workbook: in which table, row (as the spreadsheet counts) and column."""

    table: str
    row: int
    column: str
    error: DeskError


class WorkbookRefused(DeskError):
    """A workbook with errors; nothing of it was kept. ``troubles`` lists them in order."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        first = troubles[0]
        super().__init__(
            N_("The workbook has {count} errors, so nothing was imported. The first: table “{table}”, "
               "row {row}, column “{column}”: {first}"), field="workbook",
            count=len(troubles), table=first.table, row=first.row, column=first.column,
            first=first.error.sentence)
        self.troubles = tuple(troubles)


@dataclass(frozen=True)
class _Found:
    """A filled cell of a workbook, and where it stands."""

    saying: Saying
    table: str
    row: int
    column: str


# -- out ---------------------------------------------------------------------------------


def exported(desk: Desk, case_id: UUID, language: str) -> bytes:
    """The grid as an XLSX workbook: a table for each voice, workers down, elements across, and one
    for the elements asked once. Amounts and dates are real numbers and dates. Nothing touches the disk."""
    import xlsxwriter  # type: ignore[import-untyped]

    with desk.case_reading(case_id) as (_work, case):
        asked, said = sheet(desk, case), arranged(case.entries).entries
        place = 0 if language.startswith("zh") else 1
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            book.set_custom_property(READING, f"{case.id} {case.version}", "text")
            writer = _Writer(book, language, place)
            writer.whole(_of(asked, Scope.CASE), said)
            for voice in TITLES:
                writer.voice(voice, _of(asked, Scope.WORKER), case, said)
        return file.getvalue()


def _of(asked: ElementSheet, scope: Scope) -> list[Element]:
    return [element for element in asked.elements() if element.scope is scope]


Said = Mapping[tuple[str, UUID | None], ElementEntry]


class _Writer:
    """Writes tables with a frozen head, cells in the type of their element."""

    def __init__(self, book: Any, language: str, place: int) -> None:
        self._book, self._language, self._place = book, language, place
        self._head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def whole(self, elements: Sequence[Element], said: Said) -> None:
        """The table of elements asked once: elements down, voices across."""
        titles = [ELEMENT[self._place], *(title[self._place] for title in TITLES.values())]
        table = self._table(WHOLE[self._place], titles, 1)
        for row, element in enumerate(elements, start=1):
            table.write_string(row, 0, element.label.text(self._language))
            entry = said.get((element.id, None))
            for column, voice in enumerate(TITLES, start=1):
                self._cell(table, row, column, element, voice, entry)

    def voice(self, voice: Voice, elements: Sequence[Element], case: Case, said: Said) -> None:
        """One voice's table: workers down, elements across."""
        titles = [NUMBER[self._place], NAME[self._place], *(e.label.text(self._language) for e in elements)]
        table = self._table(TITLES[voice][self._place], titles, 2)
        for row, worker in enumerate(case.applicants, start=1):
            table.write_number(row, 0, row)
            table.write_string(row, 1, worker.name)
            for column, element in enumerate(elements, start=2):
                entry = said.get((element.id, worker.id)) or said.get((element.id, None))
                self._cell(table, row, column, element, voice, entry)

    def _table(self, title: str, titles: Sequence[str], frozen: int) -> Any:
        table = self._book.add_worksheet(title)
        for column, text in enumerate(titles):
            table.write_string(0, column, text, self._head)
        table.set_column(0, len(titles) - 1, 16)
        table.freeze_panes(1, frozen)
        return table

    def _cell(self, table: Any, row: int, column: int, element: Element, voice: Voice,
              entry: ElementEntry | None) -> None:
        value = getattr(entry, voice) if entry else None
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


def imported(desk: Desk, case_id: UUID, data: bytes, seen: Seen | None = None) -> Changes:
    """Take a workbook's filled cells in, as one step that can be undone; empty cells leave what stands.

    Tables and columns are known by their titles in either language; workers by number and name.
    Raises WorkbookRefused, with every error by row, when anything cannot be read; then nothing is kept.
    What was seen of the case is what the workbook was made from: whoever filled it in looked at that.
    """
    with desk.case_reading(case_id) as (_work, case):
        verbs.require(case, "say")
        reader = _Reader(sheet(desk, case), case)
        reader.read(data)
        kept = arranged(case.entries).entries
    if reader.troubles:
        raise WorkbookRefused(sorted(reader.troubles, key=lambda trouble: (trouble.table, trouble.row)))
    if not reader.found:
        raise DeskError(N_("This workbook has no filled cells that belong to this case."), field="workbook")
    known = seen or desk.seen(case_id)
    looked_at = known if reader.version is None else replace(
        known, version=min(known.version, reader.version), own={})
    changes = say(desk, case_id, [found.saying for found in reader.found
                                  if _fresh(kept, reader.element(found), found.saying)], looked_at)
    known.own.update(looked_at.own)
    return changes


def _fresh(kept: Said, element: Element, saying: Saying) -> bool:
    """Whether the cell says something else than what counts already; an admission stays one."""
    entry = kept.get((saying.element, saying.worker_id)) or kept.get((saying.element, None))
    before = getattr(entry, saying.voice) if entry else None
    if saying.voice not in SPOKEN:
        return bool(saying.text != (before or ""))
    return bool(element.read(saying.text) != (before or "").removeprefix(ADMITTED_MARK))


class _Reader:
    """Reads tables, gathering what is said and what is wrong."""

    def __init__(self, asked: ElementSheet, case: Case) -> None:
        self._elements = {name: element for element in asked.elements()
                          for name in (element.id, element.label.zh, element.label.en)}
        self._workers, self._case_id = case.applicants, case.id
        self.version: int | None = None  # of the case, as the workbook was made from it
        self.found: list[_Found] = []
        self.troubles: list[Trouble] = []

    def element(self, found: _Found) -> Element:
        """The element that a filled cell speaks of."""
        return self._elements[found.saying.element]

    def read(self, data: bytes) -> None:
        """Read every table whose title is known."""
        book = _opened(data)
        made_from = str(next((one.value for one in book.custom_doc_props.props if one.name == READING), ""))
        case_id, _, version = made_from.partition(" ")
        self.version = int(version) if case_id == str(self._case_id) and version.isdecimal() else None
        try:
            for table in book.worksheets:
                voice = next((voice for voice, titles in TITLES.items() if table.title in titles), None)
                if voice or table.title in WHOLE:
                    self._table(table, voice)
        finally:
            book.close()

    def _table(self, table: Any, voice: Voice | None) -> None:
        rows = _rows(table)
        titles = [_text(value) for value in next(rows, ())]
        for number, row in enumerate(rows, start=2):
            cells = {title: _text(value) for title, value in zip(titles, row, strict=False) if title}
            if any(cells.values()):
                self._whole_row(table.title, number, cells) if voice is None else self._worker_row(
                    table.title, number, cells, voice)

    def _whole_row(self, table: str, number: int, cells: Mapping[str, str]) -> None:
        title = next((name for name in ELEMENT if name in cells), ELEMENT[0])
        element = self._elements.get(cells.get(title, ""))
        if element is None:
            error = DeskError(N_("This case's sheet has no element “{element}”."),
                              element=cells.get(title, ""))
            self.troubles.append(Trouble(table, number, title, error))
            return
        for voice, titles in TITLES.items():
            for name in titles:
                self._take(_Found(Saying(element.id, None, voice, cells.get(name, "")), table, number, name))

    def _worker_row(self, table: str, number: int, cells: Mapping[str, str], voice: Voice) -> None:
        worker = self._worker(table, number, cells)
        if worker is None:
            return
        for title, text in cells.items():
            if title in NUMBER + NAME or not text:
                continue
            element = self._elements.get(title)
            if element is None:
                error = DeskError(N_("This case's sheet has no element “{element}”."), element=title)
                self.troubles.append(Trouble(table, number, title, error))
            else:
                self._take(_Found(Saying(element.id, worker, voice, text), table, number, title))

    def _worker(self, table: str, number: int, cells: Mapping[str, str]) -> UUID | None:
        """The worker of a row: the one of that number, who must bear that name, or the only one of it."""
        at, name = (next((cells[title] for title in titles if cells.get(title)), "")
                    for titles in (NUMBER, NAME))
        found = [worker for place, worker in enumerate(self._workers, start=1)
                 if name == worker.name and at in ("", str(place))]
        if len(found) == 1:
            return found[0].id
        error = DeskError(N_("No applicant has the number “{number}” and the name “{name}”."),
                          number=at, name=name)
        self.troubles.append(Trouble(table, number, NAME[0], error))
        return None

    def _take(self, found: _Found) -> None:
        if not found.saying.text:
            return
        try:
            if found.saying.voice in SPOKEN:
                self.element(found).read(found.saying.text)
        except DeskError as error:
            self.troubles.append(Trouble(found.table, found.row, found.column, error))
        else:
            self.found.append(found)


def _opened(data: bytes) -> Any:
    """The workbook; a file that is none, or too big to be one of ours, is the user's trouble."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _check_size(data)
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        raise _unreadable() from error


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable() from error
    if len(data) > BIGGEST_BYTES or unpacked > 10 * BIGGEST_BYTES:
        raise DeskError(N_("This file is too large for an element sheet."), field="workbook")


def _unreadable() -> DeskError:
    return DeskError(N_("This file is not a workbook (.xlsx) that can be read."), field="workbook")


def _rows(table: Any) -> Iterator[tuple[Any, ...]]:
    table.reset_dimensions()  # what the file says of its own size is not believed
    for number, row in enumerate(table.iter_rows(values_only=True, max_col=MOST_COLUMNS), start=1):
        if number > MOST_ROWS:
            raise DeskError(N_("This file is too large for an element sheet."), field="workbook")
        yield row


def _text(value: object) -> str:
    """A cell's value as a person would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float():
            return _decimal(Decimal(repr(value)))
        case _:
            return str(value).strip()


def _decimal(number: Decimal) -> str:
    """A spreadsheet's number, written out; one with more than six decimals is rounded to ten digits after."""
    text = f"{round(number, 10):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
