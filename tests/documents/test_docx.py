"""The same papers as DOCX: the same text, the measures, and what an office suite needs to show them whole."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from mediation_desk.documents.docx import make_docx
from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.render import docx
from mediation_desk.documents.template.blocks import (
    Block,
    Column,
    Items,
    PageBreak,
    Paragraph,
    Run,
    SignatureArea,
    SignaturePlace,
    Spacer,
    Table,
    Title,
)
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from tests.documents import libreoffice, samples
from tests.documents.reading import CREATED, pages, printed
from tests.documents.reading_word import paper_text, together, word_lines, word_text

EACH = pytest.mark.parametrize("paper", samples.PAPERS, ids=lambda paper: paper.template)


def set_anew(paper: Paper) -> bytes:
    return docx(document_template(paper.template), paper, created=CREATED)


_KNOWN: dict[str, bytes] = {}


def in_word(paper: Paper) -> bytes:
    """The sample of its form, made once for all tests."""
    if paper.template not in _KNOWN:
        _KNOWN[paper.template] = set_anew(paper)
    return _KNOWN[paper.template]


def made(*blocks: Block, mark: str = "") -> bytes:
    return make_docx(blocks, title="试排", created=CREATED, mark=mark)


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name).decode()


@EACH
def test_a_paper_says_the_same_in_word_as_in_its_pdf(paper: Paper, fonts: Fonts) -> None:
    assert word_text(in_word(paper)) == paper_text(paper, printed(paper, fonts))


@EACH
def test_every_table_has_its_columns_twice_and_they_add_up_to_the_type_area(paper: Paper) -> None:
    document = opened(in_word(paper))
    section = document.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    for table in document.element.body.iter(qn("w:tbl")):
        columns = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
        assert abs(sum(columns) - room) <= 12 and min(columns) > 0
        for row in table.findall(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            spans = [int(next((one.get(qn("w:val")) for one in cell.iter(qn("w:gridSpan"))), 1))
                     for cell in cells]
            widths = [int(next(cell.iter(qn("w:tcW"))).get(qn("w:w"))) for cell in cells]
            ends = [sum(spans[:at]) for at in range(len(spans) + 1)]
            assert widths == [sum(columns[first:last]) for first, last in pairwise(ends)]
            assert ends[-1] == len(columns)


def test_the_agreement_has_the_official_margins() -> None:
    section = opened(in_word(samples.AGREEMENT)).sections[0]
    measures = [round(side.mm) for side in (section.top_margin, section.bottom_margin, section.left_margin,
                                            section.right_margin, section.page_width, section.page_height)]
    assert measures == [37, 35, 28, 26, 210, 297]


def test_rows_are_whole_headers_return_and_pages_are_numbered() -> None:
    document = opened(in_word(samples.AGREEMENT))
    for row in document.tables[0].rows:
        assert "cantSplit" in row._tr.xml
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml
    foot = document.sections[0].footer.paragraphs[0]
    assert "PAGE" in foot._p.xml and "NUMPAGES" in foot._p.xml
    assert foot.text == "第 1 页 共 1 页"  # until a program counts for itself


@pytest.mark.parametrize("paper", [samples.SUPPLEMENT, samples.SUMMARY], ids=lambda paper: paper.template)
def test_the_same_paper_of_the_same_instant_is_the_same_bytes(paper: Paper) -> None:
    assert set_anew(paper) == in_word(paper)


@EACH
def test_no_part_names_a_person_another_language_s_typeface_or_a_theme(paper: Paper) -> None:
    data = in_word(paper)
    told = opened(data).core_properties
    assert (told.title, told.author, told.last_modified_by) == \
        (document_template(paper.template).title, "", "")
    with zipfile.ZipFile(BytesIO(data)) as file:
        whole = {name: file.read(name).decode("utf-8", "replace") for name in file.namelist()}
    assert not [name for name in whole if "theme" in name.lower() or "custom" in name or "thumbnail" in name]
    for name, text in whole.items():
        assert not re.search(r"asciiTheme|eastAsiaTheme|Calibri|Cambria|Times New Roman|ＭＳ", text), name
    asian = set(re.findall(r'w:eastAsia="([^"]*)"', whole["word/styles.xml"]))
    assert asian == {"仿宋", "宋体", "黑体", "zh-CN"}


def test_what_is_said_of_a_copy_stands_in_every_page_s_head() -> None:
    section = opened(made(Paragraph((Run("正文"),)), mark="副本，以签署的文本为准")).sections[0]
    assert [line.text for line in section.header.paragraphs] == ["副本，以签署的文本为准"]
    assert not opened(made(Title("通知"))).sections[0].header.paragraphs[0].text


def test_a_form_that_says_nothing_is_an_empty_file_all_the_same() -> None:
    assert not word_text(make_docx([], title="便条", created=CREATED)).strip()


def test_lists_are_lists_and_each_numbered_one_counts_for_itself() -> None:
    data = made(Items(((Run("甲"),), (Run("乙"),)), 1), Paragraph((Run("又"),)), Items(((Run("丙"),),), 4),
                Items(((Run("丁"),),)))
    assert word_lines(data) == ["1．甲", "2．乙", "又", "4．丙", "·丁"]
    document = opened(data)
    assert [line.text for line in document.paragraphs] == ["甲", "乙", "又", "丙", "丁"]
    assert [line.style.name for line in document.paragraphs] == \
        ["List Number", "List Number", "Body Text", "List Number", "List Bullet"]


def test_the_text_before_a_place_to_sign_holds_on_to_it() -> None:
    area = SignatureArea((SignaturePlace("申请人", "温若晴", "签名"),), "年月日")
    data = made(Paragraph((Run("末句"),)), area)
    first = opened(data).paragraphs[0]
    assert first.text == "末句" and "keepNext" in first._p.xml


def test_tables_that_follow_each_other_stay_two_and_a_new_page_begins_with_what_follows() -> None:
    cells = ((Run("甲"),),)
    table = Table((Column(),), (cells,), (cells,))
    body = opened(made(table, table, Spacer(2), PageBreak(), table, PageBreak(), Title("附件"))).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    lines = [child for child in body if child.tag == qn("w:p")]
    assert ["pageBreakBefore" in line.xml for line in lines] == [False, True, True]


def test_a_name_that_the_pdf_s_typeface_lacks_is_written_all_the_same(fonts: Fonts) -> None:
    row = ((Run("\U000f0001某"),), (Run("3,362.67"),))
    blocks = [Table((Column(), Column()), (((Run("姓名"),), (Run("金额"),)),), (row,))]
    assert "\U000f0001某" in word_text(made(*blocks))


def test_what_is_too_wide_for_the_pdf_is_not_cut(fonts: Fonts) -> None:
    row = tuple((Run("1234567890123", solid=True),) for _ in range(20))
    blocks = [Table((Column(),) * 20, (row,), (row,))]
    with pytest.raises(Exception, match="too wide"):
        make_pdf(blocks, fonts, title="试排", created=CREATED)
    assert word_text(made(*blocks)).count("1234567890123") == 40


# -- in a real LibreOffice -----------------------------------------------------------------------

SEVERAL: tuple[Paper, ...] = (samples.AGREEMENT, samples.SUPPLEMENT, *(
    paper for paper in samples.PAPERS if paper.template in (
        "intake-register", "statistical-report", "mediation-record")))


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Several papers as the PDF that LibreOffice makes of their DOCX."""
    if not libreoffice.SOFFICE:
        pytest.skip("no LibreOffice on this machine")
    return libreoffice.as_pdf({paper.template: in_word(paper) for paper in SEVERAL},
                              tmp_path_factory.mktemp("office"))


