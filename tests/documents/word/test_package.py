"""The file around the text."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from mediation_desk.documents.setting.strips import BODY, BODY_LEADING, Sheet
from mediation_desk.documents.word.package import EPOCH, NOT_AT_END, NOT_AT_HEAD, Package, entry
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import paragraph


def package(wide: bool = False) -> Package:
    return Package(Sheet(wide), BODY, BODY_LEADING)


def test_files_are_of_no_particular_day_and_the_moment_is_that_of_the_paper() -> None:
    made = package()
    made.describe("通知书", datetime(2024, 12, 2, 9, 30, tzinfo=UTC))
    with zipfile.ZipFile(BytesIO(made.saved())) as file:
        assert {one.date_time for one in file.infolist()} == {EPOCH}
    assert Document(BytesIO(made.saved())).core_properties.created == datetime(2024, 12, 2, 9, 30, tzinfo=UTC)


def test_a_wide_sheet_lies() -> None:
    section = Document(BytesIO(package(wide=True).saved())).sections[0]
    assert section.page_width and round(section.page_width.mm) == 297
    assert section._sectPr.xml.count('orient="landscape"') == 1


def test_word_knows_what_begins_and_ends_no_line_as_far_as_it_can_hold_it() -> None:
    settings = Document(BytesIO(package().saved())).settings.element
    after, before = (settings.find(qn(f"w:noLineBreaks{side}")) for side in ("After", "Before"))
    assert (after.get(qn("w:val")), before.get(qn("w:val"))) == (NOT_AT_END, NOT_AT_HEAD)
    assert len(NOT_AT_END) <= 50 and len(NOT_AT_HEAD) <= 100
    assert set("元壹贰万，。；") <= set(NOT_AT_HEAD)


def test_a_line_to_sign_on_stands_under_the_page_s_number() -> None:
    made = package()
    made.foot(True, "当事人签名：")
    lines = Document(BytesIO(made.saved())).sections[0].footer.paragraphs
    assert [line.text.strip() for line in lines] == ["第 1 页 共 1 页", "当事人签名："]


def test_what_is_taken_out_is_no_longer_in_the_file() -> None:
    made = package()
    made.put([paragraph(Style.BODY)] * 1)
    assert made.taken().startswith(b"<w:p") and made.taken() == b""


def test_a_part_is_compressed() -> None:
    assert entry("word/document.xml").compress_type == zipfile.ZIP_DEFLATED
