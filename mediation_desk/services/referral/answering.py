"""The answer of a receiving office, with its papers as exhibits of the case: one step, taken back as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain import evidence as rules
from mediation_desk.domain import verbs
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import (
    Arrived,
    Cancelled,
    FileSource,
    Meter,
    Progress,
    size_of,
    take,
)
from mediation_desk.services.referral.referring import LISTS, noted_fields, telling, write_note
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.work import Work


def answer(desk: Desk, case_id: UUID, before: Referral, after: Referral, papers: Sequence[FileSource] = (),
           seen: Seen | None = None, *, progress: Progress | None = None, cancelled: Cancelled | None = None
           ) -> Changes:
    """Note what came back, and take its papers in as exhibits with the next numbers: all of it or nothing.

    Also of a case that is over, for the answer to what was referred may come long after. DeskError where a
    file cannot be read, or beside the field that cannot be; Stopped.
    """
    with desk.case_reading(case_id, Verb.REFER_CASE, whole=False) as (_work, case):
        verbs.require(case, "note_referral")
    arrived: list[Arrived] = []
    try:
        meter = Meter(sum(map(size_of, papers)) * 2, progress, cancelled)
        arrived.extend(take(desk, one, meter) for one in papers)
        return _keep(desk, case_id, before, after, arrived, seen)
    except BaseException:
        contents.drop(desk.store.engine, [one.taken.file_id for one in arrived])
        raise


def _keep(desk: Desk, case_id: UUID, before: Referral, after: Referral, arrived: Sequence[Arrived],
          seen: Seen | None) -> Changes:
    names = noted_fields(before, after)
    with desk.case_work(case_id, "note_referral", telling(seen or desk.seen(case_id), before, names)
                        ) as (work, case):
        referral = write_note(case, before.id, after, names, desk.today)
        day = referral.answered_on or referral.returned_on or desk.today
        attach(work, case_id, arrived, referral.office, day)
        return work.commit(lists=(*LISTS, "evidence"))


def attach(work: Work, case_id: UUID, arrived: Sequence[Arrived], office: str, day: date) -> None:
    """File papers that came from another office, in a unit of work that is under way: nobody of the case
    gave them, and they say where they come from."""
    number = rules.next_position(work.evidence.of(case_id, removed_too=True))
    for at, one in enumerate(arrived):
        contents.finish(work.connection, one.taken, work.who.now)
        work.evidence.add(Exhibit(
            id=work.new_key(), case_id=case_id, position=number + at, name=one.name or "?",
            sha256=one.taken.sha256, size=one.taken.size, media_type=one.media_type, source=office,
            received_on=day))
