"""Matters put aside before they are registered, and what the office owes the same day.

What was entered of such a matter is kept for whoever may register cases, and shown to nobody else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.waiting import WaitingMatter
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.vault.matters import seal_matter, unseal_matter
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.work import waiting as stored
from mediation_desk.store.work.work import Work

GONE = N_("This matter waits no more: it was registered or dropped meanwhile.")


@dataclass(frozen=True)
class Waiting:
    """A matter that waits. ``came_at``: its hour by the office's clock; ``content``: what was entered of it,
    as the sheet wrote it, None where it opens no more; ``kept_by``: who put it aside."""

    id: UUID
    came_at: datetime
    source: Source
    kept_by: str
    title: str = ""
    content: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Received:
    """A case received today and not decided, and since when it is here, by the office's clock."""

    row: CaseRow
    since: datetime


@dataclass(frozen=True)
class SameDay:
    """What the office owes today. ``now``: by the office's clock."""

    now: datetime
    waiting: tuple[Waiting, ...] = ()
    undecided: tuple[Received, ...] = ()


def put_aside(desk: Desk, source: Source, title: str, content: str, came_at: datetime | None = None
              ) -> Changes:
    """Keep a matter for whoever registers it. ``came_at``: the hour at which it came, by the office's clock;
    None: now."""
    with desk.work("put_aside", Verb.REGISTER_CASE) as work:
        desk.require_office()
        made = WaitingMatter(id=work.new_key(), came_at=_instant(desk, came_at), source=source,
                             kept_by=desk.who.account_id)
        made.content = _sealed(desk, made.id, title, content)
        work.put(made)
        return work.commit(lists=("waiting",), result=made.id)


def put_aside_again(desk: Desk, seen: Waiting, source: Source, title: str, content: str) -> Changes:
    """Keep what was entered further; refused where a colleague kept it anew meanwhile."""
    with desk.work("put_aside_again", Verb.REGISTER_CASE) as work:
        matter = _held(work, seen.id)
        if _opened(desk, work, matter, "").content != seen.content:
            raise DeskError(N_("A colleague put this matter aside anew meanwhile. Open it once more from "
                               "Today and look at what stands there now."))
        matter.source, matter.kept_by = source, desk.who.account_id
        matter.content = _sealed(desk, matter.id, title, content)
        return work.commit(lists=("waiting",), result=matter.id)


def drop(desk: Desk, matter_id: UUID, reason: str) -> Changes:
    """The matter is not registered, for a reason that stays on record."""
    why = storable(reason).strip()
    with desk.work("drop_matter", Verb.REGISTER_CASE) as work:
        matter = _held(work, matter_id)
        if not why:
            raise DeskError(N_("Say why this matter is not registered."), field="dropped_why")
        matter.dropped_why, matter.removed_at = why, work.who.now
        return work.commit(lists=("waiting",))


def take_back(desk: Desk, matter_id: UUID) -> Changes:
    """Let a matter that was dropped wait again."""
    with desk.work("take_matter_back", Verb.REGISTER_CASE) as work:
        matter: WaitingMatter = work.row(WaitingMatter, matter_id)
        matter.dropped_why, matter.removed_at = "", None
        return work.commit(lists=("waiting",))


def registered(work: Work, matter_id: UUID, case_id: UUID) -> None:
    """Within the unit of work that registers it: the matter became that case, and waits no more."""
    _held(work, matter_id).registered_as = case_id


def same_day(desk: Desk, sites: Sequence[UUID] = ()) -> SameDay:
    """What waits to be registered, and what came today and is not decided; each as far as one may see it.
    ``sites``: of their cases alone; what waits belongs to none yet, and is everybody's."""
    now = desk.now.astimezone(desk.zone).replace(tzinfo=None)
    with desk.reading() as work:
        if not desk.may(Verb.READ_CASE, own_case=True):
            return SameDay(now)
        names = work.accounts.names()
        may = desk.may(Verb.REGISTER_CASE) and desk.branch is None
        kept = tuple(_opened(desk, work, one, names.get(one.kept_by, ""))
                     for one in stored.standing(work)) if may else ()
        return SameDay(now, kept, tuple(Received(row, came or _local(desk, at))
                                        for row, at, came in stored.undecided(work, desk.today)
                                        if not sites or chosen(row.site_id) in sites))


def _held(work: Work, matter_id: UUID) -> WaitingMatter:
    matter = stored.held(work, matter_id)
    if matter is None:
        raise DeskError(GONE)
    return matter


def _instant(desk: Desk, hour: datetime | None) -> datetime:
    if hour is None:
        return desk.now
    if hour.replace(tzinfo=desk.zone) > desk.now:
        raise DeskError(N_("The hour at which the order came lies in the future."), field="arrived_at")
    return hour.replace(tzinfo=desk.zone)


def _local(desk: Desk, at: datetime) -> datetime:
    return at.astimezone(desk.zone).replace(tzinfo=None)


def _sealed(desk: Desk, matter_id: UUID, title: str, content: str) -> str:
    told = json.dumps({"title": storable(title).strip(), "content": content}, ensure_ascii=False)
    return seal_matter(desk.store.opened.store_key, matter_id, told)


def _opened(desk: Desk, work: Work, matter: WaitingMatter, kept_by: str) -> Waiting:
    """The matter as it is shown; one that opens no more is shown without a title, never left out."""
    came = _local(desk, matter.came_at)
    try:
        told = json.loads(unseal_matter(_keys(desk, work), matter.id, matter.content))
        return Waiting(matter.id, came, matter.source, kept_by, str(told["title"]), str(told["content"]))
    except (SealBroken, ValueError, KeyError, TypeError):
        return Waiting(matter.id, came, matter.source, kept_by)


def _keys(desk: Desk, work: Work) -> Iterator[Key]:
    """The present store key, and only when need be those before it."""
    yield desk.store.opened.store_key
    yield from reversed(former_keys(work.connection, desk.store.opened.store_key))
