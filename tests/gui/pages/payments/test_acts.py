"""What is done about a payment is told with the way back, and what is refused is told too."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QApplication, QToolButton

from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.gui.pages.payments.acts import sent_words
from mediation_desk.services.payments.following import NoteDraft
from tests.gui.pages.payments.hands import Seat
from tests.services.payments.owed import FIRST


def test_a_call_is_taken_out_and_comes_back_by_undo(seat: Seat) -> None:
    page = seat.page
    seat.choose()
    page.pane.acts.note(seat.case_id, NoteDraft(FIRST, text="答应尽快"), None)
    seat.settle()
    seat.click(page.pane.told.calls.made[0].findChildren(QToolButton)[0])
    assert seat.case.case.payment_notes == [] and seat.said == "The call was taken out."
    seat.click(page.bar.action)
    assert [one.text for one in seat.case.case.payment_notes] == ["答应尽快"] and seat.said == "Taken back."
    page.undo()
    page.pane.acts.remove(seat.case_id, UUID(int=3), None)
    seat.settle()
    assert seat.said and len(seat.case.case.payment_notes) == 1


def test_each_way_of_reminding_says_what_was_noted(dressed: QApplication) -> None:
    assert len({sent_words(manner) for manner in ReminderManner}) == len(ReminderManner)
