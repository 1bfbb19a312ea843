"""Release: what a side said alone may be told to the other; once it was shown, that is not taken back."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.sealed import HEARD
from mediation_desk.domain.mediation.told import Released, ToldFact, check_taking_back, told_to
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import opened
from mediation_desk.services.mediation import caucus
from mediation_desk.store.work.work import Work

AnyReleased = TypeVar("AnyReleased", bound=Released)


def release_fact(desk: Desk, case_id: UUID, item_id: UUID, text: str, seen: Seen | None = None) -> Changes:
    """Let a note, a worry or an admission be told, in these words and no others.

    The words stand in the open record from now on; what the side said stays sealed as it is.
    """
    words = storable(text).strip()
    if not words:
        raise DeskError(N_("Write the words in which it may be told."), field="telling")
    with desk.case_work(case_id, "release_fact", seen) as (work, case):
        word = caucus.heard(desk, work, case, item_id)
        if word.kind not in HEARD:
            raise DeskError(N_("Only what was said in words can be told in words."))
        if word.released:
            raise DeskError(N_("It may be told already. Take the release back to change its words."))
        fact = ToldFact(id=work.new_key(), case_id=case_id, side=word.side, text=words,
                        released_at=work.who.now, released_by=desk.who.account_id, sealed_id=item_id)
        case.told_all.append(fact)
        caucus.mark_released(work, case_id, item_id, work.who.now)
        return work.commit(result=fact.id)


def take_back_told(desk: Desk, case_id: UUID, fact_id: UUID, seen: Seen | None = None) -> Changes:
    """Let a fact be told no more; refused once the other side's page has shown it."""
    with desk.case_work(case_id, "take_back_told", seen) as (work, case):
        _take_back(desk, work, _found(case.told_facts, fact_id))
        return work.commit()


def take_back_offer(desk: Desk, case_id: UUID, offer_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an offer off the open record again; it goes on being the side's own, sealed. Refused once the
    other side's page has shown it, or accepted it."""
    with desk.case_work(case_id, "take_back_offer", seen) as (work, case):
        _take_back(desk, work, _found(case.offers, offer_id))
        return work.commit()


def _take_back(desk: Desk, work: Work, one: Released) -> None:
    opened(desk, work, one.case_id)  # whoever could not read it alone decides nothing about it
    shown = f"{one.shown_at.astimezone(desk.zone):%Y-%m-%d %H:%M}" if one.shown_at else ""
    check_taking_back(one, shown)
    assert one.sealed_id is not None
    one.removed_at = work.who.now
    caucus.mark_released(work, one.case_id, one.sealed_id, None)


def show_told(desk: Desk, case_id: UUID, side: Side, shown: Collection[UUID], seen: Seen | None = None
              ) -> Changes:
    """This side's page is about to show these offers and facts of the other: from now on they are out.

    What was taken back meanwhile, or shown before, stays as it is.
    """
    with desk.case_work(case_id, "show_told", seen) as (work, case):
        opened(desk, work, case_id)
        for one in told_to(side, (*case.offers, *case.told_facts)):
            if one.id in shown and one.shown_at is None:
                one.shown_at = work.who.now
        return work.commit()


def _found(rows: list[AnyReleased], row_id: UUID) -> AnyReleased:
    for row in rows:
        if row.id == row_id:
            return row
    raise NotThere(row_id)
