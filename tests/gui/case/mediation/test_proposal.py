"""The mediator's proposal on screen: answered alone, and the question before signing."""

from __future__ import annotations

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.mediation.proposal import ProposalPart
from mediation_desk.gui.kit.fields.kinds import CheckField
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting_point, proposals
from tests.gui.case.mediation.hands import page_of, words_on_screen
from tests.gui.case.mediation.meeting import bargained, later, opened, said
from tests.gui.case.rooms import Room


def proposed(room: Room, desk: Desk) -> ProposalPart:
    """The first package put to both sides."""
    bargained(desk, room.case_id)
    deal = meeting_point.look(desk, room.case_id).packages[0].deal
    proposals.propose(desk, room.case_id, deal)
    return part_of(room)


def agreed(room: Room, desk: Desk) -> ProposalPart:
    """The same once both sides accepted it."""
    bargained(desk, room.case_id)
    deal = meeting_point.look(desk, room.case_id).packages[0].deal
    made = proposals.propose(desk, room.case_id, deal).result
    assert made
    for side in Side:
        proposals.answer(desk, room.case_id, made, side, True)
    return part_of(room)


def part_of(room: Room) -> ProposalPart:
    part = opened(room).proposal
    assert part is not None
    return part


def answer(room: Room, side: Side, *, accepts: bool, hush: bool = False) -> None:
    card = part_of(room).answers[side]
    room.choose(card.form.field("accepts"), 0 if accepts else 1)
    if hush:
        hushed = card.form.field("hush")
        assert isinstance(hushed, CheckField)
        room.click(hushed.tick)
    room.click(card.keep)


def test_nothing_is_answered_before_it_was_heard(room: Room, desk: Desk) -> None:
    part = proposed(room, desk)
    assert "Still open" in words_on_screen(part) or part.point.proposal is not None
    for card in part.answers.values():
        assert card.form.field("accepts").value() is None
        room.click(card.keep)
        assert card.form.field("accepts").error()
    assert meeting_point.look(desk, room.case_id).proposal == part.point.proposal


def test_both_accept_is_taken_over_by_the_settlement(room: Room, desk: Desk) -> None:
    proposed(room, desk)
    for side in Side:
        answer(room, side, accepts=True)
    part = part_of(room)
    assert part.point.agreed is not None and "would any change make you better off" in said(part)
    room.click(part.adopt)
    assert room.case.offers[-1].accepted_at is not None
    assert room.case.offers[-1].amount == yuan("30000") and room.case.station is Station.SETTLEMENT


def test_an_answer_may_be_looked_up_until_a_side_asks_for_silence(room: Room, desk: Desk) -> None:
    proposed(room, desk)
    answer(room, Side.APPLICANT, accepts=False)
    assert "Applicants: does not accept" in said(part_of(room))
    answer(room, Side.RESPONDENT, accepts=True, hush=True)
    part = part_of(room)
    told = said(part)
    assert "A side asked for silence" in told and "does not accept" not in told and part.adopt.isHidden()
    assert part.point.proposal is not None and part.point.proposal.answers is None


def test_a_kept_answer_leaves_the_screen(room: Room, desk: Desk) -> None:
    proposed(room, desk)
    answer(room, Side.APPLICANT, accepts=False, hush=True)
    assert part_of(room).answers[Side.APPLICANT].form.field("accepts").value() is None


def test_wishes_that_fit_are_offered_and_the_agreed_one_stays_the_floor(room: Room, desk: Desk) -> None:
    agreed(room, desk)
    for side, amount, first in ((Side.APPLICANT, "29800", "20000"), (Side.RESPONDENT, "29900", "21000")):
        card = part_of(room).wishes[side]
        room.type(card.form.field("amount"), amount)
        room.type(card.form.field("first_share"), first)
        room.click(card.keep)
    part = part_of(room)
    assert "Both would rather have" in said(part) and "the wish stands below" in said(part)
    later(desk)
    room.click(part.instead)
    part = part_of(room)
    assert part.point.proposal is not None and part.point.agreed is not None
    assert part.point.proposal.floor == part.point.agreed.id
    assert "Agreed, and the floor of what follows" in said(part)


def test_a_wish_that_is_being_typed_stays_while_the_other_is_kept(room: Room, desk: Desk) -> None:
    agreed(room, desk)
    room.type(part_of(room).wishes[Side.RESPONDENT].form.field("amount"), "29900")
    card = part_of(room).wishes[Side.APPLICANT]
    room.click(card.keep)  # it wishes nothing
    part = part_of(room)
    assert "it wishes nothing else" in said(part)
    assert part.wishes[Side.RESPONDENT].form.field("amount").typed() == "29,900.00"


def test_a_case_without_a_proposal_says_what_belongs_here(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = part_of(room)
    assert "None was put to the sides yet" in said(part) and not part.answers
    assert page_of(room).private.shown
