"""What becomes of each row of a list: a new case, part of one that is there, or nothing, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.intake.lists.orders import ReadOrder, Unread
from mediation_desk.domain.text import phones
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, Sentence, say


class Verdict(Term):
    """What becomes of a row."""

    NEW = "new", N_("New case")
    JOIN = "join", N_("Joins a case")
    ASK = "ask", N_("To be decided")
    HERE = "here", N_("Taken before")
    LEFT = "left", N_("Left out")
    REFUSED = "refused", N_("Cannot be imported")


class Tie(Term):
    """Why a row may belong to a case."""

    NUMBER = "number", N_("The same order number")
    FORMER = "former", N_("It names that order as the former one")
    PEOPLE = "people", N_("The same caller and company, still open")


TAKES = frozenset({Verdict.NEW, Verdict.JOIN})
"""The verdicts by which something is written."""


@dataclass(frozen=True)
class Home:
    """A case that is there. ``number``: empty for one that the person may not see; ``orders``: the
    fingerprints of the rows that brought it."""

    case_id: UUID
    number: str
    is_open: bool = True
    callers: tuple[tuple[str, str], ...] = ()
    against: tuple[str, ...] = ()

    @property
    def seen(self) -> bool:
        """Whether the person may see it."""
        return bool(self.number)


@dataclass(frozen=True)
class There:
    """What the store has: cases by the number of an order, by the fingerprint of a row, and those that are
    open."""

    by_number: Mapping[str, Home] = field(default_factory=lambda: MappingProxyType({}))
    by_row: Mapping[str, Home] = field(default_factory=lambda: MappingProxyType({}))
    open_cases: Sequence[Home] = ()


@dataclass(frozen=True)
class Target:
    """Where a row may belong: to a case that is there, or to the new case of an earlier ``row`` of the
    list."""

    tie: Tie
    home: Home | None = None
    row: int = 0


@dataclass(frozen=True)
class Judged:
    """A row and what becomes of it. ``targets``: where it may belong, the surest first; ``chosen``: the one
    that it joins; ``why``: what is said about it, where something is."""

    read: ReadOrder | Unread
    verdict: Verdict
    targets: tuple[Target, ...] = ()
    chosen: Target | None = None
    why: Sentence | None = None

    @property
    def row(self) -> int:
        """Where it stands in the file, counted from 1."""
        return self.read.row

    def choices(self) -> tuple[Verdict, ...]:
        """What a person may make of it."""
        if self.verdict in (Verdict.REFUSED, Verdict.HERE):
            return ()
        known = any(one.tie is Tie.NUMBER for one in self.targets)
        return (*(() if known else (Verdict.NEW,)), *((Verdict.JOIN,) if self.targets else ()), Verdict.LEFT)


def judge(rows: Iterable[ReadOrder | Unread], there: There, company: Callable[[str], str] = findable,
          step: Callable[[int], object] = lambda _done: None) -> list[Judged]:
    """Every row in its order; what an earlier row brings is known to those after it. ``company``: what the
    writings of one company's name have in common."""
    judging, judged = _Judging(there, company), []
    for at, read in enumerate(rows):
        step(at)
        judged.append(judging.judged(read))
    return judged


class _Judging:
    def __init__(self, there: There, company: Callable[[str], str]) -> None:
        self._there, self._company = there, cache(company)
        self._rows: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._people: dict[tuple[str, str], int] = {}
        self._open: dict[tuple[str, str], list[Home]] = {}
        for home in there.open_cases:
            for key in self._keys(home.callers, home.against):
                self._open.setdefault(key, []).append(home)

    def judged(self, read: ReadOrder | Unread) -> Judged:
        if isinstance(read, Unread):
            return Judged(read, Verdict.REFUSED, why=read.why.sentence)
        again = self._again(read)
        if again is not None:
            return again
        targets = tuple(self._targets(read))
        self._remember(read)
        sure = next((one for one in targets if one.tie is Tie.NUMBER), None)
        if sure is not None:
            return Judged(read, Verdict.JOIN, targets, sure)
        if targets:
            return Judged(read, Verdict.ASK, targets)
        hidden = any(not home.seen for key in self._of(read) for home in self._open.get(key, ()))
        return Judged(read, Verdict.NEW, why=say(N_(
            "A colleague has an open case of this caller against this company.")) if hidden else None)

    def _again(self, read: ReadOrder) -> Judged | None:
        """What came before: this very row, or its order in a case that is not the person's to see."""
        if (home := self._there.by_row.get(read.sha256)) is not None:
            return Judged(read, Verdict.HERE, why=_taken(home))
        if (row := self._rows.get(read.sha256)) is not None:
            return Judged(read, Verdict.HERE, why=say(N_("The same as row {number}."), number=row))
        known = self._there.by_number.get(number_key(read.number))
        if known is not None and not known.seen:
            return Judged(read, Verdict.HERE, why=_taken(known))
        return None

    def _targets(self, read: ReadOrder) -> Iterable[Target]:
        found: dict[object, Target] = {}
        for tie, number in ((Tie.NUMBER, read.number), (Tie.FORMER, read.former_number)):
            key = number_key(number)
            if (home := self._there.by_number.get(key)) is not None and home.seen:
                found.setdefault(home.case_id, Target(tie, home))
            elif key and key in self._numbers:
                found.setdefault(self._numbers[key], Target(tie, row=self._numbers[key]))
        for person in self._of(read):
            for home in self._open.get(person, ()):
                if home.seen:
                    found.setdefault(home.case_id, Target(Tie.PEOPLE, home))
            if person in self._people:
                found.setdefault(self._people[person], Target(Tie.PEOPLE, row=self._people[person]))
        return found.values()

    def _of(self, read: ReadOrder) -> list[tuple[str, str]]:
        return self._keys(((read.caller, read.phone),), read.respondents)

    def _keys(self, callers: Iterable[tuple[str, str]], against: Iterable[str]) -> list[tuple[str, str]]:
        """Everybody who calls, by name and by each of their phones, with everybody whom it is about. Who
        names nobody meets nobody: a caller alone is not yet a matter."""
        known = {key for name, phone in callers for key in (findable(name), *phones.digits(phone)) if key}
        return [(one, core) for one in sorted(known) for other in against if (core := self._company(other))]

    def _remember(self, read: ReadOrder) -> None:
        self._rows[read.sha256] = read.row
        if key := number_key(read.number):
            self._numbers.setdefault(key, read.row)
        for person in self._of(read):
            self._people.setdefault(person, read.row)


def _taken(home: Home) -> Sentence:
    if home.seen:
        return say(N_("It is in {case} already."), case=home.number)
    return say(N_("It is in a colleague's case already."))


def number_key(number: str) -> str:
    """The number of an order as numbers are compared."""
    return findable(number)
