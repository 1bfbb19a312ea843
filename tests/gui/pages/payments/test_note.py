"""The form of a call: what is wrong is said beside its field, and what is typed waits for its case."""

from __future__ import annotations

from mediation_desk.services import drafts
from tests.gui.desks import write
from tests.gui.pages.payments.hands import Seat


def test_what_is_typed_waits_through_other_rows_and_is_gone_once_it_is_given_up(seat: Seat) -> None:
    pane = seat.page.pane
    seat.choose()
    seat.click(pane.call)
    assert pane.note.form.field("spoken_on").typed() == "2025-01-20"
    write(seat.qtbot, pane.note.form.field("text"), "还没说完")  # type: ignore[arg-type]
    seat.choose(1)
    assert pane.note.isVisible() and pane.note.form.field("text").typed() == "还没说完", "of the same case"
    seat.page.keep()
    seat.settle()
    kept = drafts.all_kept(seat.desk)
    assert ["还没说完" in text for place, text in kept.items() if place.startswith("payments/")] == [True]
    seat.click(pane.note.cancel)
    assert not pane.note.isVisible() and drafts.all_kept(seat.desk) == {}


def test_a_call_that_says_nothing_is_refused_beside_what_was_said(seat: Seat) -> None:
    pane = seat.page.pane
    seat.choose()
    seat.click(pane.call)
    seat.click(pane.note.keep_it)
    assert pane.note.isVisible() and pane.note.keep_it.isEnabled()
    assert pane.note.form.field("text").error().startswith("Write what was said")
    assert seat.case.case.payment_notes == []
