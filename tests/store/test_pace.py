"""How long work tells how far it is."""

import pytest

from mediation_desk.store.pace import AT_EASE, Pace, Stopped


def test_every_step_is_told_until_somebody_wants_to_stop() -> None:
    told: list[tuple[int, int]] = []
    pace = Pace(lambda done, total: told.append((done, total)), lambda: len(told) >= 2)
    with pytest.raises(Stopped, match="Nothing was changed"):
        for done in range(10):
            pace.step(done, 10)
    assert told == [(0, 10), (1, 10)]


def test_work_that_nobody_watches_goes_on() -> None:
    for done in range(3):
        AT_EASE.step(done, 3)
