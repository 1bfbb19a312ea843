"""What an agreement says of each worker in one line: what they ask for, and the annex that each signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.shared import ClaimRow, PartyView, ShareTable
from mediation_desk.domain.money import Money, total

ANNEX_FROM = 10  # workers: a collective dispute (Mediation and Arbitration Law, art. 7)


@dataclass(frozen=True, slots=True)
class InstalmentRow:
    """One instalment; ``shares`` follow :attr:`Schedule.workers`. ``on_signing``: it is paid on the day of
    signing, whichever that is."""

    ordinal: int
    due_on: date
    amount: Money
    shares: tuple[Money, ...]
    on_signing: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """All instalments; ``totals`` are the sums per worker, ``total`` is the whole."""

    workers: tuple[str, ...]
    rows: tuple[InstalmentRow, ...]
    totals: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class PayeeRow:
    """Where a worker is paid; the account as the worker gave it."""

    worker: str
    bank: str
    account: str


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """One claim of the case: how many ask for it, together for how much; ``period`` only where it is the
    same for all of them."""

    name: str
    workers: int
    total: Money
    period: str = ""


@dataclass(frozen=True, slots=True)
class AskedCell:
    """What one worker asks for one claim; ``period`` only where it is not the same for all."""

    amount: Money
    period: str = ""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One worker; ``cells`` follow :attr:`AskedTable.claims`, None where the worker does not claim it."""

    worker: str
    cells: tuple[AskedCell | None, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class AskedTable:
    """What is asked for: a line a worker, a column a claim."""

    claims: tuple[AskedClaim, ...]
    rows: tuple[AskedRow, ...]
    total: Money

    @classmethod
    def of(cls, claims: Sequence[ClaimRow]) -> AskedTable:
        """The table of claims that are listed one by one; workers and claims in the order of the list."""
        names = tuple(dict.fromkeys(one.name for one in claims))
        heads = tuple(_claim(name, [one for one in claims if one.name == name]) for name in names)
        own: dict[str, dict[str, ClaimRow]] = {}
        for one in claims:
            own.setdefault(one.worker, {})[one.name] = one
        rows = tuple(AskedRow(worker, tuple(_cell(made.get(head.name), head) for head in heads),
                              total(one.claimed for one in made.values())) for worker, made in own.items())
        return cls(heads, rows, total(row.total for row in rows))


def _claim(name: str, rows: Sequence[ClaimRow]) -> AskedClaim:
    periods = {row.period for row in rows}
    return AskedClaim(name, len(rows), total(row.claimed for row in rows),
                      periods.pop() if len(periods) == 1 else "")


def _cell(row: ClaimRow | None, head: AskedClaim) -> AskedCell | None:
    return AskedCell(row.claimed, "" if head.period else row.period) if row else None


@dataclass(frozen=True, slots=True)
class AnnexClaim:
    """What one worker asks for one claim, and gets for it."""

    asked: Money | None
    settled: Money | None


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One worker of the annex, in one line; ``claims`` follow the table of claims (none in a change of an
    agreement), ``parts`` the instalments; no bank and no account where none was given."""

    party: PartyView
    claims: tuple[AnnexClaim, ...]
    asked: Money
    total: Money
    parts: tuple[Money, ...]
    bank: str = ""
    account: str = ""


def annexed(applicants: Sequence[object]) -> bool:
    """Whether there are so many that each stands in a line of the annex, not in the agreement itself."""
    return len(applicants) >= ANNEX_FROM


def annex(applicants: Sequence[PartyView], schedule: Schedule, payees: Sequence[PayeeRow],
          asked: AskedTable | None = None, shares: ShareTable | None = None) -> tuple[AnnexRow, ...]:
    """The lines of the annex in the order of the applicants; none for fewer than ten of them."""
    if not annexed(applicants):
        return ()
    parts = {worker: tuple(row.shares[at] for row in schedule.rows)
             for at, worker in enumerate(schedule.workers)}
    sums = dict(zip(schedule.workers, schedule.totals, strict=True))
    accounts = {one.worker: one for one in payees}
    wanted = {row.worker: row for row in asked.rows} if asked else {}
    settled = {row.worker: row.amounts for row in shares.rows} if shares else {}
    places = [shares.claims.index(claim.name) if claim.name in shares.claims else None
              for claim in asked.claims] if asked and shares else []
    return tuple(_row(party, parts[name], sums[name], accounts.get(name), wanted.get(name),
                      [settled[name][at] if at is not None else None for at in places])
                 for party in applicants for name in [party.short or party.name])


def _row(party: PartyView, parts: tuple[Money, ...], whole: Money, payee: PayeeRow | None,
         wanted: AskedRow | None, settled: Sequence[Money | None]) -> AnnexRow:
    cells = wanted.cells if wanted else (None,) * len(settled)
    claims = tuple(AnnexClaim(cell.amount if cell else None, got if cell else None)
                   for cell, got in zip(cells, settled, strict=True)) if settled else ()
    bank = payee.bank if payee and payee.bank != "——" else ""
    return AnnexRow(party, claims, wanted.total if wanted else Money(0), whole, parts, bank,
                    payee.account if payee else "")
