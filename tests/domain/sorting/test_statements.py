"""Respondents who differ: each has its own statement, and a fact is agreed only when all of them agree."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.domain.sorting.elements import Element, ElementType, Label
from mediation_desk.domain.sorting.statements import (
    ElementEntry,
    RespondentStatement,
    State,
    Tolerance,
    Word,
    arranged,
    found,
    state_of,
)

CASE, WORKER, OTHER = UUID(int=1), UUID(int=11), UUID(int=12)
PLATFORM, STATION = UUID(int=21), UUID(int=22)
WAGE = Element("monthly_wage", ElementType.MONEY, Label("月工资标准", "Monthly wage"))
Said = str | None


def entry(worker: UUID | None, *, ours: Said = None, theirs: Said = None) -> ElementEntry:
    return ElementEntry(id=UUID(int=100), case_id=CASE, element=WAGE.id, worker_id=worker, applicant=ours,
                        respondent=theirs)


def alone(party: UUID, said: Said, worker: UUID | None = None) -> RespondentStatement:
    return RespondentStatement(id=UUID(int=200), case_id=CASE, element=WAGE.id, worker_id=worker,
                               party_id=party, said=said)


def word(entries: list[ElementEntry], statements: list[RespondentStatement]) -> Word:
    return arranged(entries, statements, [PLATFORM, STATION]).words(WORKER)[WAGE.id]


def test_who_says_nothing_of_its_own_is_spoken_for_by_the_statement_of_all() -> None:
    said = word([entry(WORKER, ours="4300.00", theirs="3000.00")], [alone(STATION, "4300.00", WORKER)])
    assert said.each == ((PLATFORM, "3000.00"), (STATION, "4300.00"))
    assert said.of(PLATFORM) == "3000.00" and said.theirs == ("3000.00", "4300.00")


def test_without_a_statement_of_its_own_nobody_differs() -> None:
    said = word([entry(WORKER, ours="4300.00", theirs="3000.00")], [alone(STATION, None, WORKER)])
    assert said.each == () and said.theirs == ("3000.00",) and said.of(STATION) == "3000.00"


def test_ones_own_word_for_one_worker_goes_before_ones_own_word_for_all() -> None:
    said = word([entry(None, ours="4300.00")], [alone(STATION, "3000.00"), alone(STATION, "3500.00", WORKER)])
    assert said.of(STATION) == "3500.00" and said.of(PLATFORM) is None


def test_what_somebody_said_who_is_no_respondent_any_more_does_not_count() -> None:
    spoken = arranged([entry(WORKER, ours="4300.00", theirs="3000.00")], [alone(STATION, "1.00", WORKER)],
                      [PLATFORM])
    assert spoken.words(WORKER)[WAGE.id].theirs == ("3000.00",)


@pytest.mark.parametrize(("ours", "platform", "station", "state"), [
    ("4300.00", "4300.00", "4300.00", State.AGREED), ("4300.00", "4300.00", "✓4300.00", State.ADMITTED),
    ("4300.00", "4300.00", "3000.00", State.DISPUTED), ("4300.00", "4300.00", None, State.ONE_SIDED),
    ("4300.00", "3000.00", None, State.DISPUTED), ("4300.00", DENIED, "4300.00", State.DISPUTED),
    (None, "4300.00", "3000.00", State.DISPUTED), (None, "4300.00", None, State.ONE_SIDED),
    (None, DENIED, None, State.MISSING), (DENIED, "4300.00", None, State.DISPUTED)])
def test_one_respondent_suffices_to_dispute_and_all_must_agree(
        ours: Said, platform: Said, station: Said, state: State) -> None:
    said = Word(ours, None, None, ((PLATFORM, platform), (STATION, station)))
    assert state_of(WAGE, said) is state
    assert found(WAGE, said) == ("4300.00" if state in (State.AGREED, State.ADMITTED) else None)


ANSWERS = st.sampled_from([None, DENIED, "4300.00", "3000.00", "✓4300.00"])


@given(ANSWERS, ANSWERS)
def test_two_respondents_who_say_the_same_are_sorted_as_one(ours: Said, theirs: Said) -> None:
    together = Word(ours, theirs)
    apart = Word(ours, None, None, ((PLATFORM, theirs), (STATION, theirs)))
    assert state_of(WAGE, apart) is state_of(WAGE, together)
    assert (apart.theirs, apart.heard) == (together.theirs, together.heard)


@given(ANSWERS, ANSWERS, ANSWERS)
def test_the_order_of_the_respondents_makes_no_difference(ours: Said, one: Said, other: Said) -> None:
    first = Word(ours, None, None, ((PLATFORM, one), (STATION, other)))
    second = Word(ours, None, None, ((STATION, other), (PLATFORM, one)))
    assert state_of(WAGE, first) is state_of(WAGE, second)


def test_a_tolerance_is_measured_from_the_applicants_word() -> None:
    said = Word("4300.00", None, None, ((PLATFORM, "4299.60"), (STATION, "4300.40")))
    assert state_of(WAGE, said, Tolerance(money_fen=50)) is State.AGREED
    assert state_of(WAGE, said, Tolerance(money_fen=30)) is State.DISPUTED


def test_a_worker_is_named_where_a_respondent_speaks_of_that_worker_alone() -> None:
    spoken = arranged([], [alone(STATION, "3000.00", WORKER)], [PLATFORM, STATION])
    assert spoken.names_of(WORKER) == {WAGE.id} and spoken.names_of(OTHER) == frozenset()
    assert spoken.whole(WAGE.id) == Word()
