"""The rounds of offers made at the table, and the one that was accepted."""

from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.vocabulary import Side, Station
from tests.gui.case.mediation.hands import make_offer, page_of
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
