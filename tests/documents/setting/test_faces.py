"""Which face sets a character, and that none is refused."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from mediation_desk.documents.setting.faces import HEI_STROKE, SONG_STROKE, blanks, face, only_joins
from mediation_desk.documents.setting.strips import TypeCase
from mediation_desk.library.fonts import Fonts, OwnFace, shipped_fonts
from tests.conftest import LogWatch


def test_a_rare_character_comes_from_the_next_face_with_an_outline_where_text_is_bold(fonts: Fonts) -> None:
    case = TypeCase(fonts)
    for first, stroke in ((case.song, 0.0), (case.song_bold, SONG_STROKE), (case.hei, HEI_STROKE)):
        (one, plain), (other, rare), (again, end) = first.parts("李𠮷某")
        assert (plain, rare, end) == ("李", "𠮷", "某") and one is again is first
        assert "HanaMinB" in other.name and other.stroke == stroke


def test_a_head_in_hei_asks_bold_song_first(fonts: Fonts) -> None:
    """U+3007 to begin with is in both; some ideographs of the URO are in song alone."""
    case = TypeCase(fonts)
    only = next(char for char in case.song_bold.widths if char not in case.hei.widths and char >= "一")
    assert case.hei.parts(only) == [(case.song_bold, only)]


def test_the_large_typeface_is_read_only_when_it_is_needed_and_once() -> None:
    fonts = shipped_fonts()
    song = face(fonts, fonts.song)
    song.parts("李小满")
    assert fonts.fallbacks[0] not in fonts.read
    (first, _), = song.parts("𠮷")
    (again, _), = song.parts("𬺰")
    assert first is again is face(fonts, fonts.fallbacks[0])


@given(text=st.text(max_size=30))
@settings(max_examples=40)
def test_every_text_can_be_measured_and_keeps_every_character(fonts: Fonts, text: str) -> None:
    song = TypeCase(fonts).song
    assert "".join(part for _face, part in song.parts(text)) == text
    assert 0 <= song.width(text.replace("\n", "")) <= 2 * len(text)


def test_what_a_hand_is_asked_to_write_is_letters_and_no_pictographs(fonts: Fonts) -> None:
    last = blanks(fonts)
    last.asked.clear()
    TypeCase(fonts).song.parts("甲\U000323b0乙🌊丙\u200d丁\ue863")
    assert last.to_write() == ["\U000323b0", "\ue863"]
    assert only_joins("\u202e") and only_joins("\ufe0f") and not only_joins("🌊")


def test_an_own_typeface_that_can_no_longer_be_read_stops_no_paper(logs: LogWatch) -> None:
    fonts = shipped_fonts([OwnFace("0" * 64, b"\0\1\0\0 nothing"), OwnFace("1" * 64, b"")])
    logs.expect("typeface cannot be read")
    assert face(fonts, fonts.song).parts("\U000323b0") == [(blanks(fonts), "\U000323b0")]


@pytest.mark.parametrize("character", ["\t", "\u2003", "\u3000"])
def test_a_space_stays_a_space(fonts: Fonts, character: str) -> None:
    assert 0 < TypeCase(fonts).song.width(character) <= 1


def test_typefaces_that_are_no_longer_in_force_are_let_go_of() -> None:
    """An office that changes its own typefaces does not keep the former set in memory."""
    fonts = shipped_fonts()
    names = {face(fonts, fonts.song).name, blanks(fonts).name}
    assert names <= set(pdfmetrics.getRegisteredFontNames())
    del fonts
    gc.collect()
    assert not names & set(pdfmetrics.getRegisteredFontNames())
