"""An order that is here already: by its number, or by the fingerprint of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, literal, select

from mediation_desk.domain.vocabulary import Status
from mediation_desk.store.reading.lists import Lists
from mediation_desk.store.tables.cases import cases, orders

MOST = 20  # cases that one order is told to be in


@dataclass(frozen=True)
class Repeated:
    """A case that has the order. ``visible``: whoever asks may see it; of another nothing is told but that
    there is one."""

    case_id: UUID
    number: str
    same_text: bool
    visible: bool


def repeated(connection: Connection, lists: Lists, number: str, sha256: str) -> list[Repeated]:
    """The cases with an order of that number or text, the newest first; a voided case has none. Empty
    strings find nothing."""
    found: dict[UUID, tuple[str, bool]] = {}
    for query in _queries(number, sha256):
        for case_id, case_number, print_of in connection.execute(query.limit(MOST)):
            same = bool(sha256) and print_of == sha256
            found[case_id] = (case_number, same or found.get(case_id, ("", False))[1])
    seen = {row.case_id for row in lists.rows(list(found))}
    return [Repeated(key, told[0] if key in seen else "", told[1], key in seen)
            for key, told in sorted(found.items(), reverse=True)]


def _queries(number: str, sha256: str) -> Iterator[Select[Any]]:
    """One for each way in which it may be known, so that each has its index."""
    stands = and_(orders.c.removed_at.is_(None), cases.c.status != Status.VOIDED)
    of_orders = select(cases.c.id, cases.c.number, orders.c.row_sha256).join(orders).where(stands)
    if number:
        yield of_orders.where(orders.c.number == number)
        yield select(cases.c.id, cases.c.number, literal("")).where(
            cases.c.source_reference == number, cases.c.status != Status.VOIDED)
    if sha256:
        yield of_orders.where(orders.c.row_sha256 == sha256)
