"""Charts as drawings: bars to one scale, with label and figure."""

from __future__ import annotations

import zlib
from typing import Any, cast

import pytest

from mediation_desk.documents.setting.charts import COLOUR, chart_strips, ink
from mediation_desk.documents.setting.strips import MM, TypeCase
from mediation_desk.documents.template.blocks import Bar, Chart
from mediation_desk.library.fonts import Fonts
from tests.documents.setting.canvas import Noting

WIDTH = 156 * MM
CHART = Chart((Bar("来访申请", "8", 1.0), Bar("网上申请", "2", 0.25), Bar("社区走访", "0", 0.0)), "当期受理")


@pytest.fixture(scope="module")
def case(fonts: Fonts) -> TypeCase:
    return TypeCase(fonts)


def test_bars_are_as_long_as_their_figures_and_nothing_has_none(case: TypeCase) -> None:
    canvas = Noting()
    for strip in chart_strips(CHART, case, WIDTH):
        strip.draw(cast(Any, canvas), 0, 0)
    lengths = [given[2] for given in canvas.of("rect")]
    assert len(lengths) == 2
    assert lengths[1] == pytest.approx(lengths[0] / 4)
    assert max(given[0] + given[2] for given in canvas.of("rect")) < WIDTH


def test_a_chart_stays_together_under_its_caption(case: TypeCase) -> None:
    strips = chart_strips(CHART, case, WIDTH)
    assert [strip.with_next for strip in strips] == [True, True, True, False]
    assert len(chart_strips(Chart(CHART.bars), case, WIDTH)) == 3


def test_the_ink_is_a_picture_of_one_point() -> None:
    png = ink()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    data = png[png.index(b"IDAT") + 4:png.index(b"IEND") - 8]
    assert zlib.decompress(data) == b"\0" + bytes(COLOUR)
