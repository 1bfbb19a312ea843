"""What happened to how many cases in a period: out of the day's totals where they tell it, else counted as
cases are packed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    case,
    func,
    literal,
    select,
    type_coerce,
)

from mediation_desk.domain.reports.answers import Answers, read
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.counting import larger
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import (
    HEADCOUNT,
    MEASURES,
    NOTHING,
    WITH_MONEY,
    Event,
    Sums,
)
from mediation_desk.domain.vocabulary import Source
from mediation_desk.store.reading.figures.conditions import (
    ASKED,
    COUNTED,
    DAY_OF,
    DAYS_OF,
    FLAG_OF,
    NOWHERE,
    All,
    Among,
    Between,
    Condition,
    Known,
    Not,
    OpenOn,
    fact_of,
)
from mediation_desk.store.reading.figures.keeping import FACTS, as_facts, cases_of
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.totalled import Kept, kept_for, summed
from mediation_desk.store.tables.reports import case_facts, loose_facts

if TYPE_CHECKING:
    from mediation_desk.store.reading.figures.packed.counting import Packed

Groups = Mapping[tuple[Any, ...], Sums]
"""Sums by the values that were asked for; nothing asked for: one group, ``()``."""

Whole = TypeVar("Whole")
FOREVER = date(9999, 12, 30)  # whole months are reckoned with the day behind it


class Tallies:
    """Counts for one person, one narrowing."""

    def __init__(self, connection: Connection, reach: Reach, narrow: Narrow) -> None:
        self._connection, self._reach, self.narrow = connection, reach, narrow

    def of(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """What happened from ``since`` (None: ever) to ``until``, both counted.

        ``by``: any of day, outcome, collective, flag, days, and the columns of the facts.
        """
        real = _real(event, by)
        kept = self._kept(real)
        if kept is not None:
            return _told(event, by, self._groups(summed(kept, event, since, until, real), real))
        facts = [fact_of(event, name) for name in real]
        return _told(event, by, self._apart(Between(DAY_OF[event], since, until), facts,
                                            money=event in WITH_MONEY))

    def sum(self, event: Event, since: date | None, until: date) -> Sums:
        """The same in one."""
        return self.of(event, since, until).get((), NOTHING)

    def until(self, event: Event, day: date) -> int:
        """To how many cases it has happened by the end of that day."""
        if self._kept(()) is not None:
            return self.sum(event, None, day).cases
        return self.count(Between(DAY_OF[event], None, day))

    def recount(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """The same from the facts of every case, whatever the totals say."""
        real = _real(event, by)
        facts = [fact_of(event, name) for name in real]
        rows = self._rows(Between(DAY_OF[event], since, until), facts, money=event in WITH_MONEY)
        return _told(event, by, self._groups(rows, real))

    def open_at(self, day: date, by: Sequence[str] = (), *, money: bool = True) -> Groups:
        """The cases that were received by the end of that day, and not closed by then; with their money
        where it is wanted."""
        return self._apart(OpenOn(day), by, money=money)

    def recount_open(self, day: date) -> int:
        """How many these are by the facts of every case, whatever is packed."""
        return self._count(OpenOn(day))

    def most(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """The most that a single one of these cases has, of each measure: whether it makes up a sum alone."""
        real = _real(event, by)
        return _told(event, by, self._most(Between(DAY_OF[event], since, until),
                                           [fact_of(event, name) for name in real]))

    def most_open_at(self, day: date, by: Sequence[str] = ()) -> Groups:
        """The same of the cases that were open at the end of that day."""
        return self._most(OpenOn(day), by)

    def _most(self, those: Condition, by: Sequence[str]) -> Groups:
        columns = [case_facts.c[name] for name in by]
        measured = [type_coerce(case_facts.c[name], BigInteger) if name in case_facts.c else literal(1)
                    for name in MEASURES]
        rows = select(*columns, *(func.max(one) for one in measured)).where(
            *self._those(), those.sql()).group_by(*columns)
        return self._whole(lambda packed: packed.most(those.packed(packed), by),
                           lambda *more: self._groups(rows.where(*more), by), LARGEST)

    def visits(self, since: date, until: date) -> Mapping[str, tuple[int, int]]:
        """Of the hotline's orders whose last return visit that reached somebody falls there: how many said
        yes to each question, and how many were asked."""
        said = {name: Counter[bool | None]() for name in ASKED}
        for _values, found, cases in self._answers(since, until):
            for one in found:
                for name, count in said.items():
                    count[getattr(one, name)] += cases
        return {name: (count[True], count[True] + count[False]) for name, count in said.items()}

    def asked(self, question: str, since: date, until: date, by: Sequence[str] = ()) -> Groups:
        """The orders of which that was asked there, counted apart by columns of their cases' facts, and by
        the answer (``flag``)."""
        told = Counter[tuple[Any, ...]]()
        apart = [name for name in by if name != "flag"]
        for values, found, cases in self._answers(since, until, apart):
            known = dict(zip(apart, values, strict=True))
            for one in found:
                if (answer := getattr(one, question)) is not None:
                    told[tuple(answer if name == "flag" else known[name] for name in by)] += cases
        return {values: Sums(count) for values, count in told.items()}

    def _answers(self, since: date, until: date, by: Sequence[str] = ()
                 ) -> Iterator[tuple[tuple[Any, ...], list[Answers], int]]:
        """Of so many cases each, apart by facts: what was said of their orders there."""
        last = All(Not(Known("asked")), Among("source", (Source.HOTLINE,)),
                   Between("visited_on", since, until))
        for values, sums in self._apart(last, [*ASKED, *by], money=False).items():
            yield values[len(ASKED):], [Answers(until, *values[:len(ASKED)])], sums.cases
        each = All(Known("asked"), Between("visited_on", since, None))
        for (asked, *apart), sums in self._apart(each, ["asked", *by], money=False).items():
            yield tuple(apart), [one for one in read(asked) if since <= one.visited_on <= until], sums.cases

    def cases(self, those: Condition, day: str, offset: int, limit: int | None) -> list[UUID]:
        """The cases behind a number, the latest by that day first, a page at a time; no ``limit``: all."""
        last = None if limit is None else offset + limit
        latest = (select(case_facts.c[day], case_facts.c.seq).where(*self._those(), those.sql())
                  .order_by(case_facts.c[day].desc(), case_facts.c.seq.desc()).limit(last))
        found = self._whole(
            lambda packed: packed.latest(those.packed(packed), day, last),
            lambda *more: [(on, int(seq)) for on, seq in self._connection.execute(latest.where(*more))],
            list.__add__)
        page = [seq for _on, seq in sorted(found, reverse=True)[offset:last]]
        keys = cases_of(self._connection, page)
        return [keys[one] for one in page if one in keys]  # a row that is gone is the verification's to tell

    def count(self, those: Condition) -> int:
        """How many cases stand behind a number."""
        return self._whole(lambda packed: packed.count(those.packed(packed)),
                           lambda *more: self._count(those, *more), int.__add__)

    def _count(self, those: Condition, *more: ColumnElement[bool]) -> int:
        counted = select(func.count()).select_from(case_facts).where(*self._those(), those.sql(), *more)
        return int(self._connection.execute(counted).scalar_one())

    def commonest(self, name: str, limit: int) -> list[str]:
        """The texts that most cases have in a column, in their own order; empty ones are none."""
        groups = self.of(Event.RECEIVED, None, FOREVER, (name,))
        cases = {str(value): sums.cases for (value,), sums in groups.items() if value}
        return sorted(sorted(cases, key=lambda one: (-cases[one], one))[:limit])

    def facts(self, those: Condition) -> list[CaseFacts]:
        """The facts of the cases behind a number."""
        found = select(*(case_facts.c[name] for name in FACTS)).where(*self._those(), those.sql())
        return [as_facts(row) for row in self._connection.execute(found)]

    def _groups(self, query: Select[Any], by: Sequence[str]) -> Groups:
        found = {tuple(map(_typed, by, row[:len(by)])): Sums(*(int(one or 0) for one in row[len(by):]))
                 for row in self._connection.execute(query)}
        return {values: sums for values, sums in found.items() if sums.cases}

    def _kept(self, by: Sequence[str]) -> Kept | None:
        """The totals that tell it; None: it must be counted."""
        return kept_for(self.narrow, by) if self._reach.all_cases else None

    # -- counted -----------------------------------------------------------------------------

    def _apart(self, those: Condition, by: Sequence[str], *, money: bool) -> Groups:
        """These cases, apart by facts; with their money where it is wanted."""
        rows = self._rows(those, by, money=money)
        measures = (MEASURES if money else HEADCOUNT)[1:]
        return self._whole(lambda packed: packed.groups(those.packed(packed), by, measures),
                           lambda *more: self._groups(rows.where(*more), by), ADDED)

    def _whole(self, packed: Callable[[Packed], Whole], rows: Callable[..., Whole],
               joined: Callable[[Whole, Whole], Whole]) -> Whole:
        """What of the cases is packed told as that, and joined to it what is loose, told by its rows (of
        which that is a further condition); all by its rows where nothing that is packed can be read."""
        from mediation_desk.store.reading.figures.packed.column import PackUnreadable  # loads numpy

        try:
            found = packed(self._packed)
        except PackUnreadable:
            return rows()
        if not self._packed.loose:
            return found
        return joined(found, rows(case_facts.c.seq.in_(select(loose_facts.c.fact))))

    @cached_property
    def _packed(self) -> Packed:
        from mediation_desk.store.reading.figures.packed.counting import Packed

        return Packed(self._connection, self.narrow.facts, self._reach.facts())

    def _rows(self, those: Condition, by: Sequence[str], *, money: bool) -> Select[Any]:
        """The same asked of the rows of the facts."""
        columns = [case_facts.c[name] for name in by]
        return select(*columns, *_sums(case_facts, money=money)).where(
            *self._those(), those.sql()).group_by(*columns)

    def _those(self) -> list[ColumnElement[bool]]:
        """The cases that count for this person, as narrowed."""
        narrowed = (case_facts.c[name].in_(list(values))
                    for name, values in self.narrow.facts.items() if values)
        return [COUNTED, *narrowed, *self._reach.within(case_facts.c.case_id)]


def _typed(name: str, value: Any) -> Any:
    """A value as facts have it; totals keep every one as a text."""
    return UUID(value) if name == "site_id" and isinstance(value, str) else value


def _real(event: Event, by: Sequence[str]) -> list[str]:
    """Of what is asked for, that by which such events can be told apart."""
    own = {"outcome": event is Event.CLOSED, "flag": event in FLAG_OF, "days": event in DAYS_OF}
    return [name for name in by if own.get(name, True)]


def _told(event: Event, by: Sequence[str], groups: Groups) -> Groups:
    """The groups by all that was asked for."""
    real = _real(event, by)
    return {tuple(values[real.index(name)] if name in real else NOWHERE[name] for name in by): sums
            for values, sums in groups.items()}


def merged(how: Callable[[Sums, Sums], Sums], one: Groups, other: Groups) -> Groups:
    """The groups of both, sums of the same values put together so."""
    return {values: how(one.get(values, NOTHING), other.get(values, NOTHING)) for values in {**one, **other}}


ADDED = partial(merged, Sums.__add__)
LARGEST = partial(merged, larger)


def _sums(table: FromClause, *, money: bool = True) -> list[ColumnElement[Any]]:
    """What is added up, in the order of the measures; money only of what is over, for of an open case it
    still moves."""

    def summed(name: str) -> ColumnElement[Any]:
        if name in HEADCOUNT:
            return func.sum(table.c[name])
        if not money:
            return literal(0)
        if name == "uncomputed":
            return func.sum(case((table.c.computed.is_(None), 1), else_=0))
        return func.sum(type_coerce(table.c[name], BigInteger))

    return [func.count(), *map(summed, MEASURES[1:])]
