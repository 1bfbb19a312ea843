"""Keeps the marks by which parties are known in other cases, in the transaction of the change itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select, tuple_
from sqlalchemy import Row as SqlRow

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.marks import MarkKind, Typed, form_of, marks
from mediation_desk.domain.people import Party
from mediation_desk.library.companies import shipped_companies
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.desk import party_marks

TURN = 0x6D61_726B  # of the office's marks, while one desk makes them anew and the others wait
AT_ONCE = 2_000  # parties
Row = tuple[UUID, str, str]
"""A party's key, the kind of a mark, and the mark."""


def _wanted(case: Case) -> frozenset[Row]:
    """What there is to be of a case: the marks of everybody who stands in it."""
    return frozenset(row for party in case.parties for row in _rows(party.id, party))


def _rows(party_id: UUID, somebody: Party | Typed) -> Iterator[Row]:
    return ((party_id, str(one.kind), one.mark) for one in marks(somebody, shipped_companies()))


def keep(connection: Connection, case: Case) -> None:
    """Keep the marks of the case's parties, writing only what is different."""
    now, before = _wanted(case), frozenset(_kept(connection, [case.id]).get(case.id, ()))
    gone, place = list(before - now), tuple_(*(party_marks.c[name] for name in ("party_id", "kind", "mark")))
    for at in range(0, len(gone), AT_ONCE):
        connection.execute(delete(party_marks).where(party_marks.c.case_id == case.id,
                                                     place.in_(gone[at:at + AT_ONCE])))
    _insert(connection, ((case.id, row) for row in now - before))


def keep_new(connection: Connection, cases: Iterable[Case]) -> None:
    """The same for cases of which nothing is kept yet, all in one."""
    _insert(connection, ((case.id, row) for case in cases for row in sorted(_wanted(case))))


def _kept(connection: Connection, case_ids: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """What there is of these cases."""
    query = select(*(party_marks.c[name] for name in ("case_id", "party_id", "kind", "mark")))
    found: dict[UUID, list[Row]] = {}
    for row in connection.execute(query.where(party_marks.c.case_id.in_(case_ids))):
        found.setdefault(row.case_id, []).append((row.party_id, row.kind, row.mark))
    return found


def _insert(connection: Connection, rows: Iterable[tuple[UUID, Row]]) -> None:
    made = [{"case_id": case_id, "party_id": party_id, "kind": kind, "mark": mark}
            for case_id, (party_id, kind, mark) in rows]
    if made:
        connection.execute(insert(party_marks), made)


# Made anew


def bring_up_to_date(engine: Engine) -> None:
    """Make all marks anew where they are missing, or were made by another program or other words."""
    with engine.connect() as connection:
        if _is_current(connection):
            return
    with engine.begin() as connection:
        database_of(connection).wait_turn(connection, TURN)
        if not _is_current(connection):
            file_all(connection)


def _is_current(connection: Connection) -> bool:
    """Told by the first and the last mark of each kind, for all of one form begin alike."""
    form = form_of(shipped_companies())
    ends = [end for kind in MarkKind for end in connection.execute(
        select(func.min(party_marks.c.mark), func.max(party_marks.c.mark))
        .where(party_marks.c.kind == str(kind))).one()]
    known = [end for end in ends if end is not None]
    if known:
        return all(str(end).startswith(f"{form}:") for end in known)
    return connection.execute(select(parties.c.id).limit(1)).first() is None


def file_all(connection: Connection) -> None:
    """Make the marks of every party anew."""
    connection.execute(delete(party_marks))
    standing, last = _standing().order_by(parties.c.id).limit(AT_ONCE), None
    while True:
        found = connection.execute(standing.where(parties.c.id > last) if last else standing).all()
        _insert(connection, _computed(found))
        if len(found) < AT_ONCE:
            return
        last = found[-1].id


def otherwise(connection: Connection, case_ids: Sequence[UUID]) -> list[UUID]:
    """Those of these cases whose marks are not what their parties make."""
    made: dict[UUID, list[Row]] = {}
    for case_id, row in _computed(connection.execute(_standing().where(parties.c.case_id.in_(case_ids)))):
        made.setdefault(case_id, []).append(row)
    there = _kept(connection, case_ids)
    return [one for one in case_ids if Counter(made.get(one)) != Counter(there.get(one))]


def _standing() -> Select[Any]:
    return select(parties.c.id, parties.c.case_id, *(parties.c[name] for name in (
        "kind", "name", "id_number", "phone", "credit_code"))).where(parties.c.removed_at.is_(None))


def _computed(found: Iterable[SqlRow[Any]]) -> Iterator[tuple[UUID, Row]]:
    return ((row.case_id, one) for row in found for one in _rows(
        row.id, Typed(row.kind, row.name, row.id_number, row.phone, row.credit_code)))
