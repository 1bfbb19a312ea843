"""The three clocks side by side, each with the press that meets it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.order.clocks import OrderClock
from mediation_desk.domain.intake.order.terms import OrderClockKind, Period, Unit
from mediation_desk.gui.case.order.clock_cards import ClockCards

pytestmark = pytest.mark.usefixtures("dressed")
NOW = datetime(2025, 10, 9, 10)
SIGN_IN, CONTACT, FINISH = OrderClockKind
CLOCK = OrderClock(UUID(int=1), SIGN_IN, datetime(2025, 9, 30, 16), datetime(2025, 10, 9, 11),
                   datetime(2025, 10, 9, 11), Period(4, Unit.WORKING_HOURS, "local"))


def test_a_running_clock_is_met_by_its_press_and_one_that_is_not_set_says_so(qtbot: QtBot) -> None:
    cards, wanted = ClockCards(), list[object]()
    qtbot.addWidget(cards)
    cards.wanted.connect(wanted.append)
    cards.show_clocks([CLOCK], NOW, may=True)
    assert cards.cards[SIGN_IN].due.text() == "2025-10-09 11:00"
    assert cards.cards[SIGN_IN].state.state.text == "1 hour left"
    assert cards.cards[FINISH].due.text() == "No end is set"
    cards.cards[SIGN_IN].act.click()
    assert wanted == [SIGN_IN]


def test_who_may_not_change_the_order_is_offered_no_press(qtbot: QtBot) -> None:
    cards = ClockCards()
    qtbot.addWidget(cards)
    cards.show_clocks([CLOCK], NOW, may=False)
    assert all(card.act.isHidden() for card in cards.cards.values())
