"""A homecoming taken back: the case stands as it did before it, and the same bag may come home again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import NOT_TAKEN_BACK, reverse
from mediation_desk.services.meanwhile import Meanwhile
from mediation_desk.services.travel.deciding import into_of
from mediation_desk.services.travel.showing import may_decide
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.work.work import Guard, Work


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
        work.guard = _guard(desk, work, case, step)
        entries = journal.of_work(work.connection, case_id, step)
        if last.entries and not any(map(_begins, entries)):
            for entry in reversed(entries):
                reverse(work, entry)
        else:  # the case itself came with it
            _part_again(desk, work, case, last, step)
            case.removed_at = work.who.now
        last.removed_at = work.who.now
        try:
            return work.commit(undoes=step, lists=("cases", "agenda", "evidence", "bags"))
        except Conflicts as conflicts:
            raise conflicts.within(NOT_TAKEN_BACK) from conflicts


def _begins(entry: JournalEntry) -> bool:
    return (entry.table, entry.action) == ("cases", "insert")


def _guard(desk: Desk, work: Work, case: Case, step: UUID) -> Guard:
    """Holds what is taken back of a case to what others have built upon it since."""
    works = [one.work_id for one in journal.works(work.connection, case.id)]
    left = Seen(works.index(step) + 1)
    meanwhile = Meanwhile(work, case, VERBS["undo"], left, desk.zone, whole=True)
    return lambda pending: meanwhile.settle([one for one in pending if one.case_id == case.id])


def _part_again(desk: Desk, work: Work, case: Case, last: Homecoming, step: UUID) -> None:
    """Where the case was joined to another of the office as entered twice: what was carried over into that
    one is out of it again, and neither names the other. DeskError where that one is closed by now."""
    leading_id = into_of(last.decisions)
    if leading_id is None:
        return
    leading = work.cases.get(leading_id, to_write=True)
    if not may_decide(desk, work, leading_id):
        raise NotAllowed(N_("Only who mediates both cases parts them again."))
    leading.require_open()
    guards = [work.guard, _guard(desk, work, leading, step)]
    for one in (leading, case):
        for entry in reversed(journal.of_work(work.connection, one.id, step)):
            if one is leading or entry.table == "cases":
                reverse(work, entry)
    leading.note_consents()

    def both(pending: Sequence[RowChange]) -> None:
        for guard in filter(None, guards):
            guard(pending)

    work.guard = both


def _last(work: Work, case_id: UUID) -> tuple[Homecoming, UUID]:
    """The last that stands, and the unit of work that brought it, in the order of the case's chain."""
    standing = [one for one in work.rows_of(Homecoming, case_id) if one.removed_at is None]
    brought = [(journal.of_row(work.connection, case_id, "homecomings", str(one.id))[0], one)
               for one in standing]
    if not brought:
        raise DeskError(N_("Nothing of this case came home that could be taken back."))
    entry, last = max(brought, key=lambda one: one[0].seq)
    return last, entry.work_id
