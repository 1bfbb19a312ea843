"""The typefaces of the papers."""

import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from mediation_desk.library.fonts import OwnFace, shipped_fonts
from mediation_desk.library.typefaces import check_typeface


def test_every_face_is_true_type_and_may_be_embedded() -> None:
    """reportlab embeds TrueType outlines alone; OS/2 fsType 0 allows it without a condition."""
    fonts = shipped_fonts()
    for file in (fonts.song, fonts.song_bold, fonts.hei, fonts.hei_bold, *fonts.fallbacks):
        assert isinstance(file, Path)
        check_typeface(file.read_bytes())
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


def test_an_offices_own_typefaces_are_asked_last() -> None:
    own = OwnFace("0" * 64, b"")
    assert shipped_fonts([own]).fallbacks[-1] == own and len(shipped_fonts().fallbacks) == 1
