"""When papers are offered, said alike by several stations."""

from __future__ import annotations

from mediation_desk.domain.rights import Verb
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import evidence, intake
from mediation_desk.services.papers.maker import has_both_sides, is_sortable
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of, registered


def test_there_are_two_sides_once_a_respondent_is_entered(office: Office) -> None:
    alone = registered(office.first, company=False)
    assert not has_both_sides(case_of(office.first, alone))
    assert has_both_sides(case_of(office.first, registered(office.first)))


def test_what_is_accepted_and_claimed_can_be_sorted_and_nothing_before(office: Office) -> None:
    waiting = registered(office.first)
    assert not is_sortable(case_of(office.first, waiting))
    assert not is_sortable(case_of(office.first, accepted(office.first, claims=())))
    taken_in = accepted(office.first)
    assert is_sortable(case_of(office.first, taken_in))
    second = case_of(office.first, taken_in).respondents[0].id
    assert case_of(office.first, taken_in).accepted_on == RECEIVED and second


def test_a_maker_is_named_by_its_form_and_asks_for_no_more_than_reading_unless_it_says_so(
        office: Office) -> None:
    names = [maker.template for maker in intake.PAPERS]
    assert {"intake-register", "rights-notice", "acceptance-notice", "refusal-notice"} == set(names)
    assert {maker.right for maker in intake.PAPERS} == {Verb.READ_CASE}
    assert [maker.with_exhibits for maker in evidence.PAPERS] == [True]
    case_id = registering.register(office.first, registering.IntakeDraft(RECEIVED)).result
    assert case_id
    assert [maker.template for maker in intake.PAPERS if maker.ready(case_of(office.first, case_id))] == []
