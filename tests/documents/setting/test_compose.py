"""A form's Markdown and its directives become blocks, and what cannot be laid out is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    Run,
    Spacer,
    Title,
    Turn,
    plain_text,
)
from mediation_desk.domain.words import DeskError
from tests.documents.setting.slips import composed, one


def test_headings_of_a_paper_are_its_title_and_two_levels_below() -> None:
    assert composed("# 调解协议书\n\n## 一、事实\n\n### （一）\n\n#### 1") == [
        Title("调解协议书"), Heading("一、事实", 2), Heading("（一）", 3), Heading("1", 3)]


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


@pytest.mark.parametrize(("body", "named"), [
    (":: stamp here", "stamp"), (":: table\n\n文字", "table"), (":: form\n\n| a |\n|---|\n| b |", "form"),
    (":: table\n\n- 甲", "table"), (":: form\n\n- 没有等号", "没有等号"),
    (":: table widths=1,2,3\n\n| a | b |\n|---|---|\n| 1 | 2 |", "1,2,3")])
def test_what_cannot_be_laid_out_is_named_with_its_file(body: str, named: str) -> None:
    with pytest.raises(DeskError) as told:
        composed(body)
    assert "documents/slip.md" in str(told.value) and named in str(told.value)


@given(st.text(st.sampled_from("甲乙，。** `:#|-=1.\n"), max_size=40))
def test_any_text_of_a_form_is_laid_out_or_refused_in_words(body: str) -> None:
    try:
        composed(body)
    except DeskError as told:
        assert "documents/slip.md" in str(told)
