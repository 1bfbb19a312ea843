"""Undo, redo and the timeline, all read from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.money import Money
from mediation_desk.domain.performance.ledger import overpaid
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.entries import UnitOfWork
from mediation_desk.store.work.rows import apply_fields, same_now
from mediation_desk.store.work.work import Work

FINAL = frozenset({"register_case", "sign_agreement", "refuse", "close_case", "void_case", "take_back",
                   "reopen_case", "remove_mediator"})
"""Verbs behind which nobody undoes anything, whoever did them: a paper was signed, a case was closed
and opens again only with a reason, a colleague left."""
SHARED = frozenset({"add_mediator", "let_in", "recover_seal"})
"""Verbs that end the undoing of whoever did them: a shared key is not taken back by undo."""
ASIDE = frozenset({"unmask"})
"""Verbs that change nothing of the case: steps before them can still be undone."""
KEYS = frozenset({"case_key_wraps", "case_holders"})
"""Who is on the case and who holds its key: undo takes back neither."""
COUNTERS = frozenset({"serials", "case_holders"})
"""What a case's journal tells besides what people look for in it: which running number the case took, and
the list of holders, whose every step the keys tell as well."""
SEALED = frozenset({"sealed"})
"""Fields that undo leaves alone: a renewed key stays, and what was sealed anew under it."""
IN_BIN = frozenset({"parties", "claims", "sessions", "offers", "sealed_items", "payments", "return_visits",
                    "element_entries", "respondent_statements", "relationship_entries",
                    "exhibits"})
"""Tables whose removed rows may come back by themselves. A replaced draft of the agreement comes back
only by undoing the draft that replaced it, and a key never."""

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
        if done.verb in ASIDE:
            continue
        if done.verb in FINAL or (mine and done.verb in SHARED):
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


def undo(desk: Desk, case_id: UUID) -> Changes:
    """Take back this account's last step in the case, wherever it was typed."""
    return _reverse(desk, case_id, lambda found: found.undo, N_("There is nothing to undo in this case."))


def redo(desk: Desk, case_id: UUID) -> Changes:
    """Do again what was last undone."""
    return _reverse(desk, case_id, lambda found: found.redo, N_("There is nothing to redo in this case."))


def _reverse(desk: Desk, case_id: UUID, which: Callable[[Steps], Sequence[tuple[UUID, str]]],
             nothing: str) -> Changes:
    """Put every field that the last such step changed back to what it was; rows it made are removed."""
    with desk.case_work(case_id, "undo") as (work, case):
        case.require_open()
        found = which(_steps(journal.works(work.connection, case_id), desk.who.account_id))
        if not found:
            raise DeskError(nothing)
        before = _MustHold.of(case)
        for entry in reversed(journal.of_work(work.connection, case_id, found[-1][0])):
            _reverse_row(work, entry)
        before.check(case)
        return work.commit(undoes=found[-1][0], lists=("cases", "agenda"))


def _reverse_row(work: Work, entry: JournalEntry) -> None:
    if entry.table in KEYS:
        return
    if entry.action == "insert":
        apply_fields(work, entry.table, entry.row_id, {"removed_at": work.who.now.isoformat()})
        return
    fields = {name: change for name, change in entry.fields.items() if name not in SEALED}
    if not same_now(work, entry.table, entry.row_id, {n: after for n, (_, after) in fields.items()}):
        raise DeskError(N_("This was changed again since, by you or somebody else, so it cannot be undone."))
    apply_fields(work, entry.table, entry.row_id, {n: before for n, (before, _) in fields.items()})


@dataclass(frozen=True)
class _MustHold:
    """What undoing and restoring must leave as it is once the agreement is signed."""

    sides: tuple[frozenset[UUID], frozenset[UUID]]
    overpaid: Money

    @classmethod
    def of(cls, case: Case) -> _MustHold:
        """How the case stands before anything is put back."""
        return cls(case.sides, overpaid(case.agreement, case.payments))

    def check(self, case: Case) -> None:
        """Refuse what would take a worker out of a signed agreement, bring one in, or overpay it."""
        case.require_sides(self.sides)
        if overpaid(case.agreement, case.payments) > self.overpaid:
            raise DeskError(N_("Other payments were booked meanwhile. With this one, more would be paid than "
                               "is outstanding."))


@dataclass(frozen=True)
class Event:
    """One thing done in a case: by which verb, when and by whom, without what it changed."""

    work_id: UUID
    verb: str
    at: datetime
    who: str


def recent(work: Work, case_id: UUID) -> tuple[Event, ...]:
    """The last things done in the case, the latest first."""
    names = {account.id: account.name for account in work.accounts.all()}
    return tuple(Event(entry.work_id, entry.verb, entry.at, names.get(entry.account_id, "?"))
                 for entry in journal.recent(work.connection, case_id, RECENT))


@dataclass(frozen=True)
class TimelineLine:
    """One changed row with the name of who changed it."""

    entry: JournalEntry
    who: str


def timeline(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """Everything that was changed in the case, oldest first; sealed values show only their hash."""
    with desk.case_reading(case_id, Verb.READ_TIMELINE, whole=False) as (work, _case):
        return _lines(work, journal.of_case(work.connection, case_id))


def _lines(work: Work, entries: Iterable[JournalEntry]) -> list[TimelineLine]:
    names = {account.id: account.name for account in work.accounts.all()}
    return [TimelineLine(entry, names.get(entry.account_id, "?")) for entry in entries
            if entry.table not in COUNTERS]


def removed(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """What was removed from the case and could be put back, the latest first."""
    with desk.case_reading(case_id, Verb.READ_TIMELINE, whole=False) as (work, _case):
        return gone(_lines(work, journal.naming(work.connection, case_id, "removed_at")))


def gone(lines: Sequence[TimelineLine]) -> Sequence[TimelineLine]:
    """The same, from the timeline as it was read."""
    last: dict[tuple[str, str], TimelineLine] = {}
    for line in lines:
        if line.entry.table in IN_BIN:
            last[line.entry.table, line.entry.row_id] = line
    away = [line for line in last.values() if line.entry.fields["removed_at"][1] is not None]
    return sorted(away, key=lambda line: -line.entry.seq)


def restore(desk: Desk, case_id: UUID, table: str, row_id: str) -> Changes:
    """Put a removed row back, and what was removed together with it (a party's claims)."""
    with desk.case_work(case_id, "restore", Verb.RESTORE_REMOVED) as (work, case):
        case.require_open()
        before = _MustHold.of(case)
        for entry in _removed_together(journal.naming(work.connection, case.id, "removed_at"), table, row_id):
            apply_fields(work, entry.table, entry.row_id, {"removed_at": None}, case_id=case.id)
        before.check(case)
        return work.commit(lists=("cases", "agenda"))


def _removed_together(entries: Sequence[JournalEntry], table: str, row_id: str) -> list[JournalEntry]:
    """The removals of the unit of work that last removed that row."""
    removals = [e for e in entries
                if e.table in IN_BIN and e.fields.get("removed_at", (None, None))[1] is not None]
    own = [e for e in removals if (e.table, e.row_id) == (table, row_id)]
    if not own:
        raise DeskError(N_("That entry is no longer there; it may have been removed."))
    return [e for e in removals if e.work_id == own[-1].work_id]
