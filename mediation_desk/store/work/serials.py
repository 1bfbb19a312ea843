"""The running case numbers of each year: taken one by one, set aside for laptops, given back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, select, text, update

from mediation_desk.domain.travel.numbers import Blocks, blocks_of, within
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.desk import serials
from mediation_desk.store.work.office_rows import Settings
from mediation_desk.store.work.vault_notes import Note

RESERVED = "travel.numbers"
"""On a laptop: the numbers that it may give, by year. No office has this setting."""
LEFT = "travel.left_numbers"
"""At the office: what each laptop had left of its numbers when it last came home, by laptop and year."""
FREE = "travel.free_numbers"
"""At the office: numbers that were set aside for a bag that was not written after all, by year."""


class NoNumberLeft(DeskError):
    """A laptop has given all the numbers that were reserved for it."""

    def __init__(self, year: int) -> None:
        super().__init__(N_("The case numbers of {year} that were reserved for this laptop are used up. "
                            "Open a new bag from the office, or enter the matter there."), year=year)


class Serials:
    """The running case number of each year."""

    def __init__(self, connection: Connection, settings: Settings, note: Note) -> None:
        self._connection, self._settings, self._note = connection, settings, note

    def last(self, year: int) -> int:
        """The year's last number; 0 before its first case."""
        row = select(serials.c.last).where(serials.c.year == year)
        return int(self._connection.execute(row).scalar() or 0)

    def next(self, year: int, case_id: UUID) -> int:
        """The year's next number, for that case, whose journal tells that it took it; on a laptop the first
        of those reserved for it.

        The row is locked, so that two desks never share one; of two that begin the year at one moment,
        the second waits for the first.
        """
        last = self._held(year)
        reserved = self._settings.read().get(RESERVED)
        number = last + 1 if reserved is None else self._take(year, reserved)
        self._come_to(year, last, max(last, number), case_id)
        return number

    def next_many(self, year: int, case_ids: Sequence[UUID]) -> list[int]:
        """The same for many cases, in their order, with one look at the row."""
        if not case_ids:
            return []
        last = self._held(year)
        reserved = self._settings.read().get(RESERVED)
        numbers = (list(range(last + 1, last + 1 + len(case_ids))) if reserved is None
                   else [self._take(year, self._settings.read()[RESERVED]) for _ in case_ids])
        moved = last
        for case_id, number in zip(case_ids, numbers, strict=True):
            before, moved = moved, max(moved, number)
            self._note(RowChange("serials", str(year), case_id, "update", {"last": [before, moved]}))
        self._connection.execute(update(serials).where(serials.c.year == year).values(last=moved))
        return numbers

    def heard(self, year: int, number: int) -> None:
        """A case came into this store that took that number elsewhere."""
        last = self._held(year)
        if number > last:
            self._connection.execute(update(serials).where(serials.c.year == year).values(last=number))

    def reserve(self, year: int, count: int) -> tuple[int, ...]:
        """Set so many numbers aside for a laptop: first those that no bag went with after all."""
        last, free = self._held(year), self._settings.read().get(FREE, {})
        again = within(free.get(str(year), []))[:count]
        if again:
            self._keep(FREE, free, year, set(within(free[str(year)])) - set(again))
        fresh = range(last + 1, last + 1 + count - len(again))
        if fresh:
            self._come_to(year, last, fresh[-1], None)
        return (*again, *fresh)

    def give_back(self, year: int, numbers: Iterable[int]) -> None:
        """Numbers of a bag that was not written; they go along with the next one."""
        free = self._settings.read().get(FREE, {})
        self._keep(FREE, free, year, {*within(free.get(str(year), [])), *numbers})

    def _held(self, year: int) -> int:
        self._connection.execute(text("INSERT INTO serials (year, last) VALUES (:year, 0) "
                                      "ON CONFLICT DO NOTHING"), {"year": year})
        row = select(serials.c.last).where(serials.c.year == year).with_for_update()
        return int(self._connection.execute(row).scalar_one())

    def _take(self, year: int, reserved: dict[str, Blocks]) -> int:
        numbers = within(reserved.get(str(year), []))
        if not numbers:
            raise NoNumberLeft(year)
        self._keep(RESERVED, reserved, year, set(numbers[1:]))
        return numbers[0]

    def _keep(self, name: str, known: dict[str, Blocks], year: int, numbers: Iterable[int]) -> None:
        self._settings.write({name: {**known, str(year): blocks_of(numbers)}})

    def _come_to(self, year: int, last: int, now: int, case_id: UUID | None) -> None:
        self._connection.execute(update(serials).where(serials.c.year == year).values(last=now))
        self._note(RowChange("serials", str(year), case_id, "update", {"last": [last, now]}))
