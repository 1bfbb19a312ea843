"""What there is to choose from while a referral is drafted: parts, offices, papers and exhibits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.casefile.entries import Entry
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.referring.proposals import ReferredPart, fitting
from mediation_desk.library.receiving import shipped_proposals
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.receiving_offices import standing
from mediation_desk.services.referral.leaving import papers


@dataclass(frozen=True)
class Offered:
    """``parts``: those first that the case has claims or a cause for; ``papers``: what may leave."""

    parts: tuple[ReferredPart, ...]
    offices: tuple[ReceivingOffice, ...]
    papers: tuple[Entry, ...]
    exhibits: tuple[Exhibit, ...]

    def part(self, part_id: str) -> ReferredPart | None:
        """The part of that name."""
        return next((one for one in self.parts if one.id == part_id), None)

    def office(self, name: str) -> ReceivingOffice | None:
        """The office of the list that is called so; None where none is, or several are."""
        found = [one for one in self.offices if one.name == name]
        return found[0] if len(found) == 1 else None

    def for_part(self, part: ReferredPart) -> ReceivingOffice | None:
        """The office of the list to which that part goes: the first of the kinds that the list has."""
        found = fitting(self.offices, part.kinds)
        return found[0] if found and found[0].kind in part.kinds else None


def offered(desk: Desk, case_id: UUID) -> Offered:
    """All of it, as the case and the list stand."""
    with desk.case_reading(case_id) as (work, case):
        parts = tuple(shipped_proposals().of(case))
        offices = tuple(replace(one) for one in standing(work))
        exhibits = tuple(replace(one) for one in work.evidence.of(case_id))
    return Offered(parts, offices, papers(desk, case_id), exhibits)
