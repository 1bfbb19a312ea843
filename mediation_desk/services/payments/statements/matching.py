"""Lines of a statement held against all that is owed: what each may have paid, and what is booked already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.payments.statements.columns import Whose
from mediation_desk.domain.payments.statements.lines import Line
from mediation_desk.domain.payments.statements.matching import (
    Candidate,
    Debt,
    Matcher,
    Person,
    number_keys,
)
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.ledger import Payment, owed_to
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.text.codes import canonical
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services.desk import Desk
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.reading.owing import Owing
from mediation_desk.store.work.work import Work

_NARROW, _WIDE = str.maketrans("（）", "()"), str.maketrans("()", "（）")
EVERY = 100  # lines, or cases, between two looks at whether somebody wants to stop


@dataclass(frozen=True)
class Booked:
    """Where a line is booked; without a number where the person may not see the case."""

    case_id: UUID | None
    number: str
    paid_on: date


@dataclass(frozen=True)
class Matched:
    """A line with where it is booked, else what it may be booked as, the likeliest first. ``names``: of the
    workers among the candidates."""

    line: Line
    booked: Booked | None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Found:
    """All lines of a statement, in its order, and what the workers of the candidates are called."""

    lines: tuple[Matched, ...]
    names: dict[UUID, str]


def match(desk: Desk, lines: Sequence[Line], whose: Whose, holder: str = "", *,
          progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Found:
    """Hold the lines against every open instalment that the person may see. Nothing is booked by it;
    Stopped."""
    pace = Pace(progress, cancelled)
    with desk.reading() as work:
        desk.require(Verb.BOOK_PAYMENT, own_case=True)
        booked = _booked(work, lines)
        free = [line for line in lines if line.fingerprint not in booked]
        debts = list(_debts(work, free, holder if whose is Whose.WORKER else "", pace))
    matcher, made = Matcher(debts, whose, holder), []
    for at, line in enumerate(lines):
        if at % EVERY == 0:
            pace.step(at, len(lines))
        there = booked.get(line.fingerprint)
        made.append(Matched(line, there, () if there else tuple(matcher.candidates(line))))
    pace.step(len(lines), len(lines))
    return Found(tuple(made), {one.id: one.name for debt in debts for one in (*debt.workers, *debt.payers)})


def _booked(work: Work, lines: Sequence[Line]) -> dict[str, Booked]:
    found = work.statement_lines.booked([line.fingerprint for line in lines])
    seen = {row.case_id: row.number for row in work.lists.rows(list({one.case_id for one in found.values()}))}
    return {line: Booked(one.case_id if one.case_id in seen else None, seen.get(one.case_id, ""), one.paid_on)
            for line, one in found.items()}


def _debts(work: Work, lines: Sequence[Line], worker: str, pace: Pace) -> Iterator[Debt]:
    """The debts that some line may have paid, of cases that the person may see. ``worker``: whose statement
    it is; who pays finds no case by its own name, for it may owe in all of them."""
    owing = Owing(work.connection, work.lists)
    numbers = owing.numbers()
    names = {line.name for line in lines} | {worker.strip()}
    keys = {key for line in lines for key in number_keys(line.reference)}
    wanted = owing.named({spelt for name in names - {""} for spelt in _spellings(name)},
                         {canonical(line.account) for line in lines} - {""})
    wanted |= owing.owing_just({line.amount for line in lines})
    wanted |= {case_id for case_id, number in numbers.items() if keys & number_keys(number)}
    cases = sorted(wanted)
    for at in range(0, len(cases), EVERY):
        pace.step(0, len(lines))
        for case_id, (agreement, payments) in work.cases.performances(cases[at:at + EVERY]).items():
            people = [one for one in work.rows_of(Party, case_id) if not one.removed_at]
            yield _debt(case_id, numbers.get(case_id, ""), people, agreement, payments)


def _spellings(name: str) -> set[str]:
    """A name as it may be kept: with narrow brackets, or with wide ones."""
    narrow = name.translate(_NARROW)
    return {name, narrow, narrow.translate(_WIDE)}


def _debt(case_id: UUID, number: str, people: Sequence[Party], agreement: Agreement,
          payments: Sequence[Payment]) -> Debt:
    standing = [one for one in payments if not one.removed_at]
    owed = owed_to(agreement, standing)
    workers = {share.worker_id for share in agreement.shares}
    debtors = frozenset(one.party_id for one in agreement.debtors)
    payers = debtors or {one.id for one in people if one.role is Role.RESPONDENT}
    return Debt(
        case_id, number, tuple(_person(one) for one in people if one.id in workers),
        tuple(_person(one) for one in people if one.id in payers),
        {worker: tuple(by[worker] for _number, by in sorted(owed.items()) if worker in by)
         for worker in workers},
        debtors, frozenset(_as_booked(standing)))


def _as_booked(standing: Sequence[Payment]) -> Iterator[tuple[date, Money, UUID | None]]:
    """Each payment, and each transfer that was parted by hand as the bank has it: in one sum."""
    transfers: dict[UUID, list[Payment]] = {}
    for one in standing:
        yield one.paid_on, one.amount, one.worker_id
        if one.transfer_id:
            transfers.setdefault(one.transfer_id, []).append(one)
    for parts in transfers.values():
        yield parts[0].paid_on, total(one.amount for one in parts), None


def _person(party: Party) -> Person:
    return Person(party.id, party.name, party.bank_account)
