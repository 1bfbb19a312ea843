"""The cases that orders of a list may belong to: by an order's number, by a row that came before, and those
that are open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from mediation_desk.domain.intake.lists import originals
from mediation_desk.domain.intake.lists.judging import Home, There, number_key
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading.lists import Lists
from mediation_desk.store.tables.cases import cases, orders, parties
from mediation_desk.store.tables.desk import case_rows

TURN = 0x6F72_6465  # of whoever takes orders in: of two at one time the second sees what the first brought
FEW = 500  # numbers in one question


def wait_turn(connection: Connection) -> None:
    """Wait until nobody else takes orders in, and hold that until the unit of work ends."""
    database_of(connection).wait_turn(connection, TURN)


class OrderHomes:
    """Looks for one account; a case that it is no mediator of has no number."""

    def __init__(self, connection: Connection, account_id: UUID) -> None:
        self._connection, self._lists = connection, Lists(connection, account_id)
        self._lists.reach(all_cases=False, own_cases=True)

    def there(self, numbers: Iterable[str], rows: Iterable[str]) -> There:
        """What is there of orders with these numbers, and of rows with these fingerprints."""
        by_number = dict(self._by_number({one for one in numbers if one}))
        by_row = dict(self._by_row(set(rows)))
        by_row |= {sha256: case_id for case_id, sha256 in self._rows_of(set(by_number.values()))}
        opened = self._open()
        homes = self._homes({*by_number.values(), *by_row.values(), *opened}, opened)
        return There({number_key(number): homes[case_id] for number, case_id in by_number.items()
                      if case_id in homes},
                     {sha256: homes[case_id] for sha256, case_id in by_row.items() if case_id in homes},
                     [homes[case_id] for case_id in sorted(opened) if case_id in homes])

    def originals(self, case_ids: Collection[UUID]) -> list[str]:
        """What came by lists into these cases, in the order in which it came; of those that may be seen."""
        found = []
        for some in _some(self._seen(case_ids)):
            kept = select(case_rows.c.seq, orders.c.arrived_at, orders.c.id, orders.c.original).join(
                case_rows, case_rows.c.case_id == orders.c.case_id).where(
                orders.c.case_id.in_(some), orders.c.came_by == CameBy.LIST, orders.c.removed_at.is_(None))
            found += [tuple(row) for row in self._connection.execute(kept)]
        return [original for _seq, _at, _key, original in sorted(found)]

    def people(self, case_ids: Collection[UUID]) -> list[tuple[UUID, list[UUID]]]:
        """Everybody who stands in these cases, of those that may be seen."""
        found: dict[UUID, list[UUID]] = {}
        for some in _some(self._seen(case_ids)):
            there = select(parties.c.case_id, parties.c.id).where(
                parties.c.case_id.in_(some), parties.c.removed_at.is_(None)).order_by(parties.c.id)
            for row in self._connection.execute(there):
                found.setdefault(row.case_id, []).append(row.id)
        return sorted(found.items())

    def _seen(self, case_ids: Collection[UUID]) -> list[UUID]:
        return [row.case_id for some in _some(case_ids) for row in self._connection.execute(
            select(case_rows.c.case_id).where(case_rows.c.case_id.in_(some), self._lists.visible()))]

    def _by_number(self, numbers: set[str]) -> Iterator[tuple[str, UUID]]:
        """The number a case was registered under, and before that, those of its orders."""
        for some in _some({*numbers, *map(number_key, numbers)}):
            yield from self._pairs(select(cases.c.source_reference, cases.c.id).where(
                cases.c.source_reference.in_(some), cases.c.removed_at.is_(None)))
            yield from self._pairs(select(orders.c.number, orders.c.case_id).where(
                orders.c.number.in_(some), orders.c.removed_at.is_(None)))

    def _by_row(self, rows: set[str]) -> Iterator[tuple[str, UUID]]:
        for some in _some(rows):
            yield from self._pairs(select(orders.c.row_sha256, orders.c.case_id).where(
                orders.c.row_sha256.in_(some), orders.c.removed_at.is_(None)))

    def _rows_of(self, case_ids: set[UUID]) -> Iterator[tuple[UUID, str]]:
        """All rows that brought the orders of these cases, one after the other."""
        for some in _some(case_ids):
            kept = select(orders.c.case_id, orders.c.original).where(orders.c.case_id.in_(some),
                                                                     orders.c.removed_at.is_(None))
            for case_id, original in self._connection.execute(kept):
                yield from ((case_id, row.sha256()) for row in originals.read(original))

    def _open(self) -> dict[UUID, tuple[list[tuple[str, str]], list[str]]]:
        """Who calls and whom it is about, of every case that is open."""
        found: dict[UUID, tuple[list[tuple[str, str]], list[str]]] = {}
        people = select(parties.c.case_id, parties.c.role, parties.c.name, parties.c.phone).join(
            case_rows, case_rows.c.case_id == parties.c.case_id).where(
            parties.c.removed_at.is_(None), case_rows.c.status == Status.OPEN, case_rows.c.removed.is_(False))
        for row in self._connection.execute(people):
            callers, against = found.setdefault(row.case_id, ([], []))
            if row.role is Role.APPLICANT:
                callers.append((row.name, row.phone))
            elif row.role is Role.RESPONDENT:
                against.append(row.name)
        return found

    def _homes(self, case_ids: set[UUID], opened: dict[UUID, tuple[list[tuple[str, str]], list[str]]]
               ) -> dict[UUID, Home]:
        homes = {}
        for some in _some(case_ids):
            told = select(case_rows.c.case_id, case_rows.c.number, case_rows.c.status,
                          self._lists.visible().label("seen")).where(
                case_rows.c.case_id.in_(some), case_rows.c.removed.is_(False),
                case_rows.c.status != Status.VOIDED)
            for row in self._connection.execute(told):
                callers, against = opened.get(row.case_id, ([], []))
                homes[row.case_id] = Home(row.case_id, row.number if row.seen else "",
                                          row.status is Status.OPEN, tuple(callers), tuple(against))
        return homes

    def _pairs(self, query: Select[Any]) -> Iterator[tuple[str, UUID]]:
        yield from ((str(text), case_id) for text, case_id in self._connection.execute(query))


def _some(wanted: Collection[Any]) -> Iterator[list[Any]]:
    known = sorted(wanted)
    yield from (known[at:at + FEW] for at in range(0, len(known), FEW))
