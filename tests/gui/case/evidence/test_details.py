"""What is said of one exhibit, saved as each field is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.frame.clash import ClashPanel
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from tests.gui.case.evidence.hands import cell, standing
from tests.gui.case.rooms import Room, editor


def test_particulars_are_saved_as_each_field_is_left(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    details = page.details
    assert details
    room.type(details.name, "十月工资条")
    room.type(details.proves, "拖欠工资")
    room.choose(details.given_by, 2)
    room.choose(details.original, 0)
    room.type(details.received_on, "2024-11-24")
    one = standing(room)[0]
    assert (one.name, one.proves, one.given_by, one.original, one.received_on.day) == (
        "十月工资条",
        "拖欠工资",
        Side.RESPONDENT,
        True,
        24,
    )
    assert page.details is details, "the panel stays while one works in it"
    assert cell(page, 0, "What it proves") == "拖欠工资"


def test_nobody_gave_it_can_be_said_again(room: Room, page: EvidencePage, three: list[Exhibit]) -> None:
    assert page.details
    room.choose(page.details.given_by, 1)
    room.choose(page.details.given_by, 0)
    assert standing(room)[0].given_by == ""


def test_a_date_in_the_future_is_refused_beside_its_field(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.type(page.details.received_on, "2031-01-01")
    assert "future" in page.details.received_on.error()
    assert standing(room)[0].received_on.year == 2024
    room.type(page.details.received_on, "2024-11-24")
    assert page.details.received_on.error() == ""


def test_a_colleagues_change_of_the_same_field_asks_which_stays(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.begin(page.details.proves, "我的说法")
    filing.change(room.desk, room.case_id, [Edit("exhibit", three[0].id, "proves", "", "同事的说法")])
    QTest.keyClick(editor(page.details.proves), Qt.Key.Key_Tab)
    room.settle()
    panel = page.details.findChild(ClashPanel)
    assert panel is not None
    assert any("同事的说法" in one.text() for one in panel.findChildren(QLabel))
    assert standing(room)[0].proves == "同事的说法"
    room.click(panel.mine)
    assert standing(room)[0].proves == "我的说法"


def test_what_is_being_typed_is_kept_when_another_exhibit_is_chosen(
    room: Room, page: EvidencePage, three: list[Exhibit]
) -> None:
    assert page.details
    room.begin(page.details.proves, "还没离开")
    page.table.choose_row(2)
    room.settle()
    assert standing(room)[0].proves == "还没离开"
