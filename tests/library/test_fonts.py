"""The typefaces of the papers."""

import unicodedata
from pathlib import Path
from struct import pack

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from mediation_desk.domain.words import DeskError
from mediation_desk.library.fonts import check_typeface, shipped_fonts


def test_every_face_is_true_type_and_may_be_embedded() -> None:
    """reportlab embeds TrueType outlines alone; OS/2 fsType 0 allows it without a condition."""
    fonts = shipped_fonts()
    for file in (fonts.song, fonts.song_bold, fonts.hei, fonts.hei_bold, *fonts.fallbacks):
        check_typeface(file)
        with TTFont(file) as face:
            assert "glyf" in face
            assert face["OS/2"].fsType == 0


def test_every_face_has_the_words_of_a_paper() -> None:
    fonts = shipped_fonts()
    for file in (fonts.song, fonts.song_bold, fonts.hei, fonts.hei_bold):
        with TTFont(file) as face:
            known = face.getBestCmap()
        wanted = "调解协议书〔2024〕第壹号人民币叁万零贰佰元整·■□"
        assert [char for char in wanted if ord(char) not in known] == []


def test_two_desks_keep_what_they_read_apart() -> None:
    assert shipped_fonts().read is not shipped_fonts().read


def test_between_them_they_have_every_ideograph_to_extension_f() -> None:
    """GB 18030-2022 at its highest level, but for what Unicode added behind the end of B and C; compatibility
    ideographs are normalised to others. HanaMinA would add none."""
    fonts = shipped_fonts()
    known: set[int] = set()
    for file in (fonts.song, *fonts.fallbacks):
        with TTFont(file) as face:
            known |= set(face.getBestCmap())
    ranges = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x2A6D6), (0x2A700, 0x2B734),
              (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0), (0x2F800, 0x2FA1D))
    wanted = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    lacking = {char for char in wanted if unicodedata.normalize("NFC", char) == char} - set(map(chr, known))
    assert {char for char in lacking if unicodedata.category(char) != "Cn"} == set()


def test_an_offices_own_typefaces_are_asked_last(tmp_path: Path) -> None:
    own = tmp_path / "own.ttf"
    assert shipped_fonts([own]).fallbacks[-1] == own and len(shipped_fonts().fallbacks) == 1


def cut(bits: int = 0, kind: str = "", length: int = 2_000_000) -> bytes:
    """A file of the right tables with these bits of fsType, another signature, or cut off."""
    names = (b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name", b"post")
    begins = 12 + 16 * len(names)
    head = b"\0\1\0\0" + pack(">H6x", len(names))
    tables = b"".join(pack(">4sLLL", name, 0, begins + 12 * at, 12) for at, name in enumerate(names))
    os2, cmap = pack(">8xHH", bits, 0), pack(">HHHHL", 0, 1, 3, 10, 12)
    data = head + tables + os2 + cmap + bytes(12 * (len(names) - 2))
    return kind.encode() + data[len(kind):length]


@pytest.mark.parametrize(("data", "said"), [
    (cut(0x0002), "does not allow"), (cut(0x0100), "does not allow"), (cut(0x0200), "does not allow"),
    (cut(kind="OTTO"), "PostScript"), (cut(kind="ttcf"), "several typefaces"),
    (cut(length=200), "TrueType file"), (cut(length=7), "TrueType file"), (b"", "TrueType file"),
    (b"%PDF-1.7 and more", "TrueType file")],
    ids=["restricted", "whole", "bitmaps", "postscript", "collection", "cut", "shorter", "empty", "pdf"])
def test_a_file_that_papers_cannot_be_set_in_is_refused_in_words(data: bytes, said: str,
                                                                 tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(data)
    with pytest.raises(DeskError, match=said):
        check_typeface(file)


def test_one_that_may_be_edited_is_taken_and_one_that_is_not_there_is_said(tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    with pytest.raises(DeskError, match="cannot be read"):
        check_typeface(file)
    file.write_bytes(cut(0x0008))
    check_typeface(file)
