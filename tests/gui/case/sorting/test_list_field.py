"""A list of pay items is typed, chosen or pasted into a small grid."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.gui.case.sorting.list_field import ListField
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from tests.gui import desks
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener

BILL = "按单\t780\t5.5\t\n扣减\t\t\t300"


@pytest.fixture
def field(qtbot: QtBot, dressed: QApplication, library: Library) -> ListField:
    """The grid of pay items in English, with another field beside it to go to."""
    whole = QWidget()
    made, beside = ListField(), QLineEdit()
    column = QVBoxLayout(whole)
    column.addWidget(made)
    column.addWidget(beside)
    made.ask_for(library.sheets.sheet("gig_pay").element("pay_items"), "en")
    desks.show(qtbot, whole)
    made.whole = whole  # type: ignore[attr-defined]
    return made


def shown(field: ListField) -> list[list[str]]:
    model = field.model
    return [[model.cell(model.index(row, column)).text for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def go(field: ListField, row: int, column: int) -> None:
    field.grid.setFocus()
    field.grid.setCurrentIndex(field.model.index(row, column))


def write(field: ListField, row: int, column: int, text: str) -> None:
    """Go to a cell, type, press Enter."""
    go(field, row, column)
    QTest.keyClicks(field.grid, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(5)


def choose(field: ListField, row: int, column: int, words: str) -> None:
    """Open a cell's choices and take one."""
    go(field, row, column)
    QTest.keyClick(field.grid, Qt.Key.Key_F2)
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())
    QTest.qWait(5)


def leave(field: ListField) -> None:
    beside = field.whole.findChild(QLineEdit)  # type: ignore[attr-defined]
    assert isinstance(beside, QLineEdit)
    beside.setFocus()
    QTest.qWait(5)


def test_the_columns_and_their_choices_stand_there(field: ListField) -> None:
    titles = [column.title for column in field.model.columns]
    assert titles == ["Kind *", "Quantity", "Rate", "Amount"]
    assert field.model.columns[0].choices == ("Per order", "Per hour", "Revenue share", "Guarantee", "Bonus",
                                              "Deduction")
    assert shown(field) == [["", "", "", ""]]


def test_an_item_is_chosen_and_typed_and_kept_as_the_grid_is_left(field: ListField) -> None:
    kept = list[object]()
    field.committed.connect(kept.append)
    choose(field, 0, 0, "Per order")
    write(field, 0, 1, "780")
    write(field, 0, 2, "5.5")
    QTest.qWait(5)
    assert kept == []  # half an item is nobody's answer
    leave(field)
    assert kept == ["Per order\t780\t5.5\t"]
    assert shown(field)[-1] == ["", "", "", ""]  # always room for one more


