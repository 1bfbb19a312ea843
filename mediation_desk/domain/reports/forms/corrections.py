"""What would be another number today than was frozen, and which cases made it so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain.reports.answers import answers
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.dimensions import allows, written
from mediation_desk.domain.reports.forms.filled import Behind, Cell, Correction, FilledRow, FilledTable
from mediation_desk.domain.reports.forms.form import ASKED, FLAGS, Moment
from mediation_desk.domain.reports.matters import Matters
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.reports.totals import NOTHING, Sums, sums_of

_DAY = {Moment.RECEIVED: "received_on", Moment.DECIDED: "decided_on", Moment.CLOSED: "closed_on",
        Moment.SIGNED: "signed_on", Moment.LAST_DUE: "last_due_on"}
_FLAG = {moment: name for name, moment in FLAGS.items()}
Facts = Mapping[UUID, CaseFacts]


def counts(facts: CaseFacts, behind: Behind, matters: Matters) -> bool:
    """Whether a cell counts that case, or any of its orders."""
    return any(allows(behind.where, told, matters) for told in _told(facts, behind))


def _told(facts: CaseFacts, behind: Behind) -> Iterator[Mapping[str, str]]:
    """By what the cell tells apart whatever is counted of the case at that moment: itself, or each order."""
    told = {name: written(getattr(facts, name)) for name in (
        "source", "kind_of_work", "outcome", "station", "platform", "cause", "company", "claim", "collective",
        "mediator_id", "site_id")} if facts.counted else {}
    if told and behind.moment in ASKED:
        for answer in _said(facts, ASKED[behind.moment], behind.period):
            yield {**told, "flag": written(answer)}
    elif told and _is_there(facts, behind):
        flag = _FLAG.get(behind.moment)
        yield {**told, "flag": written(getattr(facts, flag)) if flag else "false"}


def _said(facts: CaseFacts, question: str, period: Period) -> Iterator[bool]:
    """What was answered there, of each order of which it was asked."""
    for one in answers(facts.last_visit):
        answer: bool | None = getattr(one, question)
        if answer is not None and _lies(one.visited_on, period):
            yield answer


def _is_there(facts: CaseFacts, behind: Behind) -> bool:
    period = behind.period
    if behind.moment is Moment.OPEN_START:
        return facts.received_on < period.since and (facts.closed_on is None
                                                     or facts.closed_on >= period.since)
    if behind.moment is Moment.OPEN_END:
        return facts.received_on <= period.until and (facts.closed_on is None
                                                      or facts.closed_on > period.until)
    day = getattr(facts, _DAY[behind.moment])
    return day is not None and _lies(day, period)


def _lies(day: date, period: Period) -> bool:
    return period.since <= day <= period.until


def corrected(then: Sequence[FilledTable], now: Sequence[FilledTable]
              ) -> Iterator[tuple[Correction, tuple[Behind, ...]]]:
    """Each number that differs, with what it counts; of sums and shares what their row counts. A row that
    is there on one side alone is nothing, or not told, on the other."""
    present = {one.id: one for one in now}
    for table in then:
        rows = {one.id: one for one in present[table.id].rows} if table.id in present else {}
        known = {row.id for row in table.rows}
        for row in table.rows:
            yield from _of_row(table, row, rows.get(row.id))
        for row in rows.values():
            if row.id not in known:
                yield from _of_row(table, row, None, appeared=True)


def _of_row(table: FilledTable, row: FilledRow, other: FilledRow | None, *, appeared: bool = False
            ) -> Iterator[tuple[Correction, tuple[Behind, ...]]]:
    blank = tuple(Cell(cell.unit, 0 if cell.behind else None) for cell in row.cells)
    before = blank if appeared else row.cells
    after = row.cells if appeared else other.cells if other else blank
    counted = tuple(cell.behind for cell in row.cells if cell.behind)
    for column, then, now in zip(table.columns, before, after, strict=True):
        if then.value != now.value and not then.unknown and not now.unknown:
            own = then.behind or now.behind
            yield (Correction((table.id, row.id, column.id), table.label, row.label, column.label,
                              column.unit, then.value, now.value), (own,) if own else counted)


def changed_cases(then: Facts, now: Facts, behind: Sequence[Behind], matters: Matters) -> frozenset[UUID]:
    """The cases whose part in these cells is another one now; nothing said of what is counted: all that
    changed."""
    keys = [key for key in then.keys() | now.keys() if then.get(key) != now.get(key)]
    if not behind:
        return frozenset(keys)
    return frozenset(key for key in keys if any(
        _part(then.get(key), one, matters) != _part(now.get(key), one, matters) for one in behind))


def _part(facts: CaseFacts | None, behind: Behind, matters: Matters) -> Sums:
    """What the case adds to the cell; of orders only how many there are is told."""
    times = sum(allows(behind.where, told, matters) for told in _told(facts, behind)) if facts else 0
    if facts is None or not times:
        return NOTHING
    return Sums(times) if behind.moment in ASKED else sums_of(facts)


def by_key(facts: Collection[CaseFacts]) -> dict[UUID, CaseFacts]:
    """Facts by their case."""
    return {one.case_id: one for one in facts}

