"""What a filled workbook says of a case, cell by cell, and all that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediation_desk.domain import dates
from mediation_desk.domain.case import Case
from mediation_desk.domain.sorting.elements import Element, ElementSheet, ElementType
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.words import N_, DeskError, by_count
from mediation_desk.library.spreadsheets.workbook import (
    FilledCell,
    FilledRow,
    FilledTable,
    FilledWorkbook,
    column_letter,
)
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice

TITLES: Mapping[Voice, tuple[str, str]] = {
    "applicant": ("申请人陈述", "Applicants"), "respondent": ("被申请人陈述", "Respondents"),
    "finding": ("认定", "Findings"), "evidence": ("证据", "Evidence"), "note": ("备注", "Notes")}
WHOLE = ("全案", "Whole case")
_BARE_NUMBER = re.compile(r"\d+\.\d+")
NUMBER, NAME, ELEMENT = ("序号", "No."), ("姓名", "Name"), ("要素", "Element")
ALONE = ("第{}被申请人陈述", "Respondent {}")


@dataclass(frozen=True)
class Speaker:
    """Whose words a table has: a voice's, or (``party``) those of one respondent for itself."""

    voice: Voice
    titles: tuple[str, str]
    party: UUID | None = None


def speakers(case: Case) -> tuple[Speaker, ...]:
    """Every voice; and each respondent by its number, where there are several."""
    found = [Speaker(voice, titles) for voice, titles in TITLES.items()]
    respondents = case.respondents if len(case.respondents) > 1 else []
    return (*found, *(Speaker("respondent", (ALONE[0].format(at), ALONE[1].format(at)), party.id)
                      for at, party in enumerate(respondents, start=1)))


def titles_of(elements: Sequence[Element], language: str) -> list[str]:
    """What the elements are called in a workbook: their labels; with its id where two share one."""
    labels = [element.label.text(language) for element in elements]
    return [label if labels.count(label) == 1 else f"{label} ({element.id})"
            for label, element in zip(labels, elements, strict=True)]


def _names_of(element: Element) -> set[str]:
    labels = (element.label.zh, element.label.en)
    return {element.id, *labels, *(f"{label} ({element.id})" for label in labels)}


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
            by_count(N_("The workbook has {count} error, so nothing was imported: table “{table}”, "
                        "row {row}, column “{column}”: {first}"),
                     N_("The workbook has {count} errors, so nothing was imported. The first: table "
                        "“{table}”, row {row}, column “{column}”: {first}"), len(troubles)), field="workbook",
            count=len(troubles), table=first.table, row=first.row, column=first.column,
            first=first.error.sentence)
        self.troubles = tuple(troubles)


@dataclass(frozen=True)
class Found:
    """A filled cell that speaks of the case, and where it stands."""

    saying: Saying
    table: str
    row: int
    column: str


