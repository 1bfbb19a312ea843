"""Marks in lists say what is: green for a settlement alone, red for what is late."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.summary import CaseRow, summarise
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.gui.pages.states import due_state, station_state
from tests.domain.test_case import DAY, received


@pytest.fixture
def row(dressed: QApplication) -> CaseRow:
    """The line of a case in the list."""
    from datetime import UTC, datetime

    from mediation_desk.domain.calendar import WorkCalendar

    return summarise(received(), WorkCalendar(), datetime(2024, 11, 25, tzinfo=UTC))


@pytest.mark.parametrize(("status", "outcome", "words", "meaning"), [
    (Status.CLOSED, Outcome.PERFORMED, "Mediated and performed", "agreed"),
    (Status.CLOSED, Outcome.RECONCILED, "Settled by the parties themselves", "agreed"),
    (Status.CLOSED, Outcome.NO_AGREEMENT, "No agreement", "muted"),
    (Status.WITHDRAWN, Outcome.WITHDRAWN, "Withdrawn", "muted"),
    (Status.REFUSED, Outcome.REFUSED, "Refused", "muted"),
    (Status.REFERRED, Outcome.REFERRED, "Referred", "muted")])
def test_how_a_case_ended(row: CaseRow, status: Status, outcome: Outcome, words: str, meaning: str) -> None:
    state = station_state(replace(row, status=status, outcome=outcome))
    assert (state.text, state.meaning) == (words, meaning)


@pytest.mark.parametrize(("due", "words", "meaning"), [
    (date(DAY.year, DAY.month, DAY.day - 3), "3 days late", "overdue"), (DAY, "Today", "disputed"),
    (date(DAY.year + 1, 2, 6), date(DAY.year + 1, 2, 6).isoformat(), "muted")])
def test_a_payment_that_is_late_is_marked(row: CaseRow, due: date, words: str, meaning: str) -> None:
    state = due_state(replace(row, next_due_on=due), DAY)
    assert state is not None and (state.text, state.meaning) == (words, meaning)


def test_a_case_without_payments_marks_none(row: CaseRow) -> None:
    assert due_state(row, DAY) is None
