"""Where the sides can meet: on screen only while both sides are open, and gone with them."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QTableView
from sqlalchemy import update

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.chart import MovesChart
from mediation_desk.gui.case.mediation.meeting_point import MeetingPoint
from mediation_desk.gui.case.mediation.zone import ZoneBar
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.store.tables.cases import sealed_items
from tests.gui.case.mediation.hands import page_of, words_on_screen
from tests.gui.case.mediation.meeting import bargained, later, opened, rows, said
from tests.gui.case.rooms import Room


def test_zone_chart_worth_packages_and_proposal_stand_together(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    point = opened(room)
    assert "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, in 2 instalments." in said(point)
    assert point.findChildren(ZoneBar)
    assert point.zone is not None and point.packages is not None and point.proposal is not None
    charts: list[MovesChart] = point.findChildren(MovesChart)
    (chart,) = charts
    assert ["Bottom line", "Respondents", "31,000.00", "2", "", ""] in rows(chart.table)


def test_covering_one_side_takes_all_of_it_away(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    opened(room)
    page = page_of(room)
    room.click(page.private.toggles[Side.APPLICANT])
    assert not page.private.findChildren(MeetingPoint) and not page.private.findChildren(QTableView)
    assert "29,000.00" not in words_on_screen(page.private)


def test_a_new_line_is_followed_at_once(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    point = opened(room)
    later(desk)
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("28000"))
    point.bench.reload()
    room.settle()
    assert "No zone: the bottom lines lie 1,000.00 yuan apart." in said(opened(room))


def test_before_the_lines_are_known_it_says_what_is_missing(room: Room, desk: Desk) -> None:
    meeting.make_offer(desk, room.case_id, Side.APPLICANT, yuan("38700"))
    told = said(opened(room))
    assert "The zone shows as soon as both bottom lines are known." in told
    assert "The applicants' bottom line in amount is missing" in told


def test_nothing_is_shown_while_an_entry_does_not_open(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    with desk.store.engine.begin() as connection:
        connection.execute(update(sealed_items).values(written_at=desk.now - timedelta(days=3)))
    point = opened(room)
    assert point.zone is None and not point.findChildren(ZoneBar)
    assert "No zone is shown while an entry does not open" in said(point)
