"""Pictures and QR codes."""

from io import BytesIO
from typing import Any

from docx import Document

from mediation_desk.documents.docx import make_docx
from mediation_desk.documents.setting.charts import ink
from mediation_desk.documents.template.blocks import Picture, QrCode
from tests.documents.reading import CREATED


def opened(*blocks: Picture | QrCode) -> Any:
    return Document(BytesIO(make_docx(blocks, title="图", created=CREATED)))


def test_a_picture_keeps_its_proportions_and_no_more_than_the_width() -> None:
    shape = opened(Picture(ink(), 900)).inline_shapes[0]
    assert shape.width == shape.height and round(shape.width.mm) == 156


def test_a_code_is_as_large_as_it_is_told_and_says_what_it_holds() -> None:
    document = opened(QrCode("宁中劳调0001", 30, "扫码核对"))
    shape = document.inline_shapes[0]
    assert round(shape.width.mm) == 30
    assert "宁中劳调0001" in shape._inline.docPr.get("descr")
    assert document.paragraphs[-1].text == "扫码核对"
