"""Who is known from other cases: the same person, joined and parted by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class PersonLink:
    """That a party of this case is one person with a party of another, whose key ``same_as`` is. Somebody
    said so, and it is taken back by taking the link out: neither party is changed by it."""

    id: UUID
    case_id: UUID
    party_id: UUID
    same_as: UUID
    joined_by: UUID
    joined_at: datetime
    removed_at: datetime | None = None


def joined_with(party_id: UUID, links: Iterable[PersonLink]) -> frozenset[UUID]:
    """The other parties who are the same person, however many lie between, by the joinings that stand."""
    pairs = [{one.party_id, one.same_as} for one in links if one.removed_at is None]
    found = {party_id}
    while fresh := {key for pair in pairs if pair & found for key in pair} - found:
        found |= fresh
    return frozenset(found - {party_id})
