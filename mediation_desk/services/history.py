"""Undo, redo and the timeline, all read from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.journal_tables import ASIDE, TABLES
from mediation_desk.domain.mediation.taken_back import taken_back, without_words
from mediation_desk.domain.merging import Conflicts, Place, Seen
from mediation_desk.domain.rewinding import REMOVED
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import VERBS, Undoing
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import holding
from mediation_desk.services.meanwhile import Meanwhile
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.entries import UnitOfWork
from mediation_desk.store.travel.on_the_road import roads
from mediation_desk.store.work.rows import apply_fields
from mediation_desk.store.work.work import Work

KEYS = frozenset({"case_key_wraps", "case_holders"})
"""Who is on the case and who holds its key: undo takes back neither."""
RECORDS = frozenset({"papers", "unmaskings", "bag_cases", "serials"})
"""What was, and stays so: a paper that was printed, who asked for numbers, with whom a case travels."""
SEALED = frozenset({"sealed"})
"""Fields that undo leaves alone: a renewed key stays, and what was sealed anew under it."""
KEPT_BY: Mapping[str, str] = MappingProxyType({
    name: table.kept_by for name, table in TABLES.items() if table.kept_by})
"""Tables whose removed rows may come back by themselves, each with the verb in whose stages they may."""
WHY_GONE = frozenset({"reversed_why"})
"""What says why a row is out: it goes when the row is put back."""
TAKES_BACK = frozenset({"take_back_offer", "take_back_told"})
"""A release taken back stays so: the sealed entry still stands, and is released anew instead."""
NOT_TAKEN_BACK = N_("This step is not taken back. {told}")
NOT_DONE_AGAIN = N_("This step is not done again. {told}")
NOT_PUT_BACK = N_("It is not put back. {told}")

RECENT = 5  # events that stand beside an open case


@dataclass(frozen=True)
class Steps:
    """What this account could undo and redo in a case, the latest last: (unit of work, verb)."""

    undo: tuple[tuple[UUID, str], ...]
    redo: tuple[tuple[UUID, str], ...]


def steps(desk: Desk, case_id: UUID) -> Steps:
    """The account's steps in the case, as the journal has them."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        return _steps(journal.works(work.connection, case_id), desk.who.account_id)


def _steps(works: Iterable[UnitOfWork], account_id: UUID) -> Steps:
    undo: dict[UUID, str] = {}
    redo: dict[UUID, str] = {}
    for done in works:
        mine = done.account_id == account_id
        undoing = VERBS[done.verb].undoing if done.verb in VERBS else Undoing.FREE
        if undoing is Undoing.ASIDE:
            continue
        if undoing is Undoing.FINAL or (mine and undoing is Undoing.SHARED):
            undo.clear()
            redo.clear()
        elif not mine:
            continue
        elif done.undoes in undo:
            redo[done.work_id] = undo.pop(done.undoes)
        elif done.undoes in redo:
            undo[done.work_id] = redo.pop(done.undoes)
        else:
            undo[done.work_id] = done.verb
            redo.clear()
    return Steps(tuple(undo.items()), tuple(redo.items()))


def undo(desk: Desk, case_id: UUID, seen: Seen | None = None, *, step: UUID | None = None) -> Changes:
    """Take back this account's last step in the case, wherever it was typed; ``step``: the one that is
    meant, and where another came after it nothing is taken back."""
    with _told_as(NOT_TAKEN_BACK):
        return _reverse(desk, case_id, lambda found: found.undo,
                        N_("There is nothing to undo in this case."), seen, step)


def redo(desk: Desk, case_id: UUID, seen: Seen | None = None) -> Changes:
    """Do again what was last undone."""
    with _told_as(NOT_DONE_AGAIN):
        return _reverse(desk, case_id, lambda found: found.redo,
                        N_("There is nothing to redo in this case."), seen)


