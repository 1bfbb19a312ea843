"""The bargaining zone in one sentence and on one bar."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.mediation.zone import Zone
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.zone import ZoneBar, zone_words
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case.rooms import Room


def test_the_gap_is_said_when_there_is_no_zone(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("32000"))
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("30500"))
    assert zone_words(caucus.talk(desk, room.case_id).zone) == (
        "No zone: the bottom lines lie 1,500.00 yuan apart.")


def test_instalments_alone_can_stand_in_the_way(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("29000"), most_instalments=2)
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=4)
    said = zone_words(caucus.talk(desk, room.case_id).zone)
    assert "at least 4 instalments" in said and "at most 2" in said


def of(low: str, high: str, fewest: int = 1, most: int | None = None) -> Zone:
    return Zone(yuan(low), yuan(high), fewest, most)


@pytest.mark.parametrize(("zone", "said"), [
    (None, "The zone shows as soon as both bottom lines are known."),
    (of("29000", "31000"), "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, "
                           "in any number of instalments."),
    (of("30000", "30000", 1, 1), "The zone reaches from 30,000.00 yuan to 30,000.00 yuan, all at once."),
    (of("29000", "31000", 2), "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, "
                              "in at least 2 instalments."),
    (of("29000", "31000", 2, 6), "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, "
                                 "in 2 to 6 instalments."),
    (of("31000.01", "31000"), "No zone: the bottom lines lie 0.01 yuan apart.")])
def test_the_zone_in_one_sentence(dressed: QApplication, zone: Zone | None, said: str) -> None:
    assert zone_words(zone) == said


@pytest.mark.parametrize("zone", [None, of("29000", "31000"), of("29000", "31000", 2), of("32000", "31000"),
                                  of("29000", "31000", 3, 2), of("29000", "31000", 2, 6),
                                  of("29000", "31000", 1, 1)])
def test_the_sentence_is_chinese_for_who_reads_chinese(dressed: QApplication, zone: Zone | None) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    told = zone_words(zone)
    assert told and not any(letter.isascii() and (letter.isalpha() or letter in "{}") for letter in told)


def column_of(bar: ZoneBar, amount: str) -> int:
    return round(bar._x(yuan(amount).fen))


def test_the_bar_is_filled_between_the_bottom_lines_and_dashed_over_a_gap(dressed: QApplication) -> None:
    for low, high, colour in (("29000", "31000", "agreed"), ("31000", "29000", "disputed")):
        bar = ZoneBar(of(low, high), [(Side.APPLICANT, yuan("38700")), (Side.RESPONDENT, yuan("21500"))])
        bar.resize(800, 84)
        drawn, middle = bar.grab().toImage(), round(bar._y)
        inside, outside = column_of(bar, "30000"), column_of(bar, "25000")
        filled = look().soft(colour)
        assert drawn.pixelColor(inside, middle + 4) == filled != drawn.pixelColor(outside, middle + 4)
        assert bar.accessibleName() == zone_words(bar.zone)
        bar.deleteLater()


def test_amounts_lie_on_the_axis_in_their_order_and_within_it(dressed: QApplication) -> None:
    bar = ZoneBar(of("29000", "31000"), [(Side.APPLICANT, yuan("38700")), (Side.RESPONDENT, yuan("21500"))])
    bar.resize(800, 84)
    places = [column_of(bar, amount) for amount in ("21500", "29000", "31000", "38700")]
    assert places == sorted(set(places)) and places[0] > 0 and places[-1] < 800
    assert places[2] - places[1] == pytest.approx((places[3] - places[0]) * 2000 / 17200, abs=2)
    bar.deleteLater()


def test_one_amount_alone_is_drawn_without_a_division_by_nothing(dressed: QApplication) -> None:
    bar = ZoneBar(of("30000", "30000"), [])
    bar.resize(800, 84)
    assert not bar.grab().isNull()
    bar.deleteLater()
