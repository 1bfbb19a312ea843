"""Showing a party's whole numbers, which are masked until somebody asks; the journal keeps who asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.services.desk import Desk


@dataclass(frozen=True)
class PartyNumbers:
    """A party's numbers in full."""

    party_id: UUID
    numbers: Mapping[str, str] = field(repr=False)  # by the name of the particular
    changes: Changes = field(default_factory=Changes)


def unmask(desk: Desk, case_id: UUID, party_id: UUID, seen: Seen | None = None) -> PartyNumbers:
    """The party's numbers in full, once it is kept in the journal who asked for them and when."""
    with desk.case_work(case_id, "unmask", seen) as (work, case):
        party = case.party(party_id)
        numbers = {name: getattr(party, name) for name, told in particulars(Party).items() if told.mask}
        work.cases.asked(Unmasking(id=work.new_key(), case_id=case_id, party_id=party_id,
                                   account_id=desk.who.account_id, at=work.who.now))
        return PartyNumbers(party_id, numbers, work.commit())
