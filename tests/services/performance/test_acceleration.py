"""What fell due at once is told on the day's agenda as overdue, not by the days that its instalments had."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.services import reading
from mediation_desk.services.performance import booking
from tests.offices import Office, embedded_place, office

FIRST, SECOND = streamers.INSTALMENTS
Told = list[tuple[str, int, str, str]]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Office]:
    """The streamers' agreement is signed: 15,132.00 on 2024-12-10 and on 2025-01-10, five days of grace."""
    with office(embedded_place(tmp_path), tmp_path / "notes") as found:
        found.clock.now = found.clock.now.replace(year=2024, month=11, day=25)
        list(islice(streamers.walk(found.first), 4))
        yield found


def on(made: Office, day: date) -> Told:
    """The payments on that day's agenda: kind, number, day and amount."""
    made.clock.now = made.clock.now.replace(year=day.year, month=day.month, day=day.day)
    found = reading.day(made.first, ahead=60)
    return [(row.kind, row.number, row.on.isoformat(), str(row.amount)) for row, _ in found.items
            if row.kind in ("instalment", "acceleration")]


def test_within_grace_every_instalment_keeps_its_day(made: Office) -> None:
    assert on(made, date(2024, 12, 15)) == [("instalment", 1, "2024-12-10", "15,132.00"),
                                            ("instalment", 2, "2025-01-10", "15,132.00")]


def test_beyond_it_the_rest_is_overdue_since_the_day_on_which_it_fell_due(made: Office) -> None:
    """2024-12-10 and five days of grace: on 2024-12-16 the rest is due at once."""
    assert on(made, date(2024, 12, 20)) == [("acceleration", 0, "2024-12-16", "15,132.00"),
                                            ("instalment", 1, "2024-12-10", "15,132.00")]


def test_what_was_paid_of_the_rest_is_not_told_again(made: Office) -> None:
    case_id = reading.day(made.first, ahead=60).items[0][1].case_id
    on(made, date(2024, 12, 20))
    booking.book(made.first, case_id, booking.PaymentDraft(date(2024, 12, 18), yuan("20132.00")))
    assert on(made, date(2024, 12, 20)) == [("acceleration", 0, "2024-12-16", "10,132.00")]
