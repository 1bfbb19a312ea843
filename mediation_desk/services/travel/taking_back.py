"""A homecoming taken back: the case stands as it did before it, and the same bag may come home again."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import NOT_TAKEN_BACK, reverse
from mediation_desk.services.meanwhile import Meanwhile
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.work.work import Work


def take_back(desk: Desk, case_id: UUID, seen: Seen | None = None) -> Changes:
    """Undo the last homecoming of a case, as one step; for who brought it home, or a mediator of the case.

    What was seen is the case as it came home, whatever a page shows by now. Conflicts where others have
    built upon it since; DeskError when nothing of the case came home.
    """
    with desk.case_work(case_id, "take_back_home", seen) as (work, case):
        last, step = _last(work, case_id)
        mine = last.brought_by == desk.who.account_id or work.members.includes(case_id, desk.who.account_id)
        if not mine:
            raise NotAllowed(N_("Whoever brought it home, or a mediator of the case, takes it back."))
        works = [one.work_id for one in journal.works(work.connection, case_id)]
        left = Seen(works.index(step) + 1)
        work.guard = Meanwhile(work, case, VERBS["undo"], left, desk.zone, whole=True).settle
        entries = journal.of_work(work.connection, case_id, step)
        if not last.entries or any(_begins(one) for one in entries):  # the case itself came with it
            case.removed_at = work.who.now
        else:
            for entry in reversed(entries):
                reverse(work, entry)
        last.removed_at = work.who.now
        try:
            return work.commit(undoes=step, lists=("cases", "agenda", "evidence", "bags"))
        except Conflicts as conflicts:
            raise conflicts.within(NOT_TAKEN_BACK) from conflicts


def _begins(entry: JournalEntry) -> bool:
    return (entry.table, entry.action) == ("cases", "insert")


def _last(work: Work, case_id: UUID) -> tuple[Homecoming, UUID]:
    """The last that stands, and the unit of work that brought it, in the order of the case's chain."""
    standing = [one for one in work.rows_of(Homecoming, case_id) if one.removed_at is None]
    brought = [(journal.of_row(work.connection, case_id, "homecomings", str(one.id))[0], one)
               for one in standing]
    if not brought:
        raise DeskError(N_("Nothing of this case came home that could be taken back."))
    entry, last = max(brought, key=lambda one: one[0].seq)
    return last, entry.work_id
