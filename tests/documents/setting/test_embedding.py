"""A name comes back from the paper as it went in, whoever reads it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.template.blocks import Column, Heading, Paragraph, Run, Table, Title
from mediation_desk.library.fonts import Fonts
from tests.documents.reading import CREATED

# Extension B; A; E, which Noto has; A; F; none that any typeface here has (H); a pictograph.
NAMES = ("𠮷小满", "龚䶮", "李𬍛", "㐂田", "𬺰某", "吴\U000323b0", "录音🌊", "扎西·才让多杰")


def named(fonts: Fonts) -> bytes:
    """A paper with the names as title, headings, text in both weights, and in a table throughout."""
    said = "、".join(NAMES)
    rows = tuple(((Run(name),), (Run("1,000.00元"),)) for name in NAMES)
    return make_pdf([Title(NAMES[0]), Heading(said), Heading(said, 3), Paragraph((Run(said),)),
                     Paragraph((Run(said, bold=True),)),
                     Table((Column(), Column()), (((Run(NAMES[0]),), (Run("金额"),)),), rows, totals=1)],
                    fonts, title="调解协议书", created=CREATED)


def texts(data: bytes) -> Iterator[tuple[str, str]]:
    """The text of the file, as each reader gives it."""
    yield "pypdf", "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    yield "pdfminer", extract_text(BytesIO(data))
    with pypdfium2.PdfDocument(data) as document:
        yield "pdfium", "".join(page.get_textpage().get_text_bounded() for page in document)
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True,
                              check=True)
        yield "pdftotext", done.stdout.decode()


def test_every_reader_gives_back_every_name_wherever_it_stands(fonts: Fonts) -> None:
    for reader, text in texts(named(fonts)):
        together = "".join(text.split())
        for name in NAMES:
            assert together.count(name) >= 5, (reader, name)
        assert "\ufffd" not in together


def test_no_map_says_zero_or_half_a_character(fonts: Fonts) -> None:
    """ISO 19005-2, 6.2.11.7.2: every font has a map; above U+FFFF it says a pair in UTF-16."""
    (page,) = PdfReader(BytesIO(named(fonts))).pages
    said = ""
    for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
        lines = font["/ToUnicode"].get_data().decode().split("\n")
        for line in lines[lines.index("endcodespacerange"):]:
            if line.startswith("<"):
                said += bytes.fromhex(line.split()[1].strip("<>")).decode("utf-16-be")
    assert {"𠮷", "𬺰", "\U000323b0", "🌊"} <= set(said) and "\0" not in said


def test_the_marks_between_letters_take_no_room_and_stay_in_the_text(fonts: Fonts) -> None:
    data = make_pdf([Paragraph((Run("葛\U000e0101某，终"),))], fonts, title="名", created=CREATED)
    assert "葛\U000e0101某，终" in PdfReader(BytesIO(data)).pages[0].extract_text()


@pytest.mark.parametrize("count", [1, 300])
def test_any_number_of_unknown_characters_is_set(count: int, fonts: Fonts) -> None:
    odd = "".join(chr(0xE100 + at) for at in range(count))
    data = make_pdf([Paragraph((Run(odd),))], fonts, title="字", created=CREATED)
    text = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())
    assert text.startswith(odd)
