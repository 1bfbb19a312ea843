"""Lists of a form are items with the numbers that are written, rows of boxes, columns, or places to sign."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import (
    Block,
    Columns,
    Form,
    Items,
    KeyValue,
    Paragraph,
    Run,
    SignatureArea,
    SignaturePlace,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import FormText
from tests.documents.setting.slips import composed, one


def test_a_form_has_its_rows_boxes_and_heights() -> None:
    assert one(":: form size=11\n\n- 姓名 = 甲 | 电话 = 1\n- 事实 = 欠薪=一月 {lines=6}") == Form((
        (KeyValue("姓名", (Run("甲"),)), KeyValue("电话", (Run("1"),))),
        (KeyValue("事实", (Run("欠薪=一月"),), 6),)), 11)


def test_signatures_say_who_signs_how_and_where_a_seal_goes() -> None:
    assert one(":: signatures columns=3 2024年12月3日\n\n"
               "- 申请人 | 甲 | 签名\n- 调解机构 | 乙 | | seal\n- 记录人") == (
        SignatureArea((SignaturePlace("申请人", "甲", "签名"), SignaturePlace("调解机构", "乙", "", True),
                       SignaturePlace("记录人")), "2024年12月3日", 3))


def test_lists_keep_their_items_with_the_numbers_as_they_were_begun() -> None:
    found = composed("3. 三\n4. 四\n\n上\n\n- 甲\n- 乙")
    numbered, _between, dotted = found
    assert isinstance(numbered, Items) and isinstance(dotted, Items)
    assert [one.text for one in (*numbered.paragraphs(), *dotted.paragraphs())] == [
        "3．三", "4．四", "· 甲", "· 乙"]
    assert one(":: columns per=2\n\n- AAAAA\n- BBBBB") == Columns(("AAAAA", "BBBBB"), 2)


@dataclass(frozen=True)
class Words:
    """A paper with words of a person."""

    things: tuple[str, ...] = ("甲", "乙")
    word: str = "1"


def told(body: str) -> list[Block]:
    return compose(FormText("便条", body, 4, "documents/slip.md", {}), Words())


def test_a_form_numbers_its_items_by_counting_and_what_a_person_typed_numbers_none() -> None:
    items, = told("{% for each in things %}\n{{ loop.index }}. {{ each }}\n\n{% endfor %}")
    assert isinstance(items, Items) and [one.text for one in items.paragraphs()] == ["1．甲", "2．乙"]
    assert [type(block) for block in told("{{ word }}. 乙")] == [Paragraph]


@pytest.mark.parametrize(("body", "numbers"), [
    ("1. 甲\n3. 乙\n4. 丙", [1, 3, 4]), ("0. 甲\n1. 乙", [0, 1]), ("1. 甲\n1. 乙\n1. 丙", [1, 2, 3]),
    ("7. 甲\n2. 乙", [7, 2]), ("1. 甲\n\n   又\n2. 乙", [1, 2])])
def test_items_bear_the_numbers_that_are_written(body: str, numbers: list[int]) -> None:
    """Exhibits 1, 3 and 4 are not 1, 2 and 3 on paper."""
    paragraphs = [one for block in composed(body) if isinstance(block, Items) for one in block.paragraphs()]
    assert [one.text.split("．")[0] for one in paragraphs] == [str(number) for number in numbers]


@pytest.mark.parametrize("body", ["- 1. 甲", "1. 甲\n   1. 乙", "1. 甲\n   - 乙"])
def test_a_number_inside_another_list_is_refused_rather_than_lost(body: str) -> None:
    with pytest.raises(DeskError, match=r"documents/slip\.md"):
        composed(body)
