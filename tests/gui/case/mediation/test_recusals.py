"""A request for another mediator on the page: taken, decided with its reason, and who takes over said."""

from datetime import date

from mediation_desk.gui.case.mediation.recusals import RecusalsPart, RequestCard
from mediation_desk.services.mediation import recusal
from tests.gui.case.mediation.hands import page_of, words_on_screen
from tests.gui.case.rooms import Room

MEDIATOR = "李调解"


def card(room: Room) -> RequestCard:
    """A request of the company, on the page."""
    asked = recusal.ask_recusal(room.desk, room.case_id, room.case.respondents[0].id, date(2024, 11, 25),
                                MEDIATOR, "同乡").result
    assert asked
    room.window.bench.reload()
    room.settle()
    return part_of(room).cards[asked]


def part_of(room: Room) -> RecusalsPart:
    return page_of(room).recusals


def test_a_request_is_taken_with_its_party_and_its_mediator(room: Room) -> None:
    part = part_of(room)
    room.click(part.take)
    assert part.form is not None
    room.click(part.keep_button)
    assert part.form.field("party_id").error() and room.case.recusals == []
    room.choose(part.form.field("party_id"), 5)
    room.type(part.form.field("of_whom"), MEDIATOR)
    room.click(part.keep_button)
    (kept,) = room.case.recusals
    assert (kept.party_id, kept.of_whom, kept.granted) == (room.case.respondents[0].id, MEDIATOR, None)
    assert len(part.cards) == 1 and part.form is None


def test_a_decision_has_its_reason_and_is_never_made_beforehand(room: Room) -> None:
    one = card(room)
    assert one.form is not None and one.form.field("granted").typed() == ""
    room.choose(one.form.field("granted"), 1)
    room.type(one.form.field("decided_by"), "马主任")
    room.click(one.decide)
    assert one.form.field("decision").error() and room.case.recusals[0].granted is None
    room.begin(one.form.field("decision"), "没有利害关系")
    room.click(one.decide)
    assert room.case.recusals[0].granted is False
    assert "hand it over" not in words_on_screen(part_of(room))


def test_once_granted_the_page_says_who_must_take_over_and_hands_nothing_over(room: Room) -> None:
    one = card(room)
    assert one.form is not None
    room.choose(one.form.field("granted"), 0)
    room.type(one.form.field("decided_by"), "马主任")
    room.begin(one.form.field("decision"), "确有利害关系")
    room.click(one.decide)
    said = words_on_screen(part_of(room)).replace("\u200b", "")
    assert f"{MEDIATOR} mediates no more in this case: put another mediator on it" in said
    view = room.window.bench.view
    assert view is not None and room.case.mediator_id == view.mediators[0].id


def test_a_request_entered_by_mistake_is_taken_out_with_a_way_back(room: Room) -> None:
    room.click(card(room).remove)
    assert room.case.recusals == []
    room.click(page_of(room).bar.action)
    assert len(room.case.recusals) == 1
