"""Joinings: any sequence of them is undone exactly, step by step."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.known import PersonLink, joined_with

NOW = datetime(2025, 1, 20, tzinfo=UTC)
PEOPLE = [UUID(int=number) for number in range(1, 8)]


def link(one: UUID, other: UUID, number: int = 0) -> PersonLink:
    return PersonLink(id=UUID(int=1000 + number), case_id=UUID(int=99), party_id=one, same_as=other,
                      joined_by=UUID(int=98), joined_at=NOW)


def picture(links: list[PersonLink]) -> dict[UUID, frozenset[UUID]]:
    return {one: joined_with(one, links) for one in PEOPLE}


def test_whoever_lies_between_joins_the_others() -> None:
    links = [link(PEOPLE[0], PEOPLE[1]), link(PEOPLE[2], PEOPLE[1]), link(PEOPLE[3], PEOPLE[4])]
    assert joined_with(PEOPLE[0], links) == {PEOPLE[1], PEOPLE[2]}
    assert joined_with(PEOPLE[4], links) == {PEOPLE[3]} and joined_with(PEOPLE[5], links) == set()
    links[1].removed_at = NOW
    assert joined_with(PEOPLE[0], links) == {PEOPLE[1]}


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_any_sequence_of_joinings_and_partings_is_undone_exactly(steps: list[tuple[bool, int, int]]) -> None:
    """A step joins two people, or takes a joining back. Undone from the last to the first, each leads to
    exactly what stood before it; and everybody in a group sees the same group."""
    links: list[PersonLink] = []
    before: list[tuple[dict[UUID, frozenset[UUID]], PersonLink, bool]] = []
    for number, (joins, one, other) in enumerate(steps):
        standing = [some for some in links if some.removed_at is None]
        stood = picture(links)
        if joins or not standing:
            links.append(link(PEOPLE[one], PEOPLE[other], number))
            before.append((stood, links[-1], True))
        else:
            parted = standing[(one * 7 + other) % len(standing)]
            parted.removed_at = NOW
            before.append((stood, parted, False))
    for person, others in picture(links).items():
        assert all(joined_with(other, links) == (others | {person}) - {other} for other in others)
    for stood, changed, joins in reversed(before):
        changed.removed_at = NOW if joins else None
        assert picture(links) == stood
    assert all(not others for others in picture(links).values())
