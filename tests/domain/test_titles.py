"""What a case is called by those who ask in it."""

from __future__ import annotations

import pytest

from mediation_desk.domain.titles import SEVERAL, chinese_count, several
from mediation_desk.domain.vocabulary import KindOfWork


@pytest.mark.parametrize(("count", "written"), [(1, "一"), (2, "两"), (5, "五"), (10, "十"), (12, "十二"),
                                                (20, "二十"), (35, "三十五"), (99, "九十九"), (100, "100")])
def test_people_are_counted_as_chinese_titles_do(count: int, written: str) -> None:
    assert chinese_count(count) == written


def test_a_title_says_how_many_and_what_they_do() -> None:
    assert several(5, KindOfWork.STREAMER, "zh_CN") == "五名网络主播"
    assert several(2, KindOfWork.DELIVERY, "en") == "2 delivery riders"


def test_every_kind_of_work_has_its_title() -> None:
    assert set(SEVERAL) == set(KindOfWork)
