"""The rounds of offers made at the table, and the one that was accepted."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.mediation.offers import OfferCell
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.settlement import settling
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import make_offer, page_of
from tests.gui.case.mediation.meeting import rows
from tests.gui.case.rooms import Room


def test_the_storys_rounds_line_up_and_the_third_is_accepted(room: Room) -> None:
    for ours, parts, theirs, theirs_in in (("38700", "1", "21500", "6"), ("33000", "2", "28000", "3")):
        make_offer(room, Side.APPLICANT, ours, parts)
        make_offer(room, Side.RESPONDENT, theirs, theirs_in)
    make_offer(room, Side.APPLICANT, "30264", "2")
    told = [(one.round, one.side, str(one.amount), one.instalments) for one in room.case.offers]
    assert told == [(1, Side.APPLICANT, "38,700.00", 1), (1, Side.RESPONDENT, "21,500.00", 6),
                    (2, Side.APPLICANT, "33,000.00", 2), (2, Side.RESPONDENT, "28,000.00", 3),
                    (3, Side.APPLICANT, "30,264.00", 2)]
    accept = page_of(room).offers.findChildren(QPushButton, "accept")[-1]
    assert accept.accessibleName() == "Accept the offer: Applicants, round 3"
    room.click(accept)
    assert room.case.offers[-1].accepted_at is not None
    assert room.case.station is Station.SETTLEMENT


def test_an_offer_of_nothing_is_refused_beside_its_amount(room: Room) -> None:
    part = page_of(room).offers
    make_offer(room, Side.APPLICANT, "0", "1")
    assert part.form.field("amount").error() == "Enter an amount above zero."
    assert not room.case.offers


def test_an_offer_of_nobody_is_not_kept(room: Room) -> None:
    part = page_of(room).offers
    room.type(part.form.field("amount"), "5000")
    room.click(part.add_button)
    assert part.side.error() and room.case.offers == []
    assert part.form.field("amount").typed() == "5,000.00"  # nothing that was typed is lost


def test_after_an_offer_the_form_waits_for_the_other_sides_answer(room: Room) -> None:
    part = page_of(room).offers
    make_offer(room, Side.APPLICANT, "38700", "3")
    assert part.side.value() is Side.RESPONDENT
    assert [part.form.field(name).typed() for name in ("amount", "instalments", "terms")] == ["", "1", ""]
    assert part.form.field("amount").hasFocus()


@pytest.mark.parametrize(("field", "typed"), [("amount", "many"), ("amount", "-1"), ("instalments", "0"),
                                              ("instalments", "61"), ("instalments", "")])
def test_an_offer_that_cannot_be_read_is_said_beside_its_field(room: Room, field: str, typed: str) -> None:
    part = page_of(room).offers
    room.choose(part.side, 0)
    room.begin(part.form.field("amount"), "5000")
    room.begin(part.form.field(field), typed)
    room.click(part.add_button)
    assert part.form.field(field).error() and room.case.offers == []


def test_terms_stand_with_the_offer_and_an_offer_is_taken_out_with_a_way_back(room: Room) -> None:
    part = page_of(room).offers
    room.choose(part.side, 1)
    room.type(part.form.field("amount"), "21500")
    room.type(part.form.field("instalments"), "6")
    room.begin(part.form.field("terms"), "自次月起每月十日付")
    room.click(part.add_button)
    (cell,) = part.findChildren(OfferCell)
    told = [one.text() for one in cell.findChildren(QLabel)]
    assert told == ["21,500.00 yuan", "in 6 instalments", "自次月起每月十日付"]
    take_out = next(made for made in cell.findChildren(QToolButton)
                    if made.accessibleName() == "Take out the offer: Respondents, round 1")
    room.click(take_out)
    assert room.case.offers == []
    room.press(Qt.Key.Key_Z)
    assert [str(one.amount) for one in room.case.offers] == ["21,500.00"]


def test_an_offer_being_typed_comes_back_and_is_gone_once_it_is_kept(
        desk: Desk, sorted_case: UUID, open_case: Opener) -> None:
    drafts.keep(desk, f"case/{sorted_case}/offer", '{"terms": "half of a term"}')
    room = open_case(sorted_case)
    assert page_of(room).offers.form.field("terms").typed() == "half of a term"
    make_offer(room, Side.APPLICANT, "38700", "1")
    assert room.case.offers[0].terms == "half of a term" and drafts.all_kept(desk) == {}


def test_once_signed_no_offer_is_made_accepted_or_taken_out(room: Room, desk: Desk) -> None:
    meeting.make_offer(desk, room.case_id, Side.APPLICANT, yuan("38700"), 1)
    settling.draft(desk, room.case_id, streamers.terms())
    settling.sign(desk, room.case_id, streamers.RECEIVED)
    room.window.bench.reload()
    room.settle()
    part = page_of(room).offers
    (cell,) = part.findChildren(OfferCell)
    assert cell.findChildren(QPushButton) == [] and cell.findChildren(QToolButton) == []
    assert part.form.isHidden() and part.add_button.isHidden()


def test_first_share_and_last_day_are_kept_and_shown(room: Room) -> None:
    part = page_of(room).offers
    room.type(part.form.field("first_share"), "20000")
    room.type(part.form.field("last_on"), "2025-01-10")
    make_offer(room, Side.RESPONDENT, "30264", "2")
    (offer,) = room.case.offers
    assert (offer.first_share, offer.last_on) == (yuan("20000"), date(2025, 1, 10))
    (cell,) = part.findChildren(OfferCell)
    told = [one.text() for one in cell.findChildren(QLabel)]
    assert "20,000.00 yuan first, the last by 10 January 2025" in told
    assert [part.form.field(name).typed() for name in ("first_share", "last_on")] == ["", ""]


def test_a_first_share_that_leaves_nothing_is_refused_beside_its_field(room: Room) -> None:
    part = page_of(room).offers
    room.type(part.form.field("first_share"), "5000")
    make_offer(room, Side.RESPONDENT, "5000", "2")
    assert "leave something" in part.form.field("first_share").error() and not room.case.offers


def test_the_moves_are_drawn_with_the_law_behind_them_and_nothing_sealed(room: Room, desk: Desk) -> None:
    part = page_of(room).offers
    assert part.chart is None
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("29000"))
    make_offer(room, Side.APPLICANT, "38700", "1")
    assert part.chart is not None
    told = [row[:3] for row in rows(part.chart.table)]
    assert told == [["Round 1", "Applicants", "38,700.00"], ["The law's low end", "", "15,000.00"],
                    ["The law's high end", "", "38,700.00"]]
