"""Lines pasted into a box, as they are read under it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.pasted_people import PastedPeople


@pytest.fixture
def people(qtbot: QtBot, dressed: QApplication) -> Iterator[PastedPeople]:
    """A brief reader under its box, on screen."""
    window, text = QWidget(), TextArea("Applicants", name="applicants")
    made = PastedPeople(text, brief=True)
    column = QVBoxLayout(window)
    column.addWidget(text)
    column.addWidget(made)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def test_wrong_lines_are_left_out_and_brought_back(people: PastedPeople) -> None:
    people.text.area.insertPlainText("冯雨 13809712001\n张三2")
    assert people.leave_out.text() == "Leave out the 1 wrong line"
    QTest.mouseClick(people.leave_out, Qt.MouseButton.LeftButton)
    assert people.text.area.toPlainText() == "冯雨\t13809712001"
    assert (people.text.error(), people.leave_out.isVisible()) == ("", False)
    people.text.area.undo()
    assert people.text.typed() == "冯雨 13809712001\n张三2"
    assert len(people.wrong) == 1


def test_lines_are_read_anew_when_the_last_sign_goes(people: PastedPeople) -> None:
    people.text.area.insertPlainText("冯雨")
    people.text.area.selectAll()
    QTest.keyClick(people.text.area, Qt.Key.Key_Delete)
    assert people.lines == []


def test_what_merely_looks_wrong_is_told_and_taken(people: PastedPeople) -> None:
    people.text.area.insertPlainText("冯雨\t\t1380971")
    assert "neither a mobile number" in people.told.text()
    assert [draft.name for draft in people.drafts()] == ["冯雨"]
