"""What was done to an order, the latest first; a step can be taken out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.orders import OrderStep, OrderStepKind
from mediation_desk.gui.case.order.history import History

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_latest_step_stands_first_and_can_be_taken_out(qtbot: QtBot) -> None:
    history, wanted = History(), list[object]()
    qtbot.addWidget(history)
    history.removal_wanted.connect(wanted.append)
    steps = [OrderStep(id=UUID(int=at), case_id=UUID(int=8), order_id=UUID(int=9), kind=kind,
                       at=datetime(2025, 10, at, 9), until=until, reason="双方正在协商")
             for at, kind, until in ((9, OrderStepKind.SIGNED_IN, None),
                                     (10, OrderStepKind.EXTENDED, datetime(2025, 10, 20, 18)))]
    history.show_steps([], may=True)
    assert not history.nothing.isHidden() and history.table.isHidden()
    history.show_steps(steps, may=True)
    assert history.model.row(0) is steps[1]
    assert history.model.columns[2].value(steps[1]) == "to 2025-10-20 18:00; 双方正在协商"
    history.table.choose_row(0)
    history.remove.click()
    assert wanted == [steps[1]]
