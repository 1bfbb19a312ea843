"""The two tables of the terms: instalments down, and workers against instalments, exact both ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from mediation_desk.domain import dates
from mediation_desk.domain.calendar import RestDayRule, WorkCalendar
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.evening import Evening
from mediation_desk.domain.settlement.schedules import in_order
from mediation_desk.domain.settlement.terms import Plan
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.words import tr, tr_error

TOTAL = "total"
MOST_ROWS = 10
MOST_TOLD = 8  # amounts that moved
LONGEST_WEIGHT = 15  # digits: as many as the fen of the largest total, which stand for a share at worst


class GridField(Field):
    """A grid as a field: what is typed by hand is its text, kept as JSON by row and column.

    ``EVENED``: the column of amounts that come to ``whole``, if it has one: one that is set by hand stands,
    the others keep the sum, and ``moved`` says which did.
    """

    EVENED = ""

    def __init__(self, text: str, *, name: str, help: str = "") -> None:
        self.model = GridModel()
        self.grid = Grid(self.model, name=text)
        self.grid.setTabKeyNavigation(False)  # Tab goes on to the next field; arrows move in the table
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._texts: dict[str, str] = {}
        self.whole: Money | None = None
        self.moved, self._evening = "", Evening()
        super().__init__(text, self.grid, name=name, help=help)
        self._kept = ""
        self.model.edits.connect(self._edited)

    def typed(self) -> str:
        """What was typed by hand."""
        return json.dumps(self._texts, ensure_ascii=False, sort_keys=True) if self._texts else ""

    def _show_typed(self, text: str) -> None:
        self._texts = json.loads(text) if text else {}

    def _lock(self, read_only: bool) -> None:
        """The grid stays readable; its cells are locked one by one."""

    def _edited(self, batch: list[tuple[str, str, str]]) -> None:
        for row, column, text in batch:
            self._texts[f"{row}/{column}"] = self._whole(column, text)
        self._even([row for row, column, _text in batch if column == self.EVENED])
        self.edited.emit(self.typed())
        self.commit()

    def _even(self, edited: Sequence[str]) -> None:
        self.moved = ""
        names = {one.id: one.title for one in self.model.rows if one.id != TOTAL}
        try:
            known = {row: _amount(self.text(row, self.EVENED)) for row in names}
        except DeskError:
            return  # said in its cell
        if self.whole is None or not edited:
            return
        after = self._evening.after(edited, known, self.whole)
        moved = [row for row in names if after[row] != known[row]]
        self._texts |= {f"{row}/{self.EVENED}": str(after[row]) for row in moved}
        if moved:
            self.moved = tr("The sum stays. {moved}", moved=in_short([
                tr("{name}: {before} becomes {after}", name=names[row], before=known[row], after=after[row])
                for row in moved]))

    def _whole(self, _column: str, text: str) -> str:
        """What is kept of a typed text."""
        return text

    def _by_hand(self, row: str, column: str, read: Callable[[str], object], *,
                 read_only: bool = False) -> GridCell:
        """A cell left to the hand, marked where what was typed there cannot be read."""
        text = self.text(row, column)
        try:
            read(text)
        except DeskError as error:
            return GridCell(text, trouble=tr_error(error), read_only=read_only)
        return GridCell(text, read_only=read_only)

    def text(self, row: str, column: str) -> str:
        """What was typed by hand into a cell."""
        return self._texts.get(f"{row}/{column}", "")

    def put(self, texts: Mapping[tuple[str, str], str]) -> None:
        """Hold these texts as kept: what an agreement was drafted with."""
        self._texts = {f"{row}/{column}": text for (row, column), text in texts.items()}
        self.moved = ""
        self._evening.forget()
        self._kept = self.typed()

    def _fit(self) -> None:
        rows = min(self.model.rowCount(), MOST_ROWS)
        head = max(self.grid.horizontalHeader().sizeHint().height(), look().px(32))
        wide = self.grid.verticalHeader().sizeHint().width() + sum(
            self.grid.columnWidth(at) for at in range(self.model.columnCount()))
        bar = look().px(14) if wide > self.width() else 0
        self.grid.setFixedHeight(head + rows * look().px(32) + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it must be: wide tables scroll inside."""
        return QSize(look().px(240), super().minimumSizeHint().height())


def in_short(moved: Sequence[str]) -> list[str]:
    """What moved, as much as is read beneath a table; the rest, which stands in the table, as a count."""
    rest = len(moved) - MOST_TOLD
    return [*moved[:MOST_TOLD], tr("… and {count} more", count=rest)] if rest > 0 else list(moved)


