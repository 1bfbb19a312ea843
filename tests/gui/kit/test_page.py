"""Esc leaves the innermost thing first; Enter presses what has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.page import Page
from tests.gui.desks import show


def card(inside: QWidget) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(inside)
    return made


def escape() -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, Qt.Key.Key_Escape)


def test_esc_leaves_what_lies_innermost_first(qtbot: QtBot, dressed: QApplication) -> None:
    page, line = Page("A page"), QLineEdit()
    inner = card(line)
    outer = card(inner)
    page.add(outer)
    page.leaves(inner, inner.hide)
    page.leaves(outer, outer.hide)
    show(qtbot, page)
    line.setFocus()
    escape()
    assert not inner.isVisible() and outer.isVisible()
    escape()
    assert not outer.isVisible()
    assert page.leave_innermost() is False


def test_of_two_cards_the_one_with_the_cursor_is_left(qtbot: QtBot, dressed: QApplication) -> None:
    page, lines = Page("A page"), (QLineEdit(), QLineEdit())
    cards = [card(line) for line in lines]
    for made in cards:
        page.add(made)
        page.leaves(made, made.hide)
    show(qtbot, page)
    lines[0].setFocus()
    escape()
    assert [made.isVisible() for made in cards] == [False, True]


def test_a_card_that_is_gone_is_forgotten(qtbot: QtBot, dressed: QApplication) -> None:
    import shiboken6

    page, line = Page("A page"), QLineEdit()
    made = card(line)
    page.add(made)
    page.leaves(made, made.hide)
    show(qtbot, page)
    shiboken6.delete(made)
    assert page.leave_innermost() is False
