"""What lies in the file, in order; what is taken unless a person chooses."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.casefile.entries import AFTERWARDS, Entry, Part, State, chosen, in_order, proposed
from mediation_desk.domain.words import say

PLACES = st.tuples(st.integers(0, 13), st.integers(1, 12), st.integers(0, 3))


def entry(key: str, order: tuple[int, int, int], part: Part = Part.SHOWN, state: State = State.MADE) -> Entry:
    return Entry(key, order, part, key, state)


COVER, BACK = entry("cover", (0, 1, 0)), entry("back", (13, 2, 0))
REGISTER, AGREEMENT = entry("register", (1, 2, 0)), entry("agreement", (8, 1, 0))
OUTLOOK = entry("outlook", (7, 12, 0), Part.INSIDE)
LATER = entry("application", (AFTERWARDS, 1, 0))
ALL = (OUTLOOK, BACK, LATER, AGREEMENT, COVER, REGISTER)


def keys(*parts: Part, wanted: frozenset[str] | None = None) -> list[str]:
    return [one.key for one in chosen(ALL, wanted, parts)]


def test_what_may_be_handed_in_later_is_offered_and_not_proposed() -> None:
    assert proposed(ALL) == {"cover", "back", "register", "agreement", "outlook"}
    assert "application" in keys(*Part, wanted=frozenset({"application"}))


def test_cover_and_back_go_with_either_part_and_an_incomplete_paper_with_none() -> None:
    assert keys(Part.INSIDE) == ["cover", "back", "outlook"]
    assert keys(Part.SHOWN) == ["cover", "register", "agreement", "back"]
    lacking = AGREEMENT.lacking(say("Enter it."))
    assert not lacking.is_ready and not lacking.is_proposed
    assert chosen([lacking], frozenset({"agreement"}), tuple(Part)) == ()


@settings(max_examples=40)
@given(st.lists(st.tuples(PLACES, st.sampled_from(Part)), max_size=12, unique=True))
def test_the_order_is_by_part_and_place_however_the_papers_come(found: list[tuple[tuple[int, int, int], Part]]
                                                                ) -> None:
    entries = [entry(f"{at:02d}", order, part) for at, (order, part) in enumerate(found)]
    told = in_order(entries)
    assert sorted(one.key for one in told) == sorted(one.key for one in entries)
    ranks = [(list(Part).index(one.part), one.order) for one in told]
    assert ranks == sorted(ranks) and told == in_order(reversed(entries))
