"""Cards, rows that fold, and widgets that come and go without taking the keyboard along."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.layouts import (
    EMPTY_ROWS,
    FoldingRow,
    StripedCard,
    drop,
    empty_layout,
    fit_height,
)
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from tests.gui import desks


class Wide(QWidget):
    """A part that cannot be narrower than it says."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._least = width

    def minimumSizeHint(self) -> QSize:
        """As wide as it must be."""
        return QSize(self._least, 20)


def test_a_row_folds_before_anything_would_scroll_sideways(qtbot: QtBot, dressed: QApplication) -> None:
    page = QWidget()
    row = FoldingRow([Wide(100), Wide(150)], spacing=8, parent=page)
    qtbot.addWidget(page)
    page.show()
    for width, beside in ((258, True), (257, False), (400, True)):
        row.resize(width, 60)
        assert row.beside is beside, width
    assert row.minimumSizeHint().width() == 150


def test_the_keyboard_goes_to_what_is_around_a_widget_that_goes(qtbot: QtBot, dressed: QApplication) -> None:
    around, gone = QWidget(), QWidget()
    around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(around)
    column.addWidget(gone)
    QVBoxLayout(gone).addWidget(line := QLineEdit("half typed"))
    desks.show(qtbot, around)
    line.setFocus()
    drop(gone)
    assert around.hasFocus() and gone.parent() is None
    assert gone not in around.findChildren(QWidget)


def test_the_keyboard_stays_where_it_is_when_another_widget_goes(qtbot: QtBot, dressed: QApplication) -> None:
    around, stays, gone = QWidget(), QLineEdit(), QLineEdit()
    column = QVBoxLayout(around)
    column.addWidget(stays)
    column.addWidget(gone)
    desks.show(qtbot, around)
    stays.setFocus()
    drop(gone)
    assert stays.hasFocus()


def test_an_emptied_layout_holds_nothing_and_keeps_no_ghosts(qtbot: QtBot, dressed: QApplication) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    for text in ("one", "two", "three"):
        column.addWidget(QLabel(text))
    column.addStretch(1)
    empty_layout(column)
    assert column.count() == 0 and around.findChildren(QLabel) == []


@pytest.mark.parametrize(("rows", "shown"), [(0, EMPTY_ROWS), (1, 1), (6, 6), (7, 6), (200, 6)])
def test_a_short_table_is_as_high_as_its_rows_and_no_higher_than_six(qtbot: QtBot, dressed: QApplication,
                                                                    rows: int, shown: int) -> None:
    table = Table(RowsModel([Column("name", "Name", str)]), name="Rows")
    qtbot.addWidget(table)
    fit_height(table, rows)
    one = table.verticalHeader().defaultSectionSize()
    head = table.horizontalHeader().sizeHint().height()
    assert table.height() == head + shown * one + 4


def test_a_card_takes_another_colour(qtbot: QtBot, dressed: QApplication) -> None:
    card = StripedCard("applicants")
    qtbot.addWidget(card)
    card.resize(100, 60)
    for meaning in ("applicants", "overdue"):
        card.set_meaning(meaning)
        assert card.grab().toImage().pixelColor(1, 30) == look().colour(meaning)
