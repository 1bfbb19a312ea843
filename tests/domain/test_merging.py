"""The one rule of merging, held against a slow and obvious one, and by what it promises about words."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.merging import (
    Author,
    Broken,
    Choice,
    Conflict,
    Conflicts,
    Key,
    Kind,
    Place,
    Row,
    Rows,
    Seen,
    alike,
    choose,
    merge_row,
    merge_rows,
    told,
)
from mediation_desk.domain.words import say

KEY: Key = ("parties", "1")
FIELDS = ("name", "phone", "note")

words = st.sampled_from(["", "甲", "乙", "丙", None])
rows = st.one_of(st.none(), st.fixed_dictionaries(dict.fromkeys(FIELDS, words)))
sets = st.dictionaries(st.tuples(st.just("claims"), st.sampled_from("1234")),
                       st.fixed_dictionaries(dict.fromkeys(FIELDS, words)), max_size=4)


# One field


@pytest.mark.parametrize(("seen", "mine", "stands", "choice"), [
    ("甲", "甲", "乙", Choice.STANDS),  # I left it alone
    ("甲", "乙", "甲", Choice.MINE),  # nobody else touched it
    ("甲", "乙", "乙", Choice.STANDS),  # both wrote the same
    ("甲", "乙", "丙", Choice.NEITHER),
    ("甲", "甲", "甲", Choice.STANDS),
    ("", None, "乙", Choice.STANDS),  # nothing, written two ways
    (None, "乙", "", Choice.MINE),
    (0, 5, 0, Choice.MINE),
    (0, 0, None, Choice.STANDS),
    (0, None, 5, Choice.NEITHER),  # an amount of nothing is not no amount
    (False, True, None, Choice.NEITHER),
])
def test_the_table_of_one_field(seen: object, mine: object, stands: object, choice: Choice) -> None:
    assert choose(seen, mine, stands) is choice


def slow(seen: object, mine: object, stands: object) -> object:
    """The table told the long way round: who changed what, and do they agree."""
    def blank(word: object) -> object:
        return None if word == "" else word

    i_changed, they_changed = blank(mine) != blank(seen), blank(stands) != blank(seen)
    if i_changed and they_changed:
        return "conflict" if blank(mine) != blank(stands) else blank(stands)
    return blank(mine) if i_changed else blank(stands)


@given(words, words, words)
def test_one_field_as_the_slow_rule_has_it(seen: object, mine: object, stands: object) -> None:
    choice = choose(seen, mine, stands)
    got = {Choice.MINE: mine, Choice.STANDS: stands, Choice.NEITHER: "conflict"}[choice]
    assert alike(got, slow(seen, mine, stands))


# One row


def slow_row(seen: Row | None, mine: Row | None, stands: Row | None) -> tuple[Row | None, list[str]]:
    """The row that is left, and the fields (or "" for the row) that a person must decide."""
    def same(one: Row | None, other: Row | None) -> bool:
        if one is None or other is None:
            return one is None and other is None
        return all(alike(one[name], other[name]) for name in FIELDS)

    if mine is None or stands is None:
        if same(mine, seen) or same(mine, stands):
            return stands, []
        return (mine, []) if same(stands, seen) else (stands, [""])
    before = seen or dict.fromkeys(FIELDS)
    left = {name: slow(before[name], mine[name], stands[name]) for name in FIELDS}
    open_ = [name for name in FIELDS if left[name] == "conflict"]
    return {name: stands[name] if name in open_ else left[name] for name in FIELDS}, open_


@given(rows, rows, rows)
def test_one_row_as_the_slow_rule_has_it(seen: Row | None, mine: Row | None, stands: Row | None) -> None:
    merged = merge_row(KEY, seen, mine, stands)
    row, open_ = slow_row(seen, mine, stands)
    assert sorted(conflict.place.field for conflict in merged.conflicts) == sorted(open_)
    assert (merged.row is None) == (row is None)
    if merged.row is not None and row is not None:
        assert all(alike(merged.row[name], row[name]) for name in FIELDS)


def test_different_fields_of_one_row_are_no_conflict() -> None:
    seen = {"name": "马晓岚", "phone": ""}
    merged = merge_row(KEY, seen, {**seen, "phone": "138"}, {**seen, "name": "马晓兰"})
    assert merged.row == {"name": "马晓兰", "phone": "138"} and not merged.conflicts


def test_removed_against_changed_is_a_conflict_and_against_removed_none() -> None:
    seen, changed = {"name": "马晓岚"}, {"name": "马晓兰"}
    removed = merge_row(KEY, seen, None, changed)
    assert [(one.kind, one.stands) for one in removed.conflicts] == [(Kind.REMOVED, changed)]
    assert removed.row == changed
    gone = merge_row(KEY, seen, changed, None)
    assert [(one.kind, one.mine) for one in gone.conflicts] == [(Kind.GONE, changed)]
    assert merge_row(KEY, seen, None, None) == merge_row(KEY, seen, seen, None)
    assert merge_row(KEY, seen, None, None).row is None


def test_what_is_not_named_is_left_alone_and_what_says_nothing_is_no_conflict() -> None:
    seen, stands = {"name": "甲", "position": 1}, {"name": "乙", "position": 2}
    assert merge_row(KEY, seen, {}, stands).row == stands
    merged = merge_row(KEY, seen, {"position": 3}, stands, unheeded=["position"])
    assert merged.row == {"name": "乙", "position": 3} and not merged.conflicts
    assert merge_row(KEY, seen, None, {"name": "甲", "position": 2}, unheeded=["position"]).row is None


# Several rows


@given(sets, sets, sets)
def test_sets_of_rows_are_merged_row_by_row(seen: Rows, mine: Rows, stands: Rows) -> None:
    merged = merge_rows(seen, mine, stands)
    for key in {*seen, *mine, *stands}:
        row, open_ = slow_row(seen.get(key), mine.get(key), stands.get(key))
        assert (key in merged.rows) == (row is not None)
        assert sorted(one.place.field for one in merged.conflicts if one.place.key == key) == sorted(open_)


@given(sets, sets, sets)
def test_no_word_of_either_side_vanishes(seen: Rows, mine: Rows, stands: Rows) -> None:
    """Whatever a side wrote is in the result, or in a conflict; whatever it took out is out, or in one."""
    merged = merge_rows(seen, mine, stands)
    shown = {one.place for one in merged.conflicts}
    for side in (mine, stands):
        for key in {*seen, *side}.difference(place.key for place in shown if not place.field):
            now, before, left = side.get(key), seen.get(key), merged.rows.get(key)
            if now is None:
                assert left is None
                continue
            for name in FIELDS:
                wrote = before is None or not alike(now[name], before[name])
                if wrote and Place(*key, name) not in shown:
                    assert left is not None
                    assert alike(left[name], now[name]) or (before is None and not now[name])


@given(sets, sets, sets)
def test_whose_desk_merges_makes_no_difference(seen: Rows, mine: Rows, stands: Rows) -> None:
    """Without conflicts, mine into theirs is theirs into mine."""
    here, there = merge_rows(seen, mine, stands), merge_rows(seen, stands, mine)
    assert {one.place for one in here.conflicts} == {one.place for one in there.conflicts}
    if not here.conflicts:
        assert blanked(here.rows) == blanked(there.rows)


@given(sets, sets)
def test_who_changed_nothing_takes_what_stands_and_twice_changes_nothing(seen: Rows, stands: Rows) -> None:
    assert merge_rows(seen, seen, stands).rows == stands
    once = merge_rows(seen, stands, seen).rows
    assert blanked(once) == blanked(stands)
    assert merge_rows(once, once, once).rows == once


def blanked(rows: Rows) -> dict[Key, dict[str, object]]:
    return {key: {name: word or None for name, word in row.items()} for key, row in rows.items()}


def test_rows_added_on_two_sides_both_stay() -> None:
    one, other = {("claims", "1"): {"name": "甲"}}, {("claims", "2"): {"name": "乙"}}
    assert merge_rows({}, one, other).rows == one | other


# The whole


def only_two(rows: Rows) -> Iterable[Broken]:
    """No more than two claims."""
    keys = tuple(sorted(key for key in rows if key[0] == "claims"))
    if len(keys) > 2:
        yield Broken(keys, say("too many"))


def test_a_whole_that_no_longer_holds_is_one_conflict_of_all_its_rows() -> None:
    seen: Rows = {("claims", "1"): {"name": "甲"}, ("parties", "1"): {"name": ""}}
    mine = {**seen, ("claims", "2"): {"name": "乙"}, ("parties", "1"): {"name": "马晓岚"}}
    stands = {**seen, ("claims", "3"): {"name": "丙"}}
    merged = merge_rows(seen, mine, stands, whole=only_two)
    (conflict,) = merged.conflicts
    assert conflict.kind is Kind.WHOLE and conflict.why == say("too many")
    assert set(as_rows(conflict.mine)) == {("claims", "1"), ("claims", "2")}
    assert set(as_rows(conflict.stands)) == {("claims", "1"), ("claims", "3")}
    assert merged.rows == {**stands, ("parties", "1"): {"name": "马晓岚"}}, "all else is merged"


def as_rows(version: object) -> Mapping[Key, Row]:
    assert isinstance(version, Mapping)
    return version


@given(sets, sets, sets)
def test_after_a_merge_nothing_is_broken_that_held_before(seen: Rows, mine: Rows, stands: Rows) -> None:
    merged = merge_rows(seen, mine, stands, whole=only_two)
    if not list(only_two(stands)):
        assert not list(only_two(merged.rows))


def test_a_rule_must_name_the_rows_that_it_is_about() -> None:
    def blind(rows: Rows) -> Iterable[Broken]:
        if len(rows) > 1:
            yield Broken((("cases", "1"),), say("too many"))

    with pytest.raises(ValueError, match="does not name"):
        merge_rows({}, {("claims", "1"): {}}, {("claims", "2"): {}}, whole=blind)


# What is told of it


def test_a_conflict_says_who_wrote_what_stands_and_when() -> None:
    by = Author(UUID(int=1), "王敏", datetime(2025, 1, 20, 9, 30, tzinfo=UTC), "say")
    conflict = Conflict(Kind.FIELD, Place("parties", "1", "phone"), "", "138", "139", by)
    error = Conflicts([conflict])
    assert str(error).startswith("王敏 wrote something else here (2025-01-20 09:30")
    assert error.field == "phone"
    assert str(error.within("It stays. {told}")).startswith("It stays. 王敏 wrote")


def test_a_whole_says_first_what_does_not_hold() -> None:
    conflict = Conflict(Kind.WHOLE, Place("claims", "1"), {}, {}, {}, why=say("Too many claims."))
    assert str(told(conflict)) == ("Too many claims. Somebody else changed something (meanwhile) that does "
                                   "not go together with this.")


def test_what_is_known_grows_by_ones_own_works_and_by_what_was_told() -> None:
    seen = Seen(3)
    assert seen.knows_all(3) and not seen.knows_all(4)
    seen.own[4] = UUID(int=4)
    assert seen.knows_all(4) and not seen.knows_all(5)
    place = Place("parties", "1", "phone")
    known = seen.telling({place: "139"})
    assert (known.told, seen.told) == ({place: "139"}, {})
    known.own[5] = UUID(int=5)
    assert seen.knows_all(5), "one window, one memory of what it kept"
