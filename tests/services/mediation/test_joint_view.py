"""The joint view is read from the open case, by whoever may read it, and holds nothing said alone."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.sorting.elements import ElementType
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.mediation import caucus, meeting, releasing
from mediation_desk.services.mediation.joint_view import joint_view, shown
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, Voice
from tests.offices import Office
from tests.services import papers_desk
from tests.services.keys.test_sharing import LENT, accepted, colleague
from tests.services.mediation.planted import CANARIES, plant

SIDES: tuple[Voice, Voice] = ("applicant", "respondent")


def test_offers_stand_there_once_they_were_released_and_not_before(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("28000"), 3, "年底前付清",
                             first_share=yuan("10000"), last_on=date(2025, 1, 10)).result
    assert kept and joint_view(desk, case_id).offers == ()
    caucus.release(desk, case_id, kept)
    (offer,) = joint_view(desk, case_id).offers
    assert (offer.amount, offer.instalments, offer.terms, offer.first_share, offer.last_on) == (
        yuan("28000"), 3, "年底前付清", yuan("10000"), date(2025, 1, 10))


def test_what_was_shown_on_the_screen_is_out(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("38700"))
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("28000")).result
    assert kept
    offered = caucus.release(desk, case_id, kept).result
    assert offered
    joint_view(desk, case_id)  # read, and not shown
    assert shown(desk, case_id).news_to(Side.APPLICANT) == (offered,)
    assert not any(shown(desk, case_id).news_to(side) for side in Side)
    with pytest.raises(DeskError, match="it is out"):
        releasing.take_back_offer(desk, case_id, offered)


def test_a_supervisor_shows_it_and_nothing_is_noted(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("28000")).result
    assert kept
    caucus.release(desk, case_id, kept)
    colleague(office, "head", Role.SUPERVISOR)
    assert shown(office.desk("head", LENT), case_id).news_to(Side.APPLICANT)
    assert joint_view(desk, case_id).news_to(Side.APPLICANT)


def test_an_offer_taken_out_stands_there_no_more(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    made = meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("38700")).result
    assert made and len(joint_view(desk, case_id).offers) == 1
    meeting.remove_offer(desk, case_id, made)
    assert joint_view(desk, case_id).offers == ()


def test_the_sides_are_named_and_only_agreed_facts_are_told(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    view = joint_view(desk, case_id)
    assert (view.applicants, view.respondents) == (("马晓岚",), ("西宁云上湟水文化传媒有限公司",))
    assert view.facts == () and view.sorted and view.terms is None


def test_nothing_of_any_sealed_kind_is_in_it(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    plant(desk, case_id)
    assert {word.kind for word in caucus.talk(desk, case_id).words} == set(SealedKind)
    told = repr(joint_view(desk, case_id))
    assert not [canary for canary in CANARIES if canary in told]


def test_whoever_may_not_read_the_case_does_not_see_it_jointly(office: Office) -> None:
    case_id = accepted(office.first)
    colleague(office, "stranger", Role.MEDIATOR)
    with pytest.raises(NotAllowed):
        joint_view(office.desk("stranger", LENT), case_id)


def test_what_both_sides_state_alike_is_told_and_what_is_disputed_is_not(office: Office) -> None:
    desk = office.first
    case_id = papers_desk.accepted(desk)
    sheet = sorting.sheet(desk, papers_desk.case_of(desk, case_id))
    alike, apart = [one for one in sheet.elements()
                    if one.type is ElementType.MONEY and not one.condition][:2]
    first = papers_desk.case_of(desk, case_id).applicants[0]
    sorting.say(desk, case_id, [Saying(alike.id, first.id, voice, "4300") for voice in SIDES]
                + [Saying(apart.id, None, voice, said) for voice, said in zip(SIDES, ("4300", "3000"),
                                                                               strict=True)])
    (fact,) = joint_view(desk, case_id).facts
    assert (fact.element.id, fact.value, fact.workers) == (alike.id, "4300.00", (first.name,))


def test_the_drafted_terms_are_the_schedule_that_is_discussed(office: Office) -> None:
    desk = office.first
    case_id = papers_desk.asked(desk, papers_desk.accepted(desk))
    settling.draft(desk, case_id, papers_desk.terms())
    drafted = joint_view(desk, case_id).terms
    assert drafted is not None and drafted.total == yuan("30264")
    assert [(one.number, one.due_on, one.amount) for one in drafted.instalments] == [
        (1, date(2024, 12, 10), yuan("15132")), (2, date(2025, 1, 10), yuan("15132"))]
