"""Forms: a box for each label and value, edges under one another, no number broken."""

from __future__ import annotations

from typing import Any, cast

import pytest

from mediation_desk.documents.setting.form import form_strips
from mediation_desk.documents.setting.strips import MM, Strip, TypeCase
from mediation_desk.documents.template.blocks import Form, KeyValue, Run
from mediation_desk.library.fonts import Fonts
from tests.documents.setting.canvas import Noting

WIDTH, PAGE = 156 * MM, 225 * MM


@pytest.fixture(scope="module")
def case(fonts: Fonts) -> TypeCase:
    return TypeCase(fonts)


def boxes(strip: Strip) -> list[tuple[float, float, float, float]]:
    """The boxes of a row, as left, bottom, width, height from its top left corner."""
    canvas = Noting()
    strip.draw(cast(Any, canvas), 0, 0)
    return [cast(tuple[float, float, float, float], given) for given in canvas.of("rect")]


def test_a_form_has_a_box_for_each_label_and_each_value(case: TypeCase) -> None:
    form = Form(((KeyValue("姓名", (Run("温若晴"),)), KeyValue("电话", (Run("0971-8123456"),))),
                 (KeyValue("事实", (Run("十月的工资没有发。"),), 6),)))
    first, second, _space = form_strips(form, case, WIDTH, PAGE)
    assert len(boxes(first)) == 4 and len(boxes(second)) == 2
    for strip in (first, second):
        assert sum(box[2] for box in boxes(strip)) == pytest.approx(WIDTH)
    assert second.height == pytest.approx(6 * 12 * 1.55 + 7), "room for six lines, though one is written"
    assert first.with_next and not second.with_next


def test_a_form_takes_smaller_type_before_it_breaks_a_number(case: TypeCase) -> None:
    pairs = tuple(KeyValue(f"号码{at}", (Run("622202000000123"),)) for at in range(3))
    large, small = (form_strips(Form((pairs[:count],)), case, WIDTH, PAGE)[0] for count in (1, 3))
    assert small.height < large.height, "one line of smaller type"


def test_a_row_is_parted_before_its_type_becomes_very_small(case: TypeCase) -> None:
    """Three long numbers beside each other would need eight points; two and one need twelve."""
    pairs = tuple(KeyValue(f"号码{at}", (Run("6222020000001234567"),)) for at in range(3))
    first, second, _space = form_strips(Form((pairs,)), case, WIDTH, PAGE)
    assert sorted(map(len, (boxes(first), boxes(second)))) == [2, 4]
    assert all(strip.height > 9 * 1.55 for strip in (first, second))


def test_the_boxes_of_all_rows_of_a_form_stand_under_one_another(case: TypeCase) -> None:
    """One, two and three pairs a row: every label and every value begins where one of the three does."""
    def pair(value: str) -> KeyValue:
        return KeyValue("标签", (Run(value),))
    form = Form(((pair("男"), pair("汉族"), pair("2000年1月1日")),
                 (pair("宁中劳调〔2024〕0001号"), pair("是")), (pair("住址"),)))
    *rows, _space = form_strips(form, case, WIDTH, PAGE)
    edges = [{round(box[0], 1) for box in boxes(row)} for row in rows]
    assert [len(each) for each in edges] == [6, 4, 2] and edges[2] < edges[1] < edges[0]
