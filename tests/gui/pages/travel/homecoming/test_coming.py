"""One case before it comes home: what it brings, and what is asked of whom."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import say
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView
from mediation_desk.services.travel import arrival
from mediation_desk.services.travel.deciding import Left
from tests.day_out import NUMBERS, begun, facts, phone, together
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import texts
from tests.offices import Office


def test_a_case_says_what_it_brings_or_why_it_cannot_come(qtbot: QtBot, dressed: QApplication,
                                                          office: Office, going: Going) -> None:
    road = going(together(phone(NUMBERS[0]), begun), facts("机构里"))
    cases = {one.is_new: one for one in arrival.look(office.first, road.bag).preview.cases}
    changed, new = (ComingView(office.first, cases[key], Choices(Left())) for key in (False, True))
    barred = ComingView(office.first, replace(cases[False], trouble=say("It left from another store.")),
                        Choices(Left()))
    for view in (changed, new, barred):
        qtbot.addWidget(view)
    assert "The laptop brings: Party: 1" in texts(changed)
    assert "Meanwhile the office wrote 1 entry." in texts(changed) and not changed.focus_next()
    assert "begun on the laptop" in texts(new)
    assert "It left from another store." in texts(barred) and "brings" not in texts(barred)