@dataclass(frozen=True)
class ByHand:
    """What the schedule leaves to the person's hand."""

    dates: bool = False
    weights: bool = False
    amounts: bool = False


class ScheduleField(GridField):
    """Instalments down: due day, where it falls, its share or amount where these are set by hand."""

    EVENED = "amount"

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(tr("Instalment schedule"), name="schedule")
        self.by_hand = ByHand()
        self._today = today

    def _whole(self, column: str, text: str) -> str:
        return dates.completed(text, self._today(), "ahead") if column == "due" else text

    def lay(self, days: Sequence[date | None], amounts: Sequence[Money], by_hand: ByHand,
            calendar: WorkCalendar, rule: RestDayRule, *, read_only: bool,
            on_signing: int = 0) -> list[date | None]:
        """Show the instalments; cells left to the hand take what was typed there. ``on_signing``: how many
        of them, from the first, are paid on the day of signing. Where each falls is given back."""
        self.by_hand = by_hand
        falls = _placed(days, calendar, rule, on_signing)
        columns = [GridColumn("due", tr("Due"), width=12), GridColumn("falls", tr("Falls on"), width=21,
                                                                     read_only=True)]
        if by_hand.weights:
            columns.append(GridColumn("weight", tr("Share"), right=True, width=8))
        columns.append(GridColumn("amount", tr("{title} (yuan)", title=tr("Amount")), right=True, width=13))
        rows = [GridRow(str(at), str(at + 1)) for at in range(len(days))]
        cells = {}
        for at, day in enumerate(days):
            row = str(at)
            cells[row, "due"] = self._by_hand(row, "due", dates.read, read_only=read_only) \
                if by_hand.dates and at >= on_signing else GridCell(dates.show(day), read_only=True)
            cells[row, "falls"] = _falls(day, falls[at], calendar)
            if at < on_signing:
                cells[row, "due"] = cells[row, "falls"] = GridCell(tr("Day of signing"), read_only=True)
            cells[row, "weight"] = self._by_hand(row, "weight", _weight, read_only=read_only)
            worked = str(amounts[at]) if at < len(amounts) else ""
            cells[row, "amount"] = self._by_hand(row, "amount", _amount, read_only=read_only) \
                if by_hand.amounts else GridCell(worked, read_only=True)
        self.model.set_grid(rows, columns, cells)
        years = calendar.unannounced(*(day for day in (*falls[on_signing:], *days[on_signing:]) if day))
        said = [tr("The holidays of {years} are not announced: of these years only the holidays fixed "
                   "by law are known, so that a due day may still turn out to be a day off.",
                   years=[str(year) for year in years])] if years else []
        if left := self._left_out(len(days), by_hand):
            said.append(tr("Left out, for there are fewer instalments now: what was typed for instalment "
                           "{numbers}.", numbers=[str(number) for number in left]))
        self.set_help("\n".join(filter(None, (self.moved, *said))))
        self._fit()
        return falls

    def _left_out(self, count: int, by_hand: ByHand) -> list[int]:
        """The numbers of instalments beyond the last one for which something was typed by hand."""
        asked = {"due": by_hand.dates, "weight": by_hand.weights, "amount": by_hand.amounts}
        places = (place.split("/") for place, text in self._texts.items() if text)
        return sorted({int(row) + 1 for row, column in places if int(row) >= count and asked.get(column)})

    def fill(self, columns: Mapping[str, Sequence[str]]) -> None:
        """Leave these columns to the hand and write them over: what somebody pasted."""
        self._texts = {f"{at}/{column}": text for column, texts in columns.items()
                       for at, text in enumerate(texts)}
        self.edited.emit(self.typed())
        self.commit()

    def begin(self, column: str, texts: Sequence[str]) -> None:
        """Leave a column to the hand, beginning with what was worked out; what was typed there stays."""
        known = dict(self._texts)
        self._texts = {f"{at}/{column}": text for at, text in enumerate(texts)} | {
            place: text for place, text in known.items() if text}
        self.edited.emit(self.typed())
        self.commit()

    def dates(self, count: int) -> tuple[date, ...]:
        """The days typed by hand; a missing one is refused."""
        return self.dates_since(0, count)

    def dates_since(self, since: int, count: int) -> tuple[date, ...]:
        """The same without the rows before: they are paid on the day of signing."""
        days = [dates.read(self.text(str(at), "due"), field="schedule") for at in range(since, count)]
        if None in days:
            raise DeskError(N_("Enter the due day of every instalment."), field="schedule")
        return tuple(day for day in days if day)

    def weights(self, count: int) -> tuple[int, ...]:
        """The shares typed by hand, whole numbers; an unreadable one is refused, a missing one is 0."""
        return tuple(_weight(self.text(str(at), "weight")) for at in range(count))

    def amounts(self, count: int) -> tuple[Money, ...]:
        """The amounts typed by hand; a missing one counts as nothing."""
        return tuple(_amount(self.text(str(at), "amount")) for at in range(count))


