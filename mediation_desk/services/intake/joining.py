"""One person in several cases: said by somebody, and taken back without loss."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading.known import of_keys
from mediation_desk.store.work.work import Work


def join_person(desk: Desk, case_id: UUID, party_id: UUID, same_as: UUID, seen: Seen | None = None
                ) -> Changes:
    """Say that a party of one's case is the same person as a party of another case that one may see. Neither
    party is changed by it."""
    with desk.case_work(case_id, "join_person", seen) as (work, case):
        made = link(work, case, case.party(party_id), same_as)
        return work.commit(result=made.id)


def part_person(desk: Desk, case_id: UUID, link_id: UUID, seen: Seen | None = None) -> Changes:
    """Take back that two parties are one person; ``case_id``: the case in which that was said."""
    with desk.case_work(case_id, "part_person", seen) as (work, case):
        stands = next((one for one in case.links if one.id == link_id), None)
        if stands is None:
            raise NotThere(link_id)
        stands.removed_at = work.who.now
        return work.commit()


def link(work: Work, case: Case, party: Party, same_as: UUID) -> PersonLink:
    """The same as joining, in a unit of work that is open. What stands already stays as it is."""
    for one in case.links:
        if (one.party_id, one.same_as) == (party.id, same_as):
            return one
    other = of_keys(work.connection, work.lists, [same_as]).get(same_as)
    if other is None or not other.visible:
        raise DeskError(N_("That person is in no case that you may see."), field="same_as")
    if other.case_id == case.id or PartyKind.ORGANISATION in (party.kind, other.party["kind"]):
        raise DeskError(N_("Only persons of different cases are joined."), field="same_as")
    made = PersonLink(id=work.new_key(), case_id=case.id, party_id=party.id, same_as=same_as,
                      joined_by=work.who.account_id, joined_at=work.who.now)
    case.links_all.append(made)
    return made
