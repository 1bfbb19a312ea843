"""What a side said alone: the only door to sealed rows. Nothing of it passes into any other room."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.offers import Offer, next_round
from mediation_desk.domain.mediation.sealed import SealedItem
from mediation_desk.domain.mediation.zone import BottomLine, Zone, zone
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import SealedKind, Side, Station
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import Held, opened, read
from mediation_desk.services.keys.writing import to_write
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class PrivateWord:
    """One thing a side said alone, opened for a mediator of the case; an offer has ``terms``, the others
    ``text``."""

    id: UUID
    side: Side
    kind: SealedKind
    written_at: datetime
    text: str = ""
    terms: str = ""
    amount: Money = ZERO
    instalments: int | None = None
    fewest_instalments: int | None = None
    first_share: Money | None = None
    last_on: date | None = None
    conditions: str = ""
    party_id: UUID | None = None
    released: bool = False

    def as_bottom_line(self) -> BottomLine:
        """The entry as the zone takes it."""
        return BottomLine(self.side, self.amount, self.instalments, self.fewest_instalments, self.first_share,
                          self.last_on, self.conditions, self.party_id)


@dataclass(frozen=True)
class ClosedWord:
    """An entry that does not open: altered, moved, turned, dated otherwise, or put back from an older copy.

    What it is called is what its row says now, None where even that cannot be read.
    """

    id: UUID
    side: Side | None = None
    kind: SealedKind | None = None
    written_at: datetime | None = None


@dataclass(frozen=True)
class PrivateTalk:
    """What the sides asked for said alone, and the zone between both bottom lines where both were asked.

    ``closed``: entries that do not open; while there are any, no zone is told, since one of them may be
    the latest bottom line.
    """

    words: tuple[PrivateWord, ...]
    zone: Zone | None
    closed: tuple[ClosedWord, ...] = ()

    def of(self, side: Side, kind: SealedKind) -> tuple[PrivateWord, ...]:
        """One side's words of one kind, oldest first."""
        return tuple(word for word in self.words if word.side is side and word.kind is kind)


def talk(desk: Desk, case_id: UUID, sides: Collection[Side] = tuple(Side)) -> PrivateTalk:
    """Read what these sides said alone; another side's words stay sealed."""
    with desk.case_reading(case_id, Verb.READ_SEALED, whole=False) as (work, _case):
        held = opened(desk, work, case_id)
        read_so = [_read(work, held, item) for item in work.caucus.items(case_id) if item.side in sides]
        words = tuple(one for one in read_so if isinstance(one, PrivateWord))
        closed = (*(one for one in read_so if isinstance(one, ClosedWord)),
                  *map(ClosedWord, work.caucus.unreadable(case_id)))
        lines = [one.as_bottom_line() for one in words if one.kind is SealedKind.BOTTOM_LINE]
        return PrivateTalk(words, None if closed else zone(lines), closed)


def note(desk: Desk, case_id: UUID, side: Side, text: str, seen: Seen | None = None) -> Changes:
    """Keep what a side said alone."""
    if not storable(text).strip():
        raise DeskError(N_("Write down what was said first."), field="note")
    return _keep(desk, case_id, side, SealedKind.NOTE, {"text": storable(text).strip()}, seen)


def set_bottom_line(desk: Desk, case_id: UUID, side: Side, amount: Money, *,
                    most_instalments: int | None = None, fewest_instalments: int | None = None,
                    first_share: Money | None = None, last_on: date | None = None, conditions: str = "",
                    party_id: UUID | None = None, text: str = "", seen: Seen | None = None) -> Changes:
    """Keep how far a side would go, or one party of it; the latest one counts."""
    _check_amount(amount, "bottom_line")
    return _keep(desk, case_id, side, SealedKind.BOTTOM_LINE, {
        "amount": amount.fen, "instalments": most_instalments, "fewest": fewest_instalments,
        **_terms(first_share, last_on), "conditions": storable(conditions).strip(),
        "party": str(party_id) if party_id else None, "text": storable(text).strip()}, seen)


def take_offer(desk: Desk, case_id: UUID, side: Side, amount: Money, instalments: int = 1,
               terms: str = "", *, first_share: Money | None = None, last_on: date | None = None,
               seen: Seen | None = None) -> Changes:
    """Keep an offer that the side has not allowed to be told yet."""
    _check_amount(amount, "amount")
    if instalments < 1:
        raise DeskError(N_("An offer has at least one instalment."), field="instalments")
    return _keep(desk, case_id, side, SealedKind.OFFER, {
        "amount": amount.fen, "instalments": instalments, **_terms(first_share, last_on),
        "terms": storable(terms).strip()}, seen)


def release(desk: Desk, case_id: UUID, item_id: UUID, seen: Seen | None = None) -> Changes:
    """Tell the offer to the other side: from now on it stands in the open record."""
    with desk.case_work(case_id, "release_offer", seen) as (work, case):
        item = _item(work, case_id, item_id)
        word = _opened(work, opened(desk, work, case_id), item)
        if word.kind is not SealedKind.OFFER or item.released_at:
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


def _check_amount(amount: Money, field_name: str) -> None:
    if amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field=field_name)


def _keep(desk: Desk, case_id: UUID, side: Side, kind: SealedKind, content: Mapping[str, Any],
          seen: Seen | None) -> Changes:
    with desk.case_work(case_id, "keep_sealed", seen) as (work, case):
        held = to_write(desk, work, case_id)
        item = SealedItem(id=work.new_key(), case_id=case_id, side=side, kind=kind, sealed=b"",
                          written_at=work.who.now, written_by=desk.who.account_id)
        held.seal(item, json.dumps(content, ensure_ascii=False))
        work.caucus.add(item)
        case.advance(Station.MEDIATION)
        return work.commit(result=item.id)


def _item(work: Work, case_id: UUID, item_id: UUID, *, removed_too: bool = False) -> SealedItem:
    for item in work.caucus.items(case_id, removed_too=removed_too):
        if item.id == item_id:
            return item
    raise NotThere(item_id)


def _read(work: Work, held: Held, item: SealedItem) -> PrivateWord | ClosedWord:
    try:
        return _opened(work, held, item)
    except SealBroken:
        return ClosedWord(item.id, item.side, item.kind, item.written_at)


def _opened(work: Work, held: Held, item: SealedItem) -> PrivateWord:
    content = json.loads(read(work, held, item))
    if item.kind is SealedKind.OFFER and "text" in content:  # as the first release sealed an offer's terms
        content["terms"] = content.pop("text")
    return PrivateWord(item.id, item.side, item.kind, item.written_at, text=content.get("text", ""),
                       terms=content.get("terms", ""), amount=Money(content.get("amount", 0)),
                       instalments=content.get("instalments"),
                       first_share=Money(first) if (first := content.get("first")) is not None else None,
                       last_on=date.fromisoformat(last) if (last := content.get("last")) else None,
                       conditions=content.get("conditions", ""),
                       party_id=UUID(party) if (party := content.get("party")) else None,
                       fewest_instalments=content.get("fewest"), released=item.released_at is not None)
