"""Row keys."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.keys import made_at, new_key

instants = st.datetimes(datetime(1970, 1, 2), datetime(2999, 1, 1), timezones=st.just(UTC))


@given(instants)
def test_a_key_is_a_version_7_uuid_that_holds_its_instant(now: datetime) -> None:
    key = new_key(now)
    assert (key.version, key.variant) == (7, RFC_4122)
    assert key.int >> 80 == int(now.timestamp() * 1000)


@given(instants, st.integers(1, 10**9))
def test_keys_sort_by_age(now: datetime, milliseconds: int) -> None:
    later = min(now + timedelta(milliseconds=milliseconds + 1), datetime(3000, 1, 1, tzinfo=UTC))
    assert new_key(now) < new_key(later)


def test_two_machines_of_one_instant_never_collide() -> None:
    now = datetime(2024, 11, 25, 9, tzinfo=UTC)
    assert len({new_key(now) for _ in range(10_000)}) == 10_000


@given(instants)
def test_a_key_tells_when_it_was_made(now: datetime) -> None:
    assert timedelta(0) <= now - made_at(new_key(now)) < timedelta(milliseconds=1)


def test_the_last_microsecond_of_a_millisecond_belongs_to_it_in_any_year() -> None:
    """Reckoned in floats, such an instant of the year 2515 was told as one yet to come."""
    now = datetime(2515, 1, 1, microsecond=124_999, tzinfo=UTC)
    assert made_at(new_key(now)) == datetime(2515, 1, 1, microsecond=124_000, tzinfo=UTC)
