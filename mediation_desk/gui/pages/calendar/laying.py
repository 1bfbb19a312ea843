"""Where everything lies in a calendar: days, hours, entries beside each other. Numbers alone, no painting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect

from mediation_desk.domain.planning.entries import CalendarEntry

FIRST_HOUR, LAST_HOUR = 8, 19  # shown always; others where a session needs them
STEP = timedelta(minutes=15)  # to which a dragged session holds
ByDay = Mapping[date, Sequence[CalendarEntry]]


@dataclass(frozen=True)
class Cell:
    """A day: all of it, and its head."""

    day: date
    rect: QRect
    head: QRect


@dataclass(frozen=True)
class Box:
    """Where an entry lies."""

    entry: CalendarEntry
    rect: QRect


@dataclass(frozen=True)
class More:
    """That a day has more than fits."""

    day: date
    rect: QRect
    count: int


@dataclass(frozen=True)
class Laid:
    """A calendar laid out. ``hours``: each with the height at which it begins; none in a month."""

    cells: tuple[Cell, ...] = ()
    boxes: tuple[Box, ...] = ()
    mores: tuple[More, ...] = ()
    hours: tuple[tuple[int, int], ...] = ()

    def day_at(self, point: QPoint) -> date | None:
        """The day that lies there."""
        return next((cell.day for cell in self.cells if cell.rect.contains(point)), None)

    def entry_at(self, point: QPoint) -> CalendarEntry | None:
        """The entry that lies there."""
        return next((box.entry for box in reversed(self.boxes) if box.rect.contains(point)), None)

    def more_at(self, point: QPoint) -> date | None:
        """The day of which there is more there."""
        return next((more.day for more in self.mores if more.rect.contains(point)), None)

    def time_at(self, point: QPoint, otherwise: time) -> datetime | None:
        """The day and hour that lie there, to the quarter; in a month the day at that ``otherwise``."""
        day = self.day_at(point)
        if day is None:
            return None
        if not self.hours:
            return datetime.combine(day, otherwise)
        (hour, top), (_, below) = self.hours[0], self.hours[1]
        quarters = round((point.y() - top) / (below - top) * 4)
        most = (24 - hour) * 4 - 1
        return datetime.combine(day, time(hour)) + STEP * max(0, min(quarters, most))

    def height_of(self, at: datetime) -> int:
        """How far down an hour lies."""
        (hour, top), (_, below) = self.hours[0], self.hours[1]
        begins = datetime.combine(at.date(), time(hour))
        return top + round((at - begins) / timedelta(hours=1) * (below - top))


@dataclass(frozen=True)
class Sizes:
    """Heights in pixels: of a line, of a day's head; and the width of the hours at the side."""

    line: int
    head: int
    gutter: int
    gap: int = 2


