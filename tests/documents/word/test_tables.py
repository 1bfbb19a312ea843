"""Tables, forms, codes and charts, as wide as the PDF's."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from mediation_desk.documents.docx import make_docx
from mediation_desk.documents.setting.strips import TypeCase
from mediation_desk.documents.template.blocks import (
    Bar,
    Chart,
    Column,
    Columns,
    Form,
    KeyValue,
    Run,
    Table,
)
from mediation_desk.documents.word.tables import columns_parts, form_parts, table_parts
from mediation_desk.library.fonts import Fonts
from tests.documents.reading import CREATED
from tests.documents.reading_word import text_of, word_lines

WIDTH, HEIGHT = 442.2, 637.8


def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) for text in texts)


def columns_of(table: Any) -> list[int]:
    return [int(one.get(qn("w:w"))) for one in table.find(qn("w:tblGrid"))]


def kept(table: Any) -> list[bool]:
    return [bool(list(row.iter(qn("w:keepNext")))) for row in table.findall(qn("w:tr"))]


def test_an_amount_has_room_for_all_its_figures(fonts: Fonts) -> None:
    block = Table((Column(share=9.0), Column(share=1.0)), (cells("姓名", "金额"),),
                  (cells("温若晴", "30,264.00"),))
    (made,) = table_parts(block, TypeCase(fonts), WIDTH, HEIGHT)
    amount = TypeCase(fonts).song.width("30,264.00") * 12
    assert columns_of(made)[1] / 20 >= amount + 9


def test_a_small_table_stays_together_a_long_one_keeps_its_head_and_its_total(fonts: Fonts) -> None:
    def laid(count: int) -> Any:
        rows = tuple(cells(f"{at}.00") for at in range(count))
        block = Table((Column(),), (cells("金额"),), rows, totals=1)
        return table_parts(block, TypeCase(fonts), WIDTH, HEIGHT)[-1]
    assert kept(laid(4)) == [True] * 4 + [False]
    assert kept(laid(40)) == [True] + [False] * 38 + [True, False]


def test_a_caption_stays_with_its_table_and_names_it(fonts: Fonts) -> None:
    block = Table((Column(),), (cells("金额"),), (cells("1.00"),), caption="分配表")
    caption, made = table_parts(block, TypeCase(fonts), WIDTH, HEIGHT)
    assert text_of(caption) == "分配表"
    assert next(made.iter(qn("w:tblCaption"))).get(qn("w:val")) == "分配表"


def test_a_form_has_room_to_write(fonts: Fonts) -> None:
    form = Form(((KeyValue("姓名", (Run("温若晴"),)), KeyValue("电话", (Run("0999-8123456"),))),
                 (KeyValue("意见", (), 4),)))
    (made,) = form_parts(form, TypeCase(fonts), WIDTH, HEIGHT)
    high = [int(next(row.iter(qn("w:trHeight"))).get(qn("w:val"))) for row in made.findall(qn("w:tr"))]
    assert high[1] - high[0] == round(3 * 12 * 1.55 * 20)
    assert len(columns_of(made)) == 4


def test_codes_stand_in_equal_boxes(fonts: Fonts) -> None:
    (made,) = columns_parts(Columns(("ABCD", "EFGH", "JKLM"), 2), TypeCase(fonts), WIDTH)
    assert len(set(columns_of(made))) == 1 and len(made.findall(qn("w:tr"))) == 2


def test_a_chart_says_each_figure_beside_its_bar() -> None:
    chart = Chart((Bar("工资", "12", 1.0), Bar("工伤", "0", 0.0)), "案件")
    data = make_docx([chart], title="图", created=CREATED)
    assert [line.strip() for line in word_lines(data)] == ["案件", "工资", "12", "工伤", "0"]


def test_each_bar_is_a_picture_of_its_own_that_says_its_figure() -> None:
    chart = Chart((Bar("工资", "12", 1.0), Bar("工伤", "6", 0.5)))
    drawn = Document(BytesIO(make_docx([chart, chart], title="图", created=CREATED))).inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in drawn] == ["12", "6"] * 2
    assert len({shape._inline.docPr.get("id") for shape in drawn}) == 4
