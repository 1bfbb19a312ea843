"""Two units of work told as one: nothing of either is left out."""

from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.changes import Changes, Touched

ONE, OTHER, THIRD = (UUID(int=number) for number in (1, 2, 3))


def _touched(number: int, version: int) -> Touched:
    return Touched(work_id=UUID(int=number), at=datetime(2026, 11, 26, tzinfo=UTC), account_id=THIRD,
                   verb="edit", version=version, rows=frozenset())


def test_what_both_changed_is_told_and_of_a_case_that_both_touched_the_later() -> None:
    first = Changes(frozenset({ONE, OTHER}), frozenset({"cases"}), ONE,
                    {ONE: _touched(7, 1), OTHER: _touched(7, 5)})
    later = Changes(frozenset({ONE, THIRD}), frozenset({"agenda"}), THIRD, {ONE: _touched(8, 2)})
    both = first.then(later)
    assert both.cases == frozenset({ONE, OTHER, THIRD}) and both.lists == frozenset({"cases", "agenda"})
    assert both.touched == {ONE: _touched(8, 2), OTHER: _touched(7, 5)}
    assert both.result is None, "two units of work made no one row"


def test_nothing_yet_and_then_something_is_just_that() -> None:
    made = Changes(frozenset({ONE}), frozenset({"cases"}), None, {ONE: _touched(7, 1)})
    both = Changes().then(made)
    assert both == made and both.touched == made.touched
