"""Home: whatever was done on either side stands there, or a person is asked; and nothing else is asked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.merging import Kind, Rows
from mediation_desk.domain.travel.bundles import TAKEN_OUT
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Question, Whose
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.words import say
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import bringing, homecoming, taking_back
from mediation_desk.services.travel.homecoming import Coming
from mediation_desk.store.travel.coming_home import News
from mediation_desk.store.travel.rows import wholeness
from tests.domain.travel import oracle
from tests.services.moves import AFTER_SIGNING, BEFORE_ACCEPTANCE, BEFORE_SIGNING
from tests.services.papers_desk import case_of
from tests.services.travel.conftest import Roads
from tests.services.travel.roads import LAPTOPS, Road, Side, raw_rows, sums
from tests.services.two_desks import Act

SOAK = int(os.environ.get("SOAK", "1"))
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]  # an example is a whole trip; shrinking takes hours
ACTS = {Stage.RECEIVED: BEFORE_ACCEPTANCE, Stage.ACCEPTED: BEFORE_SIGNING, Stage.SIGNED: AFTER_SIGNING}
Moves = list[tuple[int, Act, int, int]]
A, B = LAPTOPS
STARTS = (0, 1_000, 2_000)
STATIONS = oracle.STATIONS


def examples(wanted: int) -> settings:
    return settings(max_examples=wanted * SOAK, deadline=None, phases=UNSHRUNK,
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


def _kept(road: Road, bag: Path, coming: Coming, found: oracle.Found, before: Rows, mine: Rows,
          whose: Sequence[Whose]) -> None:
    if coming.questions:
        waits = bringing.bring_home(road.desk, bag)
        assert [len(waits.kept), len(waits.waiting)] == [0, 1]
        assert road.rows() == before
    receipt = bringing.bring_home(road.desk, bag, {road.case_id: decisions(coming.questions, whose)})
    road.assert_whole()
    if receipt.waiting:  # what was chosen does not hold together
        assert road.rows() == before
        assert coming.questions
        return
    after = road.rows()
    if not coming.questions or (set(whose) == {Whose.OFFICE} and not found.broken):
        assert_rows(after, found.rows)
    assert sums(after) == []
    assert_forward(road, before, mine, after)
    again = bringing.bring_home(road.desk, bag)
    assert (again.kept, again.waiting) == ((), ())
    assert road.rows() == after, "the same bag twice changes nothing"
    looked = road.look(bag)
    assert looked is not None and looked.news is News.HOME
    taking_back.take_back(road.desk, road.case_id)
    assert_rows(road.rows(), plain(before))
    road.assert_whole()


def assert_forward(road: Road, before: Rows, mine: Rows, after: Rows) -> None:
    """The road goes forward where neither side took anything back."""
    left = station(road.departure)
    if min(station(before), station(mine)) >= left:
        assert station(after) == max(station(before), station(mine))


WHOSE = st.lists(st.sampled_from([Whose.LAPTOP, Whose.OFFICE]), min_size=1, max_size=3)


@pytest.mark.parametrize("stage", ACTS)
def test_whatever_both_sides_do_comes_home_or_is_asked(embedded_roads: Roads, stage: Stage) -> None:
    @examples(4)
    @given(moves=moves_of(stage), whose=WHOSE)
    def walk(moves: Moves, whose: list[Whose]) -> None:
        with embedded_roads(stage) as road:
            comes_home(road, moves, whose)

    walk()


@pytest.mark.soak
@pytest.mark.parametrize("stage", ACTS)
def test_the_same_on_a_server(shared_roads: Roads, stage: Stage) -> None:
    @examples(2)
    @given(moves=moves_of(stage), whose=WHOSE)
    def walk(moves: Moves, whose: list[Whose]) -> None:
        with shared_roads(stage) as road:
            comes_home(road, moves, whose)

    walk()


MADE_ANEW = frozenset({"id", "version", "position", "round", "evidence", "station", "sealed", "written_at",
                       "released_at", "accepted_at"})
"""What the order decides, or what is drawn by lot in each of two copies."""


def by_place(rows: Rows, departure: Rows) -> set[tuple[object, ...]]:
    """What stands, by what it is about: rows that were made since have other keys in each copy."""
    known = {key[1] for key in departure}
    named = {key[1]: str(row.get("name") or row.get("number") or "made since") for key, row in rows.items()
             if key[1] not in known}
    found: set[tuple[object, ...]] = set()
    for (table, row_id), row in rows.items():
        found |= {(table, named.get(row_id, row_id), name, named.get(str(value), str(value)))
                  for name, value in row.items() if value not in (None, "") and name not in MADE_ANEW}
    return found


@pytest.mark.parametrize("stage", ACTS)
def test_two_bags_give_the_same_in_either_order_up_to_what_is_asked(embedded_roads: Roads, stage: Stage
                                                                    ) -> None:
    @examples(2)
    @given(moves=moves_of(stage, sides=3))
    def walk(moves: Moves) -> None:
        results, asked_of = [], set()
        for order in ((A, B), (B, A)):
            with embedded_roads(stage) as road:
                walked(road, moves, sides=3)
                for name in order:
                    bag = road.pack(name)
                    coming = road.look(bag)
                    questions = coming.questions if coming else ()
                    asked_of |= {one.conflict.place.table for one in questions}
                    bringing.bring_home(road.desk, bag, {
                        road.case_id: decisions(questions, [Whose.OFFICE])})
                road.assert_whole()
                results.append(road.rows())
        if not asked_of:
            one, other = (by_place(rows, road.departure) for rows in results)
            assert one == other

    walk()


# What a person meets


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_was_wrong_on_the_laptop_is_told_and_loses_nothing(accepted_road: Road, days: int
                                                                        ) -> None:
    road = accepted_road
    laptop = road.laptop()
    road.office.clock.now += timedelta(days=days)
    for before, after in (("", "甲"), ("甲", "乙"), ("乙", "丙")):
        editing.save(laptop, road.case_id, [Edit("case", road.case_id, "cause", before, after)])
    path = road.pack()
    road.office.clock.now -= timedelta(days=days)
    assert homecoming.look(road.desk, path).clock is not None
    bringing.bring_home(road.desk, path)
    assert case_of(road.desk, road.case_id).cause == "丙"
    road.assert_whole()


def test_a_right_clock_is_not_spoken_of(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "甲")])
    assert homecoming.look(road.desk, road.pack()).clock is None
