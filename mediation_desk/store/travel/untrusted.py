"""What comes from another office is not taken on trust: nonsense in it is a damaged bag, and no bug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import MappingProxyType
from uuid import UUID

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError
from sqlalchemy.orm.exc import FlushError

from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.travel import register
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.rows import Raw
from mediation_desk.store.work.work import Work

_NONSENSE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError,
             RecursionError, StopIteration, FlushError, IntegrityError, DataError)


def require_whole(rows: Raw, known: Raw = MappingProxyType({})) -> None:
    """Whatever a row names is there, among these rows or those that are known. BagDamaged.

    Looked at before anything is written: a database says so only when all is to be kept.
    """
    there = {*rows, *known}
    for (table, _row_id), row in rows.items():
        for column in metadata.tables[table].columns:
            named = row.get(column.name)
            if any(named is not None and (one.column.table.name, str(named)) not in there
                   for one in column.foreign_keys):
                raise BagDamaged


@contextmanager
def untrusted() -> Iterator[None]:
    """Rows that no program of ours writes are refused as BagDamaged; what disks and servers say passes."""
    try:
        yield
    except _NONSENSE as nonsense:
        raise BagDamaged from nonsense
    except StatementError as nonsense:
        if isinstance(nonsense, DBAPIError):
            raise
        raise BagDamaged from nonsense  # a value that no column takes


def trusted_as(work: Work, desk_id: UUID) -> AbstractContextManager[None]:
    """Nothing to look out for where the bag comes from a laptop of this office; else as untrusted."""
    return untrusted() if register.is_elsewhere(work, desk_id) else nullcontext()
