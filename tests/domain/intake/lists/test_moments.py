"""Hours are read however lists write them; what is none is refused."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from mediation_desk.domain.intake.lists.moments import read_moment
from mediation_desk.domain.words import DeskError

NINE_THIRTY = datetime(2025, 1, 2, 9, 30)


@pytest.mark.parametrize("text", [
    "2025-01-02 09:30:00", "2025/1/2 9:30", "2025年1月2日 9时30分", "2025年1月2日9时30分", "20250102093000",
    "20250102 09:30:00", "2025-01-02T09:30:00", "２０２５－０１－０２ ０９：３０", "2025.1.2 上午9:30",
    "2025-01-02 09:30:00.0"])
def test_the_same_hour_in_many_writings(text: str) -> None:
    assert read_moment(text) == NINE_THIRTY


def test_a_day_alone_takes_the_time_that_is_meant() -> None:
    assert read_moment("2025-01-02") == datetime(2025, 1, 2)
    assert read_moment("2025年1月2日", otherwise=time(23, 59)) == datetime(2025, 1, 2, 23, 59)
    assert read_moment("2025-01-02 下午3点") == datetime(2025, 1, 2, 15)
    assert read_moment("  ") is None


@pytest.mark.parametrize("text", ["2025-02-30 09:30", "近日", "2025-01-02 25:00", "20250102996000"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(DeskError):
        read_moment(text)
