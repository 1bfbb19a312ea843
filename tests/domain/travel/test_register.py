"""A bag is on the road until it is home or declared lost, which takes a reason."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.travel.register import Bag
from mediation_desk.domain.words import DeskError

MORNING, EVENING, NEXT_DAY = (datetime(2025, 1, day, hour, tzinfo=UTC) for day, hour in ((20, 1), (20, 9), (21, 1)))


def bag() -> Bag:
    return Bag(id=UUID(int=1), laptop_id=UUID(int=2), carrier_id=UUID(int=3), left_at=MORNING,
               with_evidence=True)


def test_a_bag_is_out_until_it_comes_home_and_its_first_homecoming_counts() -> None:
    one = bag()
    assert one.is_out
    one.came_home(EVENING)
    one.came_home(NEXT_DAY)
    assert not one.is_out
    assert one.home_at == EVENING


def test_a_lost_bag_says_what_happened_and_is_expected_no_more() -> None:
    one = bag()
    with pytest.raises(DeskError) as refused:
        one.declare_lost(EVENING, "  ")
    assert refused.value.field == "lost_note"
    assert one.is_out
    one.declare_lost(EVENING, " 公交车上丢的 ")
    assert (one.is_out, one.lost_at, one.lost_note) == (False, EVENING, "公交车上丢的")


def test_what_is_home_or_lost_is_not_declared_lost_again() -> None:
    home, lost = bag(), bag()
    home.came_home(EVENING)
    lost.declare_lost(EVENING, "丢了")
    for one in (home, lost):
        with pytest.raises(DeskError, match="not on the road"):
            one.declare_lost(NEXT_DAY, "又丢了")


def test_a_lost_bag_may_still_come_home() -> None:
    one = bag()
    one.declare_lost(EVENING, "丢了")
    one.came_home(NEXT_DAY)
    assert one.home_at == NEXT_DAY
