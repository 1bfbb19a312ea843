"""Chinese lines break where a typesetter would break them."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.spacing import joints
from mediation_desk.documents.setting.strips import BODY, BODY_LEADING, TypeCase
from mediation_desk.documents.setting.typeset import Type, draw_line, lines
from mediation_desk.documents.template.blocks import Align, Run
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


class Written:
    """What is written in a text object, with the room behind each character."""

    def __init__(self) -> None:
        self.space, self.moved = 0.0, 0.0
        self.said: list[tuple[str, float]] = []
        self._code: list[str] = self.Steps(self)  # type: ignore[assignment]

    class Steps:
        def __init__(self, text: Written) -> None:
            self.text = text

        def append(self, step: str) -> None:
            character, space = self.text.said[-1]
            self.text.said[-1] = character, space - float(step[1:step.index("]")]) / 1000 * BODY

    def setFont(self, _name: str, _size: float) -> None:
        """The widths are those of the text face anyhow."""

    def setCharSpace(self, space: float) -> None:
        self.space = space

    def moveCursor(self, x: float, _y: float) -> None:
        self.moved += x

    def textOut(self, words: str) -> None:
        self.said += [(character, self.space) for character in words]


def drawn(text: str, characters: float, kind: Type, align: Align = Align.JUSTIFY) -> list[Written]:
    """Each line as it is written in a measure of so many characters."""
    width, found = characters * kind.size, []
    for line in lines((Run(text),), kind, width, full=align is Align.JUSTIFY):
        found.append(Written())
        draw_line(cast(Any, found[-1]), line, kind, width, align)
    return found


PROSE = ("申请人请求被申请人支付欠付工资4,300.00元，合计（人民币肆仟叁佰元整），对方称：“双方是合作关系。”"
         "经调解，各方于2024年11月25日就宁中劳调〔2024〕0001号案自愿达成协议，约定分二期付清。") * 3


@pytest.mark.parametrize("width", range(20, 32))
def test_full_lines_end_at_their_edge_and_little_is_added(body: Type, width: int) -> None:
    """At most 0.08 em; a line that it does not fill is left as it is."""
    *found, _last = drawn(PROSE, width, body)
    edge = width * body.size
    for line in found:
        ends = line.moved + sum(body.plain.width(one) * body.size + space for one, space in line.said)
        assert all(-body.size - 0.01 <= space <= 0.08 * body.size + 0.01 for _one, space in line.said)
        hangs = body.size / 2 if line.said[-1][0] in NO_START else 0.0
        assert ends <= edge + hangs + 0.1
        if any(space for _one, space in line.said):
            assert ends >= edge - 0.1, "a line that is touched at all is full"


@pytest.mark.parametrize("width", range(15, 32))
def test_ordinary_sentences_fill_every_line(body: Type, width: int) -> None:
    text = "被申请人称：“双方是合作关系，不是劳动关系。”经调解，各方达成协议（见附件），共3份，各执1份。" * 4
    *found, _last = lines((Run(text),), body, width * body.size, full=True)
    for line in found:
        joints_of_it, lacks = joints(line.text()), width * body.size - line.width
        assert lacks <= 0.08 * body.size * joints_of_it + 0.01


def test_a_line_set_at_the_right_or_in_the_middle_is_moved_there(body: Type) -> None:
    (right,), (middle,) = (drawn("调解", 10, body, align) for align in (Align.RIGHT, Align.CENTER))
    assert [right.moved, middle.moved] == pytest.approx([8 * body.size, 4 * body.size])


def test_only_a_name_as_wide_as_the_line_is_set_in_less(body: Type) -> None:
    name = "温" * 27
    first, *_rest = lines((Run(name, solid=True), Run("申请")), body, 28 * body.size, 2 * body.size)
    assert first.text() == name and first.indent == pytest.approx(body.size)
    assert lines((Run("申请"),), body, 28 * body.size, 2 * body.size)[0].indent == 2 * body.size


@pytest.mark.parametrize("name", ["扎西·才让多杰", "阿卜杜热合曼·艾合麦提吐尔逊尼亚孜买买提明托合提"])
@pytest.mark.parametrize("before", range(0, 40, 3))
def test_a_name_stays_on_one_line(name: str, before: int, body: Type) -> None:
    runs = (Run("调" * before), Run(name, solid=True), Run("，女，1996年1月3日出生。"))
    for full in (True, False):
        assert any(name in line.text() for line in lines(runs, body, 28 * body.size, 2 * body.size, full))


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


def test_a_line_feed_in_what_is_not_broken_ends_the_line(body: Type) -> None:
    """A number that was pasted over two lines is two lines on paper, and none of it is lost."""
    found = lines((Run("证件"), Run("X0001234\n甲", solid=True), Run("乙")), body, 20 * body.size)
    assert [line.text() for line in found] == ["证件X0001234", "甲乙"]
    assert body.plain.width("甲\n乙") == body.plain.width("甲乙")
