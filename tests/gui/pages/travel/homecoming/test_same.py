"""Somebody whom both sides entered: offered as one, with both entries to compare."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.travel.homecoming.same import SameCard
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.services.travel import arrival
from tests.day_out import added
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import texts
from tests.offices import Office


def test_both_entries_are_shown_and_nothing_is_chosen(qtbot: QtBot, dressed: QApplication, office: Office,
                                                      going: Going) -> None:
    road = going(added("苏晓", phone="13997000005", address="园区里"),
                 added("苏晓", phone="13997000005", address="机构里"))
    [coming] = arrival.look(office.first, road.bag).preview.cases
    assert coming.known is not None
    [same] = coming.same
    card, told = SameCard(same, HomeWords(office.first, coming.known), joined=False), []
    qtbot.addWidget(card)
    assert "园区里" in texts(card) and "机构里" in texts(card) and card.choice.value() is None
    card.judged.connect(lambda one, is_one: told.append((one, is_one)))
    card.choice.buttons[0].click()
    card.choice.buttons[1].click()
    assert told == [(same, True), (same, False)]
