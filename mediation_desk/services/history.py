"""Undo, redo and the timeline, all read from the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store import journal
from mediation_desk.store.rows import apply_fields, same_now
from mediation_desk.store.work import Work

FINAL = frozenset({"register_case", "sign_agreement", "add_mediator", "remove_mediator", "recover_seal"})
"""Verbs that nobody undoes: what they did has left the program (a signed paper, a shared key)."""
ASIDE = frozenset({"unmask"})
"""Verbs that change nothing of the case: steps before them can still be undone."""


@dataclass(frozen=True)
class Steps:
    """What this account could undo and redo in a case, the latest last: (unit of work, verb)."""

    undo: tuple[tuple[UUID, str], ...]
    redo: tuple[tuple[UUID, str], ...]


def steps(desk: Desk, case_id: UUID) -> Steps:
    """The account's steps in the case, as the journal has them."""
    with desk.case_reading(case_id) as (work, _case):
        return _steps(journal.of_case(work.connection, case_id), desk.who.account_id)


def _steps(entries: Iterable[JournalEntry], account_id: UUID) -> Steps:
    undo: dict[UUID, str] = {}
    redo: dict[UUID, str] = {}
    seen: set[UUID] = set()
    for entry in entries:
        if entry.account_id != account_id or entry.work_id in seen or entry.verb in ASIDE:
            continue
        seen.add(entry.work_id)
        if entry.verb in FINAL:
            undo.clear()
            redo.clear()
        elif entry.undoes in undo:
            redo[entry.work_id] = undo.pop(entry.undoes)
        elif entry.undoes in redo:
            undo[entry.work_id] = redo.pop(entry.undoes)
        else:
            undo[entry.work_id] = entry.verb
            redo.clear()
    return Steps(tuple(undo.items()), tuple(redo.items()))


def undo(desk: Desk, case_id: UUID) -> Changes:
    """Take back this account's last step in the case, wherever it was typed."""
    found = steps(desk, case_id).undo
    if not found:
        raise DeskError(N_("There is nothing to undo in this case."))
    return reverse(desk, case_id, found[-1][0])


def redo(desk: Desk, case_id: UUID) -> Changes:
    """Do again what was last undone."""
    found = steps(desk, case_id).redo
    if not found:
        raise DeskError(N_("There is nothing to redo in this case."))
    return reverse(desk, case_id, found[-1][0])


def reverse(desk: Desk, case_id: UUID, work_id: UUID) -> Changes:
    """Put every field that a unit of work changed back to what it was; rows it made are removed."""
    with desk.case_work(case_id, "undo") as (work, case):
        entries = journal.of_work(work.connection, work_id)
        reopens = any(e.table == "cases" and "status" in e.fields for e in entries)
        if not reopens:
            case.require_open()
        for entry in reversed(entries):
            _reverse_row(work, entry)
        return work.commit(undoes=work_id, lists=("cases", "agenda"))


def _reverse_row(work: Work, entry: JournalEntry) -> None:
    if entry.action == "insert":
        apply_fields(work, entry.table, entry.row_id, {"removed_at": work.who.now.isoformat()})
        return
    if not same_now(work, entry.table, entry.row_id, {n: after for n, (_, after) in entry.fields.items()}):
        raise DeskError(N_("This was changed again since, by you or somebody else, so it cannot be undone."))
    apply_fields(work, entry.table, entry.row_id, {n: before for n, (before, _) in entry.fields.items()})


@dataclass(frozen=True)
class TimelineLine:
    """One changed row with the name of who changed it."""

    entry: JournalEntry
    who: str


def timeline(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """Everything that was changed in the case, oldest first; sealed values show only their hash."""
    with desk.case_reading(case_id, Verb.READ_TIMELINE) as (work, _case):
        names = {account.id: account.name for account in work.accounts.all()}
        return [TimelineLine(entry, names.get(entry.account_id, "?"))
                for entry in journal.of_case(work.connection, case_id)]


def removed(desk: Desk, case_id: UUID) -> Sequence[TimelineLine]:
    """What was removed from the case and could be put back, the latest first."""
    lines = timeline(desk, case_id)
    last: dict[tuple[str, str], TimelineLine] = {}
    for line in lines:
        if "removed_at" in line.entry.fields:
            last[line.entry.table, line.entry.row_id] = line
    gone = [line for line in last.values() if line.entry.fields["removed_at"][1] is not None]
    return sorted(gone, key=lambda line: -line.entry.seq)


def restore(desk: Desk, case_id: UUID, table: str, row_id: str) -> Changes:
    """Put a removed row back, and what was removed together with it (a party's claims)."""
    with desk.case_work(case_id, "restore", Verb.RESTORE_REMOVED) as (work, case):
        case.require_open()
        for entry in _removed_together(journal.of_case(work.connection, case.id), table, row_id):
            apply_fields(work, entry.table, entry.row_id, {"removed_at": None}, case_id=case.id)
        return work.commit(lists=("cases", "agenda"))


def _removed_together(entries: Sequence[JournalEntry], table: str, row_id: str) -> list[JournalEntry]:
    """The removals of the unit of work that last removed that row."""
    removals = [e for e in entries if e.fields.get("removed_at", (None, None))[1] is not None]
    own = [e for e in removals if (e.table, e.row_id) == (table, row_id)]
    if not own:
        raise DeskError(N_("That entry is no longer there; it may have been removed."))
    return [e for e in removals if e.work_id == own[-1].work_id]
