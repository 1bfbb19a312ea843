"""Home: whatever was done on either side stands there, or a person is asked; and nothing else is asked."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.merging import Kind, Rows
from mediation_desk.domain.travel.bundles import TAKEN_OUT
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Question, Whose
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.words import say
from mediation_desk.services.travel import homecoming, taking_back
from mediation_desk.services.travel.homecoming import Coming
from mediation_desk.store.travel.coming_home import News
from mediation_desk.store.travel.rows import wholeness
from tests.domain.travel import oracle
from tests.services.moves import AFTER_SIGNING, BEFORE_ACCEPTANCE, BEFORE_SIGNING
from tests.services.travel.conftest import Roads
from tests.services.travel.roads import LAPTOPS, Road, Side, raw_rows, sums
from tests.services.two_desks import Act

SOAK = 100
ACTS = {Stage.RECEIVED: BEFORE_ACCEPTANCE, Stage.ACCEPTED: BEFORE_SIGNING, Stage.SIGNED: AFTER_SIGNING}
Moves = list[tuple[int, Act, int, int]]
A, B = LAPTOPS
STARTS = (0, 1_000, 2_000)
STATIONS = oracle.STATIONS


def examples(wanted: int) -> settings:
    return settings(max_examples=int(os.environ.get("TP_EX", wanted)), deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate],
                    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def moves_of(stage: Stage, sides: int = 2, most: int = 8) -> st.SearchStrategy[Moves]:
    """What is done where, in turns: 0 is the office, the others are laptops."""
    return st.lists(st.tuples(st.integers(0, sides - 1), st.sampled_from(ACTS[stage]), st.integers(0, 3),
                              st.integers(0, 5)), min_size=1, max_size=most)


def walked(road: Road, moves: Moves, sides: int = 2) -> list[Side]:
    """Everybody does theirs, in turns."""
    made = [road.side(name, start) for name, start in zip(("", *LAPTOPS), STARTS, strict=True)][:sides]
    for who, *move in moves:
        made[who].walk([tuple(move)])  # type: ignore[list-item]
    return made


def plain(rows: Rows) -> oracle.Plain:
    return {key: dict(row) for key, row in rows.items()}


def asked(coming: Coming) -> set[tuple[str, str, str]]:
    """Where both sides wrote one thing."""
    return {(*one.conflict.place.key, one.conflict.place.field) for one in coming.questions
            if one.conflict.kind is not Kind.WHOLE}


def wholes(coming: Coming) -> list[Question]:
    """What only breaks together, the terms left out."""
    return [one for one in coming.questions if one.conflict.kind is Kind.WHOLE
            and one.conflict.why != say(TAKEN_OUT) and one.conflict.place.table not in oracle.TERMS]


def bundles(coming: Coming) -> set[frozenset[oracle.Key]]:
    """What one side took out while the other changed what belongs to it, in all three versions."""
    return {frozenset(key for version in (one.conflict.seen, one.conflict.mine, one.conflict.stands)
                      for key in version)  # type: ignore[attr-defined]
            for one in coming.questions if one.conflict.why == say(TAKEN_OUT)}


def expected(road: Road, laptop: Side, stands: Rows) -> oracle.Found:
    raws = [raw_rows(desk, road.case_id) for desk in (laptop.desk, road.desk)]
    whole = wholeness([road.departure, *raws])
    return oracle.find(plain(road.departure), plain(laptop.rows), plain(stands), whole)


def assert_asked_as_expected(coming: Coming, found: oracle.Found) -> None:
    """No question too many and none missing."""
    together = bool(wholes(coming))
    assert together == found.broken
    if not together:
        assert asked(coming) == found.questions
        assert bundles(coming) == found.bundles
    terms = [one for one in coming.questions if one.conflict.place.table in oracle.TERMS]
    assert bool(terms) == (found.terms in ("asked", "signed twice"))
    assert any(one.signed_twice for one in terms) == (found.terms == "signed twice")
    assert bool(coming.overruled) == (found.terms == "overruled")


def both_values_shown(coming: Coming, mine: Rows, stands: Rows) -> None:
    """A question shows what each side has."""
    for one in coming.questions:
        place = one.conflict.place
        if one.conflict.kind is Kind.FIELD and place.field not in ("evidence", "position", "round"):
            here = mine.get(place.key) or {}
            assert here.get(place.field, one.conflict.mine) == one.conflict.mine
            assert stands[place.key][place.field] == one.conflict.stands


def without(rows: Rows, *names: str) -> Rows:
    return {key: {name: value for name, value in row.items() if name not in names}
            for key, row in rows.items()}


def assert_rows(rows: Rows, wanted: oracle.Plain) -> None:
    """The rows are these; a place in a list is nobody's word."""
    def said(given: Rows) -> dict[object, object]:
        return {key: {name: value for name, value in row.items()
                      if value not in (None, "") and name not in ("version", "station")
                      and not (name == "position" and key[0] != "exhibits")} for key, row in given.items()}

    assert said(rows) == said(wanted)