class Filling:
    """Reads tables, gathering what is said and what is wrong. What stands twice is wrong, for nobody
    can tell which of the two was meant."""

    def __init__(self, asked: ElementSheet, case: Case, today: date) -> None:
        self._today = today
        self._elements = {element.id: element for element in asked.elements()}
        self._names: dict[str, list[Element]] = {}
        for element in asked.elements():
            for name in _names_of(element):
                self._names.setdefault(name, []).append(element)
        self._workers, self._speakers = case.applicants, speakers(case)
        self._said: dict[tuple[str, UUID | None, Voice, UUID | None], Found] = {}
        self.troubles: list[Trouble] = []

    @property
    def tables(self) -> frozenset[str]:
        """The titles of the tables that belong to a grid of the case, in either language."""
        return frozenset({*WHOLE, *(title for one in self._speakers for title in one.titles)})

    def speaker(self, title: str) -> Speaker | None:
        """Whose words stand under that title."""
        return next((one for one in self._speakers if title in one.titles), None)

    @property
    def found(self) -> list[Found]:
        """What the workbook says, in its order."""
        return list(self._said.values())

    def element(self, found: Found) -> Element:
        """The element that a filled cell speaks of."""
        return self._elements[found.saying.element]

    def read(self, book: FilledWorkbook) -> None:
        """Read every table whose title is known."""
        for table in book.tables:
            speaker = self.speaker(table.title)
            if speaker is not None:
                _VoiceTable(self, table, speaker).read()
            else:
                _WholeTable(self, table).read()

    def known(self, title: str) -> Element:
        """The element of that name in either language. Raises DeskError when there is none, or several."""
        found = self._names.get(title, ())
        if len(found) > 1:
            raise DeskError(N_("Several elements are called “{element}”. Write its title as an exported "
                               "workbook does."), element=title)
        if not found:
            raise DeskError(N_("This case's sheet has no element “{element}”."), element=title)
        return found[0]

    def worker(self, at: str, name: str) -> UUID | None:
        """The worker of that number, who must bear that name, or the only one of it."""
        found = [worker for place, worker in enumerate(self._workers, start=1)
                 if findable(name) == findable(worker.name) and at in ("", str(place))]
        return found[0].id if len(found) == 1 else None

    def wrong(self, table: str, row: int, column: str, error: DeskError) -> None:
        """Note an error."""
        self.troubles.append(Trouble(table, row, column, error))

    def take(self, found: Found, trouble: DeskError | None) -> None:
        """Take what a cell says, unless it cannot be read or stands elsewhere already."""
        found = replace(found, saying=self._dated(found))
        saying = found.saying
        place = (saying.element, saying.worker_id, saying.voice, saying.party_id)
        try:
            if trouble is not None:
                raise trouble
            if saying.voice in SPOKEN:
                self.element(found).read(saying.text)
            if (other := self._said.get(place)) is not None:
                raise DeskError(N_("This stands in table “{table}”, row {row}, column “{column}” already."),
                                table=other.table, row=other.row, column=other.column)
        except DeskError as error:
            self.wrong(found.table, found.row, found.column, error)
        else:
            self._said[place] = found

    def _dated(self, found: Found) -> Saying:
        """A day with its year, told from today; but not from a bare number, whose last nought a
        spreadsheet has dropped (11.10 is 11.1 to it)."""
        saying = found.saying
        days = saying.voice in SPOKEN and self.element(found).type is ElementType.DATE
        if not days or _BARE_NUMBER.fullmatch(saying.text):
            return saying
        return replace(saying, text=dates.completed(saying.text, self._today))


class _Reading:
    """One table: its head names the columns, each further row speaks of a worker or an element."""

    def __init__(self, filling: Filling, table: FilledTable) -> None:
        self.filling, self.table = filling, table
        self.titles: dict[int, str] = {}
        self._columns: dict[str, int] = {}
        self._rows: dict[object, int] = {}

    def read(self) -> None:
        """The first filled row is the head."""
        for number, row in self.table.rows.items():
            if not self.titles:
                self._head(number, row)
            else:
                self.row(number, row)

    def row(self, number: int, row: FilledRow) -> None:
        """What a row says."""
        raise NotImplementedError

    def column(self, title: str) -> str:
        """What a column means, the same for its title in either language."""
        raise NotImplementedError

    def _head(self, number: int, row: FilledRow) -> None:
        for at, cell in row.items():
            self.titles[at] = cell.text
            if cell.trouble is not None or cell.merged:
                self.wrong(number, at, cell.trouble or cell.unclear())
            first = self._columns.setdefault(self.column(cell.text), at)
            if first != at:
                self.wrong(number, at, DeskError(
                    N_("The columns {first} and {second} mean the same. Leave one of them."),
                    first=column_letter(first), second=column_letter(at)))

    def wrong(self, number: int, at: int, error: DeskError) -> None:
        """Note an error at a row and column."""
        self.filling.wrong(self.table.title, number, self.titles.get(at) or column_letter(at), error)

    def named(self, row: FilledRow, titles: tuple[str, str]) -> tuple[int, FilledCell]:
        """The cell under a title in either language; where there is none, an empty one in column 1."""
        at = self._columns.get(titles[0], 1)
        return at, row.get(at, FilledCell("")) if titles[0] in self._columns else FilledCell("")

    def is_first(self, number: int, at: int, whom: object, name: str) -> bool:
        """Whether a row is the first of a worker or element; another one is an error."""
        first = self._rows.setdefault(whom, number)
        if first != number:
            self.wrong(number, at, DeskError(N_("The rows {first} and {second} both speak of “{name}”. Leave "
                                                "one of them."), first=first, second=number, name=name))
        return first == number

    def untitled(self, number: int, at: int) -> bool:
        """Whether a cell stands under no title, so that nobody can tell what it means."""
        if self.titles.get(at):
            return False
        self.wrong(number, at, DeskError(N_("This column has no title, so its cells cannot be understood.")))
        return True