def _reverse(desk: Desk, case_id: UUID, which: Callable[[Steps], Sequence[tuple[UUID, str]]],
             nothing: str, seen: Seen | None, meant: UUID | None = None) -> Changes:
    """Put every field that the last such step changed back to what it was; rows it made are removed.

    That is a write like any other. What was seen is the case as the step left it: who takes a step back
    has its words in mind, whatever a page shows by now.
    """
    with desk.case_work(case_id, "undo", seen) as (work, case):
        works = journal.works(work.connection, case_id)
        found = which(_steps(works, desk.who.account_id))
        if not found:
            raise DeskError(nothing)
        step, verb = found[-1]
        if meant not in (None, step):
            raise DeskError(N_("You did something else in this case since. Undo that first, in the case."))
        left = _left_by(works, step, desk.who.account_id)
        undoing = replace(VERBS["undo"], rests_on=VERBS[verb].carries if verb in VERBS else frozenset())
        work.guard = Meanwhile(work, case, undoing, left, desk.zone, whole=True).settle
        taken_back = journal.of_work(work.connection, case_id, step)
        _require_key(desk, work, case_id, taken_back)
        for entry in reversed(taken_back):
            reverse(work, entry)
        if any(entry.table == "parties" for entry in taken_back):
            case.note_consents()
        return work.commit(undoes=step, lists=("cases", "agenda"))


def _require_key(desk: Desk, work: Work, case_id: UUID, entries: Iterable[JournalEntry]) -> None:
    """What was said alone is taken back, and put back, by those alone who could read it."""
    if any(entry.table == "sealed_items" for entry in entries):
        holding.opened(desk, work, case_id)


def _left_by(works: Sequence[UnitOfWork], step: UUID, account_id: UUID) -> Seen:
    """What a person knows of the case by a step of theirs: how it left the case, and their own later ones."""
    own = {number: one.work_id for number, one in enumerate(works, start=1) if one.account_id == account_id}
    return Seen(next(number for number, work_id in own.items() if work_id == step), own)


def reverse(work: Work, entry: JournalEntry) -> None:
    """Put every field that an entry changed back to what it was; a row that it made is taken out."""
    if entry.table in KEYS or entry.table in RECORDS:
        return
    if entry.action == "insert":
        fields: dict[str, object] = {REMOVED: work.who.now.isoformat()}
    else:
        fields = {name: before for name, (before, _) in entry.fields.items() if name not in SEALED}
    apply_fields(work, entry.table, entry.row_id, fields)


@contextmanager
def _told_as(sentence: str) -> Iterator[None]:
    """Say first that a step was not gone back, then why."""
    try:
        yield
    except Conflicts as conflicts:
        raise conflicts.within(sentence) from conflicts


@dataclass(frozen=True)
class Event:
    """One thing done in a case: by which verb, when and by whom, without what it changed."""

    work_id: UUID
    verb: str
    at: datetime
    who: str


def recent(work: Work, case_id: UUID) -> tuple[Event, ...]:
    """The last things done in the case, the latest first."""
    names = work.accounts.names()
    return tuple(Event(entry.work_id, entry.verb, entry.at, names.get(entry.account_id, "?"))
                 for entry in journal.recent(work.connection, case_id, RECENT))


@dataclass(frozen=True)
class TimelineLine:
    """One changed row with the name of who changed it. ``laptop``: the name of the laptop on which that was
    done; empty for what was done here, the homecoming too that brought it. ``office``: the other office,
    where it was done at somebody's desk there."""

    entry: JournalEntry
    who: str
    laptop: str = ""
    office: str = ""


