"""What a side said alone: the only door to sealed rows. Nothing of it passes into any other room."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.offers import Offer, check_offer, next_round
from mediation_desk.domain.mediation.private import ClosedWord, PrivateTalk, PrivateWord
from mediation_desk.domain.mediation.sealed import HEARD, SealedItem, check_line, stands_for
from mediation_desk.domain.mediation.zone import BottomLine, zone
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import SealedKind, Side, Station
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import opened
from mediation_desk.services.keys.private_words import as_released, opened_word, read_word
from mediation_desk.services.keys.writing import to_write
from mediation_desk.store.work.work import Work


def talk(desk: Desk, case_id: UUID, sides: Collection[Side] = tuple(Side)) -> PrivateTalk:
    """Read what these sides said alone; another side's words stay sealed."""
    with desk.case_reading(case_id, Verb.READ_SEALED, whole=False) as (work, case):
        held = opened(desk, work, case_id)
        read_so = [read_word(work, held, item) for item in work.caucus.items(case_id) if item.side in sides]
        words = tuple(as_released(case, one) for one in read_so if isinstance(one, PrivateWord))
        closed = (*(one for one in read_so if isinstance(one, ClosedWord)),
                  *map(ClosedWord, work.caucus.unreadable(case_id)))
        return PrivateTalk(words, None if closed else zone(_lines(case, words)), closed)


def _lines(case: Case, words: Iterable[PrivateWord]) -> Iterator[BottomLine]:
    """The bottom lines by whose they are. A representative's line that stands for some of its side only is
    nobody's of them alone and not the whole side's, so that no zone is told from it."""
    for word in words:
        if word.kind is SealedKind.BOTTOM_LINE:
            members = members_of(case, word.side)
            whose = stands_for(word.party_id, word.consenting, members)
            if set(whose) == set(members):
                yield replace(word.as_bottom_line(), party_id=None)
            elif len(whose) == 1:
                yield replace(word.as_bottom_line(), party_id=whose[0])


def members_of(case: Case, side: Side) -> tuple[UUID, ...]:
    """The applicants, or the respondents."""
    parties = case.applicants if side is Side.APPLICANT else case.respondents
    return tuple(party.id for party in parties)


def note(desk: Desk, case_id: UUID, side: Side, text: str, seen: Seen | None = None, *,
         kind: SealedKind = SealedKind.NOTE) -> Changes:
    """Keep what a side said alone: a note, an interest or worry, or what it admits."""
    if not storable(text).strip():
        raise DeskError(N_("Write down what was said first."), field="note")
    if kind not in HEARD:
        raise ValueError(f"“{kind}” is not kept as words alone")
    return _keep(desk, case_id, side, kind, {"text": storable(text).strip()}, seen)


def set_bottom_line(desk: Desk, case_id: UUID, side: Side, amount: Money, *,
                    most_instalments: int | None = None, fewest_instalments: int | None = None,
                    first_share: Money | None = None, last_on: date | None = None, conditions: str = "",
                    party_id: UUID | None = None, consenting: Collection[UUID] = (), text: str = "",
                    seen: Seen | None = None) -> Changes:
    """Keep how far a side would go, or one party of it; of each the latest one counts.

    ``consenting``: the workers for whom an elected representative's line stands (Labour Dispute Mediation
    and Arbitration Law, art. 7; Arbitration Case Rules, art. 63).
    """
    check_line(amount, first_share, fewest_instalments, most_instalments)
    content = {"amount": amount.fen, "instalments": most_instalments, "fewest": fewest_instalments,
               **_terms(first_share, last_on), "conditions": storable(conditions).strip(),
               "party": str(party_id) if party_id else None, "for": [str(one) for one in consenting],
               "text": storable(text).strip()}
    return _keep(desk, case_id, side, SealedKind.BOTTOM_LINE, content, seen,
                 check=lambda case: _require_of_side(case, side, party_id, consenting))


