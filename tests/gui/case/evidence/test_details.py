"""What is said of one exhibit, saved as each field is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.gui.case.evidence.details import giver_choices
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms
from tests.gui.case.evidence.hands import cell, names, standing
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
    room.type(details.source, "微信聊天")
    room.type(details.pages, "12")
    room.type(details.opinion, "无异议")
    room.type(details.returned_on, "2024-11-23")
    assert "before it was handed in" in details.returned_on.error()
    room.type(details.returned_on, "2024-11-25")
    one = standing(room)[0]
    assert (one.source, one.pages, one.opinion) == ("微信聊天", 12, "无异议")
    assert str(one.returned_on) == "2024-11-25"
    room.type(details.source, "")
    assert standing(room)[0].source is None
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


def test_whoever_takes_part_can_have_handed_it_in_but_no_agent(desk: Desk, dressed: QApplication) -> None:
    case_id = rooms.register(desk, PartyDraft(Role.APPLICANT, "马晓兰"), PartyDraft(Role.RESPONDENT, ""),
                       PartyDraft(Role.THIRD_PARTY, "某保险公司"), PartyDraft(Role.AGENT, "周律师"))
    case = rooms.stored(desk, case_id)
    choices = giver_choices(case)
    assert [words for _, words in choices] == [
        "Applicants", "Respondents", "马晓兰", "(no name yet)", "某保险公司"]
    assert [value for value, _ in choices[:2]] == [str(Side.APPLICANT), str(Side.RESPONDENT)]
    assert {value for value, _ in choices[2:]} == {
        str(party.id) for party in case.parties if party.role is not Role.AGENT}


def test_the_first_cannot_go_up_nor_the_last_down(room: Room, page: EvidencePage,
                                                  three: list[Exhibit]) -> None:
    for row, (up, down) in enumerate(((False, True), (True, True), (True, False))):
        page.table.choose_row(row)
        room.settle()
        assert page.details is not None
        assert (page.details.up.isEnabled(), page.details.down.isEnabled()) == (up, down)
        assert page.details.heading.text() == f"Exhibit {row + 1}"


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_exhibit_keeps_its_name_when_none_is_typed(room: Room, page: EvidencePage, three: list[Exhibit],
                                                     typed: str) -> None:
    assert page.details
    room.type(page.details.name, typed)
    assert page.details.name.error() == "This must be filled in." and names(room)[0] == "甲.txt"


def test_a_name_of_255_letters_is_kept_whole_and_one_more_is_refused(
        room: Room, page: EvidencePage, three: list[Exhibit]) -> None:
    assert page.details
    longest = "证" * 251 + ".txt"
    room.type(page.details.name, "甲" + longest)
    assert "255" in page.details.name.error() and names(room)[0] == "甲.txt"
    room.type(page.details.name, longest)
    assert page.details.name.error() == "" and names(room)[0] == longest


def test_elements_that_name_an_exhibit_are_counted(room: Room, page: EvidencePage,
                                                  three: list[Exhibit]) -> None:
    assert page.details
    details = page.details
    for count, words in ((1, "1 element names it as 证据1."), (2, "2 elements name it as 证据1.")):
        details.show_exhibit(three[0], count, last=3, read_only=False)
        assert details.named.text() == words and not details.named.isHidden()
    details.show_exhibit(three[0], 0, last=3, read_only=False)
    assert details.named.isHidden()
