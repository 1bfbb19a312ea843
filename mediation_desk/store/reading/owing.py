"""The cases on which something is owed that lines of a statement may have paid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from mediation_desk.domain.agenda import INSTALMENT
from mediation_desk.domain.money import Money
from mediation_desk.store.reading.lists import AT_ONCE, Lists
from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.desk import agenda_rows, case_rows

MOST_BY_AMOUNT = 300
"""Cases that are looked at for their amount alone: round sums are owed in thousands of them."""


class Owing:
    """Looks for one account, as far as ``lists`` lets it see."""

    def __init__(self, connection: Connection, lists: Lists) -> None:
        self._connection, self._lists = connection, lists

    def numbers(self) -> dict[UUID, str]:
        """The numbers of all cases with an open instalment."""
        rows = self._connection.execute(self._open().with_only_columns(case_rows.c.case_id,
                                                                       case_rows.c.number))
        return {row.case_id: row.number for row in rows}

    def named(self, names: Collection[str], accounts: Collection[str]) -> set[UUID]:
        """The cases with a party of one of these names, or an account of these digits."""
        bare: Any = parties.c.bank_account
        for sign in (" ", "-"):
            bare = func.replace(bare, sign, "")
        return self._cases(parties.c.name, names) | self._cases(bare, accounts)

    def owing_just(self, amounts: Collection[Money]) -> set[UUID]:
        """Cases one of whose instalments comes to one of these amounts."""
        found: set[UUID] = set()
        for some in _some(amounts):
            wanted = self._open().where(agenda_rows.c.amount.in_(some)).limit(MOST_BY_AMOUNT)
            found.update(row.case_id for row in self._connection.execute(wanted))
        return found

    def _cases(self, column: Any, wanted: Collection[str]) -> set[UUID]:
        found: set[UUID] = set()
        for some in _some(wanted):
            query = self._open().join(parties, parties.c.case_id == case_rows.c.case_id).where(
                column.in_(some), parties.c.removed_at.is_(None))
            found.update(row.case_id for row in self._connection.execute(query))
        return found

    def _open(self) -> Select[Any]:
        owed = agenda_rows.c.kind == INSTALMENT
        return select(case_rows.c.case_id).distinct().join(
            agenda_rows, agenda_rows.c.case_id == case_rows.c.case_id).where(owed, self._lists.visible())


def _some(wanted: Iterable[Any]) -> Iterator[list[Any]]:
    known = sorted(wanted)
    for at in range(0, len(known), AT_ONCE):
        yield known[at:at + AT_ONCE]
