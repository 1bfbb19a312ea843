"""Numbers that the other side of the desk may recognise and not copy."""

from mediation_desk.domain.text import masks


def test_a_number_shows_its_region_and_its_last_four_digits() -> None:
    assert masks.number("630199199503150011") == "630199********0011"
    assert masks.number("1234567890") == "**********"


def test_a_phone_shows_its_first_three_digits_and_its_last_four() -> None:
    assert masks.phone("13809710001") == "138****0001"
    assert masks.phone("12345") == "*****"
