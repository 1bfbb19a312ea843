"""What offers and packages are worth, and the form that sets rates and risk."""

from __future__ import annotations

from decimal import Decimal

from mediation_desk.domain.mediation.worth import Risk
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting_point
from tests.gui.case.mediation.meeting import bargained, column, opened, rows, said
from tests.gui.case.rooms import Room


def test_last_offers_and_packages_stand_with_their_worth(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).worth
    told = rows(part.table)
    assert column(told, 0)[:3] == ["Last offer: Applicants", "Last offer: Respondents", "Nash's product"]
    assert told[0] == ["Last offer: Applicants", "33,000.00", "33,000.00", "33,000.00", "33,000.00", "46"]
    assert "33,000.00 yuan in all, in 2 instalments." in said(part)
    part.table.choose_row(1)
    room.settle()
    assert "28,000.00 yuan in all, in 3 instalments." in said(part)
    assert "186.6 % of the undisputed wages of 15,000.00 yuan." in said(part)


def test_rates_and_risk_are_typed_sealed_and_change_what_is_shown(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).worth
    before = rows(part.table)
    room.type(part.form.field("applicants_rate"), "1.5")
    room.type(part.form.field("respondents_rate"), "0.5")
    room.choose(part.form.field("risk"), 2)
    room.click(part.keep_button)
    how = meeting_point.look(desk, room.case_id).how
    assert (how.applicants_rate, how.respondents_rate) == (Decimal("1.5"), Decimal("0.5"))
    assert how.risk is Risk.HIGH
    part = opened(room).worth
    assert column(rows(part.table), 3) != column(before, 3)
    assert "at 1.5 % a month" in said(part) and "5 % of what is still owed" in said(part)
    assert part.form.field("applicants_rate").typed() == "1.5"


def test_a_share_that_is_missing_or_no_percentage_is_refused_beside_its_field(
        room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).worth
    room.choose(part.form.field("risk"), 3)
    room.click(part.keep_button)
    assert part.form.field("share").error() == "Enter the share that is lost every month."
    room.type(part.form.field("share"), "99")
    assert "between 0 and 50" in part.form.field("share").error()


def test_what_is_being_typed_stays_though_a_colleague_makes_an_offer(room: Room, desk: Desk) -> None:
    bargained(desk, room.case_id)
    part = opened(room).worth
    room.type(part.form.field("applicants_rate"), "3")
    part.bench.reload()
    room.settle()
    assert opened(room).worth.form.field("applicants_rate").typed() == "3"
