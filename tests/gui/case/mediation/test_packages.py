"""The packages on screen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.money import yuan
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting_point
from tests.gui.case.mediation.meeting import bargained, column, opened, rows, said
from tests.gui.case.rooms import Room


def test_packages_stand_with_their_merits_and_distances(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).packages
    assert part is not None
    told = rows(part.table)
    assert column(told, 0) == ["Nash's product, Largest minimal gain", "The quickest",
                               "The safest against default", "Nearest to the last offers"]
    assert column(told, 1) == ["30,000.00", "30,000.00", "30,000.00", "30,500.00"]
    assert "gain 1,000.00 yuan over their bottom line, the respondents 1,000.00 yuan" in said(part)
    assert "larger product" in said(part) and len(part.deals()) == 4
    assert rows(part.distances)[0][:2] == ["The applicants' bottom line", "more by 1,000.00 yuan"]
    part.table.choose_row(3)
    room.settle()
    assert part.chosen is not None and part.chosen.deal.total == yuan("30500")
    assert rows(part.distances)[0][1] == "more by 1,500.00 yuan" and "Closest to what" in said(part)
    assert column(rows(part.shares.table), 3)[4] == "3,388.89"


def test_a_package_is_put_to_both_sides_with_its_shares(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).packages
    assert part is not None
    part.table.choose_row(1)
    room.click(part.put)
    kept = meeting_point.look(desk, room.case_id).proposal
    assert kept is not None and kept.deal == part.deals()[1]
    assert not kept.both and not room.case.offers[4:]  # nothing of it is in the open record


def test_why_there_is_no_package_is_said_and_what_would_show_a_trade(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id, "31000", "30500")
    part = opened(room).packages
    assert part is not None and not part.table.isVisible() and not part.put.isVisible()
    assert "do not meet" in said(part) and "once a monthly rate or a risk is set" in said(part)


def test_a_trade_says_what_it_leaves_behind(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id, "31000", "30500")
    meeting_point.assess(desk, room.case_id, Assessment(Decimal(4), Decimal("0.5"), Risk.SOME))
    part = opened(room).packages
    assert part is not None
    assert "The lines do not meet, but terms would" in said(part)
    assert "Applicants, Amount:" in said(part) and "Ask both sides" in said(part)


def test_the_chosen_package_stays_chosen_while_nothing_changes(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    point = opened(room)
    assert point.packages is not None
    point.packages.table.choose_row(2)
    point.bench.reload()
    room.settle()
    again = opened(room).packages
    assert again is point.packages and again.table.current_row() == point.packages.chosen


def test_another_first_day_lays_them_out_anew(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    point = opened(room)
    day = desk.today + timedelta(days=50)
    room.type(point.worth.form.field("first_on"), day.isoformat())
    room.click(point.worth.keep_button)
    part = opened(room).packages
    assert part is not None and all(deal.days[0] >= day for deal in part.deals())
