"""Settlement: terms typed, tables that add up, a paper that follows, the agreement signed and frozen."""

import hashlib
import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_desk.demonstration import streamers
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import ClockKind, DefaultClause, ShareKind, SplitKind, Station
from mediation_desk.gui.case.settlement.grids import TOTAL, MatrixField
from mediation_desk.gui.case.settlement.page import PAUSE_MS, SettlementPage
from mediation_desk.gui.case.settlement.reading import weights_of
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock

SHARES = ["6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]


@pytest.fixture
def accepted(desk: Desk) -> UUID:
    """The streamers' case after the third round was accepted: 30,264.00 in two instalments."""
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    streamers._mediation(desk, case_id)
    return case_id


@pytest.fixture
def room(accepted: UUID, open_case: Opener) -> Room:
    return open_case(accepted)


def page_of(room: Room) -> SettlementPage:
    page = room.go(4)
    assert isinstance(page, SettlementPage)
    return page


def previewed(room: Room, page: SettlementPage) -> bytes:
    """Wait for the pause after the last change, and for the paper."""
    QTest.qWait(PAUSE_MS + 50)
    room.settle()
    return page.paper._data


def cells(field: MatrixField, column: str) -> list[str]:
    model = field.model
    at = [one.id for one in model.columns].index(column)
    return [model.cell(model.index(row, at)).text for row in range(model.rowCount())]


def type_cell(page: SettlementPage, field: str, row: str, column: str, text: str) -> None:
    """Type into a cell of one of the tables."""
    grid = page.terms.schedule if field == "schedule" else page.terms.matrix
    model = grid.model
    at = ([one.id for one in model.rows].index(row), [one.id for one in model.columns].index(column))
    assert model.editable(model.index(*at))
    model.edit({at: text})


def set_first_day(room: Room, page: SettlementPage, day: str = "2024-12-10") -> None:
    room.type(page.terms.first, day)


def move(room: Room) -> None:
    """A colleague corrects the first applicant's address."""
    first = room.case.applicants[0]
    edit = Edit("party", first.id, "address", first.address, "Kunlun Road 12")
    editing.save(room.desk, room.case_id, [edit])


def keep(room: Room, page: SettlementPage) -> None:
    assert page.primary.text() == "Keep the terms"
    room.click(page.primary)


# -- terms -----------------------------------------------------------------------------------


def test_the_accepted_offer_is_taken_over_and_written_out(room: Room) -> None:
    page = page_of(room)
    assert page.terms.total.value() == yuan("30264") and page.terms.count.value() == 2
    assert "叁万零贰佰陆拾肆元整" in [label.text() for label in page.terms.total.findChildren(QLabel)]
    assert not page.terms.take_over.isVisibleTo(page)
    room.type(page.terms.total, "30000")
    assert page.terms.take_over.isVisibleTo(page)
    room.click(page.terms.take_over)
    assert page.terms.total.value() == yuan("30264")


def test_shares_and_instalments_add_up_both_ways_as_soon_as_the_first_day_is_typed(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    assert cells(page.terms.matrix, "share") == [*SHARES, "30,264.00"]
    for instalment in ("0", "1"):
        column = [Money.typed(text) for text in cells(page.terms.matrix, instalment)]
        assert total(column[:-1]) == column[-1] == yuan("15132")
    rows = zip(*(cells(page.terms.matrix, at) for at in ("0", "1", "share")), strict=True)
    assert all(Money.typed(one) + Money.typed(two) == Money.typed(share) for one, two, share in rows)


def test_the_paper_follows_the_last_change_and_is_marked_as_a_draft(room: Room) -> None:

    page = page_of(room)
    assert page.paper.isHidden()
    set_first_day(room, page)
    previewed(room, page)
    assert page.paper.isVisible() and page.paper.pages > 0
    wanted = page.terms.draft()
    assert page.paper._data == signing.preview_agreement(room.desk, room.case_id, wanted).pdf
    room.begin(page.terms.place, "Xining")
    after = previewed(room, page)
    assert after == signing.preview_agreement(room.desk, room.case_id, page.terms.draft()).pdf
    assert page.terms.draft().signing_place == "Xining"
    assert room.case.agreement is None


def test_a_due_day_in_a_year_not_announced_says_so(room: Room) -> None:
    """11 January 2027 is a Monday that may still be moved; 1 January is a holiday by law."""
    page = page_of(room)
    set_first_day(room, page, "2026-12-11")
    schedule = page.terms.schedule
    falls = [one.id for one in schedule.model.columns].index("falls")

    def shown() -> list[str]:
        return [schedule.model.cell(schedule.model.index(at, falls)).text for at in (0, 1)]

    assert shown() == ["2026-12-11", "2027-01-11, not certain"]
    beneath = [label.text() for label in schedule.findChildren(QLabel)]
    assert any("holidays of 2027 are not announced" in text for text in beneath)
    set_first_day(room, page, "2026-12-01")
    assert shown() == ["2026-12-01", "2027-01-01, rest day"]
    set_first_day(room, page)
    assert not any("announced" in label.text() for label in schedule.findChildren(QLabel))


def test_a_due_day_on_a_rest_day_moves_as_the_rule_says(room: Room) -> None:
    """8 December 2024 is a Sunday, 8 January 2025 a Wednesday."""
    page = page_of(room)
    set_first_day(room, page, "2024-12-08")
    schedule = page.terms.schedule
    falls = [one.id for one in schedule.model.columns].index("falls")

    def first() -> str:
        return schedule.model.cell(schedule.model.index(0, falls)).text

    assert first() == "2024-12-08, rest day"
    room.choose(page.terms.rule, list(RestDayRule).index(RestDayRule.NEXT_WORKDAY))
    assert first() == "2024-12-09, moved"
    room.choose(page.terms.rule, list(RestDayRule).index(RestDayRule.PREVIOUS_WORKDAY))
    assert first() == "2024-12-06, moved"
    keep(room, page)
    agreement = room.case.agreement
    assert agreement
    assert [one.due_on for one in agreement.instalments] == [date(2024, 12, 6), date(2025, 1, 8)]


def test_shares_by_hand_that_do_not_add_up_are_said_beside_the_table(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.choose(page.terms.share_kind, list(ShareKind).index(ShareKind.BY_HAND))
    workers = [str(one.id) for one in room.case.applicants]
    for worker in workers:
        type_cell(page, "shares", worker, "share", "6000")
    assert "30,000.00 yuan, not to 30,264.00 yuan" in page.terms.matrix.error()
    type_cell(page, "shares", workers[0], "share", "6264")
    assert page.terms.matrix.error() == ""
    keep(room, page)
    agreement = room.case.agreement
    assert agreement and [str(one.amount) for one in agreement.shares] == ["6,264.00"] + ["6,000.00"] * 4


def test_days_by_hand_begin_with_those_of_the_month(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.choose(page.terms.rhythm, 1)
    assert page.terms.schedule.dates(2) == (date(2024, 12, 10), date(2025, 1, 10))
    assert page.terms.schedule.error() == ""
    type_cell(page, "schedule", "1", "due", "2025-01-17")
    assert page.terms.schedule.dates(2) == (date(2024, 12, 10), date(2025, 1, 17))


def test_dates_and_amounts_by_hand(room: Room) -> None:
    page = page_of(room)
    room.choose(page.terms.rhythm, 1)
    room.choose(page.terms.split, list(SplitKind).index(SplitKind.BY_HAND))
    assert "due day of every instalment" in page.terms.schedule.error()
    for row, (day, amount) in enumerate((("2024-12-03", "10000"), ("20241230", "20264.00"))):
        type_cell(page, "schedule", str(row), "due", day)
        type_cell(page, "schedule", str(row), "amount", amount)
    assert page.terms.schedule.error() == ""
    keep(room, page)
    agreement = room.case.agreement
    assert agreement
    assert [(one.due_on, one.amount) for one in agreement.instalments] == [
        (date(2024, 12, 3), yuan("10000")), (date(2024, 12, 30), yuan("20264"))]


def test_a_clause_of_the_library_becomes_a_line_of_the_other_terms(room: Room) -> None:
    page = page_of(room)
    room.choose(page.terms.insert, 1)
    assert page.terms.other.typed().startswith("一次性了结：")
    room.choose(page.terms.insert, page.terms.insert.combo.findText("离职证明"))
    assert "____日内向申请人出具" in page.terms.other.typed().splitlines()[1]


@pytest.mark.parametrize(("amounts", "weights"), [
    (("15132", "15132"), (1, 1)), (("9079.20", "21184.80"), (3, 7)),
    (("10088.00", "10088.00", "10088.00"), (1, 1, 1)), (("9987.12", "20276.88"), (33, 67))])
def test_kept_amounts_are_read_back_as_the_plainest_shares(amounts: tuple[str, ...],
                                                           weights: tuple[int, ...]) -> None:
    parts = [yuan(amount) for amount in amounts]
    found = weights_of(parts, total(parts))
    assert found == weights and total(parts).split(found) == parts


def test_typed_terms_come_back_after_a_kill(room: Room, open_case: Opener) -> None:
    page = page_of(room)
    set_first_day(room, page, "2024-12-12")
    room.choose(page.terms.clause, list(DefaultClause).index(DefaultClause.RESUME))
    room.window.bench.notes.flush()
    room.settle()
    again = page_of(open_case(room.case_id))
    assert again.terms.first.value() == date(2024, 12, 12)
    assert again.terms.clause.value() is DefaultClause.RESUME
    assert again.primary.text() == "Keep the terms"


def test_the_paper_falls_under_the_terms_where_there_is_no_room(room: Room) -> None:
    page = page_of(room)
    assert page._right.parentWidget() is page._split
    room.frame.resize(900, 700)
    room.settle()
    assert page.area.isAncestorOf(page._right)
    assert page.area.horizontalScrollBar().maximum() == 0
    room.frame.resize(1366, 768)
    room.settle()
    assert page._right.parentWidget() is page._split
    terms, paper = page._split.sizes()
    assert terms > 400 and paper > 400  # both can be read, whichever was there first


def test_the_terms_have_their_room_when_the_page_first_opens(room: Room) -> None:
    """Their parts are made only when they are looked at; the paper does not take the width before."""
    terms, paper = page_of(room)._split.sizes()
    assert terms > 400 and paper > 400


# -- keeping and signing ---------------------------------------------------------------------


def test_the_story_is_kept_signed_and_frozen(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.type(page.terms.place, "Xining")
    keep(room, page)
    assert room.case.agreement and room.case.agreement.signing_place == "Xining"
    assert page.primary.text() == "Sign …"
    room.click(page.primary)
    room.type(page.sign_card.day, "2024-11-25")
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


def test_a_signing_day_ahead_is_refused_beside_the_day(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    room.type(page.sign_card.day, "2024-11-26")
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
    room.click(page.sign_card.sign_button)
    assert not page.sign_card.isVisible()
    assert page.terms.first.error() == "The first instalment falls due before the signing."
    room.type(page.terms.first, "2024-12-10")
    assert page.terms.first.error() == "" and page.primary.text() == "Keep the terms"
    keep(room, page)
    room.click(page.primary)
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


def test_a_change_after_keeping_asks_to_keep_again(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    assert page.primary.text() == "Sign …"
    room.type(page.terms.grace, "7")
    assert page.primary.text() == "Keep the terms"
    keep(room, page)
    assert room.case.agreement and room.case.agreement.grace_days == 7


def test_keeping_without_a_first_day_says_so_beside_it(room: Room) -> None:
    page = page_of(room)
    page.keep_terms()
    room.settle()
    assert page.terms.first.error() == "This must be filled in."
    assert room.case.agreement is None


def test_what_is_typed_stays_when_the_case_is_read_anew(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.type(page.terms.grace, "9")
    room.window.bench.reload()
    room.settle()
    assert page.terms.grace.value() == 9 and page.terms.first.value() == date(2024, 12, 10)


def test_kept_terms_read_back_as_they_were_set(room: Room, desk: Desk, open_case: Opener) -> None:
    """What the page shows of kept terms makes the same draft again, so nothing asks to be kept."""
    settling.draft(desk, room.case_id, streamers.terms())
    page = page_of(open_case(room.case_id))
    assert page.primary.text() == "Sign …"
    assert page.terms.draft() == streamers.terms()
    assert json.loads(page.terms.schedule.typed() or "{}") == {}


def test_the_kept_agreement_is_shown_as_it_is_signed_and_frozen_as_it_was_saved(room: Room,
                                                                               tmp_path: Path) -> None:
    """Saved on Monday and signed; on Tuesday somebody corrects an address; what was signed is frozen."""
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    shown = previewed(room, page)
    assert shown == making.make(room.desk, room.case_id, AGREEMENT).pdf
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    move(room)
    room.window.bench.reload()
    assert previewed(room, page) != shown
    room.click(page.primary)
    assert previewed(room, page) == shown
    assert page.sign_card.outdated.isVisible() and "changed after" in page.sign_card.outdated.text()
    room.click(page.sign_card.sign_button)
    assert page.paper._data == shown == (tmp_path / "agreement.pdf").read_bytes()
    assert room.case.signed_agreement.paper_sha256 == hashlib.sha256(shown).hexdigest()


def test_not_yet_shows_what_the_case_says_now(room: Room, tmp_path: Path) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    former = previewed(room, page)
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    move(room)
    room.window.bench.reload()
    room.click(page.primary)
    assert previewed(room, page) == former
    room.click(page.sign_card.later)
    now = previewed(room, page)
    assert now == making.make(room.desk, room.case_id, AGREEMENT).pdf != former
    page.paper.write(tmp_path / "agreement.pdf")
    room.settle()
    room.click(page.primary)
    assert previewed(room, page) == now and not page.sign_card.outdated.isVisible()


def test_a_change_that_nobody_saw_while_the_card_is_open_is_not_signed(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    previewed(room, page)
    move(room)
    room.click(page.sign_card.sign_button)
    assert "since it was shown" in page.bar.words.text()
    assert room.case.agreement and room.case.agreement.signed_on is None
    assert not page.sign_card.isVisible()


def test_a_last_day_in_a_year_not_announced_says_so_once_it_is_signed(room: Room, clock: SetClock) -> None:
    """Signed on 20 December 2026: 15 days end on 4 January 2027, whose holidays are not known."""
    clock.set(date(2026, 12, 20))
    page = page_of(room)
    set_first_day(room, page, "2027-02-10")
    keep(room, page)
    room.click(page.primary)
    room.type(page.sign_card.day, "2026-12-20")
    room.click(page.sign_card.sign_button)
    said = [label.text() for label in page.signed_part.findChildren(QLabel)]
    assert any("4 January 2027" in text and "holidays of 2027 not announced" in text for text in said)
