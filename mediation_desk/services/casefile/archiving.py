"""Putting the file of a closed case into the archive: its volume, its box, and how long it is kept."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile.archive import ArchiveDraft, check, next_volume, same_volume
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.text.storable import line, storable
from mediation_desk.domain.words import N_, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading import volumes
from mediation_desk.store.work.work import Work


def archive(desk: Desk, case_id: UUID, draft: ArchiveDraft, seen: Seen | None = None, *, sure: bool = False
            ) -> Changes:
    """Keep where the file lies and since when, or that it does not lie there any more. DeskError beside its
    field; a volume that another file of that year has is asked about (Doubted) unless somebody is ``sure``.
    """
    with desk.case_work(case_id, "archive", seen) as (work, case):
        check(draft, case, desk.today)
        twins = _twins(work, case, draft)
        if twins and not sure:
            raise Doubted(twins, "file_volume")
        case.archived_on, case.retention_years = draft.on, draft.years
        case.file_volume, case.file_box = line(draft.volume) or None, line(draft.box) or None
        case.file_note = storable(draft.note).strip() or None
        return work.commit(lists=("cases",))


def proposed_volume(desk: Desk, case_id: UUID, year: int) -> str:
    """The next free volume number of that year."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        return next_volume((volume for _case_id, volume in volumes.of_year(work.connection, year)), year)


def _twins(work: Work, case: Case, draft: ArchiveDraft) -> list[Sentence]:
    """The other files of that year in the same volume, by number as far as the person may see them."""
    if draft.on is None or not draft.volume.strip():
        return []
    others = [key for key, volume in volumes.of_year(work.connection, draft.on.year)
              if same_volume(volume, draft.volume) and key != case.id]
    if not others:
        return []
    known = [row.number for row in work.lists.rows(others)]
    if known:
        return [say(N_("The volume holds the file of {numbers} already."), numbers=known)]
    return [say(N_("The volume holds the file of another case already."))]
