"""Where people sign and seal: room for a hand and a seal, never alone on a page, codes as they are."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
import segno
from reportlab.lib.utils import ImageReader

from mediation_desk.documents.setting.places import Purpose
from mediation_desk.documents.setting.signing import (
    columns_strips,
    picture_strips,
    qr_strips,
    signature_strips,
)
from mediation_desk.documents.setting.strips import MM, Strip, TypeCase
from mediation_desk.documents.template.blocks import Columns, Picture, QrCode, SignatureArea, SignaturePlace
from mediation_desk.library.fonts import Fonts
from tests.documents.setting.canvas import Noting

WIDTH, PAGE, SEAL = 156 * MM, 225 * MM, 42 * MM
HAND = SignaturePlace("申请人", "温若晴", "签名并按指印")
FINGER = SignaturePlace("申请人", "温若晴", "签名并按指印", fingerprint=True)
OFFICE = SignaturePlace("调解机构", "城中区调解中心", "盖章", seal=True)


@pytest.fixture(scope="module")
def case(fonts: Fonts) -> TypeCase:
    return TypeCase(fonts)


def drawn(strip: Strip) -> Noting:
    canvas = Noting()
    strip.draw(cast(Any, canvas), 0, 0)
    return canvas


def area(*places: SignaturePlace, case: TypeCase, date: str = "", most: float = PAGE) -> list[Strip]:
    return signature_strips(SignatureArea(places, date), case, WIDTH, most)


@pytest.mark.parametrize(("places", "rows"), [((HAND,) * 4, 2), ((HAND,) * 5, 3), ((HAND, OFFICE), 2),
                                              ((OFFICE, HAND), 1), ((OFFICE, OFFICE), 2)])
def test_two_sign_side_by_side_and_a_seal_begins_a_row(places: tuple[SignaturePlace, ...], rows: int,
                                                       case: TypeCase) -> None:
    assert len(area(*places, case=case)) == rows


def test_there_is_room_for_a_hand_and_for_a_seal_of_forty_two_millimetres(case: TypeCase) -> None:
    hand, seal = area(HAND, OFFICE, case=case)
    assert hand.height >= 60 and seal.height >= SEAL
    assert area(OFFICE, case=case, date="2024年12月3日")[0].height >= SEAL


def test_each_hand_has_a_line_to_its_right_edge_and_a_seal_has_none(case: TypeCase) -> None:
    first, second = drawn(area(HAND, HAND, case=case)[0]).of("line")
    assert first[2] < second[0] and second[2] == pytest.approx(WIDTH) and first[1] == first[3]
    assert drawn(area(OFFICE, case=case)[0]).of("line") == []


def test_a_fingerprint_has_its_box_beside_the_hand_and_neither_covers_the_words(case: TypeCase) -> None:
    (strip,) = area(FINGER, FINGER, case=case)
    hand, finger, *_second = strip.boxes
    assert [box.purpose for box in strip.boxes] == [Purpose.SIGNATURE, Purpose.FINGERPRINT] * 2
    assert (finger.width, finger.height) == (16 * MM, 20 * MM)
    assert hand.left + hand.width < finger.left and finger.left + finger.width <= WIDTH / 2
    assert hand.down >= 6 + 2 * 21 and max(one.down + one.height for one in strip.boxes) <= strip.height
    assert len(drawn(strip).of("rect")) == len(drawn(strip).of("line")) == 2


@pytest.mark.parametrize("name", ["某公司", "名称很长很长的一家文化传媒股份有限公司第一分公司"])
def test_a_seal_has_a_place_of_forty_two_millimetres_within_one_strip(name: str, case: TypeCase) -> None:
    """Its strip is never split, so neither is the seal; the place is the same whatever the name."""
    place = replace(OFFICE, name=name)
    for (strip, *_rest) in (area(place, HAND, case=case), area(place, case=case, date="2024年12月3日")):
        seal = strip.boxes[0]
        assert seal.purpose is Purpose.SEAL and seal.width == seal.height == SEAL
        assert seal.down >= 0 and seal.down + seal.height <= strip.height and seal.left + SEAL <= WIDTH
    assert area(place, HAND, case=case)[0].boxes[0].left == area(OFFICE, HAND, case=case)[0].boxes[0].left


def test_an_office_seals_over_its_date_and_people_date_below_their_names(case: TypeCase) -> None:
    sealed = area(HAND, OFFICE, case=case, date="2024年12月3日")
    by_hand = area(HAND, HAND, case=case, date="2024年12月3日")
    assert len(sealed) == 2 and len(by_hand) == 2 and by_hand[-1].before == 6
    beside = area(OFFICE, HAND, case=case, date="2024年12月3日")
    assert len(beside) == 2, "a seal with a hand beside it is not the last place alone"


def test_all_signatures_stand_together_where_a_page_holds_them(case: TypeCase) -> None:
    strips = area(*[HAND] * 6, OFFICE, case=case)
    assert [strip.with_next for strip in strips] == [True] * (len(strips) - 1) + [False]


def test_a_long_list_breaks_between_rows_and_never_before_its_last(case: TypeCase) -> None:
    strips = area(*[HAND] * 60, case=case)
    assert [at for at, strip in enumerate(strips) if strip.with_next] == [len(strips) - 2]


@pytest.mark.parametrize(("name", "rows"), [
    ("扎西·才让多杰", [4, 2]), ("阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提", [2, 2, 2])])
def test_a_name_that_is_too_long_for_its_column_has_a_row_for_itself(name: str, rows: list[int],
                                                                   case: TypeCase) -> None:
    """And is not broken there."""
    long = replace(FINGER, name=name)
    strips = area(FINGER, long, FINGER, case=case)
    assert [len(strip.boxes) for strip in strips] == rows
    of_name = next(box for strip in strips for box in strip.boxes if box.name == name)
    words = len(name) * 14.0
    assert of_name.width >= words - 14 and (of_name.width > WIDTH / 2) == (len(rows) == 3)


def test_places_that_go_over_the_page_say_so_and_yield_only_before_a_heading(case: TypeCase) -> None:
    strips = area(*[HAND] * 6, OFFICE, case=case)
    assert [strip.soft for strip in strips] == [True, True, False, False]
    assert not strips[0].again and all(len(strip.again) == 1 for strip in strips[1:])


def test_codes_stand_in_boxes_of_one_width_whatever_is_left_over(case: TypeCase) -> None:
    strips = columns_strips(Columns(("7K3QX", "M4T8W", "P2R9Z", "B6C5D", "H8J1N")), case, WIDTH)
    assert [len(drawn(strip).of("rect")) for strip in strips] == [4, 1]
    boxes = [box for strip in strips for box in drawn(strip).of("rect")]
    assert {round(box[2], 3) for box in boxes} == {round(WIDTH / 4, 3)}
    assert columns_strips(Columns(()), case, WIDTH) == []


def test_a_qr_code_is_drawn_square_for_square_as_it_is_computed(case: TypeCase) -> None:
    text = "MD1:宁中劳调〔2024〕0001号"
    code, = qr_strips(QrCode(text, size=45), case, WIDTH)
    squares = drawn(code).of("rect")
    matrix = [list(line) for line in segno.make_qr(text, error="m").matrix]
    step = 45 * MM / len(matrix)
    left, top = (WIDTH - 45 * MM) / 2, -4
    seen = {(round((top - y) / step) - 1, round((x - left) / step)) for x, y, *_size in squares}
    assert seen == {(down, across) for down, line in enumerate(matrix)
                    for across, dark in enumerate(line) if dark}
    assert all(wide == high == pytest.approx(step) for _x, _y, wide, high in squares)
    assert code.height == pytest.approx(45 * MM + 8) and not code.with_next


def test_a_caption_stays_with_its_code(case: TypeCase) -> None:
    code, *caption = qr_strips(QrCode("x", caption="扫码核对"), case, WIDTH)
    assert code.with_next and len(caption) == 1


@pytest.mark.parametrize(("width", "wide"), [(60, 60 * MM), (500, WIDTH)])
def test_a_picture_keeps_its_proportions_and_stays_on_the_page(width: float, wide: float) -> None:
    """300 by 150 squares of a code's own picture: twice as wide as high."""
    file = BytesIO()
    segno.make_qr("x").save(file, kind="png", scale=4)
    square = ImageReader(BytesIO(file.getvalue())).getSize()
    strip, = picture_strips(Picture(file.getvalue(), width), WIDTH)
    (_reader, x, y, across, high), = drawn(strip).of("drawImage")
    assert across == pytest.approx(wide) and high == pytest.approx(wide * square[1] / square[0])
    assert x == pytest.approx((WIDTH - wide) / 2) and y == pytest.approx(-high - 4)
    assert strip.height == pytest.approx(high + 8)