def _weight(text: str) -> int:
    """A share as a whole number; nothing counts as none."""
    digits = plain(text)
    if digits and not (digits.isdecimal() and len(digits) <= LONGEST_WEIGHT):
        raise DeskError(N_("“{text}” is not a whole number."), field="schedule", text=digits)
    return int(digits or 0)


def _amount(text: str, field: str = "schedule") -> Money:
    """An amount; nothing counts as none."""
    return Money.payable(text, field=field) if text else ZERO


def _placed(days: Sequence[date | None], calendar: WorkCalendar, rule: RestDayRule,
            on_signing: int) -> list[date | None]:
    """Where each day comes to lie, no two on one day; of days out of order each by itself."""
    known = [day for day in days[on_signing:] if day]
    if len(known) < len(days) - on_signing or known != sorted(set(known)):
        return [calendar.placed(day, rule) if day else None for day in days]
    return [*days[:on_signing], *in_order(known, rule, calendar)]


def _falls(day: date | None, placed: date | None, calendar: WorkCalendar) -> GridCell:
    """Where a due day comes to lie: said when it meets a rest day, or when that is not known yet."""
    if day is None or placed is None:
        return GridCell("", read_only=True)
    if calendar.is_workday(day) and placed == day:
        if calendar.knows(day):
            return GridCell(dates.show(day), read_only=True)
        return GridCell(tr("{day}, not certain", day=dates.show(day)),
                    State(tr("Holidays not announced"), "missing", "question"), read_only=True)
    if placed == day:
        return GridCell(tr("{day}, rest day", day=dates.show(day)), State(tr("Rest day"), "missing"),
                    read_only=True)
    return GridCell(tr("{day}, moved", day=dates.show(placed)),
                State(tr("Moved"), "disputed", "calendar-check"), read_only=True)


class MatrixField(GridField):
    """Workers down, instalments across, with the sums of rows and columns; shares may be set by hand."""

    EVENED = "share"

    def __init__(self) -> None:
        super().__init__(tr("Who receives what"), name="shares")

    def lay(self, workers: Sequence[tuple[UUID, str, Money]], worked: Plan | None, *, by_hand: bool,
             read_only: bool) -> None:
        """``workers``: each with name and claim. Without a plan only names, claims and shares show."""
        days = worked.due_dates if worked else ()
        columns = [GridColumn("share", tr("Share"), right=True, width=11, read_only=not by_hand or read_only),
                   *(GridColumn(str(at), tr("{number}: {day}", number=at + 1, day=dates.show(day)),
                                right=True, width=13, read_only=True) for at, day in enumerate(days)),
                   GridColumn("claim", tr("Claimed"), right=True, width=11, read_only=True)]
        rows = [GridRow(str(key), name) for key, name, _ in workers] + [GridRow(TOTAL, tr("Sum"))]
        cells: dict[tuple[str, str], GridCell] = {}
        for at, (key, _, claim) in enumerate(workers):
            row = str(key)
            share = str(worked.shares[at]) if worked else ""
            cells[row, "claim"] = GridCell(str(claim))
            cells[row, "share"] = self._by_hand(row, "share", _amount) if by_hand else GridCell(share)
            for number, column in enumerate(worked.matrix if worked else ()):
                cells[row, str(number)] = GridCell(str(column[at]))
        self._add_sums(cells, workers, worked)
        self.model.set_grid(rows, columns, cells)
        self.set_help(self.moved)
        self._fit()

    def _add_sums(self, cells: dict[tuple[str, str], GridCell], workers: Sequence[tuple[UUID, str, Money]],
                  worked: Plan | None) -> None:
        cells[TOTAL, "claim"] = GridCell(str(total(claim for _, _, claim in workers)), read_only=True)
        if worked is None:
            cells[TOTAL, "share"] = GridCell("", read_only=True)
            return
        cells[TOTAL, "share"] = GridCell(str(total(worked.shares)), read_only=True)
        for number, column in enumerate(worked.matrix):
            cells[TOTAL, str(number)] = GridCell(str(total(column)), read_only=True)

    def by_hand(self, workers: Sequence[UUID]) -> tuple[tuple[UUID, Money], ...]:
        """The shares typed by hand; a missing one counts as nothing."""
        return tuple((worker, _amount(self.text(str(worker), "share"), "shares")) for worker in workers)
