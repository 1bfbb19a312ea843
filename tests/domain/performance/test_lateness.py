"""Late within grace: said from the first day late to the last day of grace, and on no other day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.performance.lateness import grace_until, within_grace

DUE = date(2024, 12, 10)


def test_it_says_how_late_it_is_and_until_when_nothing_follows_from_it() -> None:
    said = [within_grace(2, DUE, 5, DUE + timedelta(days=days)) for days in (0, 1, 5, 6)]
    assert said[0] is None and said[3] is None
    assert [str(one) for one in said if one] == [
        "Instalment 2 is 1 day late; grace runs until 2024-12-15.",
        "Instalment 2 is 5 days late; grace runs until 2024-12-15."]


@settings(max_examples=40)
@given(st.integers(0, 60), st.integers(-20, 90))
def test_it_is_said_on_as_many_days_as_there_are_of_grace(grace: int, after: int) -> None:
    today = DUE + timedelta(days=after)
    assert (within_grace(1, DUE, grace, today) is not None) == (DUE < today <= grace_until(DUE, grace))
