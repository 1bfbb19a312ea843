"""A typeface of the office's own is looked at before it is kept: only what papers can be set in is taken."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.words import DeskError
from mediation_desk.library.typefaces import check_typeface
from tests.typefaces import made


def test_a_typeface_is_called_as_its_maker_calls_it() -> None:
    assert check_typeface(made("宁中楷体", chars="𱍐")).name == "宁中楷体"


@pytest.mark.parametrize(("rights", "good"), [(0, True), (4, True), (8, True), (2, False), (0x200, False)])
def test_one_whose_licence_forbids_embedding_is_refused(rights: int, good: bool) -> None:
    """fsType of the OS/2 table: 2 is restricted, 4 print and preview, 8 editable, 0x200 bitmaps only."""
    if good:
        assert check_typeface(made("楷体", rights=rights)).name == "楷体"
        return
    with pytest.raises(DeskError, match="licence"):
        check_typeface(made("楷体", rights=rights))


@pytest.mark.parametrize(("data", "said"), [
    (b"ttcf\0\0", "several typefaces"), (b"OTTO\0\0", "PostScript outlines"), (b"", "no TrueType file"),
    (b"%PDF-1.7", "no TrueType file"), (made("楷体")[:300], "damaged"), (made("楷体")[:5], "damaged"),
    (made("楷体").replace(b"glyf", b"glyg"), "no outlines"),
    (made("楷体").replace(b"cmap", b"cmaq"), "damaged")])
def test_what_is_no_typeface_for_papers_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        check_typeface(data)
    assert refused.value.field == "typeface"


@settings(max_examples=40)
@given(st.integers(0, 600), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_refused_in_words_or_still_good(at: int, noise: bytes) -> None:
    file = BytesIO(made("楷体"))
    file.seek(at)
    file.write(noise)
    try:
        check_typeface(file.getvalue())
    except DeskError as refused:
        assert refused.field == "typeface"
