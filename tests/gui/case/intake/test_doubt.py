"""What speaks against an acceptance is asked about beside it, and nothing is kept before somebody is sure."""

from datetime import date

from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.services.intake import registering
from tests.gui.case.rooms import RECEIVED, Room


def page_of(room: Room) -> IntakePage:
    page = room.go(1)
    assert isinstance(page, IntakePage)
    return page


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
    room.click(doubt.accept)
    assert room.case.accepted_on == RECEIVED and not doubt.isVisible()


def test_a_consent_older_than_the_application_is_asked_about(room: Room) -> None:
    claim(room)
    page = consent(room, "2024-11-20", "2024-11-25")
    room.click(page.primary)
    words = page.acceptance.doubt.words.text()
    assert "20 November 2024" in words and "claim" not in words
    room.click(page.acceptance.doubt.accept)
    assert room.case.accepted_on == RECEIVED


def test_a_case_in_order_is_accepted_at_one_press(room: Room) -> None:
    claim(room)
    page = consent(room, "2024-11-25", "2024-11-25")
    room.click(page.primary)
    assert room.case.accepted_on == date(2024, 11, 25) and not page.acceptance.doubt.isVisible()