def _require_of_side(case: Case, side: Side, party_id: UUID | None, consenting: Collection[UUID]) -> None:
    """A line is its side's, one of its parties', or an elected representative's with whoever consented."""
    members = members_of(case, side)
    elected = {one.id for one in case.representatives} if side is Side.APPLICANT else set()
    if party_id is not None and party_id not in {*members, *elected}:
        raise DeskError(N_("Choose whose bottom line it is among those of this side."), field="party")
    if party_id in elected and not consenting:
        raise DeskError(N_("Tick who consented to the representative's bottom line: it does not stand for "
                           "the others."), field="consenting")
    if not set(consenting) <= set(members):
        raise NotThere(next(iter(set(consenting) - set(members))))


def take_offer(desk: Desk, case_id: UUID, side: Side, amount: Money, instalments: int = 1,
               terms: str = "", *, first_share: Money | None = None, last_on: date | None = None,
               seen: Seen | None = None) -> Changes:
    """Keep an offer that the side has not allowed to be told yet."""
    check_offer(amount, first_share, instalments)
    return _keep(desk, case_id, side, SealedKind.OFFER, {
        "amount": amount.fen, "instalments": instalments, **_terms(first_share, last_on),
        "terms": storable(terms).strip()}, seen)


def release(desk: Desk, case_id: UUID, item_id: UUID, seen: Seen | None = None) -> Changes:
    """Tell the offer to the other side: from now on it stands in the open record."""
    with desk.case_work(case_id, "release_offer", seen) as (work, case):
        item = _item(work, case_id, item_id)
        word = as_released(case, opened_word(work, opened(desk, work, case_id), item))
        if word.kind is not SealedKind.OFFER or word.released:
            raise DeskError(N_("Only an offer that was not released yet can be released."))
        item.released_at = work.who.now
        offer = Offer(id=work.new_key(), case_id=case_id, round=next_round(case.offers, word.side),
                      side=word.side, amount=word.amount, instalments=word.instalments or 1,
                      terms=word.terms, first_share=word.first_share, last_on=word.last_on,
                      released_at=work.who.now, released_by=desk.who.account_id, sealed_id=item.id)
        case.offers_all.append(offer)
        case.advance(Station.MEDIATION)
        return work.commit(lists=("cases",), result=offer.id)


def forget(desk: Desk, case_id: UUID, item_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a private word back; it can be restored. One that is out already stays so. Whoever could not
    read it does not take it back either."""
    with desk.case_work(case_id, "remove_sealed", seen) as (work, _case):
        opened(desk, work, case_id)
        item = _item(work, case_id, item_id, removed_too=True)
        item.removed_at = item.removed_at or work.who.now
        return work.commit()


def _terms(first_share: Money | None, last_on: date | None) -> dict[str, object]:
    return {"first": first_share.fen if first_share is not None else None,
            "last": last_on.isoformat() if last_on else None}


def _keep(desk: Desk, case_id: UUID, side: Side, kind: SealedKind, content: Mapping[str, Any],
          seen: Seen | None, *, check: Callable[[Case], None] = lambda _case: None) -> Changes:
    with desk.case_work(case_id, "keep_sealed", seen) as (work, case):
        check(case)
        held = to_write(desk, work, case_id)
        item = SealedItem(id=work.new_key(), case_id=case_id, side=side, kind=kind, sealed=b"",
                          written_at=work.who.now, written_by=desk.who.account_id)
        held.seal(item, json.dumps(content, ensure_ascii=False))
        work.caucus.add(item)
        case.advance(Station.MEDIATION)
        return work.commit(result=item.id)


def heard(desk: Desk, work: Work, case: Case, item_id: UUID) -> PrivateWord:
    """One entry, opened for whoever holds the key; for the verbs that release it or take it back."""
    item = _item(work, case.id, item_id)
    return as_released(case, opened_word(work, opened(desk, work, case.id), item))


def mark_released(work: Work, case_id: UUID, item_id: UUID, at: datetime | None) -> None:
    """That an entry may be told since then; None: that it may not."""
    for item in work.caucus.items(case_id, removed_too=True):
        if item.id == item_id:
            item.released_at = at


def _item(work: Work, case_id: UUID, item_id: UUID, *, removed_too: bool = False) -> SealedItem:
    for item in work.caucus.items(case_id, removed_too=removed_too):
        if item.id == item_id:
            return item
    raise NotThere(item_id)
