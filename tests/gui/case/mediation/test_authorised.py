"""Offers that a side authorises: with their parts, released, and taken back until the other was shown."""

from datetime import date

from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, releasing
from tests.gui.case.mediation.hands import shown_alone, words_on_screen
from tests.gui.case.rooms import Room


def test_an_offer_has_its_first_share_and_its_last_day(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    for name, text in (("amount", "28000"), ("first_share", "10000"), ("instalments", "3"),
                       ("last_on", "2025-02-25"), ("terms", "monthly")):
        room.type(column.offer_form.field(name), text)
    room.click(column.offer_button)
    (word,) = caucus.talk(desk, room.case_id).words
    assert (word.amount, word.first_share, word.instalments, word.last_on, word.terms) == (
        yuan("28000"), yuan("10000"), 3, date(2025, 2, 25), "monthly")
    assert ("28,000.00 yuan, in 3 instalments, first share 10,000.00 yuan, last payment by "
            "25 February 2025") in words_on_screen(column)
    assert column.offer_form.field("instalments").typed() == "1", "the next is all at once unless told"


def test_a_release_is_taken_back_and_what_was_shown_offers_no_way_back(room: Room, desk: Desk) -> None:
    kept = caucus.take_offer(desk, room.case_id, Side.RESPONDENT, yuan("30264"), 2).result
    assert kept
    column = shown_alone(room, Side.RESPONDENT)
    room.click(column.findChildren(QPushButton, "release")[0])
    assert "May be told" in words_on_screen(column) and room.case.offers
    room.click(column.findChildren(QPushButton, "take_back")[0])
    assert room.case.offers == [] and column.findChildren(QPushButton, "release")
    offer = caucus.release(desk, room.case_id, kept).result
    assert offer
    releasing.show_told(desk, room.case_id, Side.APPLICANT, {offer})
    room.window.bench.reload()
    room.settle()
    assert "Shown to the other side" in words_on_screen(column)
    assert not column.findChildren(QPushButton, "take_back")


def test_a_colleague_was_shown_it_meanwhile_and_the_reason_is_said(room: Room, desk: Desk) -> None:
    kept = caucus.take_offer(desk, room.case_id, Side.RESPONDENT, yuan("30264"), 2).result
    assert kept
    offer = caucus.release(desk, room.case_id, kept).result
    assert offer
    column = shown_alone(room, Side.RESPONDENT)
    releasing.show_told(desk, room.case_id, Side.APPLICANT, {offer})
    room.click(column.findChildren(QPushButton, "take_back")[0])
    assert "has shown it since" in words_on_screen(room.frame) and room.case.offers
