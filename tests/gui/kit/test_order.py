"""Tab walks a page as it is read, and what takes the keyboard away gives it to the nearest that is left."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.page import Page
from tests.gui.desks import show

TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def named(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def page_of(*widgets: QWidget) -> Page:
    page = Page("A page")
    for widget in widgets:
        page.add(widget)
    return page


def focus() -> str:
    now = QApplication.focusWidget()
    return now.objectName() if now is not None else ""


def walk(first: QWidget, key: Qt.Key, steps: int) -> list[str]:
    first.setFocus()
    names = [focus()]
    for _ in range(steps):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, key)
        names.append(focus())
    return names


def test_what_was_made_last_but_stands_first_comes_first(qtbot: QtBot, dressed: QApplication) -> None:
    """The particulars of a party are made when it is chosen, long after the consent beneath."""
    consent = named("consent")
    page = page_of(consent)
    show(qtbot, page)
    particulars = named("particulars")
    page.body.insertWidget(0, particulars)
    particulars.show()
    assert walk(particulars, TAB, 1) == ["particulars", "consent"]
    assert walk(consent, BACKTAB, 1) == ["consent", "particulars"]


def test_columns_are_read_one_after_the_other_and_grids_by_rows(qtbot: QtBot, dressed: QApplication) -> None:
    columns, grid, inner = QSplitter(), QWidget(), QWidget()
    cells = QGridLayout(grid)
    for name, row, column in (("d", 1, 1), ("a", 0, 0), ("c", 1, 0), ("b", 0, 1)):
        cells.addWidget(named(name), row, column)
    QVBoxLayout(inner).addWidget(named("scrolled"))
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    right, beside = QWidget(), QHBoxLayout()
    beside.addWidget(named("e"))
    beside.addWidget(named("f"))
    below = QVBoxLayout(right)
    below.addLayout(beside)
    below.addWidget(area)
    columns.addWidget(grid)
    columns.addWidget(right)
    page = page_of(columns)
    show(qtbot, page)
    found = [one.objectName() for one in order.in_order(page) if one.objectName()]
    assert found == ["a", "b", "c", "d", "e", "f", "scrolled"]
    assert walk(order.in_order(grid)[0], TAB, 6) == found


def test_only_what_is_seen_and_can_be_used_takes_the_key(qtbot: QtBot, dressed: QApplication) -> None:
    stack, first, second = QStackedWidget(), named("first"), named("second")
    stack.addWidget(first)
    stack.addWidget(second)
    off, hidden, last = named("off"), named("hidden"), named("last")
    page = page_of(stack, off, hidden, last)
    off.setEnabled(False)
    show(qtbot, page)
    hidden.hide()
    assert [one.objectName() for one in order.in_order(page) if one.objectName()] == ["first", "last"]


def test_what_is_hidden_gives_the_keyboard_to_its_neighbour_and_not_to_a_message(
        qtbot: QtBot, dressed: QApplication) -> None:
    """After a party is removed the cursor stays in the list, not on Undo."""
    above, gone, below = named("above"), named("gone"), named("below")
    page = page_of(above, gone, below)
    show(qtbot, page)
    page.bar.notice("Removed.", action="Undo", on_action=lambda: None)
    gone.setFocus()
    gone.hide()
    assert focus() in ("above", "below")
    below.setFocus()
    below.setEnabled(False)
    assert focus() == "above"


def test_where_nothing_is_left_the_page_itself_keeps_the_keyboard(qtbot: QtBot,
                                                                  dressed: QApplication) -> None:
    alone = named("alone")
    page = page_of(alone)
    show(qtbot, page)
    page.bar.notice("Done.", action="Undo", on_action=lambda: None)
    alone.setFocus()
    alone.hide()
    assert QApplication.focusWidget() is page


def test_from_a_message_the_keyboard_goes_back_to_where_it_was(qtbot: QtBot, dressed: QApplication) -> None:
    here, there = named("here"), named("there")
    page = page_of(here, there)
    show(qtbot, page)
    page.bar.notice("Saved.", action="Undo", on_action=lambda: None)
    page.bar.more.hide()
    there.setFocus()
    QTest.keyClick(there, TAB)
    assert page.bar.action.hasFocus()
    QTest.keyClick(page.bar.action, Qt.Key.Key_Space)
    assert focus() == "there"


def test_a_widget_that_is_gone_for_good_is_no_trouble(qtbot: QtBot, dressed: QApplication) -> None:
    gone, other = named("gone"), named("other")
    page = page_of(gone, other)
    show(qtbot, page)
    page.bar.notice("Saved.", action="Undo", on_action=lambda: None)
    gone.setFocus()
    QTest.keyClick(gone, BACKTAB)  # round to the message
    page.bar.action.setFocus()
    shiboken6.delete(gone)
    page.bar.clear()
    assert focus() == "other"


def test_a_page_clicked_beside_its_fields_begins_with_the_first(qtbot: QtBot, dressed: QApplication) -> None:
    first, second = named("first"), named("second")
    page = page_of(first, second)
    show(qtbot, page)
    page.setFocus()
    QTest.keyClick(page, TAB)
    assert focus() == "first"


def test_a_button_can_be_reached_and_pressed(qtbot: QtBot, dressed: QApplication) -> None:
    pressed = list[bool]()
    page = page_of(named("first"))
    press = QPushButton("Press")
    press.clicked.connect(lambda: pressed.append(True))
    page.add(press)
    show(qtbot, page)
    page.setFocus()
    for _ in range(2):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, TAB)
    assert press.hasFocus()
    QTest.keyClick(press, Qt.Key.Key_Return)  # a bare button's page presses it
    QTest.keyClick(press, Qt.Key.Key_Space)
    assert pressed == [True, True]


def test_a_button_inside_a_list_is_no_trap(qtbot: QtBot, dressed: QApplication) -> None:
    """An empty list offers what fills it."""
    offered, after = QListWidget(), named("after")
    offered.setObjectName("list")
    press = QPushButton("Add files", offered.viewport())
    press.setObjectName("add")
    page = page_of(offered, after)
    show(qtbot, page)
    assert walk(offered, TAB, 2) == ["list", "add", "after"]
    assert walk(after, BACKTAB, 2) == ["after", "add", "list"]
