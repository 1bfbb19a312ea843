"""Consent, acceptance, refusal, voiding and extension, each with its day and its reason."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mediation_desk.domain.vocabulary import Refusal, Status
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.services.intake import registering
from tests.gui.case.intake.hands import accepted, page_of
from tests.gui.case.rooms import RECEIVED, Room, named


def test_acceptance_asks_for_the_consent_that_is_missing_beside_its_field(room: Room) -> None:
    page = page_of(room)
    room.click(page.primary)
    consent = page.acceptance.form.field("applicants_agree_on")
    assert "consent of both sides" in consent.error()
    assert consent.hasFocus() and not consent.visibleRegion().isEmpty()
    assert room.case.accepted_on is None


def test_with_both_consents_the_case_is_accepted_and_its_clocks_run(room: Room) -> None:
    page = page_of(room)
    room.type(page.acceptance.form.field("applicants_agree_on"), "2024.11.25")
    room.type(page.acceptance.form.field("respondents_agree_on"), "20241125")
    room.click(page.primary)
    room.click(page.acceptance.doubt.go)  # nothing is claimed yet
    assert room.case.accepted_on == RECEIVED
    assert page.primary.isHidden()
    assert page.acceptance.clock_words() == [
        "Decide on acceptance 2024-11-25 to 2024-11-28 met on 2024-11-25 "
        "Consultation and Mediation Provisions, art. 22: three working days",
        "Free to apply for arbitration 2024-11-25 to 2024-12-10 15 days left "
        "Mediation and Arbitration Law, art. 14: 15 days from receipt",
        "Mediation ends 2024-11-25 to 2024-12-10 15 days left "
        "Consultation and Mediation Provisions, art. 29: 15 days from acceptance"]


def test_an_accepted_case_can_still_be_filled_in_and_extended(room: Room) -> None:
    accepted(room)
    page = page_of(room)
    room.type(page.matter.cause, "Unpaid wages")
    extension = page.acceptance.extension
    room.click(extension.open_button)
    room.begin(extension.field("extended_to"), "2025-01-10")
    room.click(extension.everybody)
    room.click(extension.extend)
    assert "An extension ends after" in extension.field("extended_to").error()
    room.begin(extension.field("extended_to"), "2024-12-20")
    room.click(extension.extend)
    assert (room.case.cause, room.case.extended_to) == ("Unpaid wages", date(2024, 12, 20))


def test_an_application_is_refused_with_its_reason_in_place(room: Room) -> None:
    page = page_of(room)
    room.click(page.acceptance.refuse)
    refusal = page.acceptance.refusal
    assert "cause of the dispute" in page.acceptance.lacks.words.text()
    room.click(page.acceptance.lacks.enter)  # what the notice needs is asked before the case is decided
    assert page.matter.cause.line.hasFocus()
    room.type(page.matter.cause, "Civil debt")
    assert not page.acceptance.lacks.isVisible()
    room.begin(refusal.field("closing_note"), "a civil debt")
    room.click(page.acceptance.do_refuse)
    assert refusal.field("refusal").error() == "This must be chosen."  # no reason is given unasked
    room.choose(refusal.field("refusal"), 0)
    room.click(page.acceptance.do_refuse)
    case = room.case
    assert (case.status, case.refusal) == (Status.REFUSED, Refusal.OUT_OF_SCOPE)
    assert case.closing_note == "a civil debt"
    assert page.matter.cause.line.isReadOnly() and not refusal.isVisible()


def test_a_refusal_just_made_is_taken_back(room: Room) -> None:
    named(room.desk, room.case_id)
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    room.click(page.acceptance.refuse)
    room.choose(page.acceptance.refusal.field("refusal"), 0)
    room.click(page.acceptance.do_refuse)
    assert room.case.status is Status.REFUSED
    room.click(page.bar.action)
    assert (room.case.status, room.case.refusal) == (Status.OPEN, None)
    assert page.primary.isVisible()


def test_a_case_begun_by_mistake_is_voided_with_a_reason_and_comes_back(room: Room) -> None:
    page = page_of(room)
    room.click(page.acceptance.void)
    reason = page.acceptance.voiding.field("reason")
    assert reason.hasFocus()
    room.click(page.acceptance.do_void)
    assert reason.error() == "This must be filled in." and room.case.status is Status.OPEN
    room.begin(reason, "entered twice")
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert (room.case.status, room.case.closing_note) == (Status.VOIDED, "entered twice")
    assert not page.primary.isVisible() and not page.acceptance.void.isVisible()
    room.click(page.bar.action)
    assert room.case.status is Status.OPEN


@pytest.mark.parametrize(("typed", "told"), [("", "must be filled in"), ("2024-12-24", "future"),
                                            ("2024-11-24", "")])
def test_a_day_of_acceptance_that_cannot_be_is_refused_beside_it(room: Room, typed: str, told: str) -> None:
    registering.consent_all(room.desk, room.case_id, RECEIVED)
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    room.begin(page.acceptance.accepted, typed)
    room.click(page.primary)
    if not page.acceptance.doubt.isHidden():
        room.click(page.acceptance.doubt.go)
    assert page.acceptance.accepted.error() and told in page.acceptance.accepted.error()
    assert room.case.accepted_on is None


def test_one_question_at_a_time_stands_open(room: Room) -> None:
    acceptance = page_of(room).acceptance
    room.click(acceptance.refuse)
    room.begin(acceptance.refusal.field("closing_note"), "a civil debt")
    room.click(acceptance.void)
    assert not acceptance.refusing.isVisible() and acceptance.begun_by_mistake.isVisible()
    room.click(acceptance.refuse)
    assert acceptance.refusal.field("closing_note").typed() == "a civil debt"  # put by, not forgotten
    room.click(acceptance.refuse)
    assert not acceptance.refusing.isVisible() and acceptance.refuse.hasFocus()


def test_everybody_consents_today_goes_when_everybody_has_spoken(room: Room) -> None:
    acceptance = page_of(room).acceptance
    assert acceptance.everybody.isVisible()
    room.type(acceptance.form.field("applicants_agree_on"), "2024-11-24")
    assert acceptance.everybody.isVisible()
    room.click(acceptance.everybody)
    case = room.case
    assert case.applicants_agree_on == date(2024, 11, 24)  # what was entered stays
    assert case.respondents_agree_on == RECEIVED and acceptance.everybody.isHidden()


def test_an_accepted_case_is_no_more_refused_and_a_signed_one_no_more_voided(room: Room) -> None:
    accepted(room)
    acceptance = page_of(room).acceptance
    assert acceptance.refuse.isHidden() and not acceptance.void.isHidden()
    assert acceptance.accepted.line.isReadOnly() and not acceptance.extension.isHidden()


@pytest.mark.parametrize(("until", "kept"), [("2024-12-10", False), ("2024-12-11", True),
                                            ("2024-12-25", True), ("2024-12-26", False), ("", False)])
def test_an_extension_ends_within_fifteen_days_more(room: Room, until: str, kept: bool) -> None:
    """Accepted on 25 November: mediation ends on 10 December, extended on 25 December at the latest."""
    accepted(room)
    acceptance = page_of(room).acceptance
    room.click(acceptance.extension.open_button)
    room.begin(acceptance.extension.field("extended_to"), until)
    room.click(acceptance.extension.everybody)
    room.click(acceptance.extension.extend)
    assert (room.case.extended_to is not None) is kept
    assert acceptance.extension.form is None or acceptance.extension.field("extended_to").error()
    assert (acceptance.extension.form is None) is kept
    if kept:
        assert any(until in line for line in acceptance.clock_words())


def test_a_voiding_and_a_refusal_in_the_future_are_refused(room: Room) -> None:
    named(room.desk, room.case_id)
    room.window.bench.reload()
    room.settle()
    acceptance = page_of(room).acceptance
    room.click(acceptance.void)
    room.begin(acceptance.voiding.field("reason"), "entered twice")
    room.begin(acceptance.voiding.field("voided_on"), "2024-11-26")
    room.click(acceptance.do_void)
    assert acceptance.voiding.field("voided_on").error() and room.case.status is Status.OPEN
    room.click(acceptance.refuse)
    room.choose(acceptance.refusal.field("refusal"), 0)
    room.begin(acceptance.refusal.field("refused_on"), "2024-11-26")
    room.click(acceptance.do_refuse)
    assert acceptance.refusal.field("refused_on").error() and room.case.status is Status.OPEN


# -- what speaks against an acceptance is asked about beside it ---------------------------------


def consent(room: Room, applicants: str, respondents: str) -> IntakePage:
    page = page_of(room)
    room.type(page.acceptance.form.field("applicants_agree_on"), applicants)
    room.type(page.acceptance.form.field("respondents_agree_on"), respondents)
    return page


def claim(room: Room) -> None:
    workers = room.case.applicants
    registering.set_claims(room.desk, room.case_id, {worker.id: ["unpaid_wages"] for worker in workers})
    room.window.bench.reload()
    room.settle()


def test_a_case_without_a_claim_is_asked_about(room: Room) -> None:
    page = consent(room, "2024-11-25", "2024-11-25")
    room.click(page.primary)
    doubt = page.acceptance.doubt
    assert doubt.isVisible() and "No claim is entered yet" in doubt.words.text()
    assert room.case.accepted_on is None
    room.click(doubt.leave)
    assert not doubt.isVisible() and room.case.accepted_on is None
    room.click(page.primary)
    room.click(doubt.go)
    assert room.case.accepted_on == RECEIVED and not doubt.isVisible()


def test_a_consent_older_than_the_application_is_asked_about(room: Room) -> None:
    claim(room)
    page = consent(room, "2024-11-20", "2024-11-25")
    room.click(page.primary)
    words = page.acceptance.doubt.words.text()
    assert "20 November 2024" in words and "claim" not in words
    room.click(page.acceptance.doubt.go)
    assert room.case.accepted_on == RECEIVED


def test_a_case_in_order_is_accepted_at_one_press(room: Room) -> None:
    claim(room)
    page = consent(room, "2024-11-25", "2024-11-25")
    room.click(page.primary)
    assert room.case.accepted_on == date(2024, 11, 25) and not page.acceptance.doubt.isVisible()
