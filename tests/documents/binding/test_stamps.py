"""Signs that the numbers need, and no others, are drawn with a piece of the typeface."""

from __future__ import annotations

import io

from pypdf import PdfReader

from mediation_desk.documents.binding.stamps import GLYPHS, Stamps
from mediation_desk.library.fonts import Fonts


def test_every_sign_has_a_code_of_its_own(fonts: Fonts) -> None:
    stamps = Stamps(fonts)
    text = PdfReader(io.BytesIO(stamps.pdf)).pages[0].extract_text()
    assert text.strip() == GLYPHS and len(set(stamps._codes.values())) == len(GLYPHS)


def test_what_has_no_sign_is_left_out_of_a_caption(fonts: Fonts) -> None:
    stamps = Stamps(fonts)
    assert stamps.caption("证据1 照片", 595, 842, 1) == stamps.caption("证据1", 595, 842, 1)
