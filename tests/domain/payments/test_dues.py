"""What is still to be paid: every fen of the ledger once, by age, with what was promised and reminded of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.payments.dues import (
    LATE,
    Due,
    DueDay,
    DueFilter,
    DueTotals,
    Section,
    Sum,
    dues,
    payers_of,
    sections_of,
)
from mediation_desk.domain.payments.promises import PromiseState
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.summary import summarise
from mediation_desk.domain.vocabulary import DefaultClause, Duty, InstalmentState, ReminderManner, Status
from tests.domain import cases
from tests.domain.cases import CASE, COMPANY, NOW, WORKER
from tests.domain.performance.test_ledger import FIRST, SECOND, SHARES, agreed, paid

XINING = ZoneInfo("Asia/Shanghai")
THREE = [(FIRST, yuan("10000")), (SECOND, yuan("10000")), (date(2025, 2, 10), yuan("10264"))]


def case_with(*payments: str, clause: DefaultClause = DefaultClause.ACCELERATE, grace: int = 5) -> Case:
    """Three instalments; payments as “day amount”."""
    case = cases.signed()
    case.agreements_all = [agreed(SHARES, THREE, clause=clause, grace=grace)]
    case.payments_all = [paid(at + 1, date.fromisoformat(one.split()[0]), one.split()[1])
                         for at, one in enumerate(payments)]
    return case


def on(case: Case, today: date) -> list[Due]:
    return dues(case, summarise(case, WorkCalendar(), NOW), today)


def day(today: date, ahead: int = 3) -> DueDay:
    return DueDay(today, ahead, XINING)


def listed(case: Case, today: date, ahead: int = 3) -> list[set[Section]]:
    workers = frozenset(worker.id for worker in case.applicants)
    return [sections_of(one, day(today, ahead), case.payment_notes, case.reminders, workers)
            for one in on(case, today)]


def reminder(sent: datetime, *, number: int = 1, to: UUID | None = None, gone: bool = False) -> Reminder:
    return Reminder(id=UUID(int=900), case_id=CASE, instalment=number, sent_at=sent, sent_by=UUID(int=9),
                    manner=ReminderManner.COPIED, party_id=to, removed_at=NOW if gone else None)


# -- what is owed ----------------------------------------------------------------------------


def test_an_instalment_paid_in_part_tells_what_was_agreed_paid_and_is_left() -> None:
    first, *others = on(case_with("2024-12-10 12000"), date(2024, 12, 11))
    assert len(others) == 1
    assert (first.number, str(first.amount), str(first.paid), str(first.owed)) == (
        2, "10,000.00", "2,000.00", "8,000.00")
    assert first.is_first and first.payers == ("某公司",)


def test_what_is_paid_in_full_is_not_listed_and_neither_is_a_case_that_is_over() -> None:
    assert on(case_with("2024-12-10 30264"), SECOND) == []
    over = case_with()
    over.status = Status.CLOSED
    assert on(over, SECOND) == [] and on(cases.accepted(), SECOND) == []


def test_who_owes_is_who_the_agreement_says_and_else_whom_the_case_is_against() -> None:
    case = case_with()
    assert [one.name for one in payers_of(case, case.signed_agreement)] == ["某公司"]
    case.signed_agreement.debtors_all = [
        Debtor(id=UUID(int=1), case_id=CASE, agreement_id=UUID(int=1), party_id=WORKER),
        Debtor(id=UUID(int=2), case_id=CASE, agreement_id=UUID(int=1), party_id=COMPANY,
               duty=Duty.GUARANTEES)]
    assert [one.name for one in payers_of(case, case.signed_agreement)] == ["温若晴"]


def test_the_rest_is_owed_since_the_day_on_which_it_fell_due_at_once() -> None:
    """Due on 10 December with five days of grace: the rest since the 16th, fourteen days on the 30th."""
    told = on(case_with(), date(2024, 12, 30))
    assert [one.due_on for one in told] == [FIRST, date(2024, 12, 16), date(2024, 12, 16)]
    assert [one.agreed_on for one in told] == [day for day, _ in THREE]
    assert [one.days_late(date(2024, 12, 30)) for one in told] == [20, 14, 14]
    assert [one.accelerated for one in told] == [False, True, True]


def test_paid_late_the_rest_stays_due_at_once_and_without_the_clause_it_waits() -> None:
    late = on(case_with("2024-12-20 10000"), date(2024, 12, 21))
    assert [one.due_on for one in late] == [date(2024, 12, 16)] * 2
    waits = on(case_with("2024-12-20 10000", clause=DefaultClause.NONE), date(2024, 12, 21))
    assert [one.due_on for one in waits] == [SECOND, date(2025, 2, 10)]


@given(st.lists(st.tuples(st.integers(-20, 120), st.integers(1, 2_000_000)), max_size=6),
       st.integers(-30, 200), st.sampled_from(DefaultClause), st.integers(0, 29))
def test_what_is_listed_is_what_the_ledger_has_to_the_fen(
        made: list[tuple[int, int]], after: int, clause: DefaultClause, grace: int) -> None:
    """Whatever was paid when: the open instalments, their sums, their states, and what is due by the day."""
    today, case = FIRST + timedelta(days=after), cases.signed()
    case.agreements_all = [agreed(SHARES, THREE, clause=clause, grace=grace)]
    case.payments_all = [paid(at + 1, FIRST + timedelta(days=days), Money(fen).plain())
                         for at, (days, fen) in enumerate(made)]
    book, told = ledger(case.signed_agreement, case.payments, today), on(case, today)
    assert total(one.owed for one in told) == book.outstanding
    open_ones = [one for one in book.instalments if one.owed]
    assert [(one.number, one.owed, one.paid) for one in told] == [
        (one.number, one.owed, one.paid) for one in open_ones]
    assert [one.state(today) for one in told] == [one.state for one in open_ones]
    assert total(one.owed for one in told if one.due_on <= today) >= book.owed_today
    assert total(one.owed for one in told if one.days_late(today)) == total(
        one.owed for one in told if one.age(today) in LATE)


@pytest.mark.parametrize(("days", "state"), [
    (-1, InstalmentState.UPCOMING), (0, InstalmentState.DUE), (1, InstalmentState.GRACE),
    (5, InstalmentState.GRACE), (6, InstalmentState.OVERDUE)])
def test_how_it_stands_is_said_in_the_ledgers_words(days: int, state: InstalmentState) -> None:
    today = FIRST + timedelta(days=days)
    assert on(case_with(), today)[0].state(today) is state


# -- where it is listed ----------------------------------------------------------------------


@pytest.mark.parametrize(("days", "section"), [
    (-7, None), (-6, Section.WEEK), (0, Section.WEEK), (1, Section.LATE_7), (7, Section.LATE_7),
    (8, Section.LATE_30), (30, Section.LATE_30), (31, Section.LATE_90), (90, Section.LATE_90),
    (91, Section.OLDER), (900, Section.OLDER)])
def test_by_age_each_day_falls_into_one_band_and_its_span_says_the_same(
        days: int, section: Section | None) -> None:
    today = FIRST + timedelta(days=days)
    due = on(case_with(), today)[0]
    assert due.age(today) is section
    for band in (*LATE, Section.WEEK):
        first, last = day(today).span(band)
        assert last is not None
        assert ((first is None or first <= FIRST) and last >= FIRST) is (band is section)


@pytest.mark.parametrize(("days", "reminded"), [(-4, False), (-3, True), (-1, True), (0, True), (1, False)])
def test_by_default_one_is_reminded_from_three_days_before_until_the_day(days: int, reminded: bool) -> None:
    assert (Section.REMIND in listed(case_with(), FIRST + timedelta(days=days))[0]) is reminded


def test_a_reminder_before_the_day_serves_until_the_day_itself() -> None:
    """Sent on the 7th at noon: not again on the 8th, but on the 10th, when it is due."""
    case = case_with()
    case.reminders_all = [reminder(datetime(2024, 12, 7, 4, tzinfo=UTC))]
    assert Section.REMIND not in listed(case, date(2024, 12, 8))[0]
    assert Section.REMIND in listed(case, FIRST)[0]
    case.reminders_all.append(reminder(datetime(2024, 12, 9, 17, tzinfo=UTC)))  # at night there
    assert Section.REMIND not in listed(case, FIRST)[0]


@pytest.mark.parametrize("other", [
    reminder(NOW, to=WORKER), reminder(NOW, number=2), reminder(NOW, gone=True),
    reminder(datetime(2024, 12, 6, 15, tzinfo=UTC))])
def test_a_message_to_a_worker_or_about_another_instalment_reminds_nobody_of_this(other: Reminder) -> None:
    case = case_with()
    case.reminders_all = [other]
    assert Section.REMIND in listed(case, date(2024, 12, 8))[0]


def test_what_was_promised_and_what_is_to_be_looked_at_again_lie_across_the_ages() -> None:
    case, said = case_with(), date(2024, 12, 12)
    case.payment_notes_all = [PaymentNote(id=UUID(int=1), case_id=CASE, spoken_on=said,
                                          promised_on=date(2024, 12, 14), remind_on=date(2024, 12, 14))]
    assert listed(case, date(2024, 12, 13)) == [{Section.LATE_7, Section.PROMISED}, set(), set()]
    assert listed(case, date(2024, 12, 15)) == [{Section.LATE_7, Section.BROKEN, Section.CALL}, set(), set()]
    assert on(case, date(2024, 12, 15))[0].promised(date(2024, 12, 15)) is PromiseState.BROKEN


def test_totals_know_nothing_of_a_section_that_is_empty() -> None:
    totals = DueTotals(Sum(1, yuan("5")), {Section.WEEK: Sum(1, yuan("5"))})
    assert totals.of(None) == totals.of(Section.WEEK) == Sum(1, yuan("5"))
    assert totals.of(Section.OLDER) == Sum(0, Money(0))


def test_a_list_is_sorted_only_by_what_an_order_is_kept_for() -> None:
    with pytest.raises(ValueError, match="payer"):
        DueFilter(sort="payer")
