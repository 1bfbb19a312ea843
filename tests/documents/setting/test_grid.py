"""Tables: no amount broken, no row cut, the header on every page, totals never alone."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.grid import table_strips
from mediation_desk.documents.setting.places import Purpose
from mediation_desk.documents.setting.strips import MM, Strip, TypeCase
from mediation_desk.documents.template.blocks import Align, Column, Run, SignaturePlace, Table
from mediation_desk.domain.words import DeskError
from mediation_desk.library.fonts import Fonts
from tests.documents.setting.canvas import Noting

WIDTH, PAGE = 156 * MM, 225 * MM
Cells = tuple[tuple[Run, ...], ...]


@pytest.fixture(scope="module")
def case(fonts: Fonts) -> TypeCase:
    return TypeCase(fonts)


def row(*texts: str) -> Cells:
    return tuple((Run(text),) for text in texts)


def table(count: int, *, totals: int = 0, caption: str = "", shares: tuple[float, ...] = (0, 0)) -> Table:
    columns = (Column(Align.LEFT, shares[0]), Column(Align.RIGHT, shares[1]))
    rows = tuple(row(f"申请人{at}", f"{at},725.33") for at in range(1, count + 1))
    return Table(columns, (row("姓名", "金额（元）"),), rows, totals, caption)


def boxes(strip: Strip) -> list[tuple[float, float, float, float]]:
    """The boxes of a row, as left, bottom, width, height from its top left corner."""
    canvas = Noting()
    strip.draw(cast(Any, canvas), 0, 0)
    return [cast(tuple[float, float, float, float], given) for given in canvas.of("rect")]


@pytest.mark.parametrize("shares", [(0, 0), (1, 3), (1, 1)])
def test_the_boxes_of_a_row_stand_side_by_side_from_edge_to_edge(case: TypeCase,
                                                                 shares: tuple[float, float]) -> None:
    for strip in table_strips(table(3, shares=shares), case, WIDTH, PAGE)[:-1]:
        (left, bottom, wide, high), second = boxes(strip)
        assert left == 0 and second[0] == pytest.approx(wide) and wide + second[2] == pytest.approx(WIDTH)
        assert high == second[3] == strip.height and bottom == -high
        if any(shares):
            assert wide / WIDTH == pytest.approx(shares[0] / sum(shares))


def test_a_long_table_has_its_header_again_on_every_page_and_says_that_it_goes_on(case: TypeCase) -> None:
    caption, header, *body, space = table_strips(table(60, caption="分配表"), case, WIDTH, PAGE)
    assert caption.with_next and header.with_next and (space.height, space.before) == (0, 8)
    assert [at for at, strip in enumerate(body) if strip.with_next] == [0, 58], "nor is a row ever alone"
    assert len(body) == 60 and not body[0].soft and not body[58].soft
    for strip in body:
        assert [again.height for again in strip.again] == [caption.height, header.height]
    bare = table_strips(table(60), case, WIDTH, PAGE)[1]
    assert len(bare.again) == 1, "a table without a caption has none that goes on"


def test_each_row_of_a_list_that_is_signed_has_its_place_and_the_sum_has_none(case: TypeCase) -> None:
    """Close enough that sixty rows of two lines need no more than four pages on their long side."""
    rows = tuple(row(f"骑手{at}\n639999199803120629", "1,725.33", "") for at in range(60))
    places = tuple(SignaturePlace(f"申请人{at}", f"骑手{at}", fingerprint=True) for at in range(60))
    signed = Table((Column(), Column(Align.RIGHT), Column()), (row("姓名", "金额", "签名"),),
                   (*rows, row("合计", "103,519.80", "")), 1, size=8, places=places)
    strips = table_strips(signed, case, 243 * MM, 153 * MM)
    found = [strip for strip in strips if strip.boxes]
    assert [strip.boxes[0].name for strip in found] == [place.name for place in places]
    for strip in found:
        hand, finger = strip.boxes
        assert (hand.purpose, finger.purpose) == (Purpose.SIGNATURE, Purpose.FINGERPRINT)
        assert hand.left + hand.width <= finger.left and finger.left + finger.width <= 243 * MM
        assert hand.width >= 66 and hand.height >= 20 and hand.down + hand.height <= strip.height
    assert sum(strip.height for strip in strips) <= 4 * 153 * MM


@pytest.mark.parametrize("totals", [1, 2])
def test_totals_never_stand_alone_at_the_head_of_a_page(case: TypeCase, totals: int) -> None:
    _header, *body, _space = table_strips(table(60, totals=totals), case, WIDTH, PAGE)
    assert [at for at, strip in enumerate(body) if strip.with_next] == [0, *range(59 - totals, 59)]


def test_a_small_table_stays_on_one_page(case: TypeCase) -> None:
    _header, *body, _space = table_strips(table(4), case, WIDTH, PAGE)
    assert [strip.with_next for strip in body] == [True, True, True, False]


def test_a_row_higher_than_a_page_goes_on_and_no_line_of_it_is_lost(case: TypeCase) -> None:
    long = "".join(f"第{at}句。" for at in range(900))
    made = Table((Column(), Column()), (row("人", "陈述"),), (row("甲", long),))
    header, *parts, _space = table_strips(made, case, WIDTH, PAGE)
    assert len(parts) > 1 and all(part.height + header.height <= PAGE + 0.01 for part in parts)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6))
def test_no_column_is_narrower_than_its_amount(fonts: Fonts, amounts: list[int]) -> None:
    """So that no amount is broken; smaller type is taken before that."""
    shelf = TypeCase(fonts)
    cells = row(*(f"{fen // 100:,}.{fen % 100:02d}" for fen in amounts))
    made = Table(tuple(Column() for _ in amounts), (row(*("列" for _ in amounts)),), (cells,))
    try:
        _header, body, _space = table_strips(made, shelf, WIDTH, PAGE)
    except DeskError as told:
        assert len(amounts) > 4 and "too wide" in str(told)
        return
    assert body.height < 2 * 12 * 1.5 + 7, "one line"
    assert sum(box[2] for box in boxes(body)) == pytest.approx(WIDTH)


def test_a_table_too_wide_for_the_page_is_refused_by_its_caption_or_its_first_word(case: TypeCase) -> None:
    wide = row(*("1,234,567,890.00元" for _ in range(14)))
    for caption, named in (("逐期分配表", "逐期分配表"), ("", "1,234,567,890.00")):
        with pytest.raises(DeskError, match="too wide") as told:
            made = Table(tuple(Column() for _ in wide), (wide,), (wide,), 0, caption)
            table_strips(made, case, WIDTH, PAGE)
        assert named in str(told.value)


@pytest.mark.parametrize("name", ["扎西·才让多杰", "阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提"])
def test_a_name_is_not_broken_in_a_cell_that_smaller_type_makes_it_fit(name: str, case: TypeCase) -> None:
    cells: Cells = ((Run(name, solid=True),), (Run("4,300.00"),), (Run("4,300.00"),))
    made = Table(tuple(Column(share=1) for _ in cells), (row("申请人", "请求", "金额"),), (cells,))
    _header, body, _space = table_strips(made, case, WIDTH, PAGE)
    assert body.height < 2 * 12 * 1.5, "one line"


def test_one_name_that_cannot_be_whole_leaves_the_others_whole(case: TypeCase) -> None:
    """25 characters, an amount in capitals and four in figures are more than a page is wide at any size."""
    amounts = row(*["1,234,567.89"] * 4, "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分")
    long = Run("阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提", solid=True)
    rows: tuple[Cells, ...] = (((long,), *amounts), ((Run("扎西·才让多杰", solid=True),), *amounts))
    made = Table(tuple(Column() for _ in range(6)), (row(*"甲乙丙丁戊己"),), rows)
    _header, first, second, _space = table_strips(made, case, WIDTH, PAGE)
    assert second.height < first.height, "one line beside two"


def test_a_table_with_more_names_than_the_page_is_wide_breaks_them_rather_than_be_refused(
        case: TypeCase) -> None:
    name = Run("阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提", solid=True)
    cells = tuple((name,) for _ in range(5))
    made = Table(tuple(Column() for _ in cells), (cells,), (row(*["4,300.00"] * 5),))
    assert len(table_strips(made, case, WIDTH, PAGE)) == 3
