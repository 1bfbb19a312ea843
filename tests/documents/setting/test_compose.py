"""A form's Markdown and its directives become blocks, and what cannot be laid out is named."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Columns,
    Form,
    Heading,
    Items,
    KeyValue,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Run,
    SignatureArea,
    SignaturePlace,
    Spacer,
    Table,
    Title,
    Turn,
    plain_text,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import DocumentHeader, DocumentTemplate, FormText


@dataclass(frozen=True)
class Nothing:
    """A paper that is told nothing."""


def composed(body: str) -> list[Block]:
    header = DocumentHeader("便条", "Slip", "office", {})
    return compose(DocumentTemplate("便条", body, 4, "documents/slip.md", {}, "slip", header), Nothing())


def one(body: str) -> Block:
    block, = composed(body)
    return block


def test_headings_of_a_paper_are_its_title_and_two_levels_below() -> None:
    assert composed("# 调解协议书\n\n## 一、事实\n\n### （一）\n\n#### 1") == [
        Title("调解协议书"), Heading("一、事实", 2), Heading("（一）", 3), Heading("1", 3)]


def test_bold_stands_beside_chinese_marks_where_markdown_itself_would_not_see_it() -> None:
    assert one("应付**“工资”**，共**三项**。") == Paragraph(
        (Run("应付"), Run("“工资”", True), Run("，共"), Run("三项", True), Run("。")))


def test_what_is_solid_is_not_broken() -> None:
    assert one("账号`6222 0200`。") == Paragraph(
        (Run("账号"), Run("6222 0200", solid=True), Run("。")))


def test_a_line_that_ends_with_a_colon_stays_with_what_it_announces() -> None:
    first, second = composed("双方约定如下：\n\n一次付清。")
    assert isinstance(first, Paragraph) and first.keep_with_next
    assert isinstance(second, Paragraph) and not second.keep_with_next


@pytest.mark.parametrize(("line", "block"), [
    (":: office 城中区调解中心", Title("城中区调解中心", office=True)),
    (":: center 草稿", Paragraph((Run("草稿"),), indent=False, align=Align.CENTER)),
    (":: right 年月日", Paragraph((Run("年月日"),), indent=False, align=Align.RIGHT)),
    (":: left 抄送", Paragraph((Run("抄送"),), indent=False)),
    (":: note 一式两份", Paragraph((Run("一式两份"),), indent=False, small=True)),
    (":: space", Spacer(1)), (":: space 2.5", Spacer(2.5)), (":: page", PageBreak()), (":: rule", Rule()),
    (":: landscape", Turn(wide=True)), (":: portrait", Turn(wide=False)),
    (":: qr size=30 caption=扫一扫 MD1:abc", QrCode("MD1:abc", 30, "扫一扫"))])
def test_each_directive_is_laid_out_as_it_says(line: str, block: Block) -> None:
    assert one(line) == block


def test_directives_and_lines_of_one_paragraph_keep_their_order() -> None:
    said = [plain_text(block.runs) if isinstance(block, Paragraph) else type(block).__name__
            for block in composed("甲\n:: rule\n乙\n:: right 丙\n丁")]
    assert said == ["甲", "Rule", "乙", "丙", "丁"]


def test_a_table_has_its_caption_widths_sides_and_totals() -> None:
    table = one(":: table widths=1,2.5 totals=1 size=10.5 分配表\n\n"
                "| 姓名 | 金额 |\n|:--|--:|\n| 甲 | 1 |\n| 合计 | 1 |")
    assert isinstance(table, Table)
    assert [(column.align, column.share) for column in table.columns] == [(Align.LEFT, 1), (Align.RIGHT, 2.5)]
    assert (table.totals, table.caption, table.size) == (1, "分配表", 10.5)
    assert [[plain_text(cell) for cell in row] for row in (*table.header, *table.rows)] == [
        ["姓名", "金额"], ["甲", "1"], ["合计", "1"]]


def test_in_a_list_that_each_signs_the_last_cell_says_as_what_and_another_who() -> None:
    table = one(":: table totals=1 sign=1\n\n"
                "| 姓名 | 金额 | 签名 |\n|:--|--:|:--|\n| 甲 | 1 | 申请人一 |\n| 合计 | 1 | |")
    assert isinstance(table, Table)
    assert table.places == (SignaturePlace("申请人一", "甲", fingerprint=True),)
    assert [[plain_text(cell) for cell in row] for row in table.rows] == [["甲", "1", ""], ["合计", "1", ""]]


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


@pytest.mark.parametrize(("body", "named"), [
    (":: stamp here", "stamp"), (":: table\n\n文字", "table"), (":: form\n\n| a |\n|---|\n| b |", "form"),
    (":: table\n\n- 甲", "table"), (":: form\n\n- 没有等号", "没有等号"),
    (":: table widths=1,2,3\n\n| a | b |\n|---|---|\n| 1 | 2 |", "1,2,3")])
def test_what_cannot_be_laid_out_is_named_with_its_file(body: str, named: str) -> None:
    with pytest.raises(DeskError) as told:
        composed(body)
    assert "documents/slip.md" in str(told.value) and named in str(told.value)


@pytest.mark.parametrize("body", [
    ":: space two", ":: qr size=large x", ":: qr size=0 x", ":: qr size=nan x", ":: qr size=inf x",
    ":: table widths=1,b\n\n| a | b |\n|---|---|\n| 1 | 2 |", ":: table totals=-1\n\n| a |\n|---|\n| 1 |",
    ":: table size=big\n\n| a |\n|---|\n| 1 |", ":: form size=0\n\n- a = b", ":: columns per=0\n\n- A",
    ":: signatures columns=none\n\n- 甲", ":: table totals=2\n\n| a |\n|---|\n| 1 |",
    ":: chart\n\n| a | b |\n|---|---|\n| 甲 | 1 |", f":: qr {'甲' * 800}"])
def test_a_measure_that_is_none_is_refused_in_words(body: str) -> None:
    """Whoever writes a form is told, and no paper stops half way with a bug."""
    with pytest.raises(DeskError, match=r"documents/slip\.md"):
        composed(body)


@given(st.text(st.sampled_from("甲乙，。** `:#|-=1.\n"), max_size=40))
def test_any_text_of_a_form_is_laid_out_or_refused_in_words(body: str) -> None:
    try:
        composed(body)
    except DeskError as told:
        assert "documents/slip.md" in str(told)


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
