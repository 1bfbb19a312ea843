"""The pause that grows after wrong passwords."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.vault.pause import Pause, read_pause

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_the_pause_grows_from_nothing_to_five_minutes() -> None:
    pause, waits = Pause(), []
    for _ in range(14):
        pause = pause.failed(NOON)
        waits.append(pause.wait(NOON))
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert Pause().wait(NOON) == 0
    assert Pause(10**6, NOON).wait(NOON) == 300


def test_the_pause_passes_by_the_second_and_survives_a_restart() -> None:
    pause = read_pause(Pause(6, NOON).text())
    assert pause == Pause(6, NOON)
    waits = [pause.wait(NOON + timedelta(seconds=gone)) for gone in (0, 0.5, 7, 7.999, 8, 900)]
    assert waits == [8, 8, 1, 1, 0, 0]


@pytest.mark.parametrize(
    "line", ["", "nonsense", '{"failures":"many"}', '{"failures":9,"failed_at":"2026-03-02T04:00:00"}']
)
def test_a_torn_line_locks_nobody_out(line: str) -> None:
    assert read_pause(line) == Pause()


@given(st.integers(0, 30), st.integers(0, 10**7), st.integers(0, 400))
def test_a_clock_set_back_neither_shortens_the_pause_nor_locks_out_for_ever(
    failures: int, back: int, later: int
) -> None:
    pause = Pause(failures, NOON)
    earlier = NOON - timedelta(seconds=back)
    assert pause.wait(earlier) == pause.wait(NOON)
    kept = pause.seen(earlier)
    assert kept.failures == failures
    assert kept.wait(earlier + timedelta(seconds=later)) == max(0, pause.wait(NOON) - later)
