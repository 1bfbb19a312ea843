"""Signing: the day on which everybody signed, and the draft that was looked at, no other."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mediation_desk.demonstration import streamers
from mediation_desk.services import reading
from mediation_desk.services.settlement import settling
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, set_first_day, tick_all


@pytest.mark.parametrize("typed", ["", "soon", "2024-02-30"])
def test_without_a_readable_day_nothing_is_signed(room: Room, typed: str) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    room.begin(page.sign_card.day, typed)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert page.sign_card.day.error() and page.sign_card.isVisible()
    assert page.sign_card.sign_button.isEnabled()
    assert room.case.agreement and room.case.agreement.signed_on is None


def test_the_day_begins_with_today_and_a_refused_day_is_forgotten(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    assert page.sign_card.day.value() == room.desk.today
    room.begin(page.sign_card.day, "2024-11-26")
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert page.sign_card.day.error()
    room.click(page.sign_card.later)
    room.click(page.primary)
    assert page.sign_card.day.value() == room.desk.today and page.sign_card.day.error() == ""
    room.type(page.sign_card.day, "2024-11-24")  # before the case was accepted
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert page.sign_card.day.error() and page.sign_card.isVisible()
    assert room.case.agreement and room.case.agreement.signed_on is None


def test_a_signing_day_ahead_is_refused_beside_the_day(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    room.type(page.sign_card.day, "2024-11-26")
    tick_all(page)
    page.sign_card.sign()
    room.settle()
    assert "future" in page.sign_card.day.error()
    assert room.case.agreement and room.case.agreement.signed_on is None


def test_while_somebody_signs_the_terms_are_closed_to_change(room: Room) -> None:
    """What is frozen is what is shown: 30,264.00 on the form, on the paper and in the store."""
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    assert page.sign_card.day.line.hasFocus() and not page.sign_card.day.line.isReadOnly()
    assert page.terms.total.line.isReadOnly() and not page.terms.insert.combo.isEnabled()
    room.begin(page.terms.total, "50000")  # falls on a closed field
    room.window.bench.reload()
    room.settle()
    assert page.terms.total.line.isReadOnly() and page.terms.total.typed() == "30,264.00"
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert str(room.case.signed_agreement.total) == page.signed_part.figure.text().removesuffix(" yuan")
    assert str(room.case.signed_agreement.total) == "30,264.00"
    assert room.window.stepper.steps["performance"].hasFocus()


def test_not_yet_and_esc_open_the_terms_again_and_stay_in_the_case(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    for by_key in (False, True):
        room.click(page.primary)
        if by_key:
            room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        else:
            room.click(page.sign_card.later)
        assert not page.sign_card.isVisible() and not page.terms.total.line.isReadOnly()
        assert room.window.key == "settlement" and page.primary.isVisible()


def test_what_nobody_looked_at_is_not_signed_away(room: Room) -> None:
    """Five streamers gave no account: each is ticked, and what was ticked is kept with the case."""
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    findings = page.sign_card.findings
    assert len(findings.left) == 5 and "5 things to look at" in findings.head.text()
    room.click(page.sign_card.sign_button)
    assert page.sign_card.unticked.isVisible() and not room.case.is_signed and findings.left[0].hasFocus()
    tick_all(page)
    assert not page.sign_card.unticked.isVisible() and findings.head.text() == "Everything was looked at"
    room.type(page.sign_card.day, "2024-11-25")
    assert not findings.left  # looked through anew for that day, and still ticked
    room.click(page.sign_card.sign_button)
    papers = reading.case(room.desk, room.case_id).papers
    assert sorted(one.template for one in papers) == ["mediation-agreement", "signing-checks"]


def test_a_finding_leads_to_where_it_is_mended(room: Room) -> None:
    page = page_of(room)
    room.type(page.terms.other, "个人所得税：甲")
    set_first_day(room, page)
    page.terms.other.set_typed("个人所得税：甲\n个人所得税：乙")
    page.terms.other.commit()
    room.settle()
    keep(room, page)
    room.click(page.primary)
    wrong, account = page.sign_card.findings.findings[:2]
    assert wrong.stops and "twice" in str(wrong.sentence)
    page.sign_card.findings.jump.emit(wrong)
    room.settle()
    assert not page.sign_card.isVisible() and "twice" in page.terms.other.error()
    room.click(page.primary)
    page.sign_card.findings.jump.emit(account)
    room.settle()
    assert room.window.key == "intake"
    detail = room.window.page_in_front().parties.detail  # type: ignore[union-attr]
    assert detail.party_id == account.of and detail.form.field(account.field).hasFocus()


def test_a_draft_of_a_colleague_closes_the_signing_card(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    settling.draft(room.desk, room.case_id, streamers.terms())
    room.window.bench.reload()
    room.settle()
    assert not page.sign_card.isVisible() and "drafted anew meanwhile" in page.bar.words.text()
    assert room.case.agreement and room.case.agreement.signed_on is None


def test_a_due_day_before_the_signing_is_told_at_the_terms_and_goes_when_it_is_mended(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page, "2024-11-20")
    keep(room, page)
    room.click(page.primary)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert not page.sign_card.isVisible()
    assert page.terms.first.error() == "The first instalment falls due before the signing."
    room.type(page.terms.first, "2024-12-10")
    assert page.terms.first.error() == "" and page.primary.text() == "Keep the terms"
    keep(room, page)
    room.click(page.primary)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert room.case.signed_agreement.signed_on == date(2024, 11, 25)


def test_enter_keeps_the_terms_and_signs_only_where_signing_is_asked(room: Room) -> None:
    page = page_of(room)
    room.begin(page.terms.first, "2024-12-10")
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert room.case.agreement is not None and page.primary.hasFocus()
    page.terms.grace.setFocus()
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert not page.sign_card.isVisible()
    page.primary.setFocus()
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert page.sign_card.day.line.hasFocus()


