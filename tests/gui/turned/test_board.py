"""The board of the joint view: large words, nothing to mark, and nothing moves where nothing changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.theme import dress
from mediation_desk.gui.turned.board import JointBoard
from tests.gui.desks import show
from tests.gui.turned.hands import gone
from tests.gui.turned.views import DRAFTED, EMPTY, OFFERED


@pytest.fixture
def board(qtbot: QtBot, dressed: QApplication) -> JointBoard:
    made = JointBoard()
    dress(made)
    made.resize(1366, 700)
    show(qtbot, made)
    return made


def said(board: JointBoard) -> list[str]:
    gone()
    return [one.text() for one in board.findChildren(QLabel) if one.isVisible() and one.text()]


def test_each_empty_place_says_what_will_stand_there(board: JointBoard) -> None:
    board.show_view(EMPTY)
    words = said(board)
    assert sum("stands here as soon as" in one for one in words) == 2
    assert any("state alike stand here" in one for one in words)
    assert any("is paid on which day" in one for one in words)


def test_offers_facts_and_what_was_told_stand_under_their_side(board: JointBoard) -> None:
    board.show_view(OFFERED)
    words = said(board)
    for one in ("33,000.00 yuan", "28,000.00 yuan", "年底前付清", "Told: 十二月发奖金", "Monthly wage",
                "Before: 38,700.00 yuan"):
        assert one in words


def test_the_accepted_offer_says_so_in_words(board: JointBoard) -> None:
    board.show_view(DRAFTED)
    assert "Both sides accept this offer." in said(board) and "10 December 2024" in said(board)


def test_it_is_large_enough_to_be_read_across_a_table(board: JointBoard) -> None:
    board.show_view(OFFERED)
    assert min(one.fontInfo().pointSizeF() for one in board.findChildren(QLabel) if one.isVisible()) >= 15.5


def test_the_same_view_again_lays_nothing_anew(board: JointBoard) -> None:
    board.show_view(OFFERED)
    before = board.findChildren(QLabel)
    board.show_view(OFFERED)
    gone()
    assert board.findChildren(QLabel) == before


def test_another_view_leaves_nothing_of_the_one_before(board: JointBoard) -> None:
    board.show_view(OFFERED)
    board.show_view(DRAFTED)
    assert not any("十二月发奖金" in one for one in said(board))
    board.say("This case cannot be shown at present.")
    assert said(board) == ["This case cannot be shown at present."]


def test_a_long_view_stays_scrolled_where_it_was(board: JointBoard) -> None:
    board.resize(700, 300)
    board.show_view(OFFERED)
    gone()
    QApplication.processEvents()
    bar = board.area.verticalScrollBar()
    bar.setValue(40)
    assert bar.value() == 40
    board.show_view(DRAFTED)
    assert bar.value() == 40


def test_nothing_of_it_can_be_marked_and_no_menu_comes_up(board: JointBoard) -> None:
    board.show_view(OFFERED)
    for one in board.findChildren(QLabel):
        assert not one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        assert not one.toolTip()
    assert board.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
