"""A long picture is cut between its lines; nothing of it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from mediation_desk.gui.kit.apart.cutting import LEAST_ROWS, cuts, in_steps


def talk(bubbles: Sequence[tuple[int, int]], height: int, wide: int = 40) -> QImage:
    """A long screenshot: on a ground, something written on these rows, down to but without the last."""
    image = QImage(QSize(wide, height), QImage.Format.Format_RGB32)
    image.fill(QColor(237, 237, 237))
    painter = QPainter(image)
    for top, bottom in bubbles:
        painter.fillRect(4, top, wide // 2, bottom - top, QColor("white"))
        for row in range(top, bottom, 3):
            painter.fillRect(8, row, wide // 4, 1, QColor("black"))
    painter.end()
    return image


def test_it_is_cut_in_the_last_gap_that_a_part_has_room_for() -> None:
    """Parts hold 100 rows; bubbles end at 20, 60, 88 and 140: the gap from 88 to 100 is the last."""
    image = talk([(0, 20), (30, 60), (70, 88), (100, 140)], 150)
    assert cuts(image, 100, 10) == [(0, 100 - LEAST_ROWS // 2), (100 - LEAST_ROWS // 2, 150)]


def test_where_no_gap_is_near_the_next_part_repeats_a_little() -> None:
    assert cuts(talk([(0, 250)], 250), 100, 10) == [(0, 100), (90, 190), (180, 250)]
    narrow = talk([(0, 90), (90 + LEAST_ROWS - 1, 250)], 250)  # a gap too narrow to be one between lines
    assert cuts(narrow, 100, 10)[0] == (0, 100)


def test_a_shade_that_is_nearly_the_same_is_blank_as_a_jpegs_ground_is() -> None:
    image = talk([(0, 80), (100, 180)], 180)
    for row in range(80, 100):
        for x in range(image.width()):
            image.setPixelColor(x, row, QColor(*[237 + (x * row) % 7] * 3))
    assert 80 < cuts(image, 100, 10)[0][1] <= 100


@given(marks=st.lists(st.integers(0, 600), min_size=2, max_size=14, unique=True),
       high=st.integers(40, 200))
def test_every_row_is_in_a_part_and_no_part_is_too_high(marks: list[int], high: int) -> None:
    edges = sorted(marks)
    image = talk(list(zip(edges[::2], edges[1::2], strict=False)), 640)
    found = cuts(image, high, high // 10)
    assert found[0][0] == 0 and found[-1][1] == 640
    for (_top, bottom), (following, _end) in pairwise(found):
        assert following <= bottom and bottom - following in (0, high // 10)
    assert all(0 < bottom - top <= high for top, bottom in found)


@pytest.mark.parametrize(("height", "expected"), [
    (100, [(0, 100)]), (101, [(0, 100), (90, 101)]), (190, [(0, 100), (90, 190)])])
def test_without_looking_there_are_as_few_parts_as_can_be(height: int, expected: list[tuple[int, int]]
                                                          ) -> None:
    assert in_steps(height, 100, 10) == expected
