"""If it goes to arbitration, seen from one side."""

from uuid import UUID

from mediation_desk.domain.vocabulary import Side
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    opened,
)


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
