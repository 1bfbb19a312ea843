"""Words within a block are bold or solid as they are marked, and a measure that is none is refused."""

from __future__ import annotations

import pytest

from mediation_desk.documents.template.blocks import Paragraph, Run
from mediation_desk.domain.words import DeskError
from tests.documents.setting.slips import composed, one


def test_bold_stands_beside_chinese_marks_where_markdown_itself_would_not_see_it() -> None:
    assert one("应付**“工资”**，共**三项**。") == Paragraph(
        (Run("应付"), Run("“工资”", True), Run("，共"), Run("三项", True), Run("。")))


def test_what_is_solid_is_not_broken() -> None:
    assert one("账号`6222 0200`。") == Paragraph(
        (Run("账号"), Run("6222 0200", solid=True), Run("。")))


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
