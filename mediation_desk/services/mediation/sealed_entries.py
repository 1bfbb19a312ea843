"""What the mediators weigh and ask for alone, kept under the same seals as what the sides say."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Answer, Wish
from mediation_desk.domain.mediation.sealed import SealedItem
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.keys.holding import Held, read
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.work.work import Work

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One entry, opened."""

    id: UUID
    side: Side
    kind: SealedKind
    written_at: datetime
    content: Content


def seal_in(work: Work, held: Held, author: UUID, side: Side, kind: SealedKind, content: Content) -> UUID:
    """Keep this, sealed under the case's key; its key in the store."""
    item = SealedItem(id=work.new_key(), case_id=held.case_id, side=side, kind=kind, sealed=b"",
                      written_at=work.who.now, written_by=author)
    held.seal(item, json.dumps(content, ensure_ascii=False))
    work.caucus.add(item)
    return item.id


def entries(work: Work, held: Held, kinds: Collection[SealedKind]) -> tuple[list[Entry], int]:
    """The entries of these kinds that open, oldest first, and how many do not: altered ones, and what
    another version of the program may have written."""
    opened, broken = [], len(work.caucus.unreadable(held.case_id))
    for item in work.caucus.items(held.case_id):
        if item.kind not in kinds:
            continue
        try:
            entry = Entry(item.id, item.side, item.kind, item.written_at, json.loads(read(work, held, item)))
            READ[entry.kind](entry)
            opened.append(entry)
        except (SealBroken, LookupError, TypeError, ValueError, ArithmeticError):
            broken += 1
    return opened, broken


def last(found: Iterable[Entry], kind: SealedKind) -> Entry | None:
    """The newest entry of a kind."""
    return next((one for one in reversed(list(found)) if one.kind is kind), None)


# -- as they are written -------------------------------------------------------------------


def written_assessment(how: Assessment) -> Content:
    """An assessment as it is sealed."""
    return {"applicants_rate": _text(how.applicants_rate), "respondents_rate": _text(how.respondents_rate),
            "risk": how.risk.value if how.risk else None, "share": _text(how.share),
            "first_on": _text(how.first_on), "most": how.most}


def read_assessment(content: Content) -> Assessment:
    """The assessment again."""
    risk = content.get("risk")
    return Assessment(_decimal(content.get("applicants_rate")), _decimal(content.get("respondents_rate")),
                      next((one for one in Risk if one.value == risk), None), _decimal(content.get("share")),
                      _day(content.get("first_on")), content.get("most"))


def written_deal(deal: Deal) -> Content:
    """A deal as it is sealed."""
    return {"days": [day.isoformat() for day in deal.days], "amounts": [one.fen for one in deal.amounts],
            "workers": [str(one) for one in deal.workers], "shares": [one.fen for one in deal.shares]}


def read_deal(content: Content) -> Deal:
    """The deal again."""
    return Deal(tuple(date.fromisoformat(day) for day in content["days"]),
                tuple(map(Money, content["amounts"])), tuple(map(UUID, content["workers"])),
                tuple(map(Money, content["shares"])))


def read_answer(entry: Entry) -> Answer:
    """A side's answer to a proposal."""
    return Answer(entry.side, bool(entry.content["accepts"]), bool(entry.content["hush"]))


def written_wish(wish: Wish) -> Content:
    """A wish as it is sealed; none of its names is one that the sides' own words have."""
    return {"sum": _fen(wish.amount), "at_first": _fen(wish.first_share), "parts": wish.instalments,
            "by": _text(wish.last_on), "form": wish.form}


def read_wish(entry: Entry) -> Wish:
    """The wish again."""
    told = entry.content
    return Wish(entry.side, _money(told.get("sum")), _money(told.get("at_first")), told.get("parts"),
                _day(told.get("by")), str(told.get("form", "")))


READ: Mapping[SealedKind, Callable[[Entry], object]] = {
    SealedKind.RISK: lambda entry: read_assessment(entry.content),
    SealedKind.PROPOSAL: lambda entry: read_deal(entry.content),
    SealedKind.ANSWER: read_answer, SealedKind.WISH: read_wish}
"""How an entry of each kind is read."""


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _fen(amount: Money | None) -> int | None:
    return None if amount is None else amount.fen


def _money(fen: int | None) -> Money | None:
    return None if fen is None else Money(fen)
