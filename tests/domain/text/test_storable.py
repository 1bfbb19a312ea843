"""What nobody sees is never kept; what a person meant always is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text.storable import ideograph, line, storable, unseen, visible

ANYTHING = st.text(st.characters(codec=None, categories=None) | st.sampled_from(
    "\u200b\u200c\u200d\u202d\ufeff\ufe0f\U000e0100\u180b\r\n\x0b\x85\u2028马岚·👩\u0645\ud842\udfb7"))


@pytest.mark.parametrize(("typed", "kept"), [
    ("马\u200b晓岚", "马晓岚"), ("\ufeff马晓岚", "马晓岚"), ("\u202d19900000001\u202c", "19900000001"),
    ("马\u2066晓\u2069岚", "马晓岚"), ("马晓\u00ad岚", "马晓岚"), ("马\0晓岚", "马晓岚"),
    ("马\u3164晓岚", "马晓岚"), ("马\u200d晓岚", "马晓岚"), ("马\ufe0f1\ufe0f", "马\ufe0f1"),
    ("x\ud842", "x\ufffd"), ("\ud842\udfb7小满", "𠮷小满"),
    ("第一行\r\n第二行\u2028第三行\r", "第一行\n第二行\n第三行\n")])
def test_what_comes_with_a_paste_and_cannot_be_seen_goes(typed: str, kept: str) -> None:
    assert storable(typed) == kept


@pytest.mark.parametrize("meant", [
    "葛\U000e0100城", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "👨\u200d👩\u200d👧", "❤\ufe0f",
    "ᠮᠣᠩᠭᠣᠯ\u180b", "凌　云", "扎西·才让", "第一行\n\t第二行", "𬍛𰻝㐂〇", "བཀྲ་ཤིས", "ئالىم", "①½㎡"])
def test_what_a_person_meant_stays_as_it_is(meant: str) -> None:
    """A rare form of a character, a joined letter, a picture, a blank, a dot: none of them is folded."""
    assert storable(meant) == meant


@given(ANYTHING)
def test_once_is_enough(text: str) -> None:
    assert storable(storable(text)) == storable(text)
    assert line(line(text)) == line(text)


@given(ANYTHING)
def test_every_engine_can_keep_it(text: str) -> None:
    kept = storable(text)
    assert "\0" not in kept
    assert kept.encode().decode() == kept


@given(ANYTHING)
def test_nothing_that_can_be_seen_is_lost_or_added(text: str) -> None:
    """The second way: whole characters that are not unseen, one by one, line breaks all alike."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    for sign in ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        whole = whole.replace(sign, "\n")
    assert [one for one in storable(text) if not unseen(one)] == [one for one in whole if not unseen(one)]


def test_a_field_of_one_line_has_one() -> None:
    assert line(" 马晓岚\r\n") == "马晓岚"
    assert line("城东区\n昆仑路\t1号") == "城东区 昆仑路 1号"


def test_ideographs_are_known_in_every_extension() -> None:
    assert all(map(ideograph, "马㐂𠮷𬍛𰻝〇々\U00031350"))
    assert not any(map(ideograph, "a1·、ㄅあ한"))


# -- on a page ---------------------------------------------------------------------------

AROUND = st.text(st.characters(codec=None, categories=None) | st.sampled_from(
    "\u202e\u202d\u202c\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u0645\u05d0马1.\n"))
ISOLATED = re.compile("\u2068[^\u202a-\u202e\u2066-\u2069\n]*\u2069")


@pytest.mark.parametrize(("written", "shown"), [
    ("马\u202e晓岚", "马[U+202E]晓岚"), ("马\u200b晓岚", "马[U+200B]晓岚"), ("马晓岚\0", "马晓岚[U+0000]"),
    ("a\r\nb", "a\nb"),
    ("\u0645\u0631\u064a\u0645 5,000.00", "\u2068\u0645\u0631\u064a\u0645\u2069 5,000.00"),
    ("\u05d0 12 \u05d1 3", "\u2068\u05d0 12 \u05d1\u2069 3"), ("\u2066x\u2069", "[U+2066]x[U+2069]"),
    ("\u2068x\u202ey\u2069", "[U+2068]x[U+202E]y[U+2069]"), ("\ud842", "\ufffd")])
def test_on_a_page_what_hides_is_written_out_and_what_runs_leftward_stands_apart(written: str,
                                                                               shown: str) -> None:
    assert visible(written) == shown


@pytest.mark.parametrize("meant", [
    "葛\U000e0100城", "👨\u200d👩\u200d👧", "ᠮᠣᠩᠭᠣᠯ\u180b", "凌　云", "第一行\n\t第二行", "𬍛𰻝㐂〇", "བཀྲ་ཤིས",
    "“…”·—",
    "\u2068\u0645\u0631\u2069 5"])
def test_on_a_page_what_a_person_meant_is_shown_as_it_is(meant: str) -> None:
    assert visible(meant) == meant


@given(AROUND)
def test_nothing_on_a_page_is_unseen_but_whole_pairs_that_set_a_text_apart(text: str) -> None:
    told = visible(text)
    assert visible(told) == told
    outside = ISOLATED.sub("", told)
    assert storable(outside) == outside
    assert all(storable(found[1:-1]) == found[1:-1] for found in ISOLATED.findall(told))


@given(AROUND)
def test_no_sign_is_lost_on_the_way_to_the_page(text: str) -> None:
    """Told another way: written out and with the pairs taken away it is the text in its own order."""
    kept = [char for char in storable(text) if char not in "\u2068\u2069"]
    told = iter(visible(text))
    assert all(char in told for char in kept)