def station(rows: Rows) -> int:
    return next(STATIONS.index(str(row["station"])) for key, row in rows.items() if key[0] == "cases")


def decisions(questions: Sequence[Question], whose: Sequence[Whose]) -> Decisions:
    """Whose each is, in turns."""
    return {one.name: Decision(whose[number % len(whose)], reason="当场议定" if one.signed_twice else "")
            for number, one in enumerate(questions)}


def comes_home(road: Road, moves: Moves, whose: Sequence[Whose]) -> None:
    office, laptop = walked(road, moves)
    before, mine = office.rows, laptop.rows
    found = expected(road, laptop, before)
    bag = road.pack()
    coming = road.look(bag)
    if coming is None:
        assert mine == road.departure
        return
    assert coming.trouble is None, coming.trouble
    assert_asked_as_expected(coming, found)
    both_values_shown(coming, mine, before)
    assert office.rows == before, "looking changes nothing"
    _kept(road, bag, coming, found, before, mine, whose)


def _kept(road: Road, bag, coming, found, before, mine, whose) -> None:  # type: ignore[no-untyped-def]
    if coming.questions:
        waits = homecoming.bring_home(road.desk, bag)
        assert [len(waits.kept), len(waits.waiting)] == [0, 1]
        assert road.rows() == before
    receipt = homecoming.bring_home(road.desk, bag, {road.case_id: decisions(coming.questions, whose)})
    road.assert_whole()
    if receipt.waiting:  # what was chosen does not hold together
        assert road.rows() == before
        assert coming.questions
        return
    after = road.rows()
    if not coming.questions:
        assert_rows(after, found.rows)
    elif set(whose) == {Whose.OFFICE} and not found.broken:
        assert_rows(after, found.rows)
    assert sums(after) == []
    assert_forward(road, before, mine, after)
    again = homecoming.bring_home(road.desk, bag)
    assert (again.kept, again.waiting) == ((), ())
    assert road.rows() == after, "the same bag twice changes nothing"
    assert road.look(bag).news is News.HOME
    taking_back.take_back(road.desk, road.case_id)
    assert_rows(without(road.rows()), plain(before))
    road.assert_whole()


def assert_forward(road: Road, before: Rows, mine: Rows, after: Rows) -> None:
    """The road goes forward where neither side took anything back."""
    left = station(road.departure)
    if min(station(before), station(mine)) >= left:
        assert station(after) == max(station(before), station(mine))


WHOSE = st.lists(st.sampled_from([Whose.LAPTOP, Whose.OFFICE]), min_size=1, max_size=3)


@pytest.mark.parametrize("stage", ACTS)
def test_whatever_both_sides_do_comes_home_or_is_asked(embedded_roads: Roads, stage: Stage) -> None:
    @examples(40)
    @given(moves=moves_of(stage), whose=WHOSE)
    def walk(moves: Moves, whose: list[Whose]) -> None:
        with embedded_roads(stage) as road:
            comes_home(road, moves, whose)

    walk()
