"""What one side says alone: sealed, in no widget while it is covered, released only when it is allowed."""

from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.mediation.zone import ZoneBar
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case.mediation.hands import CANARY, page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room


def test_bottom_lines_make_the_zone_and_a_kept_offer_is_released(room: Room, desk: Desk) -> None:
    workers = shown_alone(room, Side.APPLICANT)
    room.type(workers.line_form.field("bottom_line"), "29000")
    room.type(workers.line_form.field("most"), "2")
    room.click(workers.line_button)
    company = shown_alone(room, Side.RESPONDENT)
    room.type(company.line_form.field("bottom_line"), "31000")
    room.type(company.line_form.field("fewest"), "2")
    room.click(company.line_button)
    page = page_of(room)
    assert "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, in 2 instalments." in words_on_screen(
        page.private)
    assert page.private.findChildren(ZoneBar)
    room.type(company.offer_form.field("amount"), "30264")
    room.type(company.offer_form.field("instalments"), "2")
    room.click(company.offer_button)
    assert not room.case.offers
    room.click(company.findChildren(QPushButton, "release")[0])
    released = room.case.offers[0]
    assert (released.side, released.amount, released.instalments) == (Side.RESPONDENT, yuan("30264"), 2)
    talk = caucus.talk(desk, room.case_id)
    assert talk.zone and talk.zone.exists
    assert len(talk.of(Side.RESPONDENT, SealedKind.OFFER)) == 1


def test_nothing_private_is_read_before_it_is_asked_for(room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, CANARY)
    room.window.bench.reload()
    room.settle()
    page_of(room)
    assert CANARY not in words_on_screen(room.frame)


def test_what_was_being_typed_alone_is_there_again_when_shown_again(room: Room) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    room.begin(column.note_form.field("note"), "not yet finished")
    room.click(page_of(room).private.toggles[Side.RESPONDENT])
    assert not page_of(room).private.shown
    again = shown_alone(room, Side.RESPONDENT)
    assert again.note_form.field("note").typed() == "not yet finished"
