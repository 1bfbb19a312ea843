"""A list taken in: every row becomes what a person decided, all of it in one unit of work or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.lists.judging import TAKES, Judged, Target, Verdict
from mediation_desk.domain.intake.lists.orders import ListOf, ReadOrder
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists.drafting import add_steps, draft_of, noted
from mediation_desk.services.intake.lists.reading import judged
from mediation_desk.services.intake.registering import Together, take_in
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.reading.order_homes import wait_turn
from mediation_desk.store.work.work import Work

AT_ONCE = 250  # cases that are put into the transaction together
JOINING = "note_order"
"""The verb that the journal of a case names to which an order was added."""


@dataclass(frozen=True)
class Decision:
    """What a person made of a row. ``target``: what it joins."""

    verdict: Verdict
    target: Target | None = None


@dataclass(frozen=True)
class TakenIn:
    """What was kept: rows by what became of them."""

    changes: Changes
    counts: Mapping[Verdict, int]


def take(desk: Desk, told: ListOf, decided: Mapping[int, Decision], *, progress: Progress = nobody_looks,
         cancelled: Cancelled = goes_on) -> TakenIn:
    """Keep the list. ``decided``: by row; every other row becomes what it is judged to be. DeskError where
    one is still to be decided, or cannot become that any more; Stopped. Either way nothing was changed.

    One transaction holds all of it: whoever ends the program in the midst of it finds the store as it was.
    Rows are judged anew in it, while nobody else takes a list in, so that no row is taken twice.
    """
    pace = Pace(progress, cancelled)
    with desk.work("register_case", Verb.REGISTER_CASE) as work:
        wait_turn(work.connection)
        rows = [_decided(one, decided.get(one.row)) for one in judged(desk, work, told, pace)]
        _Taking(desk, work, told.source, pace).take(rows)
        changes = work.commit(lists=("cases", "agenda"))
    return TakenIn(changes, {verdict: sum(one.verdict is verdict for one in rows) for verdict in Verdict})


def _decided(row: Judged, decision: Decision | None) -> Judged:
    """The row as a person decided; what cannot be decided stays as it is judged now."""
    if not row.choices():
        return row
    if decision is None:
        if row.verdict is Verdict.ASK:
            raise DeskError(N_("Row {row} is still to be decided."), row=row.row)
        return row
    target = next((one for one in row.targets if _is_same(one, decision.target)), None)
    if decision.verdict not in row.choices() or (decision.verdict is Verdict.JOIN and target is None):
        raise DeskError(N_("Row {row}: the case that it was to join has changed meanwhile. Look at the list "
                           "again."), row=row.row)
    return replace(row, verdict=decision.verdict, chosen=target)


def _is_same(one: Target, other: Target | None) -> bool:
    return other is not None and one.row == other.row and (
        (one.home and one.home.case_id) == (other.home and other.home.case_id))


class _Taking:
    """One list on its way into the store."""

    def __init__(self, desk: Desk, work: Work, source: Source, pace: Pace) -> None:
        self._desk, self._work, self._source, self._pace = desk, work, source, pace
        self._together = Together.of(desk, work)
        self._causes = frozenset(cause.label.zh for cause in desk.library.causes)

    def take(self, rows: Sequence[Judged]) -> None:
        """New cases first, each with the rows that join it; then what joins cases that are there."""
        taken = {one.row: one for one in rows if one.verdict in TAKES}
        new: dict[int, list[ReadOrder]] = {}
        there: dict[UUID, list[ReadOrder]] = {}
        for one in taken.values():
            root, home = _root(one, taken)
            (new.setdefault(root, []) if home is None else there.setdefault(home, [])).append(_order(one))
        total = len(new) + len(there)
        groups = list(new.values())
        for at in range(0, len(groups), AT_ONCE):
            self._pace.step(at, total)
            self._register(groups[at:at + AT_ONCE])
            self._work.write_out()
        self._work.who = replace(self._work.who, verb=JOINING)
        for at, (case_id, orders) in enumerate(sorted(there.items())):
            self._pace.step(len(new) + at, total)
            _join(self._desk, self._work, case_id, orders, self._source)
        self._pace.step(total, total)

    def _register(self, groups: Sequence[Sequence[ReadOrder]]) -> None:
        keys = [self._work.new_key() for _ in groups]
        for (first, *others), given in zip(groups, self._numbered(groups, keys), strict=True):
            with _told_of(first):
                draft = draft_of(first, self._source, self._causes)
                case = take_in(self._desk, self._work, draft, self._together, given)
                add_steps(self._work, case, case.orders_all[-1].id, first)
            for one in others:
                with _told_of(one):
                    noted(self._work, case, one, self._source)

    def _numbered(self, groups: Sequence[Sequence[ReadOrder]], keys: Sequence[UUID]
                  ) -> list[tuple[UUID, int]]:
        """Each key with a running number of the year in which its order came."""
        by_year: dict[int, list[UUID]] = {}
        for (first, *_others), key in zip(groups, keys, strict=True):
            by_year.setdefault(first.arrived_at.year, []).append(key)
        serials = {key: serial for year, mine in sorted(by_year.items())
                   for key, serial in zip(mine, self._work.serials.next_many(year, mine), strict=True)}
        return [(key, serials[key]) for key in keys]



def _join(desk: Desk, work: Work, case_id: UUID, orders: Sequence[ReadOrder], source: Source) -> None:
    """Add orders to a case that is there, as :func:`orders.note_order` would in a unit of work of its own."""
    case = work.cases.get(case_id, to_write=True)
    desk.require(verbs.VERBS[JOINING].right, own_case=desk.is_member(work, case))
    verbs.require(case, JOINING)
    for one in orders:
        with _told_of(one):
            noted(work, case, one, source)


def _root(row: Judged, taken: Mapping[int, Judged]) -> tuple[int, UUID | None]:
    """The row whose new case this one belongs to, or the case that is there."""
    at = row
    while at.verdict is Verdict.JOIN and at.chosen is not None:
        if at.chosen.home is not None:
            return at.row, at.chosen.home.case_id
        if at.chosen.row not in taken:
            raise DeskError(N_("Row {row} joins row {other}, which is not taken."), row=row.row,
                            other=at.chosen.row)
        at = taken[at.chosen.row]
    return at.row, None


def _order(row: Judged) -> ReadOrder:
    assert isinstance(row.read, ReadOrder)  # what is unread is refused
    return row.read


@contextmanager
def _told_of(read: ReadOrder) -> Iterator[None]:
    """What is refused of a row names it."""
    try:
        yield
    except DeskError as trouble:
        raise DeskError(N_("Row {row}: {why}"), row=read.row, why=trouble.sentence) from trouble
