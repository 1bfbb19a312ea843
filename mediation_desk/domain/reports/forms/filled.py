"""A filled form: every cell with its number, whether the form reconciles, and what was corrected since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.form import NOBODY, Form, Moment, Ref, Where
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.sorting.answer_types import Label


@dataclass(frozen=True)
class Behind:
    """The cases behind a cell: those to which it happened in that period, as ``where`` says."""

    moment: Moment
    period: Period
    where: Where = ()


@dataclass(frozen=True)
class Cell:
    """One cell. ``value``: cases, people, fen, days, or hundredths of a percent; None: nothing to say, as a
    share of no cases has, or nothing known.

    ``count``: how many cases stand behind it; ``largest``: the most that one case has in an amount (0 where
    that was not asked); ``sign``: what is shown in place of the number, as "<5" is; ``of``: of a share, its
    numerator and its denominator; ``left_out``: cases of which the amount is not known.
    """

    unit: Unit
    value: int | None
    behind: Behind | None = None
    count: int = 0
    largest: int = 0
    sign: str = ""
    of: tuple[int, int] | None = None
    left_out: int = 0
    unknown: Label | None = None


@dataclass(frozen=True)
class FilledColumn:
    """A column as a reader sees it."""

    id: str
    label: Label
    unit: Unit
    definition: Label = NOBODY


@dataclass(frozen=True)
class FilledRow:
    """A row. ``id``: the form's row, and of many by a dimension ``row/value``."""

    id: str
    label: Label
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class FilledTable:
    """A table with its cells. ``chart``: the column that is drawn, or none; ``since``: the first day that it
    counts, where that is not the period's."""

    id: str
    label: Label
    head: Label
    columns: tuple[FilledColumn, ...]
    rows: tuple[FilledRow, ...]
    chart: str = ""
    note: Label = NOBODY
    since: date | None = None

    def cell(self, row: str, column: str) -> Cell:
        """The cell there; KeyError where there is none."""
        place = [one.id for one in self.columns].index(column)
        return next(one for one in self.rows if one.id == row).cells[place]


@dataclass(frozen=True)
class Outcome:
    """An identity of the form and whether it holds. ``holds`` None: a cell of it is not known, so nobody
    can say. ``left`` and ``right``: what each side adds up to."""

    label: Label
    left: int | None
    right: int | None

    @property
    def holds(self) -> bool | None:
        """Whether both sides are the same."""
        return None if self.left is None or self.right is None else self.left == self.right


@dataclass(frozen=True)
class Due:
    """Something that falls due: which day, what, and in which case."""

    on: date
    what: Label
    number: str
    names: Label


@dataclass(frozen=True)
class FrozenMark:
    """That a period was closed: which version of its numbers, by whom, when."""

    id: UUID
    version: int
    made_by: str
    made_at: datetime


@dataclass(frozen=True)
class Correction:
    """A number that would be another one today. ``cases``: those whose change made it so, as far as the
    person may see them."""

    place: Ref
    table: Label
    row: Label
    column: Label
    unit: Unit
    then: int | None
    now: int | None
    cases: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True)
class FilledForm:
    """A form with its numbers.

    ``own``: of the person's own cases alone. ``counted``: there are numbers in it; without the right to
    read figures a form is shown empty. ``frozen``: these are the numbers of a closed period, and
    ``corrections`` what they would be today.
    """

    form: Form
    period: Period
    narrow: Narrow
    tables: tuple[FilledTable, ...]
    outcomes: tuple[Outcome, ...]
    own: bool
    made_on: date
    due: tuple[Due, ...] = ()
    counted: bool = True
    frozen: FrozenMark | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def reconciles(self) -> bool:
        """Whether no identity is broken; one that nobody can check is not."""
        return all(one.holds is not False for one in self.outcomes)

    def cell(self, place: Ref) -> Cell:
        """The cell there; KeyError, ValueError or StopIteration where there is none."""
        table = next(one for one in self.tables if one.id == place[0])
        return table.cell(place[1], place[2])

    def cells(self) -> Iterator[tuple[Ref, Cell]]:
        """Every cell with its place."""
        for table in self.tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    yield (table.id, row.id, column.id), cell
