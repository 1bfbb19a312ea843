"""An order from its arrival to its finish, as a mediator does it; every date around National Day 2025."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import Qt

from mediation_desk.domain.intake.order.replies import Release, release_of
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.gui import desks
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.order.hands import noted, page_of

SIGN_IN, CONTACT, FINISH = OrderClockKind


def test_an_order_comes_in_is_signed_in_contacted_extended_replied_released_and_finished(
        desk: Desk, clock: desks.SetClock, case_id: UUID, open_case: Opener) -> None:
    """It came on 30 September 2025 at 16:00. Four working hours: 9 October 11:00; one working day: that day;
    five: 9, 10, 11 (a Saturday that is worked), 13 and 14 October. Ten more: 15 to 17, 20 to 24, 27, 28."""
    room = open_case(case_id)
    page = page_of(room)
    assert page.empty.isVisible() and not page.whole.isVisible()
    noted(room, page)
    cards = page.clocks.cards
    assert [card.due.text() for card in cards.values()] == [
        "2025-10-09 11:00", "2025-10-09 18:00", "2025-10-14 18:00"]
    assert room.case.orders[0].number == "250930160000123456"  # under which the case was registered
    assert "5 working days by the table" in cards[FINISH].basis.text()

    room.click(cards[SIGN_IN].act)
    assert not cards[SIGN_IN].act.isVisible() and cards[SIGN_IN].state.state.text == "In time"
    clock.set(date(2025, 10, 10), time(9, 30))
    room.click(cards[CONTACT].act)
    assert page.step.form.field("number").typed() == "13809710001"
    room.click(page.step.keep)
    assert cards[CONTACT].state.state.text == "15 hours late"  # since 9 October 18:00
    clock.set(date(2025, 10, 14), time(16, 0))
    room.click(page.acts[OrderStepKind.EXTENDED])
    assert "2025-10-14 17:00" in page.step.hint.text() and "2025-10-28 18:00" in page.step.hint.text()
    room.click(page.step.keep)
    assert page.step.form.field("reason").error() == "Say why."
    room.type(page.step.form.field("until"), "2025-10-22")
    room.type(page.step.form.field("reason"), "双方正在协商")
    room.click(page.step.keep)
    assert cards[FINISH].due.text() == "2025-10-22 18:00"

    form = page.reply.form
    room.choose(form.field("found_true"), 0)
    room.choose(form.field("solved"), 0)
    room.click(page.reply.propose)
    assert page.reply.proposed.isVisible() and form.field("contacted_number").typed() == "13809710001"
    assert not room.case.replies  # a proposal keeps nothing
    room.type(form.field("public_answer"), "经核实，马晓兰反映的情况属实。")
    room.click(page.reply.keep)
    check = page.reply.check
    assert check.isVisible() and not check.release.isEnabled()
    assert "still tells who is meant" in check.said.text()
    room.type(form.field("public_answer"), "您反映的情况属实，双方已自愿达成调解协议。")
    room.click(page.reply.keep)
    assert check.release.isEnabled()
    room.click(check.release)
    assert release_of(room.case.replies[0]) is Release.RELEASED and not check.release.isVisible()

    clock.set(date(2025, 10, 20))
    room.click(cards[FINISH].act)
    assert cards[FINISH].state.state.text == "In time"
    assert not any(made.isVisible() for made in page.acts.values())
    assert [step.kind for step in room.case.order_steps] == [
        OrderStepKind.SIGNED_IN, OrderStepKind.CONTACTED, OrderStepKind.EXTENDED, OrderStepKind.FINISHED]
    page.history.table.choose_row(0)
    room.click(page.history.remove)
    assert cards[FINISH].act.isVisible()
    room.press(Qt.Key.Key_Z)
    assert not cards[FINISH].act.isVisible()


def test_a_finish_without_contact_or_reply_is_asked_about_in_place(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    room.click(page.clocks.cards[FINISH].act)
    assert page.step.doubt.isVisible()
    assert page.step.doubt.words.text().splitlines() == [
        "Nobody noted that the citizen was contacted.", "A reply is wanted, and none is written yet."]
    room.click(page.step.doubt.leave)
    assert room.case.order_steps == []
    room.click(page.step.keep)
    room.click(page.step.doubt.go)
    assert [step.kind for step in room.case.order_steps] == [OrderStepKind.FINISHED]


def test_an_extension_after_the_cut_off_is_refused_beside_its_hour(
        clock: desks.SetClock, case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    clock.set(date(2025, 10, 14), time(17, 30))
    room.click(page.acts[OrderStepKind.EXTENDED])
    room.type(page.step.form.field("reason"), "双方正在协商")
    room.click(page.step.keep)
    assert "had to be asked for by 14 October 2025 17:00" in page.step.form.field("at").error()
    room.type(page.step.form.field("at_hour"), "16:55")
    room.click(page.step.keep)
    assert len(room.case.order_steps) == 1


def test_an_order_is_changed_and_what_it_says_itself_prevails(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    room.click(page.particulars.change)
    room.type(page.card.form.field("given_until"), "2025-10-11")
    room.click(page.card.keep)
    assert page.card.form.field("given_until_hour").error() == "Say the hour too."
    room.type(page.card.form.field("given_until_hour"), "12:00")
    room.click(page.card.keep)
    card = page.clocks.cards[FINISH]
    assert card.due.text() == "2025-10-11 12:00"
    assert card.basis.text() == "as the order says; by the table it would be 2025-10-14 18:00"
    assert room.case.orders[0].given_until == datetime(2025, 10, 11, 12)


def test_the_order_of_a_case_that_is_over_is_finished_all_the_same(desk: Desk, case_id: UUID,
                                                                  open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    rooms.named(desk, case_id)
    closing.close(desk, case_id, date(2025, 9, 30), Outcome.WITHDRAWN, "taken back", sure=True)
    room.window.bench.reload()
    room.settle()
    assert page.clocks.cards[SIGN_IN].act.isVisible()
    room.click(page.clocks.cards[SIGN_IN].act)
    assert len(room.case.order_steps) == 1


def test_what_is_typed_of_an_order_waits_for_the_next_time(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    room.click(page.empty.action)
    room.type(page.card.form.field("title"), "拖欠工资")
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.card.isHidden() and page.empty.isVisible()
    room.click(page.empty.action)
    assert page.card.form.field("title").typed() == "拖欠工资"


def test_the_context_column_tells_the_clock_that_ends_first(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    assert room.window.context.orders.isHidden()
    noted(room, page)
    assert not room.window.context.orders.isHidden()