def test_libreoffice_shows_every_word_and_about_as_many_pages(converted: dict[str, bytes], fonts: Fonts
                                                              ) -> None:
    for paper in SEVERAL:
        shown, ours = converted[paper.template], printed(paper, fonts)
        assert paper_text(paper, shown).replace("_", "") == paper_text(paper, ours), paper.template
        assert abs(len(pages(shown)) - len(pages(ours))) <= 1, paper.template


def test_libreoffice_honours_the_columns_and_breaks_no_figure(converted: dict[str, bytes]) -> None:
    document = opened(in_word(samples.AGREEMENT))
    shares = next(one for one in document.tables if one.cell(0, 0).text == "申请人"
                  and "合计大写" in one.rows[0].cells[-1].text)._tbl
    columns = [int(column.get(qn("w:w"))) / 20 for column in shares.find(qn("w:tblGrid"))]
    edges = [document.sections[0].left_margin.pt + sum(columns[:at]) for at in range(len(columns) + 1)]
    with pdfplumber.open(BytesIO(converted["mediation-agreement"])) as shown:
        page = next(page for page in shown.pages if "合计大写" in together(page.extract_text()))
        rules = {line["x0"] for line in (*page.lines, *page.rects) if line["height"] > line["width"]}
        words = {word["text"] for word in page.extract_words()}
    assert all(min(abs(edge - rule) for rule in rules) < 1 for edge in edges)
    assert {"3,362.67", "6,725.33", "13,450.65", "30,264.00"} <= words
