"""The instalment beside the list: its payer's telephone is shown to who asks, and that is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from mediation_desk.gui.pages.payments.detail import look_at
from mediation_desk.services import history
from tests.gui.pages.payments.hands import Seat
from tests.services.payments.owed import FIRST, pay


def test_whoever_calls_asks_for_the_number_and_the_case_keeps_who_did(seat: Seat) -> None:
    pane = seat.page.pane
    assert pane.due and pane.due.number == 1 and not pane.hint.isVisible(), "the first, to begin with"
    assert "138****3456" in pane.told.payers.lines[0].text
    assert pane.told.others.lines[0].text == "Instalment 2, due on 20 February 2025: 3,000.00 yuan"
    seat.click(pane.told.payers.made[0].findChildren(QToolButton)[0])
    assert "13897123456" in pane.told.payers.lines[0].text and pane.told.payers.lines[0].act is None
    assert history.timeline(seat.desk, seat.case_id)[-1].entry.verb == "unmask"
    assert [one.number for one in look_at(seat.desk, seat.case_id)[1]] == [1, 2]
    seat.choose(1)
    assert "138****3456" in pane.told.payers.lines[0].text, "another instalment, and it is asked for again"


def test_what_was_paid_meanwhile_is_said_so_where_it_stood(seat: Seat) -> None:
    seat.choose()
    pay(seat.desk, seat.case_id, FIRST, "3000.00")
    seat.page.pane.read()
    seat.settle()
    assert seat.page.pane.said.text() == "Instalment 1 is paid in full."
