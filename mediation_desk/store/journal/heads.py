"""Each chain's head: the one row that writers of one case wait for, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, update

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.chain import OFFICE, Head, head_stamp, same
from mediation_desk.store.journal.present_key import require_present
from mediation_desk.store.tables.journal import journal_chains, journal_head


class JournalAltered(DeskError):
    """Where a chain ends was altered outside the program; to write on would cover that up."""

    def __init__(self) -> None:
        super().__init__(N_("The journal was altered outside the program, so nothing of this step was saved. "
                            "Check the store (Office, Backup and checks) and restore the last good backup."))


def held(connection: Connection, key: bytes, chain: UUID, now: datetime) -> Head:
    """The chain's head, locked until the transaction ends; a new chain's has the number 0.

    JournalAltered when the head is not as a holder of the store key left it; KeyRenewed when that key is
    another one by now.
    """
    row = connection.execute(select(journal_chains).where(journal_chains.c.chain == chain)
                             .with_for_update()).mappings().one_or_none()
    require_present(connection, key)  # behind the lock, for which a renewal was waited
    if row is None:
        origin = closed(connection)[1]
        case_id = None if chain == OFFICE else chain
        return Head(chain=chain, case_id=case_id, origin=origin, number=0, digest=origin, at=now)
    head = head_of(row)
    if not same(head_stamp(key, head), bytes(row["stamp"])):
        raise JournalAltered
    return head


def first(connection: Connection, key: bytes, now: datetime) -> Callable[[UUID], Head]:
    """Where chains of cases begin that were just made: nobody holds their heads. KeyRenewed as with
    :func:`held`."""
    require_present(connection, key)
    origin = closed(connection)[1]
    return lambda chain: Head(chain=chain, case_id=chain, origin=origin, number=0, digest=origin, at=now)


def begin(connection: Connection, key: bytes, new: Sequence[Head]) -> None:
    """Write the heads of chains that begin; none of them may be there."""
    connection.execute(journal_chains.insert(), [
        {"chain": head.chain, "case_id": head.case_id, "origin": head.origin, "ledgered": 0,
         **_moved(key, head)} for head in new])


def keep(connection: Connection, key: bytes, head: Head, *, new: bool) -> None:
    """Write the head that the chain has now."""
    if new:
        begin(connection, key, [head])
        return
    here = update(journal_chains).where(journal_chains.c.chain == head.chain)
    connection.execute(here.values(_moved(key, head)))


def _moved(key: bytes, head: Head) -> dict[str, Any]:
    return {"number": head.number, "digest": head.digest, "at": head.at, "stamp": head_stamp(key, head)}


def head_of(row: Mapping[Any, Any]) -> Head:
    """A row of the table as a head."""
    return Head(chain=row["chain"], case_id=row["case_id"], origin=bytes(row["origin"]),
                number=row["number"], digest=bytes(row["digest"]), at=row["at"])


def closed(connection: Connection) -> tuple[int, bytes]:
    """Where the first, store-wide journal was closed: its last number (0: there was none) and its link.

    JournalAltered when that note is not there any more, or twice.
    """
    rows = connection.execute(select(journal_head.c.seq, journal_head.c.hash)).all()
    if len(rows) != 1:
        raise JournalAltered
    return int(rows[0].seq), bytes(rows[0].hash)
