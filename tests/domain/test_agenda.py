"""How something presses: each line of the agenda stands in just one part of Today."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.agenda import DUTIES, INSTALMENT, KINDS, SESSION, Due, due_range
from mediation_desk.domain.vocabulary import ClockKind

TODAY = date(2025, 1, 20)


def parts(kind: str, on: date) -> list[Due]:
    found = []
    for due in Due:
        days = due_range(due, TODAY)
        if kind in days.kinds and on <= days.until and (days.since is None or on >= days.since):
            found.append(due)
    return found


@given(st.sampled_from(KINDS), st.integers(-5000, 60))
def test_nothing_stands_in_two_parts_and_no_duty_in_none(kind: str, days: int) -> None:
    found = parts(kind, TODAY + timedelta(days=days))
    assert len(found) <= 1
    if days <= 14 and (kind in DUTIES or days >= 0):
        assert len(found) == 1


def test_each_part_holds_what_its_title_says() -> None:
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    assert parts(INSTALMENT, yesterday) == [Due.OVERDUE] and parts(INSTALMENT, TODAY) == [Due.TODAY]
    assert parts(INSTALMENT, tomorrow) == [Due.INSTALMENTS]
    assert parts(SESSION, TODAY) == parts(SESSION, tomorrow) == [Due.SESSIONS]
    assert parts(SESSION, yesterday) == []
    assert parts(ClockKind.REVIEW, yesterday) == [] and parts(ClockKind.REVIEW, TODAY) == [Due.TODAY]
    assert parts(ClockKind.ACCEPTANCE, TODAY + timedelta(days=14)) == [Due.PERIODS]
    assert parts(ClockKind.ACCEPTANCE, TODAY + timedelta(days=15)) == []