def test_a_bill_is_pasted_with_its_empty_columns_and_without_its_heading(field: ListField) -> None:
    go(field, 0, 0)
    QGuiApplication.clipboard().setText("类别\t数量\t单价或比例\t金额\n" + BILL)
    QTest.keyClick(field.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(field) == [["按单", "780", "5.5", ""], ["扣减", "", "", "300"], ["", "", "", ""]]
    leave(field)
    assert field.error() == "" and field.value() == BILL


def test_what_cannot_be_read_is_marked_in_its_cell_and_nothing_is_kept(field: ListField) -> None:
    kept = list[object]()
    field.committed.connect(kept.append)
    field.grid.paste_text("bananas\tmany\t5\t")
    leave(field)
    troubles = [field.model.cell(field.model.index(0, at)).trouble for at in range(4)]
    assert troubles[0] and troubles[1] and not troubles[2] and not troubles[3]
    assert field.error() and kept == []
    choose(field, 0, 0, "Bonus")
    assert field.error() == ""  # it is being mended
    go(field, 0, 1)
    QTest.keyClick(field.grid, Qt.Key.Key_Delete)
    leave(field)
    assert kept == ["Bonus\t\t5\t"]


def test_an_item_without_its_kind_says_which_cell_lacks(field: ListField) -> None:
    field.grid.paste_text("\t10\t5\t")
    leave(field)
    assert field.model.cell(field.model.index(0, 0)).trouble == "This must be filled in." and field.error()


def test_an_emptied_row_is_no_item(field: ListField) -> None:
    field.set_value(BILL)
    go(field, 0, 0)
    field.grid.selectRow(0)
    QTest.keyClick(field.grid, Qt.Key.Key_Delete)
    leave(field)
    assert field.value() == "扣减\t\t\t300"


def test_a_denial_is_one_word(field: ListField) -> None:
    field.set_value("denied")
    assert field.typed() == "denied" and not field.modified()


def test_a_whole_row_finds_its_place_wherever_the_cursor_stood(field: ListField) -> None:
    go(field, 0, 2)
    field.grid.paste_text(BILL)
    assert field.typed() == BILL


def test_what_has_no_room_is_not_half_taken(field: ListField) -> None:
    field.set_value(BILL)
    go(field, 0, 2)
    field.grid.paste_text("5.5\t300\t扣减")
    assert field.typed() == BILL
    assert "3 cells" in field.error() and "room for 2" in field.error()
    field.grid.paste_text("6\t")
    assert field.typed().splitlines()[0] == "按单\t780\t6\t" and field.error() == ""


def test_locked_it_takes_no_paste(field: ListField) -> None:
    field.set_value(BILL)
    field.set_read_only(True)
    field.grid.paste_text("奖励\t\t\t100")
    assert field.typed() == BILL


# -- on the page -----------------------------------------------------------------------------


@pytest.fixture
def riders(desk: Desk) -> UUID:
    """One of the streamers asks for pay by the piece."""
    case_id = rooms.accepted(desk, rooms.streamers(desk))
    registering.set_claims(desk, case_id, {rooms.stored(desk, case_id).applicants[0].id: ["gig_pay"]})
    return case_id


@pytest.mark.parametrize("claim", ["gig_pay", "deductions"])
def test_every_list_of_a_sheet_is_such_a_grid(claim: str, desk: Desk, riders: UUID,
                                              open_case: Opener) -> None:
    worker = rooms.stored(desk, riders).applicants[0].id
    registering.set_claims(desk, riders, {worker: [claim]})
    room = open_case(riders)
    page = room.go(2)
    assert isinstance(page, SortingPage) and page.sight is not None
    lists = [one for one in page.sight.outcome.sheet.elements() if one.columns]
    assert lists
    for element in lists:
        page.elements.details.show_place(page.sight, (element.id, worker))
        for voice in ("applicant", "respondent", "finding"):
            answer = page.elements.details.fields[voice]
            assert answer._now is answer.list and answer.list.isVisibleTo(answer)
            assert len(answer.list.model.columns) == len(element.columns)


def test_pasted_pay_items_are_the_workers_statement(desk: Desk, riders: UUID, open_case: Opener) -> None:
    """780 orders at 5.50 less 300.00 is 3,990.00."""
    room = open_case(riders)
    page = room.go(2)
    assert isinstance(page, SortingPage) and page.sight is not None
    worker = room.case.applicants[0].id
    page.elements.details.show_place(page.sight, ("pay_items", worker))
    items = page.elements.details.fields["applicant"].list
    items.grid.setFocus()
    items.grid.paste_text(BILL)
    page.elements.grid.setFocus()
    room.settle()
    (entry,) = [one for one in room.case.entries if one.element == "pay_items"]
    assert json.loads(entry.applicant or "")[0] == {"kind": "per_order", "quantity": "780", "rate": "5.5"}
    assert str(page.sight.outcome.applicants_amount()) == "3,990.00"
    assert items.typed().splitlines()[0].startswith("Per order\t780\t5.5")
    room.press(Qt.Key.Key_Z)
    assert items.typed() == ""
    assert DENIED not in (entry.applicant or "")