class _VoiceTable(_Reading):
    """What one voice says: workers down, elements across."""

    def __init__(self, filling: Filling, table: FilledTable, speaker: Speaker) -> None:
        super().__init__(filling, table)
        self._speaker = speaker

    def column(self, title: str) -> str:
        """The number, the name, or an element."""
        for titles in (NUMBER, NAME):
            if title in titles:
                return titles[0]
        try:
            return self.filling.known(title).id
        except DeskError:
            return f"?{title}"

    def row(self, number: int, row: FilledRow) -> None:
        """A worker's answers."""
        worker = self._worker(number, row)
        if worker is None:
            return
        for at, cell in row.items():
            title = self.titles.get(at, "")
            if title in NUMBER + NAME or self.untitled(number, at):
                continue
            try:
                element = self.filling.known(title)
            except DeskError as error:
                self.wrong(number, at, error)
            else:
                saying = Saying(element.id, worker, self._speaker.voice, cell.text,
                                party_id=self._speaker.party)
                self.filling.take(Found(saying, self.table.title, number, title), cell.trouble)

    def _worker(self, number: int, row: FilledRow) -> UUID | None:
        (number_at, at), (name_at, name) = self.named(row, NUMBER), self.named(row, NAME)
        for place, cell in ((number_at, at), (name_at, name)):
            if cell.trouble is not None or cell.merged:
                self.wrong(number, place, cell.trouble or cell.unclear())
                return None
        worker = self.filling.worker(at.text, name.text)
        if worker is None:
            self.filling.wrong(self.table.title, number, self.titles.get(name_at) or NAME[0], DeskError(
                N_("No applicant has the number “{number}” and the name “{name}”."),
                number=at.text, name=name.text))
            return None
        return worker if self.is_first(number, name_at, worker, name.text) else None


class _WholeTable(_Reading):
    """The elements asked once: elements down, voices across."""

    def column(self, title: str) -> str:
        """The element, or a voice."""
        if title in ELEMENT:
            return ELEMENT[0]
        speaker = self.filling.speaker(title)
        return speaker.titles[0] if speaker else f"?{title}"

    def row(self, number: int, row: FilledRow) -> None:
        """What each voice says of an element."""
        at, name = self.named(row, ELEMENT)
        try:
            if name.trouble is not None or name.merged:
                raise name.trouble or name.unclear()
            element = self.filling.known(name.text)
        except DeskError as error:
            self.wrong(number, at, error)
            return
        if self.is_first(number, at, element.id, name.text):
            self._voices(number, row, element)

    def _voices(self, number: int, row: FilledRow, element: Element) -> None:
        for at, cell in row.items():
            title = self.titles.get(at, "")
            if title in ELEMENT or self.untitled(number, at):
                continue
            speaker = self.filling.speaker(title)
            if speaker is None:
                self.wrong(number, at, DeskError(N_("This table has no column “{column}”."), column=title))
            else:
                saying = Saying(element.id, None, speaker.voice, cell.text, party_id=speaker.party)
                self.filling.take(Found(saying, self.table.title, number, title), cell.trouble)
