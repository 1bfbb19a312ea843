"""The bargaining zone in one sentence and on one bar."""

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.zone import zone_words
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
