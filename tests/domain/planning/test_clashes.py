"""Who would sit in two places at once: symmetric, blind to what only touches, and never of itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.planning.clashes import Attending, ClashKind, Sitting, clashes, overlap

MORNING = datetime(2025, 1, 21, 9)
MA, LI = UUID(int=1), UUID(int=2)
WEN, FIRM = Attending("温若晴", "639999199803120629"), Attending("西宁云上湟水文化传媒有限公司")
MINUTES = st.integers(-300, 300).map(lambda count: MORNING + timedelta(minutes=count))


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    begin = draw(MINUTES)
    length = draw(st.none() | st.integers(1, 240))
    return Sitting(session_id=draw(st.uuids()), starts_at=begin,
                   until=begin + timedelta(minutes=length) if length else None,
                   mediator_id=draw(st.sampled_from((None, MA, LI))),
                   room=draw(st.sampled_from(("", "一号调解室", "二号调解室"))),
                   parties=frozenset(draw(st.sets(st.sampled_from((WEN, FIRM))))))


def kinds(planned: Sitting, other: Sitting) -> list[tuple[ClashKind, str]]:
    return [(one.kind, one.what) for one in clashes(planned, [other])]


@given(sittings(), sittings())
def test_what_one_clashes_with_clashes_with_it_too(one: Sitting, other: Sitting) -> None:
    assert kinds(one, other) == kinds(other, one)


@given(sittings())
def test_a_session_does_not_clash_with_itself(one: Sitting) -> None:
    assert clashes(one, [one]) == []


@given(sittings(), sittings())
def test_they_overlap_where_some_minute_lies_in_both(one: Sitting, other: Sitting) -> None:
    """The second way: minute by minute."""
    def minutes(sitting: Sitting) -> set[datetime]:
        count = (sitting.end - sitting.starts_at) // timedelta(minutes=1)
        return {sitting.starts_at + timedelta(minutes=at) for at in range(count)}

    assert overlap(one, other) == bool(minutes(one) & minutes(other))


@given(sittings(), st.integers(1, 240))
def test_one_that_begins_as_the_other_ends_is_no_clash(one: Sitting, length: int) -> None:
    then = Sitting(starts_at=one.end, until=one.end + timedelta(minutes=length), mediator_id=one.mediator_id,
                   room=one.room, parties=one.parties)
    assert clashes(one, [then]) == clashes(then, [one]) == []


@given(sittings(), sittings())
def test_nothing_is_told_that_both_do_not_need(one: Sitting, other: Sitting) -> None:
    for clash in clashes(one, [other]):
        assert (clash.kind is not ClashKind.MEDIATOR
                or one.mediator_id == other.mediator_id == clash.mediator_id)
        assert clash.kind is not ClashKind.ROOM or clash.what == one.room == other.room != ""


def test_mediator_room_and_party_are_each_told_with_the_hour() -> None:
    planned = Sitting(starts_at=MORNING, until=MORNING + timedelta(hours=2), mediator_id=MA,
                      room="一号调解室", parties=frozenset({WEN, FIRM}))
    other = Sitting(session_id=UUID(int=9), starts_at=MORNING + timedelta(hours=1),
                    until=MORNING + timedelta(hours=3), mediator_id=MA, room="一号调解室",
                    parties=frozenset({FIRM}), case_number="宁中劳调〔2025〕0002号")
    found = clashes(planned, [other])
    assert [(one.kind, one.what) for one in found] == [
        (ClashKind.MEDIATOR, ""), (ClashKind.ROOM, "一号调解室"), (ClashKind.PARTY, FIRM.name)]
    assert {(one.starts_at.hour, one.until.hour, one.case_number, one.assumed) for one in found} == {
        (10, 12, "宁中劳调〔2025〕0002号", False)}


def test_an_end_that_nobody_said_is_an_hour_and_said_to_be_assumed() -> None:
    planned = Sitting(starts_at=MORNING, mediator_id=MA)
    half_past = Sitting(starts_at=MORNING + timedelta(minutes=59), mediator_id=MA)
    an_hour_later = Sitting(starts_at=MORNING + timedelta(minutes=60), mediator_id=MA)
    assert [one.assumed for one in clashes(planned, [half_past])] == [True]
    assert clashes(planned, [an_hour_later]) == []


def test_namesakes_with_numbers_of_their_own_are_two_people() -> None:
    assert not WEN.is_also(Attending("温若晴", "639999200007051242"))
    assert WEN.is_also(Attending("温 若晴", "639999199803120629"))
    assert WEN.is_also(Attending("温若晴")) and not Attending("").is_also(Attending(""))


def test_two_that_take_up_nothing_together_do_not_clash() -> None:
    one = Sitting(starts_at=MORNING, mediator_id=MA, room="一号调解室", parties=frozenset({WEN}))
    other = Sitting(starts_at=MORNING, mediator_id=LI, room="二号调解室", parties=frozenset({FIRM}))
    assert clashes(one, [other]) == []
