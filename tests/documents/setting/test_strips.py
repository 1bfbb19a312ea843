"""Strips: the measures of an official paper, and what must stay together on a page."""

from __future__ import annotations

from typing import Any, cast

import pytest

from mediation_desk.documents.setting.strips import (
    BODY,
    BODY_LEADING,
    COMPACT_LEADING,
    MM,
    Sheet,
    Strip,
    TypeCase,
    heading_strips,
    paragraph_strips,
    rule_strip,
    space_strip,
    text_strips,
    title_strips,
)
from mediation_desk.documents.template.blocks import Align, Heading, Paragraph, Run, Title
from mediation_desk.library.fonts import Fonts
from tests.documents.setting.canvas import Noting

WIDTH = 156 * MM


@pytest.fixture(scope="module")
def case(fonts: Fonts) -> TypeCase:
    return TypeCase(fonts)


def bound(strips: list[Strip]) -> list[bool]:
    return [strip.with_next for strip in strips]


def lines_of(count: int, case: TypeCase) -> list[Strip]:
    """So many whole lines of running text, 28 signs each."""
    return text_strips((Run("调" * 28 * count),), case.body(), WIDTH, Align.LEFT)


@pytest.mark.parametrize(("sheet", "width", "height"), [
    (Sheet(), 156, 225), (Sheet(compact=True), 156, 240), (Sheet(wide=True), 243, 153),
    (Sheet(compact=True, handout=True), 172, 259)])
def test_the_type_area_is_that_of_an_official_document(sheet: Sheet, width: float, height: float) -> None:
    """GB/T 9704-2012: 156 by 225 millimetres; A4 is 210 by 297."""
    assert (sheet.width / MM, sheet.height / MM) == pytest.approx((width, height))
    assert sorted(sheet.paper) == pytest.approx([210 * MM, 297 * MM])


def test_twenty_two_lines_of_twenty_eight_signs_fill_a_page() -> None:
    assert 22 * BODY_LEADING <= Sheet().height < 22.2 * BODY_LEADING
    assert 28 * BODY <= Sheet().width < 28.2 * BODY and COMPACT_LEADING < BODY_LEADING


@pytest.mark.parametrize(("count", "wanted"), [
    (1, [False]), (2, [True, False]), (3, [True, True, False]), (4, [True, False, True, False]),
    (6, [True, False, False, False, True, False])])
def test_no_line_of_a_paragraph_stands_alone_at_a_pages_foot_or_head(count: int, wanted: list[bool],
                                                                     case: TypeCase) -> None:
    strips = lines_of(count, case)
    assert bound(strips) == wanted and {strip.height for strip in strips} == {BODY_LEADING}


def test_a_title_and_a_heading_stay_with_what_follows(case: TypeCase) -> None:
    title = title_strips(Title("调解协议书" * 6), case, WIDTH)
    heading = heading_strips(Heading("一、事实" * 12), case, WIDTH)
    assert len(title) > 2 and len(heading) > 1 and all(bound(title)) and all(bound(heading))


def test_a_heading_is_known_to_the_page_that_it_is_put_on(case: TypeCase) -> None:
    heading, *_rest = heading_strips(Heading("一、事实"), case, WIDTH)
    assert heading.heading and not any(strip.heading for strip in lines_of(2, case))


def test_a_paragraph_that_announces_something_stays_with_it(case: TypeCase) -> None:
    runs = (Run("双方约定如下：" * 20),)
    plain = paragraph_strips(Paragraph(runs), case, WIDTH)
    announcing = paragraph_strips(Paragraph(runs, keep_with_next=True), case, WIDTH)
    assert bound(announcing) == [*bound(plain)[:-1], True] and not bound(plain)[-1]


def test_running_text_is_set_in_by_two_signs_and_a_note_is_smaller(case: TypeCase) -> None:
    """28 signs are a line; set in by two, 26 are."""
    made = [paragraph_strips(Paragraph((Run("调" * count),)), case, WIDTH) for count in (26, 27)]
    assert list(map(len, made)) == [1, 2]
    flush = Paragraph((Run("调" * 28),), indent=False)
    assert len(paragraph_strips(flush, case, WIDTH)) == 1
    small, = paragraph_strips(Paragraph((Run("调" * 28),), small=True), case, WIDTH)
    assert small.height < BODY_LEADING


def test_space_falls_away_at_the_head_of_a_page_and_draws_nothing() -> None:
    strip, canvas = space_strip(2.5), Noting()
    strip.draw(cast(Any, canvas), 0, 0)
    assert (strip.height, strip.before) == (0, 2.5 * BODY_LEADING) and canvas.marks == []


def test_a_rule_runs_from_side_to_side() -> None:
    canvas = Noting()
    rule_strip(WIDTH).draw(cast(Any, canvas), 80, 700)
    (left, high, right, low), = canvas.of("line")
    assert (left, right) == (80, 80 + WIDTH) and high == low and 690 <= high < 700
