"""Closing: the parties are called back, the outcome chosen, the case closed and, with a reason, reopened."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.services import drafts
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.closing.hands import choose, page_of, said
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


def test_a_visit_can_be_removed_and_the_removal_undone(room: Room) -> None:
    closing.visit(room.desk, room.case_id, closing.VisitDraft(date(2024, 11, 25)))
    room.window.bench.reload()
    page = page_of(room)
    page.table.choose_row(0)
    room.click(page.remove_visit)
    assert room.case.visits == []
    room.press(Qt.Key.Key_Z)
    assert len(room.case.visits) == 1


def test_without_an_outcome_nothing_is_closed(room: Room) -> None:
    page = page_of(room)
    room.click(page.primary)
    assert page.outcomes.error() == "Choose how the case ended."
    assert room.case.status is Status.OPEN


def test_an_outcome_that_does_not_fit_is_refused_beside_the_outcomes(room: Room) -> None:
    choose(room, Outcome.PERFORMED)
    room.click(page_of(room).primary)
    assert "There is no signed agreement" in page_of(room).outcomes.error()
    assert room.case.status is Status.OPEN


def test_a_paid_case_closes_as_performed_once_the_workers_are_called_back(
        performed: UUID, open_case: Opener) -> None:
    room = open_case(performed)
    page = page_of(room)
    assert said(room, Outcome.PERFORMED) == "Everything is paid; a return visit is still to be recorded."
    room.click(page.add_visit)
    for name in ("manner", "performed", "satisfaction"):
        room.choose(page.visit_form.form.field(name), 0)
    room.click(page.visit_form.record)
    assert said(room, Outcome.PERFORMED) == "Everything is paid, and the parties were called back."
    choose(room, Outcome.PERFORMED)
    room.begin(page.end.field("closing_note"), "all paid")
    room.click(page.primary)
    assert "Not looked at before closing" in page.doubt.words.text()
    room.click(page.doubt.go)
    case = room.case
    assert (case.status, case.outcome, case.closing_note) == (Status.CLOSED, Outcome.PERFORMED, "all paid")
    assert page.banner.outcome.state.text == "Mediated and performed"
    assert page.end.isHidden() and page.primary.isHidden() and not page.add_visit.isEnabled()


def test_a_closing_note_being_written_is_kept_while_it_is_written(taken_in: UUID, open_case: Opener,
                                                                  desk: Desk) -> None:
    room = open_case(taken_in)
    page = page_of(room)
    room.begin(page.end.field("closing_note"), "called twice")
    room.window.bench.notes.flush()
    room.settle()
    assert any("called twice" in text for text in drafts.all_kept(desk).values())
    choose(room, Outcome.WITHDRAWN)
    QTest.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.case.closing_note == "called twice" and drafts.all_kept(desk) == {}


# What contradicts the case, and what the notice lacks


def test_undo_stands_ready_after_closing_until_something_else_is_said(taken_in: UUID,
                                                                      open_case: Opener) -> None:
    room = open_case(taken_in)
    page = page_of(room)
    choose(room, Outcome.WITHDRAWN)
    room.click(page.primary)
    assert page.bar.action.isVisible() and page.bar.action.text() == "Undo"
    assert not page.bar._clock.isActive()
    room.click(page.bar.action)
    case = room.case
    assert (case.status, case.outcome, case.reopening_reason) == (Status.OPEN, None, "")
    assert not page.end.isHidden() and page.primary.isVisible()


def test_a_referral_names_the_office_that_takes_over(taken_in: UUID, open_case: Opener) -> None:
    room = open_case(taken_in)
    page = page_of(room)
    assert not page.receiving.isVisible()
    choose(room, Outcome.REFERRED)
    room.click(page.primary)
    assert page.receiving.error() == "Enter the office that takes the matter over."
    assert page.receiving.line.hasFocus()
    room.type(page.receiving, "Chengdong bureau")
    assert page.receiving.error() == ""
    room.click(page.primary)
    assert (room.case.status, room.case.referred_to) == (Status.REFERRED, "Chengdong bureau")


def test_what_the_notice_lacks_is_said_before_closing_and_leads_to_intake(desk: Desk,
                                                                          open_case: Opener) -> None:
    room = open_case(rooms.register(desk))
    page = page_of(room)
    assert len(page.lacks.words.text().splitlines()) == 3  # both sides and the cause
    room.click(page.lacks.enter)
    assert room.window.key == "intake"


def test_a_closed_case_still_takes_what_its_papers_lack(taken_in: UUID, desk: Desk,
                                                        open_case: Opener) -> None:
    closing.close(desk, taken_in, desk.today, Outcome.WITHDRAWN)
    room = open_case(taken_in)
    from mediation_desk.gui.case.intake.page import IntakePage

    page = room.go(1)
    assert isinstance(page, IntakePage)
    assert page.matter.cause.line.isReadOnly() and not page.matter.facts.area.isReadOnly()
    room.type(page.matter.facts, "Three months unpaid.")
    assert room.case.facts_in_brief == "Three months unpaid."
    assert not page.parties.add_respondent.isEnabled()  # there is one


# -- what contradicts the case is asked about -------------------------------------------------


def test_fully_paid_as_being_performed_is_asked_about_beside_the_outcomes(performed: UUID,
                                                                          open_case: Opener) -> None:
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    assert "Everything is paid" in page.doubt.words.text() and page.doubt.leave.hasFocus()
    assert room.case.status is Status.OPEN
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not page.doubt.isVisible() and page.outcomes.choices.buttons[Outcome.AGREEMENT].hasFocus()
    room.click(page.primary)
    choose(room, Outcome.RECONCILED)  # another outcome is another question
    assert not page.doubt.isVisible()
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    room.click(page.doubt.go)
    assert (room.case.status, room.case.outcome) == (Status.CLOSED, Outcome.AGREEMENT)


def test_every_contradiction_is_told_not_only_the_first(performed: UUID, open_case: Opener,
                                                        desk: Desk) -> None:
    """All is paid by 12 January and the visit is of the 20th: closed on the 11th, two things lie after it."""
    closing.visit(desk, performed, closing.VisitDraft(date(2025, 1, 20)))
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.RECONCILED)
    room.type(page.end.field("closed_on"), "2025-01-11")
    room.click(page.primary)
    told = page.doubt.words.text().splitlines()
    assert told[:3] == [
        "An agreement was signed on 25 November 2024; 30,264.00 yuan of 30,264.00 yuan is paid.",
        "A payment is booked for 12 January 2025, after the closing.",
        "A return visit is dated 20 January 2025, after the closing."]
    assert told[3].startswith("Not looked at before closing: Accepted lawfully") and len(told) == 4
    assert room.case.status is Status.OPEN


def test_choosing_again_closes_nothing_and_leads_back_to_the_outcomes(performed: UUID,
                                                                      open_case: Opener) -> None:
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    room.click(page.doubt.leave)
    assert page.doubt.isHidden() and page.outcomes.choices.buttons[Outcome.AGREEMENT].hasFocus()
    assert room.case.status is Status.OPEN and room.case.outcome is None
