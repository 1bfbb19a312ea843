"""Who came and with what authority, and how long the clock ran with whom."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.presence import (
    SessionPresence,
    Stretch,
    check_presence,
    may_agree,
    running,
    time_with,
    unanswered,
    whole_minutes,
)
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Authority, Presence, Role, Side
from mediation_desk.domain.words import DeskError

CASE, SESSION, PARTY = UUID(int=1), UUID(int=2), UUID(int=3)
NINE = datetime(2024, 11, 28, 1, tzinfo=UTC)


def came(presence: Presence, by: str = "", authority: Authority | None = None, seen: bool | None = None
         ) -> SessionPresence:
    return SessionPresence(id=UUID(int=4), case_id=CASE, session_id=SESSION, party_id=PARTY,
                           presence=presence, by=by, authority=authority, authority_seen=seen)


@pytest.mark.parametrize(("by", "authority", "seen", "field"), [
    ("", Authority.SPECIAL, True, "by"), ("  ", Authority.SPECIAL, True, "by"),
    ("郑代理", None, True, "authority"), ("郑代理", Authority.GENERAL, None, "authority_seen")])
def test_of_whoever_came_for_a_party_all_three_are_asked(by: str, authority: Authority | None,
                                                         seen: bool | None, field: str) -> None:
    with pytest.raises(DeskError) as told:
        check_presence(came(Presence.REPRESENTED, by, authority, seen), "温若晴")
    assert told.value.field == field


@pytest.mark.parametrize("presence", [Presence.CAME, Presence.ABSENT])
def test_of_a_party_that_came_itself_or_not_at_all_nothing_more_is_asked(presence: Presence) -> None:
    check_presence(came(presence), "温若晴")


@pytest.mark.parametrize(("one", "may"), [
    (None, False), (came(Presence.ABSENT), False), (came(Presence.CAME), True),
    (came(Presence.REPRESENTED, "郑代理", Authority.SPECIAL, True), True),
    (came(Presence.REPRESENTED, "郑代理", Authority.SPECIAL, False), False),
    (came(Presence.REPRESENTED, "郑代理", Authority.GENERAL, True), False)])
def test_only_who_is_there_or_sent_somebody_with_a_special_authority_that_was_seen_can_agree(
        one: SessionPresence | None, may: bool) -> None:
    assert may_agree(one) is may


def test_whoever_is_not_answered_is_named() -> None:
    parties = [Party(id=key, case_id=CASE, position=at, role=Role.APPLICANT, name=str(at))
               for at, key in enumerate((PARTY, UUID(int=9)))]
    assert [one.name for one in unanswered([came(Presence.ABSENT)], parties)] == ["1"]


# The clock

SIDES = st.sampled_from([None, *Side])


def stretches(lengths: list[tuple[Side | None, int]]) -> list[Stretch]:
    """One behind the other, the last one running still."""
    made, at = [], NINE
    for number, (side, seconds) in enumerate(lengths):
        ended = at + timedelta(seconds=seconds)
        made.append(Stretch(id=UUID(int=100 + number), case_id=CASE, session_id=SESSION, side=side,
                            began_at=at, ended_at=ended if number < len(lengths) - 1 else None))
        at = ended
    return made


@given(st.lists(st.tuples(SIDES, st.integers(0, 5000)), min_size=1, max_size=8))
def test_the_times_with_each_add_up_to_the_whole(lengths: list[tuple[Side | None, int]]) -> None:
    """The last stretch runs still, and now is when it would have ended."""
    made = stretches(lengths)
    now = NINE + timedelta(seconds=sum(seconds for _, seconds in lengths))
    for side in (None, *Side):
        expected = sum(seconds for one, seconds in lengths if one is side)
        assert time_with(made, side, now) == timedelta(seconds=expected)
    assert running(made) is made[-1]


@given(st.integers(0, 10**6))
def test_minutes_are_whole_and_never_more_than_half_a_minute_off(seconds: int) -> None:
    assert abs(whole_minutes(timedelta(seconds=seconds)) * 60 - seconds) <= 30


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    (one,) = stretches([(None, 60)])
    assert one.lasted(NINE - timedelta(hours=1)) == timedelta(0)
