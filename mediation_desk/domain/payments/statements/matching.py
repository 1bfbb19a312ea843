"""What a line of a statement may have paid: who and which case, with the reasons, for a person to confirm."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.statements.columns import Whose
from mediation_desk.domain.payments.statements.lines import Line
from mediation_desk.domain.text.codes import canonical
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

MOST = 8  # candidates of one line that are shown
LEAST_TAIL = 4  # digits at the end of a masked account that say something
_NUMBER = re.compile(r"((?:19|20)\d\d)\D{0,2}(\d{1,6})(?!\d)")


class Reason(Term):
    """Why a line may have paid something; the last two speak against it."""

    ACCOUNT = "account", N_("account")
    NAME = "name", N_("name")
    AMOUNT = "amount", N_("amount")
    REFERENCE = "reference", N_("case number")
    HOLDER = "holder", N_("account holder")
    BOOKED = "booked", N_("the same is booked already")
    TOO_MUCH = "too_much", N_("more than is owed")


_WEIGHTS: Mapping[Reason, int] = MappingProxyType({
    Reason.ACCOUNT: 4, Reason.NAME: 3, Reason.AMOUNT: 2, Reason.REFERENCE: 3, Reason.HOLDER: 1,
    Reason.BOOKED: -4, Reason.TOO_MUCH: -3})


class Strength(Term):
    """How much speaks for it. A name or a case number alone is fair, with the amount strong."""

    STRONG = "strong", N_("Strong match")
    FAIR = "fair", N_("Fair match")
    WEAK = "weak", N_("Weak match")


_LEAST: Mapping[Strength, int] = MappingProxyType({Strength.STRONG: 5, Strength.FAIR: 3})


@dataclass(frozen=True)
class Person:
    """A party by key, name and account."""

    id: UUID
    name: str
    account: str = ""


@dataclass(frozen=True)
class Debt:
    """An agreement on which something is owed. ``owed``: to each worker of each instalment that is open, the
    earliest first; ``debtors``: those whom the agreement names; ``booked``: day, amount and worker of the
    payments that count, and of transfers that were parted by hand what they came to."""

    case_id: UUID
    number: str
    workers: tuple[Person, ...]
    payers: tuple[Person, ...]
    owed: Mapping[UUID, tuple[Money, ...]]
    debtors: frozenset[UUID] = frozenset()
    booked: frozenset[tuple[date, Money, UUID | None]] = frozenset()

    def has_booked(self, line: Line, worker: UUID | None) -> bool:
        """Whether the same was booked: to this worker, or to all together."""
        if worker is None:
            return any((line.day, line.amount) == (day, amount) for day, amount, _to in self.booked)
        return not self.booked.isdisjoint({(line.day, line.amount, to) for to in (worker, None)})

    def amounts(self, worker: UUID | None) -> list[Money]:
        """What is owed until each instalment, added up: to a worker, or to all."""
        each = [self.owed.get(worker, ())] if worker else list(self.owed.values())
        summed = [sum(one[at].fen for one in each if at < len(one))
                  for at in range(max(map(len, each), default=0))]
        return [Money(fen) for fen in dict.fromkeys(accumulate(summed)) if fen]


@dataclass(frozen=True)
class Candidate:
    """What a line may be booked as; ``worker_id`` None: to all of the case's workers in proportion."""

    case_id: UUID
    number: str
    worker_id: UUID | None
    payer_id: UUID | None
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """The reasons added up."""
        return sum(_WEIGHTS[one] for one in self.reasons)

    @property
    def strength(self) -> Strength:
        """The same in a word."""
        return next((one for one, least in _LEAST.items() if self.weight >= least), Strength.WEAK)


def number_keys(text: str) -> set[str]:
    """What case numbers have in common however they are written: year and running number."""
    return {f"{year}/{int(serial)}" for year, serial in _NUMBER.findall(plain(text))}


def sure(candidates: Sequence[Candidate]) -> Candidate | None:
    """The one that many lines may be ticked by at once: strong, and stronger than any other. What looks as if
    it were booked already is for a person to look at."""
    if not candidates or candidates[0].strength is not Strength.STRONG or (
            Reason.BOOKED in candidates[0].reasons):
        return None
    tied = len(candidates) > 1 and candidates[1].weight == candidates[0].weight
    return None if tied else candidates[0]


