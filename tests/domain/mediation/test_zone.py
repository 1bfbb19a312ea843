"""The zone between two bottom lines."""

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.zone import BottomLine, Zone, zone
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Side

amounts = st.integers(0, 10_000_000).map(Money)
counts = st.none() | st.integers(1, 60)


def test_the_streamers_and_their_company_can_meet() -> None:
    """Not under 29,000.00 within two months; not over 31,000.00 and not all at once."""
    found = zone([BottomLine(Side.APPLICANT, yuan("29000.00"), most_instalments=2),
                  BottomLine(Side.RESPONDENT, yuan("31000.00"), fewest_instalments=2)])
    assert found == Zone(yuan("29000.00"), yuan("31000.00"), 2, 2)
    assert found.exists
    assert found.low <= yuan("30264.00") <= found.high
    assert found.middle == yuan("30000.00")


def test_nothing_is_known_until_both_sides_spoke() -> None:
    assert zone([]) is None
    assert zone([BottomLine(Side.RESPONDENT, yuan("31000.00"))]) is None


def test_only_the_latest_line_of_a_side_counts() -> None:
    lines = [BottomLine(Side.APPLICANT, yuan("38700.00")), BottomLine(Side.RESPONDENT, yuan("30000.00")),
             BottomLine(Side.APPLICANT, yuan("29000.00"))]
    found = zone(lines)
    assert found is not None and found.low == yuan("29000.00")


def test_amounts_that_meet_are_no_zone_when_the_instalments_do_not() -> None:
    found = zone([BottomLine(Side.APPLICANT, yuan("100.00"), most_instalments=2),
                  BottomLine(Side.RESPONDENT, yuan("200.00"), fewest_instalments=6)])
    assert found is not None and not found.exists


@given(low=amounts, high=amounts, caps=st.tuples(counts, counts), floors=st.tuples(counts, counts))
def test_a_zone_exists_just_when_some_amount_and_count_suits_both(
        low: Money, high: Money, caps: tuple[int | None, int | None],
        floors: tuple[int | None, int | None]) -> None:
    """The slow way: try every number of instalments up to sixty and one more."""
    lines = [BottomLine(Side.APPLICANT, low, caps[0], floors[0]),
             BottomLine(Side.RESPONDENT, high, caps[1], floors[1])]
    suits = any(all(count <= (cap or 61) for cap in caps) and all(count >= (floor or 1) for floor in floors)
                for count in range(1, 62))
    found = zone(lines)
    assert found is not None
    assert found.exists == (low <= high and suits)
    if found.exists:
        assert low <= found.middle <= high


@given(low=amounts, high=amounts)
def test_the_order_in_which_the_sides_are_asked_changes_nothing(low: Money, high: Money) -> None:
    lines = [BottomLine(Side.APPLICANT, low), BottomLine(Side.RESPONDENT, high)]
    assert zone(lines) == zone(reversed(lines))
