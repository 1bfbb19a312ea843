"""One person entered twice is seen, whatever their entries look like."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.likeness import Likeness, likeness


class Entry(NamedTuple):
    name: str = ""
    id_number: str = ""
    phone: str = ""


CARD, OTHER_CARD = "630199199503150218", "630199199503150226"
PERSON, NAME, NONE = Likeness.PERSON, Likeness.NAME, Likeness.NONE


@pytest.mark.parametrize(("one", "other", "alike"), [
    (Entry("冯雨", CARD), Entry("冯雨", CARD), PERSON),
    (Entry("冯雨", CARD), Entry("冯羽", "630199 19950315 0218"), PERSON),  # a slip in the name
    (Entry("冯雨", CARD), Entry("冯雨", f"\u202d{CARD}\u202c"), PERSON),
    (Entry("冯雨", CARD), Entry("冯雨", OTHER_CARD), NONE),  # two of one name
    (Entry("冯雨", CARD, "13809712001"), Entry("冯雨", OTHER_CARD, "13809712001"), NONE),
    (Entry("冯雨", "", "13809712001"), Entry("冯\u200b雨", "", "+86 138 0971 2001"), PERSON),
    (Entry("冯雨", CARD, "13809712001"), Entry("冯雨", "", "138-0971-2001"), PERSON),
    (Entry("扎西·才让"), Entry("扎西•才让"), NAME), (Entry("凌　云"), Entry("凌云", CARD), NAME),
    (Entry("冯雨", "", "13809712001"), Entry("冯雨", "", "13809712002"), NAME),
    (Entry("冯雨", "", "13809712001"), Entry("陈露", "", "13809712001"), NONE),  # one household
    (Entry(), Entry(), NONE), (Entry("冯雨"), Entry(), NONE)])
def test_two_entries_are_as_alike_as_a_careful_clerk_would_say(one: Entry, other: Entry,
                                                               alike: Likeness) -> None:
    assert likeness(one, other) is alike
    assert likeness(other, one) is alike


@given(st.sampled_from("\u200b\u202d\ufeff\u2066\u00ad"), st.integers(0, 2), st.integers(0, 18))
def test_what_nobody_sees_hides_nobody(sign: str, in_name: int, in_number: int) -> None:
    hidden = Entry("冯雨"[:in_name] + sign + "冯雨"[in_name:], CARD[:in_number] + sign + CARD[in_number:])
    assert likeness(hidden, Entry("冯雨", CARD)) is PERSON
