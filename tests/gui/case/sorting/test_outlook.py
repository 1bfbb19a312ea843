"""If it goes to arbitration, seen from one side."""

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import opened
from tests.gui.desks import SetClock


def test_the_outlook_is_seen_from_one_side_at_a_time(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    ahead = page.ahead
    assert (ahead.best.number.text(), ahead.worst.number.text()) == ("38,700.00", "15,000.00")
    limits = [one[3] for one in map(ahead.claims.row, range(2)) if one]
    assert limits == ["2025-11-25 (365 days left)"] * 2  # one year from the application of 2024-11-25
    room.click(ahead.side.buttons[1])
    assert ahead.side_shown is Side.RESPONDENT
    assert (ahead.best.number.text(), ahead.worst.number.text()) == ("15,000.00", "38,700.00")
    assert {one[0] for one in map(ahead.own.row, range(ahead.own.rowCount())) if one} == {
        "A written labour contract was made", "Monthly wage"}


def test_the_outlook_is_printed_for_the_side_that_is_shown(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    wanted: list[object] = []
    page.ahead.paper_wanted.connect(wanted.append)
    page.ahead.paper.click()
    page.ahead.side.buttons[1].click()
    page.ahead.paper.click()
    room.settle()
    assert wanted == [Side.APPLICANT, Side.RESPONDENT]


def test_a_statement_made_since_moves_the_figures_of_the_outlook(open_case: Opener, sorted_id: UUID) -> None:
    """One worker's wage from 4,300 to 4,400: 100 more of October's pay and 100 of double wage."""
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    page.sayings.say([Saying("monthly_wage", room.case.applicants[0].id, "applicant", "4400")])
    room.settle()
    assert page.ahead.best.number.text() == "38,900.00"


@pytest.mark.parametrize(("day", "told"), [
    (date(2025, 11, 24), "2025-11-25 (1 day left)"), (date(2025, 11, 25), "2025-11-25 (0 days left)"),
    (date(2025, 11, 26), "2025-11-25 (run out)")])
def test_the_last_day_on_which_a_claim_can_be_brought_is_told_to_the_day(
        open_case: Opener, sorted_id: UUID, clock: SetClock, day: date, told: str) -> None:
    clock.set(day)
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    first = page.ahead.claims.row(0)
    assert first is not None and first[3] == told
