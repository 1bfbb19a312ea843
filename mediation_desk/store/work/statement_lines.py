"""Lines of banks' statements that payments were booked from: each once, over all cases and all writers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.tables.cases import payments

FEW = 500  # lines that are looked for in one question
_BITS = 63  # of a fingerprint that make the number of its turn


class LineBooked(DeskError):
    """A line of a statement would be booked twice."""

    def __init__(self) -> None:
        super().__init__(N_("This line of the statement is booked already. Reverse that payment first if it "
                            "was booked wrongly."), field="bank_line")


class StatementLines:
    """The lines by their fingerprints, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def booked(self, lines: Collection[str]) -> dict[str, Payment]:
        """A payment that counts of each of these lines that has one; whoever shows it asks first whether
        its case may be seen."""
        known, found = sorted(set(lines)), {}
        for at in range(0, len(known), FEW):
            wanted = select(Payment).where(payments.c.bank_line.in_(known[at:at + FEW]),
                                           payments.c.removed_at.is_(None))
            with self._session.no_autoflush:
                found.update({str(one.bank_line): one for one in self._session.scalars(wanted)
                              if one.removed_at is None})
        return found

    def held(self) -> Sequence[str]:
        """Wait for the turn of every line that is about to be booked, or to count again, and hold it until
        the unit of work ends. They are taken in one order, so that no two writers wait for each other."""
        changed: Iterable[object] = (*self._session.new, *self._session.dirty)
        lines = {one.bank_line for one in changed
                 if isinstance(one, Payment) and one.bank_line and not one.removed_at}
        connection = self._session.connection()
        turns = sorted({int(line[:16], 16) >> (64 - _BITS) for line in lines})
        for turn in turns:
            database_of(connection).wait_turn(connection, turn)
        return sorted(lines)

    def require_once(self, lines: Sequence[str]) -> None:
        """Refuse, once all is written, a line of which two payments count that are no parts of one
        transfer."""
        for at in range(0, len(lines), FEW):
            _require_once(self._session.connection(), lines[at:at + FEW])


def _require_once(connection: Connection, lines: Sequence[str]) -> None:
    standing = select(payments.c.bank_line, payments.c.transfer_id, payments.c.id).where(
        payments.c.bank_line.in_(lines), payments.c.removed_at.is_(None))
    whole: dict[str, UUID] = {}
    for line, transfer, key in connection.execute(standing):
        mine = transfer or key
        if whole.setdefault(line, mine) != mine:
            raise LineBooked