def timeline(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """Everything that was changed in the case, oldest first; sealed values show only their hash.

    Before what a homecoming wrote here stand the laptop's own steps, which it brought.
    """
    with desk.case_reading(case_id, Verb.READ_TIMELINE, whole=False) as (work, _case):
        return _told(_with_roads(work, case_id, _lines(work, journal.of_case(work.connection, case_id))))


def _told(lines: Iterable[TimelineLine]) -> list[TimelineLine]:
    """The lines; of a release that was taken back, that it was so and not what it said."""
    all_ = list(lines)
    rows = taken_back(line.entry for line in all_)
    return [replace(line, entry=without_words(line.entry, rows)) for line in all_] if rows else all_


def since(desk: Desk, case_id: UUID, number: int) -> Sequence[TimelineLine]:
    """What was done here after an entry of a case's chain, oldest first, without leaving and coming home."""
    with desk.case_reading(case_id, Verb.READ_TIMELINE, whole=False) as (work, _case):
        return [one for one in _told(_lines(work, journal.of_case(work.connection, case_id)))
                if one.entry.seq > number and one.entry.verb not in verbs.ROAD_VERBS]


def _with_roads(work: Work, case_id: UUID, lines: Sequence[TimelineLine]) -> Iterator[TimelineLine]:
    brought = {str(one.homecoming_id): one for one in roads(work, case_id)}
    steps = {line.entry.work_id: brought[line.entry.row_id] for line in lines
             if line.entry.table == "homecomings" and line.entry.row_id in brought
             and line.entry.action == "insert"}
    for line in lines:
        road = steps.pop(line.entry.work_id, None)
        if road is not None:
            yield from (replace(one, laptop=road.laptop, office=road.office)
                        for one in _lines(work, road.entries))
        yield line


def _lines(work: Work, entries: Iterable[JournalEntry]) -> list[TimelineLine]:
    names = work.accounts.names()
    return [TimelineLine(entry, names.get(entry.account_id, "?")) for entry in entries
            if entry.table not in ASIDE]


def removed(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """What was removed from the case and could be put back, the latest first."""
    with desk.case_reading(case_id, Verb.READ_TIMELINE, whole=False) as (work, _case):
        return gone(_lines(work, journal.naming(work.connection, case_id, "removed_at")))


def gone(lines: Sequence[TimelineLine]) -> Sequence[TimelineLine]:
    """The same, from the timeline as it was read."""
    last: dict[tuple[str, str], TimelineLine] = {}
    for line in lines:
        if not line.laptop and line.entry.table in KEPT_BY and "removed_at" in line.entry.fields:
            last[line.entry.table, line.entry.row_id] = line
    away = [line for line in last.values() if line.entry.fields["removed_at"][1] is not None
            and line.entry.verb not in TAKES_BACK]
    return sorted(away, key=lambda line: -line.entry.seq)


def restore(desk: Desk, case_id: UUID, table: str, row_id: str, seen: Seen | None = None) -> Changes:
    """Put a removed row back, and what was removed together with it (a party's claims).

    Who puts something back knows that it is out, whatever the pages showed last.
    """
    with desk.case_work(case_id, "restore", seen) as (work, case):
        gone = _removed_together(journal.naming(work.connection, case.id, REMOVED), table, row_id)
        _require_key(desk, work, case_id, gone)
        known = (seen or desk.seen(case_id)).telling({Place(one.table, one.row_id): None for one in gone})
        work.guard = Meanwhile(work, case, VERBS["restore"], known, desk.zone, whole=True).settle
        for entry in gone:
            verbs.require(case, KEPT_BY[entry.table])
            apply_fields(work, entry.table, entry.row_id, {
                REMOVED: None, **{name: None for name in WHY_GONE if name in entry.fields}}, case_id=case.id)
        if any(entry.table == "parties" for entry in gone):
            case.note_consents()
        with _told_as(NOT_PUT_BACK):
            return work.commit(lists=("cases", "agenda"))


def _removed_together(entries: Sequence[JournalEntry], table: str, row_id: str) -> list[JournalEntry]:
    """What was removed at the same moment, in the unit of work that last removed that row: a homecoming
    brings removals of many moments."""
    removals = [e for e in entries
                if e.table in KEPT_BY and e.verb not in TAKES_BACK
                and e.fields.get(REMOVED, (None, None))[1] is not None]
    own = [e for e in removals if (e.table, e.row_id) == (table, row_id)]
    if not own:
        raise NotThere(row_id)
    last = own[-1]
    return [e for e in removals
            if e.work_id == last.work_id and e.fields[REMOVED][1] == last.fields[REMOVED][1]]