class Matcher:
    """Looks lines up among debts. ``holder``: whose account the statement is of, as it says itself."""

    def __init__(self, debts: Iterable[Debt], whose: Whose, holder: str = "") -> None:
        self._whose, self._holder = whose, findable(holder)
        self._by_name: dict[str, list[tuple[Debt, Person]]] = defaultdict(list)
        self._by_account: dict[str, list[tuple[Debt, Person]]] = defaultdict(list)
        self._by_tail: dict[str, list[tuple[Debt, Person]]] = defaultdict(list)
        self._by_number: dict[str, list[Debt]] = defaultdict(list)
        self._by_amount: dict[Money, list[Debt]] = defaultdict(list)
        for debt in debts:
            self._put(debt)

    def _put(self, debt: Debt) -> None:
        for one in debt.workers if self._whose is Whose.PAYER else debt.payers:
            self._by_name[findable(one.name)].append((debt, one))
            if account := canonical(one.account):
                self._by_account[account].append((debt, one))
                self._by_tail[account[-LEAST_TAIL:]].append((debt, one))
        for key in number_keys(debt.number):
            self._by_number[key].append(debt)
        for amount in debt.amounts(None):
            self._by_amount[amount].append(debt)

    def candidates(self, line: Line) -> list[Candidate]:
        """What the line may have paid, the likeliest first."""
        found = self._found(line)
        made = [self._candidate(line, debt, worker, reasons)
                for (_case, worker), (debt, reasons) in found.items()]
        made.sort(key=lambda one: (-one.weight, one.number, str(one.worker_id)))
        return made[:MOST]

    def _found(self, line: Line) -> dict[tuple[UUID, UUID | None], tuple[Debt, set[Reason]]]:
        found: dict[tuple[UUID, UUID | None], tuple[Debt, set[Reason]]] = {}
        for debt, worker, reason in self._hits(line):
            found.setdefault((debt.case_id, worker), (debt, set()))[1].add(reason)
        self._spread(found)
        return found

    def _hits(self, line: Line) -> Iterator[tuple[Debt, UUID | None, Reason]]:
        """Everything that some one thing about the line points at."""
        for debt, one in self._by_name.get(findable(line.name), ()) if line.name.strip() else ():
            yield from self._of(line, debt, one, Reason.NAME)
        for debt, one in self._of_account(line.account):
            yield from self._of(line, debt, one, Reason.ACCOUNT)
        for key in number_keys(line.reference):
            for debt in self._by_number.get(key, ()):
                yield from self._of(line, debt, None, Reason.REFERENCE)
        for debt in self._by_amount.get(line.amount, ()) if self._whose is Whose.PAYER else ():
            yield debt, None, Reason.AMOUNT

    def _of(self, line: Line, debt: Debt, one: Person | None, reason: Reason
            ) -> Iterator[tuple[Debt, UUID | None, Reason]]:
        """A worker found on the payer's statement; on a worker's own, the workers it may be of."""
        if self._whose is Whose.PAYER:
            yield debt, one.id if one else None, reason
            return
        held = [worker.id for worker in debt.workers if findable(worker.name) == self._holder]
        fitting = [worker.id for worker in debt.workers if line.amount in debt.amounts(worker.id)]
        for key in held or fitting or [worker.id for worker in debt.workers]:
            yield debt, key, reason

    def _of_account(self, account: str) -> Sequence[tuple[Debt, Person]]:
        """By the whole account; of a masked one by its ends."""
        if "*" not in account:
            return self._by_account.get(canonical(account), ()) if account else ()
        first, last = account.index("*"), account.rindex("*")
        head, tail = canonical(account[:first]), canonical(account[last + 1:])
        return [(debt, one) for debt, one in self._by_tail.get(tail, ())
                if canonical(one.account).startswith(head)] if len(tail) == LEAST_TAIL else ()

    @staticmethod
    def _spread(found: dict[tuple[UUID, UUID | None], tuple[Debt, set[Reason]]]) -> None:
        """What points at a case speaks for its workers who were found; the case as a whole needs no line
        beside them."""
        beside: dict[UUID, list[UUID]] = defaultdict(list)
        for case_id, worker in found:
            if worker is not None:
                beside[case_id].append(worker)
        for case_id, workers in beside.items():
            if (case_id, None) in found:
                _debt, reasons = found.pop((case_id, None))
                for worker in workers:
                    found[case_id, worker][1].update(reasons - {Reason.AMOUNT})

    def _candidate(self, line: Line, debt: Debt, worker: UUID | None, reasons: set[Reason]) -> Candidate:
        amounts = debt.amounts(worker)
        payer = self._payer(line, debt)
        tests = ((Reason.AMOUNT, line.amount in amounts),
                 (Reason.HOLDER, self._is_held(debt, worker)),
                 (Reason.BOOKED, debt.has_booked(line, worker)),
                 (Reason.TOO_MUCH, not amounts or line.amount > amounts[-1]))
        reasons = reasons | {reason for reason, holds in tests if holds}
        return Candidate(debt.case_id, debt.number, worker, payer,
                         tuple(one for one in Reason if one in reasons))

    def _is_held(self, debt: Debt, worker: UUID | None) -> bool:
        people = debt.payers if self._whose is Whose.PAYER else [
            one for one in debt.workers if one.id == worker]
        return bool(self._holder) and any(findable(one.name) == self._holder for one in people)

    def _payer(self, line: Line, debt: Debt) -> UUID | None:
        """Which debtor paid, where the statement says so."""
        wanted = self._holder if self._whose is Whose.PAYER else findable(line.name)
        return next((one.id for one in debt.payers
                     if one.id in debt.debtors and findable(one.name) == wanted), None)
