"""The factors of the relationship are weighed at the screen; the conclusion is the mediator's own."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from mediation_desk.demonstration import streamers
from mediation_desk.domain.sorting.relationship import Leaning, RelationshipEntry
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.case.sorting.relationship import Relationship
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms

Opener = Callable[[UUID], rooms.Room]


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> rooms.Room:
    """The streamers' case, accepted."""
    return open_case(next(streamers.walk(desk)).case_id)


@pytest.fixture
def pane(room: rooms.Room) -> Relationship:
    """The relationship's sub-page, in front."""
    page = cast(SortingPage, room.go(2))
    page.tabs.setCurrentWidget(page.relationship)
    room.settle()
    return page.relationship


def entry(room: rooms.Room, factor: str) -> RelationshipEntry:
    return next(one for one in room.case.factors if one.factor == factor)


def pick(room: rooms.Room, combo: QComboBox, words: str) -> None:
    """Choose in a list with the keyboard."""
    combo.setFocus()
    steps = combo.findText(words) - combo.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    room.settle()


def test_every_factor_has_a_row_and_says_what_is_missing(pane: Relationship) -> None:
    assert len(pane.rows) == 10
    assert all(row.missing.text() == "Nothing entered yet" for row in pane.rows.values())
    assert all(len(row.cards) == 3 for name, row in pane.rows.items() if row.factor.weighs)
    decides_nothing = [row for row in pane.rows.values() if not row.factor.weighs]
    assert decides_nothing and not any(row.cards for row in decides_nothing)


def test_both_accounts_and_the_evidence_are_kept_as_they_are_left(
        room: rooms.Room, pane: Relationship) -> None:
    room.click(pane.rows["process_control"].name)
    fields = pane.details.fields
    room.type(fields["applicant"], "场控全程指挥")
    assert pane.rows["process_control"].missing.text() == "Missing: respondent's account, evidence"
    room.type(fields["respondent"], "只看直播效果")
    room.type(fields["evidence"], "工作群通知")
    kept = entry(room, "process_control")
    assert (kept.applicant, kept.respondent, kept.evidence) == ("场控全程指挥", "只看直播效果", "工作群通知")
    assert pane.rows["process_control"].missing.isHidden()


def test_a_pressed_card_is_where_the_mediator_sees_it_point_and_pressing_again_takes_it_back(
        room: rooms.Room, pane: Relationship) -> None:
    row = pane.rows["time_and_workload"]
    room.click(row.cards[Leaning.EMPLOYMENT])
    assert entry(room, "time_and_workload").leaning == "employment"
    room.click(row.cards[Leaning.IN_BETWEEN])
    assert entry(room, "time_and_workload").leaning == "in_between"
    assert not row.cards[Leaning.EMPLOYMENT].isChecked()
    room.click(row.cards[Leaning.IN_BETWEEN])
    assert entry(room, "time_and_workload").leaning is None
    room.press(Qt.Key.Key_Z)
    assert row.cards[Leaning.IN_BETWEEN].isChecked()


def test_all_factors_one_way_still_conclude_nothing(room: rooms.Room, pane: Relationship) -> None:
    for row in pane.rows.values():
        if row.cards:
            room.click(row.cards[Leaning.EMPLOYMENT])
    assert room.case.relationship_conclusion == ""
    assert pane.conclusion.choice.value() is None


def test_a_conclusion_waits_for_its_reasons(room: rooms.Room, pane: Relationship) -> None:
    conclusion = pane.conclusion
    pick(room, conclusion.choice.combo, "Employment relationship")
    assert room.case.relationship_conclusion == ""
    assert "reasons" in conclusion.reasons.error()
    room.type(conclusion.reasons, "排班、请假均由公司管理，按月发放保底工资")
    assert room.case.relationship_conclusion == "employment"
    assert room.case.relationship_reasons == "排班、请假均由公司管理，按月发放保底工资"
    assert conclusion.reasons.error() == ""
    pick(room, conclusion.choice.combo, "None yet")
    assert room.case.relationship_conclusion == ""


def test_moving_to_another_factor_keeps_what_was_being_typed(room: rooms.Room, pane: Relationship) -> None:
    room.click(pane.rows["continuity"].name)
    room.begin(pane.details.fields["respondent"], "一单一结")
    room.click(pane.rows["time_and_workload"].name)
    assert entry(room, "continuity").respondent == "一单一结"
    assert pane.details.fields["respondent"].typed() == ""
