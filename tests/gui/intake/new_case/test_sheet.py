"""A new case on one page: somebody known or new, or names pasted; registered, put aside, or both printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.money import yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.vocabulary import Business, KindOfWork, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import offering, waiting
from mediation_desk.services.office import accounts, sites
from tests.gui import desks
from tests.gui.intake.new_case.hands import CARD, CODE, FIRM, KEY, PHONE, popup, press, typed

Settle = Callable[[], None]


@pytest.fixture
def listing(sheet: NewCaseSheet) -> NewCaseSheet:
    """The same, ready for a list of names."""
    sheet.worker.several.click()
    return sheet


def registered(qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> list[Party]:
    """Press Register; the applicants of the case that was made, none where none was."""
    made: list[Changes] = []
    sheet.registered.connect(made.append)
    QTest.mouseClick(sheet.register, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tasks.busy)
    keys = [one.result for one in made]
    return [party for key in keys if key for party in reading.case(desk, key).case.applicants]


@pytest.mark.parametrize("line", [f"冯雨\t{CARD}\t13809712001", f"冯雨 {CARD} 13809712001",
                                  f"冯雨，{CARD}，138 0971 2001", f"冯雨{CARD} 13809712001"])
def test_a_line_with_numbers_is_read_into_its_fields(qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks,
                                                     desk: Desk, line: str) -> None:
    listing.names.area.insertPlainText(line)
    assert listing.people.told.isVisible()
    assert listing.people.told.text() == f"冯雨 {CARD} 13809712001"
    (one,) = registered(qtbot, listing, tasks, desk)
    assert (one.name, one.id_number, one.phone, one.sex) == ("冯雨", CARD, "13809712001", "male")


def test_names_alone_need_no_words(qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    listing.names.area.insertPlainText("冯雨\n扎西·才让\n\n凌　云")
    assert not listing.people.told.isVisible()
    assert [one.name for one in registered(qtbot, listing, tasks, desk)] == ["冯雨", "扎西·才让", "凌　云"]


def test_what_is_kept_otherwise_than_it_was_typed_is_told_with_the_kind_of_document(
        qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    listing.names.area.insertPlainText("扎西•王\ue863 台胞证 01234567")
    assert listing.people.told.text() == (
        "扎西·王䶮 Travel permit for Taiwan residents 01234567 “U+E863” is kept as “䶮”. The dot between "
        "the parts of the name is kept as “·” (U+00B7).")
    (one,) = registered(qtbot, listing, tasks, desk)
    assert (one.name, one.id_kind, one.id_number) == ("扎西·王䶮", IdKind.TAIWAN_TRAVEL, "01234567")


def test_a_name_with_a_number_is_asked_about_and_nothing_registered(qtbot: QtBot, listing: NewCaseSheet,
                                                                    tasks: Tasks, desk: Desk) -> None:
    listing.names.area.insertPlainText(f"冯雨\n张三2\n陈露 {CARD}")
    assert registered(qtbot, listing, tasks, desk) == []
    assert listing.names.error() == "Line 2: “张三2” is no name: it holds a number."
    QTest.mouseClick(listing.people.leave_out, Qt.MouseButton.LeftButton)
    assert [one.name for one in registered(qtbot, listing, tasks, desk)] == ["冯雨", "陈露"]


def test_the_same_person_twice_is_seen_however_the_lines_look(
        qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    listing.names.area.insertPlainText(f"冯雨 {CARD}\n冯\u200b雨\t\u202d{CARD[:6]} {CARD[6:]}\u202c")
    assert [str(one.errors[0]) for one in listing.people.wrong] == ["The same as line 1."]
    assert registered(qtbot, listing, tasks, desk) == []


def test_of_many_wrong_lines_the_first_are_told(listing: NewCaseSheet) -> None:
    listing.names.area.insertPlainText("\n".join(f"张三{at}" for at in range(5)))
    assert listing.names.error().splitlines()[-1] == "and 2 more"
    assert len(listing.names.error().splitlines()) == 4


def test_the_next_new_case_begins_empty(qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks, desk: Desk
                                        ) -> None:
    listing.names.area.insertPlainText(f"冯雨 {CARD}")
    assert len(registered(qtbot, listing, tasks, desk)) == 1
    assert (listing.names.typed(), listing.people.lines) == ("", [])


# -- a single worker -----------------------------------------------------------------------

def outcome(qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk, act: Callable[[], object]) -> Case:
    """The case that was made by an act."""
    with qtbot.waitSignal(sheet.registered) as made:
        act()
    qtbot.waitUntil(lambda: not tasks.busy)
    return reading.case(desk, made.args[0].result).case


def test_a_repeat_applicant_is_registered_by_seven_keys(qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks,
                                                         desk: Desk, before: UUID, settle: Settle) -> None:
    """Four letters of the name's pinyin, Down, Enter, Enter: with document, phone and address, and joined."""
    sheet.begin()
    keys = 0
    for letter in "zxdz":
        QTest.keyClicks(sheet.worker.name.line, letter)
        keys += 1
    qtbot.waitUntil(lambda: popup(sheet.worker.name).isVisible())
    press(KEY.Key_Down, KEY.Key_Return)
    settle()
    assert sheet.worker.number.typed() == CARD and sheet.worker.same.value()
    case = outcome(qtbot, sheet, tasks, desk, lambda: press(KEY.Key_Return))
    assert keys + 3 == 7
    (one,) = case.applicants
    assert (one.name, one.id_number, one.phone, one.address, one.sex) == (
        "扎西·东珠", CARD, PHONE, "西宁市城东区八一路12号", "male")
    assert [link.same_as for link in case.links] == [reading.case(desk, before).case.applicants[0].id]


