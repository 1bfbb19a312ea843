"""Chinese lines break where a typesetter would break them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.strips import BODY, BODY_LEADING, TypeCase
from mediation_desk.documents.setting.typeset import Type, lines
from mediation_desk.documents.template.blocks import Run
from mediation_desk.library.fonts import Fonts

NO_START = "，。、；：？！）》”」』】"
NO_END = "（《“「『【"


@pytest.fixture(scope="session")
def body(fonts: Fonts) -> Type:
    return TypeCase(fonts).text(BODY, BODY_LEADING)


def set_in(text: str, width_in_characters: float, kind: Type, bold_every: int = 0) -> list[str]:
    runs = (Run(text),) if not bold_every else tuple(
        Run(text[at:at + bold_every], bold=at // bold_every % 2 == 1)
        for at in range(0, len(text), bold_every))
    return [line.text() for line in lines(runs, kind, width_in_characters * kind.size)]


def test_twenty_eight_characters_fill_a_line_of_the_type_area(body: Type) -> None:
    assert [len(line) for line in set_in("调" * 56, 156 / 25.4 * 72 / BODY, body)] == [28, 28]


@pytest.mark.parametrize("width", range(8, 30))
def test_an_amount_is_never_broken(body: Type, width: int) -> None:
    text = "被申请人应当于约定日期之前一次性向申请人支付调解款合计30,264.00元，逾期按约定处理。"
    assert any("30,264.00元，" in line for line in set_in(text, width, body))


@pytest.mark.parametrize("width", range(18, 30))
def test_an_amount_in_capitals_stays_whole_when_a_line_can_hold_it(body: Type, width: int) -> None:
    text = "被申请人支付调解款合计（人民币叁万零贰佰陆拾肆元整），并于次日提交凭证。"
    assert any("（人民币叁万零贰佰陆拾肆元整）" in line for line in set_in(text, width, body))


WORDS = ["调解", "协议书", "甲，", "乙。", "（丙）", "《法》", "“丁”", "30,264.00元", "5日"]
MIXED = st.text(st.sampled_from("调解协议书甲乙丙123,.45元AB c" + NO_START + NO_END), max_size=120)


@settings(max_examples=150, deadline=None)
@given(MIXED, st.integers(min_value=30, max_value=40), st.integers(min_value=0, max_value=7))
def test_no_text_is_lost(body: Type, text: str, width: int, bold_every: int) -> None:
    joined = "".join(set_in(text, width, body, bold_every))
    assert joined.replace(" ", "") == text.replace(" ", "")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60),
       st.integers(min_value=8, max_value=30), st.integers(min_value=0, max_value=5))
def test_lines_begin_and_end_as_the_standard_asks(body: Type, words: list[str], width: int,
                                                  bold_every: int) -> None:
    found = [line for line in set_in("".join(words), width, body, bold_every) if line]
    assert not [line for line in found if line[0] in NO_START or line[-1] in NO_END]


@settings(max_examples=100, deadline=None)
@given(MIXED, st.integers(min_value=3, max_value=30))
def test_no_line_leaves_its_width_by_more_than_half_a_closing_mark(body: Type, text: str, width: int) -> None:
    for line in lines((Run(text),), body, width * body.size):
        assert line.width <= width * body.size + body.size / 2 + 0.1


def test_a_code_longer_than_a_line_is_broken_rather_than_lost(body: Type) -> None:
    found = set_in("A" * 100, 10, body)
    assert "".join(found) == "A" * 100 and len(found) > 1


def test_a_line_feed_breaks_the_line(body: Type) -> None:
    assert set_in("甲\n乙", 20, body) == ["甲", "乙"]


def test_a_character_that_the_typeface_lacks_is_set_in_another(body: Type) -> None:
    (line,) = lines((Run("申请人𠮷田"),), body, 20 * body.size)
    assert line.text() == "申请人𠮷田" and line.width == pytest.approx(5 * body.size)
    faces = [piece.face for atom in line.atoms for piece in atom.pieces]
    assert [one is body.plain for one in faces] == [True, True, True, False, True]
