"""Opens what a side said alone, for whoever holds the key of the case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.private import ClosedWord, PrivateWord
from mediation_desk.domain.mediation.sealed import SealedItem
from mediation_desk.domain.mediation.told import is_released
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import Held, opened, read
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.work.work import Work


def authorised(desk: Desk, work: Work, case: Case, side: Side) -> tuple[PrivateWord, ...]:
    """The offers that a side made alone and that were not released, oldest first; NotHeld without the key."""
    held = opened(desk, work, case.id)
    words = [as_released(case, opened_word(work, held, item)) for item in work.caucus.items(case.id)
             if item.side is side and item.kind is SealedKind.OFFER]
    return tuple(word for word in words if not word.released)


def as_released(case: Case, word: PrivateWord) -> PrivateWord:
    """Released is what stands in the open, also where it was put back there from the recycle bin."""
    return replace(word, released=word.released or is_released(word.id, case.offers, case.told_facts))


def read_word(work: Work, held: Held, item: SealedItem) -> PrivateWord | ClosedWord:
    """The entry; where it does not open, what its row says of it."""
    try:
        return opened_word(work, held, item)
    except SealBroken:
        return ClosedWord(item.id, item.side, item.kind, item.written_at)


def opened_word(work: Work, held: Held, item: SealedItem) -> PrivateWord:
    """The entry; SealBroken where it does not open."""
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
                       consenting=tuple(map(UUID, content.get("for", ()))),
                       fewest_instalments=content.get("fewest"), released=item.released_at is not None)