def test_a_whole_matter_is_registered_with_claims_order_and_company(
        qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk, before: UUID, settle: Settle) -> None:
    sheet.matter.source.set_value(Source.HOTLINE)
    sheet.matter.kind.set_value(KindOfWork.DELIVERY)
    sheet.matter.source.committed.emit(Source.HOTLINE)
    sheet.matter.order.set_typed("240902091200000123")
    sheet.matter.arrived.set_typed("11-25 9:12")
    typed(sheet.company.name, "湟水")
    qtbot.waitUntil(lambda: popup(sheet.company.name).isVisible())
    press(KEY.Key_Down, KEY.Key_Return)
    settle()
    sheet.worker.name.set_typed("马玉兰")
    sheet.claims.ticked.ticks["gig_pay"].click()
    sheet.claims.amounts["gig_pay"].set_typed("4300")
    sheet.facts.set_typed("九月配送费未结。")
    case = outcome(qtbot, sheet, tasks, desk, sheet.submit)
    (order,) = case.orders
    assert (order.number, order.arrived_at, case.source_reference) == (
        "240902091200000123", datetime(2024, 11, 25, 9, 12), "240902091200000123")
    (firm,) = case.respondents
    assert (firm.name, firm.credit_code, firm.business, firm.legal_representative) == (
        FIRM, CODE, Business.PLATFORM, "白某")
    assert [(one.claim, one.asked) for one in case.claims] == [("gig_pay", yuan("4300"))]
    assert case.facts_in_brief == "九月配送费未结。" and not case.links


def test_claims_need_somebody_who_asks_for_them(sheet: NewCaseSheet) -> None:
    sheet.claims.ticked.ticks["unpaid_wages"].click()
    sheet.submit()
    assert sheet.worker.name.error() == "Enter the worker who asks for this."


def test_what_a_source_requires_is_said_beside_its_field(sheet: NewCaseSheet) -> None:
    sheet.matter.source.set_value(Source.HOTLINE)
    sheet.matter.source.committed.emit(Source.HOTLINE)
    sheet.submit()
    assert sheet.matter.order.error() == "This must be filled in."
    assert not sheet.oral.isVisible() and not sheet.consent.isVisible()