def of_month(area: QRect, days: Sequence[date], entries: ByDay, sizes: Sizes) -> Laid:
    """Weeks under each other, seven days in each; of a day as many entries as fit, each on a line."""
    cells: list[Cell] = []
    boxes: list[Box] = []
    mores: list[More] = []
    weeks = len(days) // 7
    for at, day in enumerate(days):
        rect = _part(area, at % 7, 7, at // 7, weeks)
        cells.append(Cell(day, rect, QRect(rect.left(), rect.top(), rect.width(), sizes.head)))
        room = rect.adjusted(4, sizes.head, -4, -sizes.gap)
        _lines(day, entries.get(day, ()), room, sizes, boxes, mores)
    return Laid(tuple(cells), tuple(boxes), tuple(mores))


def of_hours(area: QRect, days: Sequence[date], entries: ByDay, sizes: Sizes, most: int) -> Laid:
    """Days beside each other: above what has no hour, at most ``most`` lines, below the hours."""
    timed = {day: [one for one in entries.get(day, ()) if one.starts_at] for day in days}
    whole = {day: [one for one in entries.get(day, ()) if not one.starts_at] for day in days}
    strip = min(most, max(map(len, whole.values()), default=0)) * (sizes.line + sizes.gap)
    top = area.top() + sizes.head + (strip + 2 * sizes.gap if strip else 0)
    hours = _hours([one for found in timed.values() for one in found], top, area.bottom())
    cells: list[Cell] = []
    boxes: list[Box] = []
    mores: list[More] = []
    for at, day in enumerate(days):
        column = _part(area.adjusted(sizes.gutter, 0, 0, 0), at, len(days), 0, 1)
        cells.append(Cell(day, column, QRect(column.left(), column.top(), column.width(), sizes.head)))
        room = QRect(column.left() + 3, column.top() + sizes.head, column.width() - 6, strip)
        _lines(day, whole[day], room, sizes, boxes, mores)
        laid = Laid(hours=hours)
        boxes += [Box(one, _hour_rect(laid, one, column, lane, of, sizes))
                  for one, lane, of in lanes(timed[day])]
    return Laid(tuple(cells), tuple(boxes), tuple(mores), hours)


def lanes(entries: Sequence[CalendarEntry]) -> list[tuple[CalendarEntry, int, int]]:
    """Each with its lane and how many lanes lie beside each other where it stands: none covers another."""
    found: list[tuple[CalendarEntry, int, int]] = []
    together: list[tuple[CalendarEntry, int]] = []
    ends: list[datetime] = []
    for entry in sorted(entries, key=lambda one: (one.starts_at or datetime.combine(one.on, time()))):
        starts, until = entry.starts_at, entry.until
        assert starts is not None and until is not None
        if ends and starts >= max(ends):
            found += [(one, lane, len(ends)) for one, lane in together]
            together, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= starts), len(ends))
        ends[lane:lane + 1] = [until]
        together.append((entry, lane))
    return [*found, *((one, lane, len(ends)) for one, lane in together)]


def _hours(timed: Sequence[CalendarEntry], top: int, bottom: int) -> tuple[tuple[int, int], ...]:
    """The hours of the working day, and those before and after in which something stands."""
    begins = [one.starts_at.hour for one in timed if one.starts_at]
    ends = [24 if one.until.date() > one.on else one.until.hour + bool(one.until.minute)
            for one in timed if one.until]
    first, last = min([FIRST_HOUR, *begins]), max([LAST_HOUR, *ends])
    each = max(1.0, (bottom - top) / (last - first))
    return tuple((hour, top + round(each * (hour - first))) for hour in range(first, last + 1))


def _hour_rect(laid: Laid, entry: CalendarEntry, column: QRect, lane: int, of: int, sizes: Sizes) -> QRect:
    assert entry.starts_at is not None and entry.until is not None
    top, bottom = laid.height_of(entry.starts_at), laid.hours[-1][1]
    if entry.until.date() == entry.on:
        bottom = min(bottom, laid.height_of(entry.until))
    room = column.adjusted(3, 0, -8, 0)
    left = room.left() + room.width() * lane // of
    width = room.width() * (lane + 1) // of - room.width() * lane // of
    return QRect(left, top + 1, width - sizes.gap, max(sizes.line, bottom - top - 1))


def _lines(day: date, entries: Sequence[CalendarEntry], room: QRect, sizes: Sizes, boxes: list[Box],
           mores: list[More]) -> None:
    """Line under line, as many as there is room for; the last one says how many more there are."""
    step = sizes.line + sizes.gap
    fit = max(0, (room.height() + sizes.gap) // step)
    shown = len(entries) if len(entries) <= fit else max(0, fit - 1)
    for at, entry in enumerate(entries[:shown]):
        boxes.append(Box(entry, QRect(room.left(), room.top() + at * step, room.width(), sizes.line)))
    if shown < len(entries) and fit:
        spot = QRect(room.left(), room.top() + shown * step, room.width(), sizes.line)
        mores.append(More(day, spot, len(entries) - shown))


def _part(area: QRect, column: int, columns: int, row: int, rows: int) -> QRect:
    """One field of a grid that fills the area to its last pixel."""
    left, top = area.width() * column // columns, area.height() * row // rows
    right, bottom = area.width() * (column + 1) // columns, area.height() * (row + 1) // rows
    return QRect(area.left() + left, area.top() + top, right - left, bottom - top)
