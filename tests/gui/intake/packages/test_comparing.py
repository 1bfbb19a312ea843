"""The number to compare: asked for when nobody did yet, and counted as done by a tick alone."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.packages.comparing import CompareCard


def test_it_is_settled_when_nothing_is_asked_or_the_tick_is_set(qtbot: QtBot) -> None:
    card = CompareCard()
    qtbot.addWidget(card)
    assert card.is_settled and card.compared == ""
    card.ask("why", "1234 5678")
    assert not card.is_settled and card.number.text() == "1234 5678" and card.compared == ""
    card.tick.tick.click()
    assert card.is_settled and card.compared == "1234 5678"
    card.ask("why", "9999", alarming=True)
    assert not card.is_settled and card.compared == ""
    card.refuse(DeskError("Compare it"))
    assert card.tick.error() == "Compare it"
    card.put_away()
    assert card.is_settled