def test_an_oral_application_becomes_the_record_for_signature_by_one_press(
        qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    """Which needs whom and what it tells; the consent is of today."""
    sheet.oral.click()
    assert sheet.worker.name.error() == "The record names the applicant."
    sheet.worker.name.set_typed("马玉兰")
    sheet.oral.click()
    assert sheet.facts.error() == "The record tells the facts; enter them in brief."
    sheet.facts.set_typed("十月的工资没有发。")
    sheet.consent.tick.click()
    with qtbot.waitSignal(sheet.paper_wanted) as wanted:
        case = outcome(qtbot, sheet, tasks, desk, sheet.oral.click)
    assert wanted.args == [case.id, "oral-application"]
    assert case.applicants_agree_on == desk.today


def test_the_whole_sheet_stands_on_one_page(qtbot: QtBot, sheet: NewCaseSheet, before: UUID, settle: Settle
                                            ) -> None:
    """Asked for most, for one worker who claims two things: nothing scrolls where the window has the room of
    a screen of 1366 by 768."""
    sheet.matter.source.set_value(Source.HOTLINE)
    sheet.matter.kind.set_value(KindOfWork.DELIVERY)
    sheet.matter.source.committed.emit(Source.HOTLINE)
    sheet.worker.fill(offering.persons(sheet._desk, "zxdz")[0])
    sheet.company.fill(offering.firms(sheet._desk, "湟水")[0])
    for name in ("gig_pay", "deductions"):
        sheet.claims.ticked.ticks[name].click()
    settle()
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.wait(50)
    assert area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0


# -- put aside -----------------------------------------------------------------------------

def test_a_matter_put_aside_is_opened_again_as_it_stood_and_registered(
        qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk, before: UUID, settle: Settle) -> None:
    sheet.matter.source.set_value(Source.HOTLINE)
    sheet.matter.source.committed.emit(Source.HOTLINE)
    sheet.worker.fill(offering.persons(desk, "zxdz")[0])
    sheet.company.fill(offering.firms(desk, "湟水")[0])
    sheet.claims.ticked.ticks["unpaid_wages"].click()
    sheet.claims.amounts["unpaid_wages"].set_typed("12,3")  # half typed
    sheet.facts.set_typed("欠薪")
    settle()
    stood = sheet.state()
    with qtbot.waitSignal(sheet.aside):
        sheet.put_aside.click()
    assert sheet.worker.name.typed() == "" and sheet.waits is None
    (matter,) = waiting.same_day(desk).waiting
    assert matter.title == f"扎西·东珠 / {FIRM}"
    sheet.open_waiting(matter)
    settle()
    assert {**sheet.state(), "waits": ""} == stood
    sheet.claims.amounts["unpaid_wages"].set_typed("1230")
    sheet.matter.order.set_typed("77")
    case = outcome(qtbot, sheet, tasks, desk, sheet.submit)
    assert case.links and case.respondents[0].legal_representative == "白某"
    assert waiting.same_day(desk).waiting == ()


def test_a_matter_is_kept_aside_anew_or_dropped_with_a_reason(qtbot: QtBot, sheet: NewCaseSheet, desk: Desk
                                                              ) -> None:
    waiting.put_aside(desk, Source.WALK_IN, "马玉兰", json.dumps({"name": "马玉兰"}))
    (matter,) = waiting.same_day(desk).waiting
    sheet.open_waiting(matter)
    sheet.facts.set_typed("还要补")
    with qtbot.waitSignal(sheet.aside):
        sheet.put_aside.click()
    (again,) = waiting.same_day(desk).waiting
    assert again.id == matter.id and "还要补" in str(again.content)
    sheet.open_waiting(again)
    assert sheet.drop.isVisible()
    sheet.drop.click()
    qtbot.waitUntil(lambda: bool(sheet.reason.error()))
    sheet.reason.set_typed("不属于本市")
    with qtbot.waitSignal(sheet.dropped):
        sheet.drop.click()
    assert waiting.same_day(desk).waiting == () and not sheet.drop.isVisible()


# -- drafts --------------------------------------------------------------------------------

def test_what_is_typed_survives_a_kill_and_goes_with_the_registering(
        qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    QTest.keyClicks(sheet.worker.phone.line, "13809712001")
    qtbot.waitUntil(lambda: bool(drafts.all_kept(desk)) and not tasks.busy)
    again = NewCaseSheet(desk, tasks)
    qtbot.addWidget(again)
    again.load()
    qtbot.waitUntil(lambda: again.worker.phone.typed() == "13809712001")
    sheet.worker.name.set_typed("马玉兰")
    outcome(qtbot, sheet, tasks, desk, sheet.submit)
    assert drafts.all_kept(desk) == {}


def test_a_matter_that_waits_is_gone_on_with_after_a_kill(qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks,
                                                          desk: Desk) -> None:
    waiting.put_aside(desk, Source.WALK_IN, "马玉兰", json.dumps({"name": "马玉兰"}))
    (matter,) = waiting.same_day(desk).waiting
    sheet.open_waiting(matter)
    QTest.keyClicks(sheet.worker.phone.line, "13809712001")
    qtbot.waitUntil(lambda: bool(drafts.all_kept(desk)) and not tasks.busy)
    again = NewCaseSheet(desk, tasks)
    qtbot.addWidget(again)
    again.load()
    qtbot.waitUntil(lambda: again.worker.phone.typed() == "13809712001")
    assert again.waits is not None and again.waits.id == matter.id


def test_what_was_typed_of_a_matter_that_a_colleague_registered_meanwhile_is_said_to_be_so(
        qtbot: QtBot, sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    waiting.put_aside(desk, Source.WALK_IN, "马玉兰", json.dumps({"name": "马玉兰"}))
    (matter,) = waiting.same_day(desk).waiting
    sheet.open_waiting(matter)
    QTest.keyClicks(sheet.worker.phone.line, "13809712001")
    qtbot.waitUntil(lambda: bool(drafts.all_kept(desk)) and not tasks.busy)
    waiting.drop(desk, matter.id, "重复")
    again = NewCaseSheet(desk, tasks)
    qtbot.addWidget(again)
    told: list[DeskError] = []
    again.trouble.connect(told.append)
    again.load()
    qtbot.waitUntil(lambda: bool(told))
    assert "waits no more" in str(told[0]) and again.worker.phone.typed() == "13809712001"


# -- sites ---------------------------------------------------------------------------------

def test_a_case_belongs_where_who_registers_it_sits_unless_they_say_otherwise(
        sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    """An office without sites asks nobody; with two, the own one stands there."""
    sheet.begin()
    desks.settle(tasks)
    assert sheet.matter.site.isHidden() and sheet.matter.site_id is None
    east, west = (sites.add_site(desk, SiteDraft(name)).result for name in ("城东街道工作站", "生物园区"))
    assert east and west
    accounts.change(desk, desk.who.account_id, desk.who.name, desk.who.account.roles, site_id=west)
    fresh = NewCaseSheet(desk, tasks)
    fresh.begin()
    desks.settle(tasks)
    assert not fresh.matter.site.isHidden() and fresh.matter.site_id == west
    fresh.worker.name.set_typed("马晓岚")
    fresh.matter.site.combo.setCurrentIndex(1)
    fresh.matter.site.combo.activated.emit(1)
    fresh.submit()
    desks.settle(tasks)
    (row,) = reading.page(desk, CaseFilter(), 0, 9)
    assert row.site_id == east
    assert fresh.matter.site_id == west  # the next one begins anew
    fresh.deleteLater()
