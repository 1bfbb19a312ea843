"""The signed agreement in short: what was agreed, to whom, until when, and the fingerprint."""

import dataclasses
import hashlib
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import total, yuan
from mediation_desk.domain.vocabulary import ClockKind, Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.grids import TOTAL
from mediation_desk.gui.case.settlement.signed import SignedPart, in_groups, plan_of
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import SHARES, cells, keep, page_of, set_first_day, tick_all
from tests.gui.desks import SetClock


def test_the_story_is_kept_signed_and_frozen(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.type(page.terms.place, "Xining")
    keep(room, page)
    assert room.case.agreement and room.case.agreement.signing_place == "Xining"
    assert page.primary.text() == "Sign …"
    room.click(page.primary)
    room.type(page.sign_card.day, "2024-11-25")
    tick_all(page)
    room.click(page.sign_card.sign_button)
    view = reading.case(room.desk, room.case_id)
    agreement = view.case.signed_agreement
    assert sorted(str(one.amount) for one in agreement.shares) == sorted(SHARES)
    assert [(one.due_on, str(one.amount)) for one in agreement.instalments] == [
        (date(2024, 12, 10), "15,132.00"), (date(2025, 1, 10), "15,132.00")]
    frozen = making.make(room.desk, room.case_id, AGREEMENT).pdf
    assert view.papers[0].sha256 == agreement.paper_sha256 == hashlib.sha256(frozen).hexdigest()
    due = {clock.kind: clock.due_on for clock in view.clocks}
    assert (due[ClockKind.REVIEW], due[ClockKind.CONFIRMATION]) == (date(2024, 12, 10), date(2024, 12, 25))
    assert view.case.station is Station.PERFORMANCE
    assert page.paper._data == frozen
    assert page.signed_part.fingerprint.text().replace(" ", "") == agreement.paper_sha256
    said = [label.text() for label in page.signed_part.findChildren(QLabel)]
    assert "until 10 December 2024, 15 days left" in said and "until 25 December 2024, 30 days left" in said
    assert page.terms.isHidden() and page.primary.isHidden()
    assert cells(page.signed_part.matrix, "share")[-1] == "30,264.00"
    assert [one.id for one in page.signed_part.matrix.model.rows][-1] == TOTAL


@pytest.fixture
def signed(desk: Desk, accepted: UUID) -> UUID:
    """The streamers' terms, signed on 25 November 2024."""
    settling.draft(desk, accepted, streamers.terms())
    settling.sign(desk, accepted, date(2024, 11, 25))
    return accepted


@given(text=st.text("0123456789abcdef", max_size=70))
def test_a_fingerprint_in_groups_is_the_same_fingerprint(text: str) -> None:
    groups = in_groups(text).split(" ") if text else []
    assert "".join(groups) == text
    assert all(len(group) == 8 for group in groups[:-1]) and all(len(group) <= 8 for group in groups)


def test_the_matrix_of_a_signed_agreement_adds_up_both_ways(desk: Desk, signed: UUID) -> None:
    agreement = rooms.stored(desk, signed).signed_agreement
    plan = plan_of(agreement)
    assert plan.due_dates == streamers.INSTALMENTS and total(plan.amounts) == yuan("30264")
    for amount, column in zip(plan.amounts, plan.matrix, strict=True):
        assert total(column) == amount
    for at, share in enumerate(plan.shares):
        assert total(column[at] for column in plan.matrix) == share
    assert plan.workers == tuple(share.worker_id for share in agreement.shares)


@pytest.mark.parametrize(("days", "told"), [
    (0, "until 10 December 2024, 15 days left"), (14, "until 10 December 2024, 1 day left"),
    (15, "until 10 December 2024, 0 days left"), (16, "until 10 December 2024, over")])
def test_how_long_a_joint_application_is_open_is_told_to_the_day(
        desk: Desk, tasks: Tasks, signed: UUID, clock: SetClock, days: int, told: str) -> None:
    clock.set(date(2024, 11, 25) + timedelta(days=days))
    assert told in told_of(desk, tasks, signed)


def told_of(desk: Desk, tasks: Tasks, case_id: UUID) -> list[str]:
    """What the short version of the agreement says."""
    part = SignedPart(CaseBench(desk, tasks, case_id))
    view = reading.case(desk, case_id)
    part.show_case(view, view.case.signed_agreement)
    told = [one.text() for one in part.findChildren(QLabel)]
    part.deleteLater()
    return told


def test_a_grace_of_one_day_is_one_day(desk: Desk, tasks: Tasks, accepted: UUID) -> None:
    settling.draft(desk, accepted, dataclasses.replace(streamers.terms(), grace_days=1, copies=2))
    settling.sign(desk, accepted, date(2024, 11, 25))
    told = told_of(desk, tasks, accepted)
    assert "1 day" in told and "1 days" not in told and "2" in told


def test_in_chinese_the_amount_stands_in_figures_and_in_capitals(
        signed: UUID, open_case: Opener, dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    page = page_of(open_case(signed))
    assert page.signed_part.figure.text() == "30,264.00元"
    assert page.signed_part.capitals.text() == "叁万零贰佰陆拾肆元整"
    told = [one.text() for one in page.signed_part.findChildren(QLabel)]
    assert "2024年11月25日" in told and "5天" in told and "至2024年12月10日，剩15天" in told


def test_nothing_of_a_signed_agreement_can_be_typed_over(signed: UUID, open_case: Opener) -> None:
    room = open_case(signed)
    model = page_of(room).signed_part.matrix.model
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert len(places) == 6 * 4
    assert not any(model.editable(model.index(row, column)) for row, column in places)


def test_a_last_day_in_a_year_not_announced_says_so_once_it_is_signed(room: Room, clock: SetClock) -> None:
    """Signed on 20 December 2026: 15 days end on 4 January 2027, whose holidays are not known."""
    clock.set(date(2026, 12, 20))
    page = page_of(room)
    set_first_day(room, page, "2027-02-10")
    keep(room, page)
    room.click(page.primary)
    room.type(page.sign_card.day, "2026-12-20")
    tick_all(page)
    room.click(page.sign_card.sign_button)
    said = [label.text() for label in page.signed_part.findChildren(QLabel)]
    assert any("4 January 2027" in text and "holidays of 2027 not announced" in text for text in said)
