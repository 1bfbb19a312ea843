"""Passphrases: made up, told by telephone, typed however one types; refused where anyone would try them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.referral import passphrase
from mediation_desk.domain.referral.passphrase import PassphraseTooWeak

DIGITS = st.lists(st.integers(0, 9999), min_size=5, max_size=5)


def test_one_that_is_made_up_is_five_groups_of_four_digits_and_each_time_another() -> None:
    made = {passphrase.made_up() for _time in range(50)}
    assert len(made) == 50
    for one in made:
        assert [len(group) for group in one.split()] == [4] * 5 and one.replace(" ", "").isdecimal()


def test_chance_makes_up_none_that_anyone_would_try() -> None:
    """The first five numbers that come would be 0000 0000 …; the program takes the next."""
    told = iter([0, 0, 0, 0, 0, 4821, 937, 5566, 1204, 7730])
    assert passphrase.made_up(lambda _most: next(told)) == "4821 0937 5566 1204 7730"


@given(DIGITS)
def test_however_it_is_typed_it_counts_alike(groups: list[int]) -> None:
    told = " ".join(f"{one:04}" for one in groups)
    full_width = "".join(chr(ord(char) + 0xFEE0) if char.isdecimal() else char for char in told)
    assert {passphrase.tidy(one) for one in (told, told.replace(" ", ""), told.replace(" ", "-"), full_width,
                                             f" {told}\n")} == {told.replace(" ", "")}


@pytest.mark.parametrize("typed", ["湟水谣Lanzhou-7731西宁", "correct horse battery", "4821 0937 5566 1204"])
def test_a_good_one_of_ones_own_is_taken(typed: str) -> None:
    passphrase.require_good(typed)


@pytest.mark.parametrize("typed", ["", "kurz", "12345678901234567890", "aaaaaaaaaaaaaaaa", "4821 0937 556",
                                   "abcdefghijkl", "1111222233334444", "x" * 201, "121212121212343434"])
def test_what_anyone_would_try_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(PassphraseTooWeak) as refused:
        passphrase.require_good(typed)
    assert refused.value.field == "passphrase"
