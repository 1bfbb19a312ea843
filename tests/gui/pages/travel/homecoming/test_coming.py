"""One case before it comes home: what it brings, and what is asked of whom."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.merging import Conflict, Kind, Place
from mediation_desk.domain.words import say
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView, Overruled
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
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


def test_what_a_signature_outweighs_is_shown_with_both_words_and_asks_nothing(
        qtbot: QtBot, dressed: QApplication, office: Office, going: Going) -> None:
    road = going(phone(NUMBERS[0]), facts("机构里"))
    [coming] = arrival.look(office.first, road.bag).preview.cases
    assert coming.known is not None
    conflict = Conflict(Kind.FIELD, Place("cases", str(road.case_id), "cause"), "", "欠薪", "追索劳动报酬",
                        why=say("These terms were signed."))
    shown = Overruled(conflict, HomeWords(office.first, coming.known))
    qtbot.addWidget(shown)
    for word in ("欠薪", "追索劳动报酬", "These terms were signed."):
        assert word in texts(shown)
    assert not shown.findChildren(QAbstractButton)
