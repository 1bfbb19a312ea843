"""Paragraphs and runs as elements."""

from docx.oxml.ns import qn

from mediation_desk.documents.template.blocks import Align, Run
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import (
    Shape,
    blank_line,
    field,
    paragraph,
    printable,
    run_properties,
    twips,
)
from tests.documents.reading_word import text_of


def tags(element: object) -> list[str]:
    return [child.tag.rpartition("}")[2] for child in element]  # type: ignore[attr-defined]


def test_a_paragraph_keeps_every_sign_and_breaks_its_line_where_it_is_told() -> None:
    line = paragraph(Style.BODY, (Run("  甲方：\n"), Run("<乙 & 丙>", bold=True), Run("")))
    assert text_of(line) == "  甲方：\n<乙 & 丙>"
    assert len(line.findall(qn("w:r"))) == 2


def test_what_a_paragraph_has_of_its_own_stands_in_the_order_of_the_format() -> None:
    shape = Shape(Align.RIGHT, 9.0, 12.5, 6.0, right=28, keep=True, new_page=True, tab=100, number=3)
    properties = paragraph(Style.SIGNATURE, (), shape)[0]
    assert tags(properties) == ["pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "spacing", "ind",
                                "jc"]
    spacing = properties.find(qn("w:spacing"))
    assert (spacing.get(qn("w:before")), spacing.get(qn("w:line"))) == ("120", "250")


def test_a_paragraph_that_is_as_its_style_says_nothing_more() -> None:
    assert tags(paragraph(Style.BODY, (Run("甲"),))[0]) == ["pStyle"]
    assert run_properties() is None


def test_a_line_to_write_on_is_no_text() -> None:
    line = paragraph(Style.SIGNATURE, (Run("签名"),), Shape(tab=90), blank_line())
    assert text_of(line).strip() == "签名"


def test_a_field_shows_its_text_until_it_is_counted() -> None:
    line = paragraph(Style.FOOTER, (), Shape(), *field("PAGE", "1"))
    assert text_of(line) == "1"
    kinds = [one.get(qn("w:fldCharType")) for one in line.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_signs_that_no_file_can_hold_are_left_out_and_all_others_kept() -> None:
    assert printable("𠮷\x0c䶮·\ufffe\n") == "𠮷䶮·\n"


def test_measures_are_twentieths_of_a_point() -> None:
    assert twips(15.75) == 315
