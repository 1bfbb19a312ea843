"""What a person decided stands; what nobody decided, and what does not hold together, is refused in words."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from mediation_desk.domain.merging import Broken, Rows
from mediation_desk.domain.travel.deciding import decided
from mediation_desk.domain.travel.homecoming import Decision, Plan, Whose, plan
from mediation_desk.domain.words import DeskError, say
from tests.domain.travel.made import CASE, changed, rows, terms, versions

SEEN = rows()
MINE, STANDS = changed(SEEN, CASE, cause="甲"), changed(SEEN, CASE, cause="乙", facts_in_brief="所里写的")


def whole(_rows: Rows) -> Iterable[Broken]:
    return ()


def planned(seen: Rows, mine: Rows, stands: Rows) -> Plan:
    return plan(versions(seen, mine, stands), whole)


def test_whose_word_was_chosen_stands_and_nothing_else_changes() -> None:
    made = planned(SEEN, MINE, STANDS)
    name = made.questions[0].name
    assert decided(made, {name: Decision(Whose.LAPTOP)}, STANDS, whole) == changed(STANDS, CASE, cause="甲")
    assert decided(made, {name: Decision(Whose.OFFICE)}, STANDS, whole) == STANDS


def test_what_nobody_decided_is_refused() -> None:
    with pytest.raises(DeskError, match="still to be decided"):
        decided(planned(SEEN, MINE, STANDS), {}, STANDS, whole)


@pytest.mark.parametrize("decision", [Decision(Whose.BOTH), Decision(Whose.BOTH, "  "),
                                      Decision(Whose.BOTH, "甲乙")])
def test_both_are_kept_only_of_a_text(decision: Decision) -> None:
    """The cause is a word, not a text."""
    made = planned(SEEN, MINE, STANDS)
    with pytest.raises(DeskError) as refused:
        decided(made, {made.questions[0].name: decision}, STANDS, whole)
    assert refused.value.field == "text"


def test_a_withdrawn_agreement_wants_a_reason() -> None:
    mine, stands = rows(*terms("a", 100, "2024-12-03")), rows(*terms("b", 90, "2024-12-04"))
    made = planned(SEEN, mine, stands)
    with pytest.raises(DeskError) as refused:
        decided(made, {made.questions[0].name: Decision(Whose.OFFICE)}, stands, whole)
    assert refused.value.field == "reason"


def test_choices_that_do_not_hold_together_are_refused() -> None:
    def never(made: Rows) -> Iterable[Broken]:
        if made[CASE]["cause"] == "甲":
            yield Broken((CASE,), say("so not"))

    made = planned(SEEN, MINE, STANDS)
    with pytest.raises(DeskError, match="so not"):
        decided(made, {made.questions[0].name: Decision(Whose.LAPTOP)}, STANDS, never)


def test_of_rows_decided_together_what_the_office_alone_wrote_stays() -> None:
    """Received later by the laptop than accepted by the office; the office corrected the facts besides."""
    def ordered(made: Rows) -> Iterable[Broken]:
        if str(made[CASE].get("received_on", "")) > str(made[CASE].get("accepted_on", "9")):
            yield Broken((CASE,), say("before it was received"))

    seen = changed(SEEN, CASE, received_on="1", accepted_on="5")
    mine, stands = changed(seen, CASE, received_on="4"), changed(seen, CASE, accepted_on="3", facts_in_brief="改")
    made = plan(versions(seen, mine, stands), ordered)
    (question,) = made.questions
    after = decided(made, {question.name: Decision(Whose.LAPTOP)}, stands, ordered)
    assert (after[CASE]["received_on"], after[CASE]["accepted_on"]) == ("4", "5")
    seen_too = changed(stands, CASE, accepted_on="5")
    made = plan(versions(seen_too, changed(seen_too, CASE, received_on="4"), changed(
        seen_too, CASE, cause="乙")), ordered)
    assert made.questions == ()
    assert made.rows[CASE]["facts_in_brief"] == "改"
