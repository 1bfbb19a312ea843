"""Numbers are shown so far that one recognises them, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text import masks


def test_numbers_are_masked_but_for_what_lets_one_recognise_them() -> None:
    assert masks.number("630199199503150011") == "630199********0011"
    assert masks.phone("13809710001") == "138****0001"
    assert masks.phone("12345") == "*****"


@pytest.mark.parametrize("number", [
    "8123456", "81234567", "612345678", "09716123456", "0971-6123456", "E12345678", "H1234567890",
    "630199950315001", "6222021234567890123"])
def test_a_shorter_number_keeps_at_least_a_third_of_itself_to_itself(number: str) -> None:
    """A telephone of eight figures was shown but for one of them."""
    for mask in (masks.number, masks.phone, masks.document):
        hidden = mask(number).count("*")
        assert 3 * hidden >= len(number), mask(number)


@given(st.text("0123456789Xx-+ ", max_size=30))
def test_a_masked_number_is_as_long_and_shows_nothing_that_is_not_there(number: str) -> None:
    for mask, least in ((masks.number, 10), (masks.phone, 7), (masks.document, 6)):
        masked = mask(number)
        assert len(masked) == len(number)
        assert all(sign in ("*", real) for sign, real in zip(masked, number, strict=True))
        if len(number) <= least:
            assert set(masked) <= {"*"}


def test_two_people_of_one_office_are_told_apart_by_the_end_of_their_numbers() -> None:
    assert masks.phone("13809710001") != masks.phone("13809710002")
    assert masks.phone("13809710001").endswith("0001") and masks.number("63019919950315001X").endswith("001X")
