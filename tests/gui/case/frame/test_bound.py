"""A field tied to the store: what could not be saved comes back as it was typed, and true words with it."""

from __future__ import annotations

from PySide6.QtTest import QTest

from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.line import DateField
from tests.gui.case.rooms import Room


def birth(room: Room) -> DateField:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage) and page.parties.detail is not None
    field = page.parties.detail.form.field("birth_date")
    assert isinstance(field, DateField)
    return field


def choose(room: Room, at: int) -> None:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    page.parties.choose(room.case.parties[at].id)
    room.settle()


def said(field: Field) -> str:
    return field._message.text()


def test_a_day_that_is_none_says_so_and_nothing_of_an_interruption(room: Room) -> None:
    """Typed, refused, left for another party and come back to: the program never stopped."""
    choose(room, 0)
    room.type(birth(room), "1995.2.30")
    assert said(birth(room)) == "There is no such day as “1995.2.30”."
    choose(room, 1)
    choose(room, 0)
    assert birth(room).typed() == "1995.2.30"
    assert said(birth(room)) == "There is no such day as “1995.2.30”."


def test_a_refused_day_is_shown_whole_with_the_reason(room: Room) -> None:
    """Consents lie in the past; the office's day is 25 November 2024."""
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    consent = page.acceptance.form.field("applicants_agree_on")
    room.type(consent, "20261124")
    assert (consent.typed(), said(consent)) == ("2026-11-24", "That day lies in the future.")


def test_what_was_being_typed_comes_back_with_true_words(room: Room) -> None:
    """The window closes in the middle of a word; opened again, the word is there, not yet saved."""
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    room.begin(page.matter.facts, "half a sentence")
    QTest.qWait(450)  # a draft is written once the hand rests
    room.window.bench.notes.flush()
    room.settle()
    again = CaseWindow(room.desk, room.tasks, room.case_id)
    again.show()
    room.settle()
    other = again.page_in_front()
    assert isinstance(other, IntakePage)
    assert other.matter.facts.typed() == "half a sentence"
    assert said(other.matter.facts) == "Typed earlier and not saved yet; it is saved as you go on."
    again.close()
    again.deleteLater()
