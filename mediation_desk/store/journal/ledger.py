"""The ledger of chain heads, itself a chain: it betrays a cut tail, a vanished case, a case taken back.

Writers never touch it. It is written in quiet moments (before a backup, on closing, every few minutes) by
whoever gets to it first; who comes second goes away, and a head that somebody is writing at that moment
is told the next time. So the ledger holds nobody up, and knows every case's head of some minutes ago.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, RowMapping, func, select, update

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal import heads
from mediation_desk.store.journal.chain import head_stamp, ledger_said, ledger_stamp, linked, same
from mediation_desk.store.tables.journal import journal_chains as chains
from mediation_desk.store.tables.journal import journal_ledger as ledger

EVERY = timedelta(minutes=10)
AT_ONCE = 200  # heads told in one entry, so that their rows are held for some milliseconds only
MARK_DIGITS = 20  # hexadecimal
_TURN = int.from_bytes(b"mdledger")  # of whoever writes the ledger


@dataclass(frozen=True)
class Line:
    """What the ledger says of a chain: that it had come to this entry."""

    chain: UUID
    number: int
    digest: bytes


@dataclass(frozen=True)
class Place:
    """The ledger's last entry: its number, when, how many entries of all chains it tells of, its digest."""

    number: int
    at: datetime | None
    total: int
    digest: bytes


def place(connection: Connection) -> Place:
    """Where the ledger stands; before its first entry, where the first journal was closed."""
    last = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one_or_none()
    if last is None:
        seq, link = heads.closed(connection)
        return Place(0, None, seq, link)
    return Place(last.number, last.at, last.total, bytes(last.digest))


def mark(standing: Place) -> str:
    """The place in a form to be noted down on paper: ``135-9f3c-22ab-01cd-4e77-a0b1``.

    How many entries there were, and 80 bits of the digest that all of them, and the ledger, end in.
    """
    digits = standing.digest.hex()
    return "-".join([str(standing.total), *(digits[at:at + 4] for at in range(0, MARK_DIGITS, 4))])


def read_mark(noted: str) -> tuple[int, str]:
    """Total and first digits of a digest out of a mark as somebody noted it down.

    DeskError beside ``noted`` for anything else.
    """
    total, _, digits = unicodedata.normalize("NFKC", noted).lower().strip().partition("-")
    digits = "".join(sign for sign in digits if sign not in "- ")
    if not (total.isascii() and total.isdecimal() and re.fullmatch(f"[0-9a-f]{{{MARK_DIGITS}}}", digits)):
        raise DeskError(N_("A mark looks like 135-9f3c-22ab-01cd-4e77-a0b1: copy it as it was noted down."),
                        field="noted")
    return int(total), digits


def length(connection: Connection) -> int:
    """How many entries all chains have: it grows with every change."""
    standing = place(connection)
    told = standing.total if standing.number else 0
    untold = select(func.sum(chains.c.number - chains.c.ledgered)).where(chains.c.number > chains.c.ledgered)
    return told + int(connection.execute(untold).scalar() or 0)


def due(connection: Connection, now: datetime) -> bool:
    """Whether heads moved that the ledger should have told of by now (or a clock was set back)."""
    last = place(connection).at
    if last is not None and timedelta() <= now - last < EVERY:
        return False
    moved = select(chains.c.chain).where(chains.c.number > chains.c.ledgered).limit(1)
    return connection.execute(moved).first() is not None


def extend(engine: Engine, key: bytes, now: datetime) -> int:
    """Tell of every head that moved; how many were told. Nobody waits for it, and it waits for nobody.

    A head or a ledger that was altered outside the program is left as it is, for verify to find.
    """
    told = 0
    while count := _entry(engine, key, now):
        told += count
    return told


def _entry(engine: Engine, key: bytes, now: datetime) -> int:
    with engine.begin() as connection:
        if not database_of(connection).take_turn(connection, _TURN):
            return 0
        moved = [row for row in _moved(connection) if same(head_stamp(key, heads.head_of(row)),
                                                          bytes(row["stamp"]))]
        before = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one_or_none()
        if not moved or (before is not None and not is_genuine(key, before)):
            return 0
        total = (before.total if before else 0) + sum(row["number"] - row["ledgered"] for row in moved)
        _write(connection, key, place(connection), now, total, _lines(moved))
        connection.execute(update(chains).where(chains.c.chain.in_([row["chain"] for row in moved]))
                           .values(ledgered=chains.c.number))
        return len(moved)


def _moved(connection: Connection) -> Sequence[RowMapping]:
    """Heads that the ledger does not know yet and nobody is writing; held until the transaction ends."""
    query = select(chains).where(chains.c.number > chains.c.ledgered).order_by(chains.c.chain).limit(AT_ONCE)
    return connection.execute(query.with_for_update(skip_locked=True)).mappings().all()


def _write(connection: Connection, key: bytes, before: Place, now: datetime, total: int, lines: str) -> None:
    number = before.number + 1
    content = ledger_said(number, now, total, lines)
    digest = linked(before.digest, content)
    connection.execute(ledger.insert().values(number=number, at=now, total=total, lines=lines, digest=digest,
                                              stamp=ledger_stamp(key, content, digest)))


def _lines(moved: Sequence[RowMapping]) -> str:
    return json.dumps([[row["chain"].hex, row["number"], bytes(row["digest"]).hex()] for row in moved])


def lines_of(text: str) -> list[Line]:
    """The lines of a ledger entry. ValueError, TypeError or AttributeError when the text is none."""
    return [Line(UUID(chain), int(number), bytes.fromhex(digest))
            for chain, number, digest in json.loads(text)]


def is_genuine(key: bytes, row: Any) -> bool:
    """Whether a holder of the store key wrote this entry of the ledger as it stands."""
    content = ledger_said(row.number, row.at, row.total, row.lines)
    return same(ledger_stamp(key, content, bytes(row.digest)), bytes(row.stamp))
