"""Rows of a new case out of a package: whatever the sender wrote, they are this program's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services.office import accounts, sites
from mediation_desk.services.referral import arriving
from mediation_desk.services.referral.contents import PARTICULARS
from tests.offices import Office
from tests.store.referral.packages import referred

TODAY = date(2025, 1, 20)


def test_every_field_of_the_package_finds_its_place(office: Office) -> None:
    with office.first.work("take_package") as work:
        case, people = arriving.case_of(work, referred(), work.new_key(), "1号", TODAY)
    told = referred()
    assert [one.name for one in people] == [one.name for one in told.parties]
    for name in PARTICULARS:
        assert getattr(people[0], name) == getattr(told.parties[0], name)
    agent = next(one for one in people if one.role is Role.AGENT)
    assert agent.acts_for == people[0].id
    assert case.confidential and case.cause == told.cause and case.received_on == TODAY
    rows: list[Any] = [*people, *case.claims_all, *case.orders_all, *case.order_steps_all]
    assert {one.case_id for one in rows} == {case.id}


def test_it_belongs_where_whoever_takes_it_in_sits(office: Office) -> None:
    desk = office.first
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    accounts.change(desk, desk.who.account_id, desk.who.name, desk.who.account.roles, site_id=east)
    with desk.work("take_package") as work:
        case, _people = arriving.case_of(work, referred(), work.new_key(), "1号", TODAY)
    assert case.site_id == east


def test_without_an_order_it_is_known_by_the_number_there(office: Office) -> None:
    with office.first.work("take_package") as work:
        case, _people = arriving.case_of(work, replace(referred(), orders=()), work.new_key(), "1号", TODAY)
    assert case.source_reference == "宁中劳调〔2025〕7号" and case.orders_all == []


def test_exhibits_are_copies_with_numbers_of_their_own_and_the_kind_that_their_bytes_tell(
        office: Office) -> None:
    told = referred()
    kinds = {told.papers[0].sha256: "application/pdf", told.exhibits[0].sha256: "application/octet-stream"}
    with office.first.work("take_package") as work:
        case, people = arriving.case_of(work, told, work.new_key(), "1号", TODAY)
        paper, picture = arriving.exhibits_of(work, told, case.id, people, kinds, TODAY)
    assert (paper.position, picture.position) == (1, 2)
    assert picture.media_type == "application/octet-stream" and not picture.original
    assert picture.given_by == str(people[0].id) and picture.proves == "未缴社保"
    assert picture.source == "平台后台，城中区新就业形态劳动争议调解室"


def test_what_stands_in_one_line_here_is_one_line(office: Office) -> None:
    """Whatever a sender typed, nothing turns a list or a letter around, or breaks a name off."""
    order = replace(referred().orders[0], number="HJ\n1", title="骑手\u202e反映", caller="温\t若晴",
                    former_number="旧\r\n号")
    told = replace(referred(), cause="追索\n报酬", orders=(order,),
                   sender=replace(referred().sender, office="调解\n\u202e室"))
    with office.first.work("take_package") as work:
        case, _people = arriving.case_of(work, told, work.new_key(), "1号", TODAY)
    (made,), (step,) = case.orders, case.order_steps
    assert (case.cause, case.source_reference) == ("追索 报酬", "HJ 1")
    assert (made.number, made.title, made.caller, made.former_number) == (
        "HJ 1", "骑手反映", "温 若晴", "旧 号")
    assert step.by.endswith("调解 室")
