"""What an order says, with the caller's number masked, and as what it came folded away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.vocabulary import Source
from mediation_desk.gui.case.order.particulars import Particulars
from mediation_desk.services.desk import Desk

pytestmark = pytest.mark.usefixtures("dressed")
ORDER = WorkOrder(id=UUID(int=1), case_id=UUID(int=2), source=Source.HOTLINE, rule="complaint", kind="投诉",
                  number="12345", arrived_at=datetime(2025, 9, 30, 16), caller="马晓兰",
                  caller_phone="13809710001", confidential=True, original="工单编号 12345")


def test_what_was_entered_is_shown_and_nothing_else(qtbot: QtBot, desk: Desk) -> None:
    made = Particulars(desk)
    qtbot.addWidget(made)
    made.show_order(ORDER, may=True, outdated=False)
    said = " ".join(one.text() for one in made.findChildren(QLabel))
    assert "Complaint · 投诉" in said and "138****0001" in said and "13809710001" not in said
    assert "wishes confidentiality" in said and "Urgency" not in said
    assert made.original.isHidden() and made.anew.isHidden() and not made.change.isHidden()
    made.fold.click()
    assert not made.original.isHidden() and made.original.text() == "工单编号 12345"
    made.show_order(ORDER, may=False, outdated=True)
    assert made.anew.isHidden() and made.change.isHidden() and made.original.isHidden()
