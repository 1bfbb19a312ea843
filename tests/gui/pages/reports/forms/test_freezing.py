"""The card that asks before numbers are frozen."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.reports.forms.freezing import FreezeCard
from tests.gui.desks import show


def test_it_names_the_form_and_its_period_and_is_left_without_a_trace(qtbot: QtBot, dressed: QApplication
                                                                      ) -> None:
    card = FreezeCard()
    show(qtbot, card)
    card.begin("Monthly report", "2024-11-01 to 2024-11-30")
    assert card.what.text() == "Freeze “Monthly report” of 2024-11-01 to 2024-11-30?"
    assert card.go.hasFocus()
    card.leave.click()
    assert card.isHidden()
