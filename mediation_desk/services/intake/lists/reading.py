"""A list of orders as it is understood before anything is kept: its tables, its headings, and every row
judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediation_desk.domain.intake.lists.columns import Group, OrderColumns, heading_row, headings, usual
from mediation_desk.domain.intake.lists.judging import Judged, There, judge
from mediation_desk.domain.intake.lists.orders import ListOf, ReadOrder, Unread, read_orders
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_
from mediation_desk.library.companies import shipped_companies
from mediation_desk.library.list_columns import shipped_columns
from mediation_desk.library.spreadsheets import files
from mediation_desk.library.spreadsheets.files import Bounds, Sheet
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists.remembered import KnownList
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.reading.order_homes import OrderHomes
from mediation_desk.store.work.work import Work

BOUNDS = Bounds(N_("This list is longer than {most} rows. Part it and import one part after the other."),
                N_("“{name}” is larger than {most} MB. Part it and import one part after the other."),
                N_("This list is too large. Part it and import one part after the other."))
EVERY = 200  # rows between two looks at whether somebody wants to stop


@dataclass(frozen=True)
class Understood:
    """What a table is taken for. ``known``: the remembered list that it looks like."""

    head_at: int
    headings: tuple[str, ...]
    columns: OrderColumns
    known: KnownList | None = None


def read_file(path: Path, *, progress: Progress = nobody_looks, cancelled: Cancelled = goes_on
              ) -> tuple[Sheet, ...]:
    """The tables of a file that hold something. DeskError beside ``file``; Stopped."""
    return files.read_file(path, BOUNDS, Pace(progress, cancelled).step)


def understand(sheet: Sheet, known: Sequence[KnownList]) -> Understood:
    """Where the headings stand and what they mean: as remembered, else as offices use them."""
    names = shipped_columns()
    found = heading_row(sheet.rows, [one.columns for one in known], names)
    at = found if found is not None else next(
        (at for at, row in enumerate(sheet.rows) if sum(map(bool, row)) > 1), 0)
    told = headings_at(sheet, at)
    fitting = next((one for one in known if one.columns.columns and one.columns.fits(told)), None)
    return Understood(at, told, fitting.columns if fitting else usual(told, names), fitting)


def headings_at(sheet: Sheet, at: int) -> tuple[str, ...]:
    """The headings of a row, with those that stand over several columns above it."""
    return headings(sheet.rows, at, [Group(one.row, one.left, one.right) for one in sheet.spans])


def look(desk: Desk, told: ListOf, *, progress: Progress = nobody_looks, cancelled: Cancelled = goes_on
         ) -> list[Judged]:
    """What would become of each row; nothing is kept by it. Stopped."""
    with desk.reading(Verb.REGISTER_CASE) as work:
        return judged(desk, work, told, Pace(progress, cancelled))


def judged(desk: Desk, work: Work, told: ListOf, pace: Pace) -> list[Judged]:
    """The same, in a unit of work that is open."""
    rows = list(_read(desk, told, pace))
    orders = [one for one in rows if isinstance(one, ReadOrder)]
    numbers = {number for one in orders for number in (one.number, one.former_number)}
    there = OrderHomes(work.connection, desk.who.account_id).there(numbers, (one.sha256 for one in orders))
    return _judge(rows, there, pace)


def _read(desk: Desk, told: ListOf, pace: Pace) -> Iterator[ReadOrder | Unread]:
    def step(done: int, total: int) -> None:
        if done % EVERY == 0:
            pace.step(done, total)

    now = desk.now.astimezone(desk.zone).replace(tzinfo=None)
    return read_orders(told, now, desk.calendar, step)


def _judge(rows: Sequence[ReadOrder | Unread], there: There, pace: Pace) -> list[Judged]:
    def step(done: int) -> None:
        if done % EVERY == 0:
            pace.step(done, len(rows))

    return judge(rows, there, shipped_companies().core, step)
