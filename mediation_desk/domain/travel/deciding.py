"""What a person decided about a case that came home, put into its rows."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_desk.domain.merging import Conflict, Key, Kind, Row, Rows, Whole, alike, newly_broken
from mediation_desk.domain.travel.homecoming import (
    TERMS,
    Decision,
    Decisions,
    Plan,
    Question,
    Whose,
    put,
)
from mediation_desk.domain.words import N_, DeskError


def decided(plan: Plan, decisions: Decisions, stands: Rows, whole: Whole) -> Rows:
    """All rows as they shall stand. DeskError while something is undecided, or where what was chosen does
    not hold together.

    Of rows that are decided together and are there on both sides, the laptop's are what it changed of them:
    what the office alone wrote in them stays, but where only the whole rows hold.
    """
    for question in plan.questions:
        _require_decided(question, decisions.get(question.name))
    before = list(whole(stands))
    rows = _chosen(plan, decisions, whole_rows=False)
    if newly_broken(before, whole(rows)):
        rows = _chosen(plan, decisions, whole_rows=True)
    for broken in newly_broken(before, whole(rows)):
        raise DeskError(N_("What was chosen does not hold together: {why}"), why=broken.why)
    return rows


def _require_decided(question: Question, decision: Decision | None) -> None:
    if decision is None:
        raise DeskError(N_("Something is still to be decided."))
    if question.signed_twice and not decision.reason.strip():
        raise DeskError(N_("Give the reason for which the other agreement is withdrawn."), field="reason")
    if decision.whose is Whose.BOTH and not (question.is_text and decision.text.strip()):
        raise DeskError(N_("Write the text that keeps both."), field="text")


def _chosen(plan: Plan, decisions: Decisions, *, whole_rows: bool) -> Rows:
    rows = dict(plan.rows)
    for question in plan.questions:
        decision = decisions[question.name]
        if decision.whose is not Whose.OFFICE:
            _take(rows, question.conflict, decision, whole_rows=whole_rows)
    return rows


def _take(rows: dict[Key, Row], conflict: Conflict, decision: Decision, *, whole_rows: bool) -> None:
    key, mine = conflict.place.key, conflict.mine
    if conflict.kind is Kind.WHOLE:
        _take_together(rows, conflict, whole_rows=whole_rows)
    elif conflict.place.field:
        value = decision.text if decision.whose is Whose.BOTH else mine
        rows[key] = {**rows[key], conflict.place.field: value}
    else:
        assert mine is None or isinstance(mine, Mapping)
        put(rows, key, mine)


def _take_together(rows: dict[Key, Row], conflict: Conflict, *, whole_rows: bool) -> None:
    seen, mine, stands = conflict.seen, conflict.mine, conflict.stands
    assert isinstance(seen, Mapping)
    assert isinstance(mine, Mapping)
    assert isinstance(stands, Mapping)
    for key in {*mine, *stands}:
        known, wanted = rows.get(key), mine.get(key)
        if known is None or wanted is None or key[0] in TERMS:
            put(rows, key, wanted)
        else:
            rows[key] = {**known, **(wanted if whole_rows else _changed(seen.get(key, {}), wanted))}


def _changed(seen: Row, mine: Row) -> Row:
    return {name: value for name, value in mine.items() if not alike(value, seen.get(name))}
