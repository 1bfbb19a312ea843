"""Rights told: each party's own answer, none beforehand, taken out and put back."""

from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.gui.case.mediation.rights import RightsPart
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room


def part_of(room: Room) -> RightsPart:
    return page_of(room).rights


def answer(room: Room, part: RightsPart, party: int, choice: int) -> None:
    assert part.form is not None
    room.choose(part.form.field(part.form.names()[2 + party]), choice)


def test_nobody_is_told_by_default_and_an_act_has_at_least_one_answer(room: Room) -> None:
    part = part_of(room)
    room.click(part.tell)
    assert part.form is not None
    assert [part.form.field(name).typed() for name in part.form.names()[2:]] == [""] * 6
    room.click(part.keep_button)
    assert "at least one party" in part.form.field(part.form.names()[2]).error()
    assert room.case.rights_told == []


def test_whoever_was_told_is_not_asked_again_until_everybody_was(room: Room) -> None:
    part = part_of(room)
    room.click(part.tell)
    for party in range(5):
        answer(room, part, party, 1)
    room.click(part.keep_button)
    assert [one.answer for one in room.case.rights_told] == [RightsAnswer.UNDERSTOOD] * 5
    assert part.model.rowCount() == 5
    room.click(part.tell)
    assert part.form is not None and len(part.form.names()) == 3  # the company is left


def test_who_asks_for_another_mediator_is_led_to_the_request(room: Room) -> None:
    page = page_of(room)
    room.click(page.rights.tell)
    answer(room, page.rights, 5, 1 + list(RightsAnswer).index(RightsAnswer.OTHER_MEDIATOR))
    room.click(page.rights.keep_button)
    assert page.recusals.form is not None
    assert page.recusals.form.field("party_id").value() == room.case.respondents[0].id


def test_an_entry_is_taken_out_with_a_way_back(room: Room) -> None:
    page = page_of(room)
    room.click(page.rights.tell)
    answer(room, page.rights, 0, 1)
    room.click(page.rights.keep_button)
    page.rights.table.choose_row(0)
    room.click(page.rights.remove)
    assert room.case.rights_told == []
    room.click(page.bar.action)
    assert len(room.case.rights_told) == 1
