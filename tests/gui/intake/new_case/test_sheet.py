"""A new case on one page: somebody known or new, or names pasted; registered, put aside, or both printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.people import Party
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts, sites
from tests.gui.case.rooms import id_number
from tests.gui.desks import settle, show

CARD = id_number(21)


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, tasks: Tasks) -> NewCaseSheet:
    """The sheet, on screen."""
    made = NewCaseSheet(desk, tasks)
    made.resize(1280, 640)
    show(qtbot, made)
    return made


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


def test_the_same_person_twice_is_seen_however_the_lines_look(qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks,
                                                              desk: Desk) -> None:
    listing.names.area.insertPlainText(f"冯雨 {CARD}\n冯\u200b雨\t\u202d{CARD[:6]} {CARD[6:]}\u202c")
    assert [str(one.errors[0]) for one in listing.people.wrong] == ["The same as line 1."]
    assert registered(qtbot, listing, tasks, desk) == []


def test_of_many_wrong_lines_the_first_are_told(listing: NewCaseSheet) -> None:
    listing.names.area.insertPlainText("\n".join(f"张三{at}" for at in range(5)))
    assert listing.names.error().splitlines()[-1] == "and 2 more"
    assert len(listing.names.error().splitlines()) == 4


def test_the_next_new_case_begins_empty(qtbot: QtBot, listing: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    listing.names.area.insertPlainText(f"冯雨 {CARD}")
    assert len(registered(qtbot, listing, tasks, desk)) == 1
    assert (listing.names.typed(), listing.people.lines) == ("", [])


def test_a_case_belongs_where_who_registers_it_sits_unless_they_say_otherwise(
        sheet: NewCaseSheet, tasks: Tasks, desk: Desk) -> None:
    """An office without sites asks nobody; with two, the own one stands there."""
    sheet.begin()
    settle(tasks)
    assert sheet.matter.site.isHidden() and sheet.matter.site_id is None
    east, west = (sites.add_site(desk, SiteDraft(name)).result for name in ("城东街道工作站", "生物园区"))
    assert east and west
    accounts.change(desk, desk.who.account_id, desk.who.name, desk.who.account.roles, site_id=west)
    fresh = NewCaseSheet(desk, tasks)
    fresh.begin()
    settle(tasks)
    assert not fresh.matter.site.isHidden() and fresh.matter.site_id == west
    fresh.worker.name.set_typed("马晓岚")
    fresh.matter.site.combo.setCurrentIndex(1)
    fresh.matter.site.combo.activated.emit(1)
    fresh.submit()
    settle(tasks)
    (row,) = reading.page(desk, CaseFilter(), 0, 9)
    assert row.site_id == east
    assert fresh.matter.site_id == west  # the next one begins anew
    fresh.deleteLater()
