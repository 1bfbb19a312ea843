"""The typefaces of the papers."""

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from mediation_desk.library.fonts import shipped_fonts


def test_every_face_is_true_type_and_may_be_embedded() -> None:
    """reportlab embeds TrueType outlines alone; OS/2 fsType 0 allows it without a condition."""
    fonts = shipped_fonts()
    for file in (fonts.song, fonts.song_bold, fonts.hei, fonts.hei_bold):
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
