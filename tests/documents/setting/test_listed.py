"""An item stands where it stood, and its mark is told from it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pdfplumber
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.setting.listed import items_strips
from mediation_desk.documents.setting.strips import BODY, Sheet, TypeCase
from mediation_desk.documents.template.blocks import Items, Run
from mediation_desk.library.fonts import Fonts
from tests.documents.reading import CREATED, run_together

LONG = "支付拖欠的报酬，并出具有关证明，" * 6


def test_every_item_begins_a_strip_of_its_own_and_its_first_line_speaks_for_itself(fonts: Fonts) -> None:
    strips = items_strips(Items(((Run(LONG),), (Run("短"),)), 1), TypeCase(fonts), Sheet().width)
    assert strips[0].tag is None and strips[-1].tag is None  # both draw a mark and a body
    assert {strip.tag.role for strip in strips if strip.tag} == {"LBody"}


def test_mark_and_text_are_set_in_one_line_that_fills_the_measure(fonts: Fonts) -> None:
    data = make_pdf([Items(((Run(LONG),),), 3)], fonts, title="表", created=CREATED)
    assert run_together(data).startswith("3．" + LONG)
    sheet = Sheet()
    with pdfplumber.open(BytesIO(data)) as pdf:
        chars = pdf.pages[0].chars
        first = [char for char in chars if abs(char["top"] - chars[0]["top"]) < 1]
    assert [char["text"] for char in first[:3]] == ["3", "．", "支"]
    assert first[0]["x0"] == chars[0]["x0"] and abs(first[0]["x0"] - sheet.left - 2 * BODY) < 1
    assert all(one["x1"] <= other["x0"] + 0.5 for one, other in pairwise(first))
    assert max(char["x1"] for char in first) >= sheet.left + sheet.width - BODY


PARTS = ("“月工资标准”", "由本方举证", "，", "不能证明的", "涉及金额", "11,700.00元", "。", "2024年11月25日")


@given(words=st.lists(st.sampled_from(PARTS), min_size=8, max_size=40).map("".join))
@settings(max_examples=40, deadline=None)
def test_no_letter_of_an_item_is_lost_where_its_lines_are_squeezed(fonts: Fonts, words: str) -> None:
    """Its first line is drawn in two parts: those of the very line that the others follow."""
    data = make_pdf([Items(((Run(words),),), 1)], fonts, title="清单", created=CREATED)
    assert run_together(data) == f"1．{words}第1页共1页"
