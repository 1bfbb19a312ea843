"""One person in several cases: joined and parted by hand, and undone exactly."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import joining, known, registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.holders import share
from tests.offices import Office
from tests.services.intake.test_known import CARD, applicant, matter
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import RECEIVED, case_of


def joined(desk: Desk, case_id: UUID) -> list[UUID]:
    return [one.case_id for one in known.of_party(desk, case_id, applicant(desk, case_id)).joined.cases]


def test_a_person_is_joined_and_parted_and_neither_party_is_changed(office: Office) -> None:
    desk = office.first
    first, second = matter(desk), matter(desk, "扎西")
    before = vars(case_of(desk, first).applicants[0]).copy()
    link = joining.join_person(desk, first, applicant(desk, first), applicant(desk, second)).result
    assert link and joined(desk, first) == [second] and joined(desk, second) == [first]
    joining.part_person(desk, first, link)
    assert joined(desk, first) == joined(desk, second) == []
    after = vars(case_of(desk, first).applicants[0])
    assert {name: value for name, value in after.items() if name[0] != "_"} == {
        name: value for name, value in before.items() if name[0] != "_"}
    with pytest.raises(NotThere):
        joining.part_person(desk, first, link)


def test_joining_and_parting_are_undone_and_done_again(office: Office) -> None:
    desk = office.first
    first, second = matter(desk), matter(desk, "扎西")
    link = joining.join_person(desk, first, applicant(desk, first), applicant(desk, second)).result
    assert link
    joining.part_person(desk, first, link)
    history.undo(desk, first)
    assert joined(desk, second) == [first]
    history.undo(desk, first)
    assert joined(desk, second) == []
    history.redo(desk, first)
    assert joined(desk, second) == [first]


def test_joining_twice_is_joined_once(office: Office) -> None:
    desk = office.first
    first, second = matter(desk), matter(desk, "扎西")
    one, other = (joining.join_person(desk, first, applicant(desk, first), applicant(desk, second)).result
                  for _ in range(2))
    assert one == other and len(case_of(desk, first).links) == 1


def test_nobody_is_joined_with_themselves_a_company_or_somebody_unseen(office: Office) -> None:
    desk = office.first
    case_id, other = matter(desk), matter(desk, "扎西")
    party = applicant(desk, case_id)
    for wrong in (case_of(desk, other).respondents[0].id, party, UUID(int=7)):
        with pytest.raises(DeskError) as refused:
            joining.join_person(desk, case_id, party, wrong)
        assert refused.value.field == "same_as"
    share(desk, case_id, colleague(office, "wang", AccountRole.MEDIATOR))
    hers = office.desk("wang", LENT)
    case_of(hers, case_id)
    with pytest.raises(DeskError, match="no case that you may see"):
        joining.join_person(hers, case_id, party, applicant(desk, other))
    colleague(office, "boss", AccountRole.SUPERVISOR)
    with pytest.raises(NotAllowed):
        joining.join_person(office.desk("boss", LENT), case_id, party, applicant(desk, other))


def test_a_repeat_applicant_is_registered_joined(office: Office) -> None:
    """In the same unit of work; with somebody unseen nothing is registered."""
    desk = office.first
    before = matter(desk)
    again = PartyDraft(Role.APPLICANT, "扎西东珠", particulars={"id_number": CARD},
                       same_as=applicant(desk, before))
    made = registering.register(desk, IntakeDraft(RECEIVED, parties=[again])).result
    assert made and joined(desk, made) == [before]
    with pytest.raises(DeskError):
        registering.register(desk, IntakeDraft(RECEIVED, parties=[
            PartyDraft(Role.APPLICANT, "某人", same_as=UUID(int=7))]))


def test_a_joining_goes_out_with_its_party_and_comes_back_with_it(office: Office) -> None:
    desk = office.first
    first, second = matter(desk), matter(desk, "扎西")
    joining.join_person(desk, first, applicant(desk, first), applicant(desk, second))
    registering.remove_party(desk, first, applicant(desk, first))
    assert joined(desk, second) == []
    history.undo(desk, first)
    assert joined(desk, second) == [first]
