"""The mediator's proposal in the store: answered alone, told only when both accept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Wish
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side, Station
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, meeting_point, proposals
from mediation_desk.services.mediation.meeting_point import MeetingPoint
from tests.offices import Office
from tests.services.mediation.test_meeting_point import lines, sorted_case

OURS, THEIRS = Side.APPLICANT, Side.RESPONDENT
AN_HOUR = datetime(2025, 1, 20, 9, tzinfo=UTC)


def proposed(desk: Desk, words: str = "") -> tuple[UUID, UUID, Deal]:
    """The first package of the streamers' case, put to both sides."""
    case_id = sorted_case(desk)
    lines(desk, case_id)
    deal = meeting_point.look(desk, case_id).packages[0].deal
    made = proposals.propose(desk, case_id, deal, words).result
    assert made
    return case_id, made, deal


def answered(desk: Desk, case_id: UUID, made: UUID, ours: bool, theirs: bool, *,
             hush: bool = False) -> MeetingPoint:
    proposals.answer(desk, case_id, made, OURS, ours, hush=hush)
    proposals.answer(desk, case_id, made, THEIRS, theirs)
    return meeting_point.look(desk, case_id)


def test_both_accept_and_the_settlement_takes_it_over(office: Office) -> None:
    desk = office.first
    case_id, made, deal = proposed(desk, "转账")
    point = answered(desk, case_id, made, True, True)
    assert point.proposal is not None and point.proposal.both and point.agreed == point.proposal
    proposals.adopt(desk, case_id, made)
    case = reading.case(desk, case_id).case
    (offer,) = case.offers
    assert (offer.amount, offer.instalments, offer.first_share, offer.last_on, offer.terms) == (
        deal.total, len(deal.days), deal.first, deal.last_on, "转账")
    assert offer.accepted_at is not None and offer.sealed_id == made
    assert case.station is Station.SETTLEMENT


@pytest.mark.parametrize("answers", [(True, False), (False, True), (False, False)])
def test_one_no_leaves_it_open_and_keeps_it_out_of_the_record(
        office: Office, answers: tuple[bool, bool]) -> None:
    desk = office.first
    case_id, made, _deal = proposed(desk)
    point = answered(desk, case_id, made, *answers)
    assert point.proposal is not None and not point.proposal.both and point.agreed is None
    assert point.proposal.answers == dict(zip((OURS, THEIRS), answers, strict=True))  # nobody minded
    with pytest.raises(DeskError, match="have not accepted"):
        proposals.adopt(desk, case_id, made)
    with pytest.raises(DeskError, match="have not accepted"):
        proposals.wish(desk, case_id, made, Wish(OURS))


def test_after_a_side_asked_for_silence_nothing_says_who_refused(office: Office) -> None:
    """Three proposals that differ in nothing but who said no: whatever is read of them is the same, the
    events of the case among it."""
    desk = office.first
    case_id, made, deal = proposed(desk)
    said = set()
    for ours, theirs in product((True, False), repeat=2):
        if ours and theirs:
            continue
        fresh = proposals.propose(desk, case_id, deal).result
        assert fresh is not None
        point = answered(desk, case_id, fresh, ours, theirs, hush=True)
        proposal = point.proposal
        assert proposal is not None and proposal.id == fresh != made
        events = reading.case(desk, case_id).events[:3]
        words = [word for word in caucus.talk(desk, case_id).words if word.kind is SealedKind.ANSWER][-2:]
        said.add((proposal.both, proposal.answers, point.agreed, point.better,
                  tuple((event.verb, event.who) for event in events),
                  tuple(replace(word, id=made, written_at=AN_HOUR) for word in words)))
    ((both, answers, agreed, better, *_),) = said
    assert (both, answers, agreed, better) == (False, None, None, None)


def test_the_sealed_answers_are_of_one_length(office: Office) -> None:
    """So that not even their size in the store says who refused."""
    desk = office.first
    case_id, made, _deal = proposed(desk)
    sizes = set()
    for accepts, hush in product((True, False), repeat=2):
        key = proposals.answer(desk, case_id, made, OURS, accepts, hush=hush).result
        with desk.case_reading(case_id) as (work, _case):
            sizes |= {len(one.sealed) for one in work.caucus.items(case_id) if one.id == key}
    assert len(sizes) == 1


def test_a_wish_of_each_side_finds_a_package_and_the_agreed_one_stays_the_floor(office: Office) -> None:
    desk = office.first
    case_id, made, deal = proposed(desk)
    answered(desk, case_id, made, True, True)
    assert deal.total == yuan("30000")
    proposals.wish(desk, case_id, made, Wish(OURS, yuan("29800"), yuan("20000"), form="现金"))
    assert meeting_point.look(desk, case_id).better is None  # only one side was asked
    proposals.wish(desk, case_id, made, Wish(THEIRS, yuan("29900"), yuan("21000")))
    point = meeting_point.look(desk, case_id)
    assert point.better is not None
    assert yuan("29800") <= point.better.deal.total <= yuan("29900")
    assert yuan("20000") <= point.better.deal.first <= yuan("21000")
    again = proposals.propose(desk, case_id, point.better.deal, floor=made).result
    assert again
    point = answered(desk, case_id, again, True, False)
    assert point.proposal is not None and point.proposal.floor == made and not point.proposal.both
    assert point.agreed is not None and point.agreed.id == made
    assert point.agreed.wishes[OURS].form == "现金"
    proposals.adopt(desk, case_id, made)


def test_a_proposal_is_a_whole_deal(office: Office) -> None:
    desk = office.first
    case_id, _made, deal = proposed(desk)
    for bad in (Deal((), (), deal.workers, deal.shares),
                Deal(deal.days, deal.amounts, deal.workers, (yuan("1"),) * 5),
                Deal(deal.days, (yuan("0"), yuan("0")), deal.workers, (yuan("0"),) * 5)):
        with pytest.raises(DeskError):
            proposals.propose(desk, case_id, bad)


def test_an_answer_to_nothing_is_refused(office: Office) -> None:
    case_id = sorted_case(office.first)
    with pytest.raises(NotThere):
        proposals.answer(office.first, case_id, uuid4(), OURS, True)
