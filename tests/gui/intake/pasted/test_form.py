"""The form shows the sheet, grows by people and claims, and throws out what the keyboard is in."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.pasted.form import SheetForm
from tests.gui.desks import show


@pytest.fixture
def form(qtbot: QtBot, dressed: QApplication) -> SheetForm:
    made = SheetForm(lambda: date(2026, 3, 18), lambda spot: str(spot.value))
    made.resize(700, 900)
    show(qtbot, made)
    made.show_sheet(Sheet().put("applicant.0.name", "马国栋").put("claim.gig_pay", Money(100)))
    return made


def test_there_is_a_field_for_everything_and_one_group_for_each(form: SheetForm) -> None:
    assert form.form.field("applicant.0.name").value() == "马国栋"
    assert form.form.field("claim.gig_pay").value() == Money(100)
    assert "respondent.0.name" in form.found and "applicant.1.name" not in form.found
    form._grow("applicant", 2)
    assert form.place_here() == "applicant.1.name"
    form.begin_anew()
    form.show_sheet(Sheet())
    assert "applicant.1.name" not in form.found


def test_what_is_typed_is_put_and_another_claim_is_added(form: SheetForm) -> None:
    told: list[tuple[str, object]] = []
    form.put.connect(lambda place, value: told.append((place, value)))
    field = form.form.field("due")
    field.set_typed("3月25日17时")
    assert field.commit()
    form.form.field("another").committed.emit("overtime")
    assert [place for place, _value in told] == ["due", "claim.overtime"]
    assert str(told[0][1]) == "2026-03-25 17:00:00"


def test_ctrl_delete_throws_out_what_the_keyboard_is_in(form: SheetForm) -> None:
    thrown: list[str] = []
    form.threw.connect(thrown.append)
    form.focus("applicant.0.name")
    field = form.form.field("applicant.0.name")
    QTest.keyClick(field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert thrown == ["applicant.0.name"]


def test_an_error_stands_beside_its_field(form: SheetForm) -> None:
    assert form.show_error(DeskError("Enter who asks for mediation.", field="applicant.0.name"))
    assert form.form.field("applicant.0.name").error()
    assert not form.show_error(DeskError("x", field="nowhere")) and form.commit()
