"""Whatever two people do to one case in whatever order, no accepted word is lost unseen."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.verbs import Stage
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from tests import offices
from tests.offices import Office
from tests.services.moves import AFTER_SIGNING, BEFORE_ACCEPTANCE, BEFORE_SIGNING, consent, consent_all
from tests.services.two_desks import Act, Pair
from tests.store.work.test_work import registered

SOAK = 100  # how many times the ordinary number of examples (make soak)
FIELDS = ("cause", "facts_in_brief", "source_reference")
Move = tuple[int, Act, int, int, bool]
ACTS = {Stage.RECEIVED: BEFORE_ACCEPTANCE, Stage.ACCEPTED: BEFORE_SIGNING, Stage.SIGNED: AFTER_SIGNING}


def examples(wanted: int) -> settings:
    return settings(max_examples=wanted, suppress_health_check=[HealthCheck.function_scoped_fixture])


def moves_of(stage: Stage) -> st.SearchStrategy[list[Move]]:
    acts = st.sampled_from(ACTS[stage])
    return st.lists(st.tuples(st.integers(0, 1), acts, st.integers(0, 3), st.integers(0, 5), st.booleans()),
                    min_size=4, max_size=16)


def no_word_is_lost(office: Office, stage: Stage, moves: Sequence[Move]) -> None:
    pair = Pair(office, stage)
    for move in moves:
        pair.move(*move)


@examples(6)
@example(moves=[(1, consent_all, 0, 0, False), (0, consent, 0, 3, False)])  # the side's day, for itself
@given(moves=moves_of(Stage.RECEIVED))
def test_no_word_is_lost_while_a_case_is_taken_in(office: Office, moves: list[Move]) -> None:
    no_word_is_lost(office, Stage.RECEIVED, moves)


@examples(6)
@given(moves=moves_of(Stage.ACCEPTED))
def test_no_word_is_lost_while_a_case_is_mediated(office: Office, moves: list[Move]) -> None:
    no_word_is_lost(office, Stage.ACCEPTED, moves)


@examples(6)
@given(moves=moves_of(Stage.SIGNED))
def test_no_word_is_lost_while_an_agreement_is_performed(office: Office, moves: list[Move]) -> None:
    no_word_is_lost(office, Stage.SIGNED, moves)


@pytest.mark.soak
@pytest.mark.parametrize("stage", ACTS)
def test_no_word_is_lost_in_a_thousand_walks(office: Office, stage: Stage) -> None:
    @examples(10 * SOAK)
    @given(moves=moves_of(stage))
    def walk(moves: list[Move]) -> None:
        no_word_is_lost(office, stage, moves)

    walk()


# Fields, against a model


def test_edits_of_two_desks_at_once_all_arrive(postgres_url: str, tmp_path: Path) -> None:
    """Two threads save different fields of one case forty times over: none is lost, none refused."""
    with offices.office(offices.shared_place(postgres_url), tmp_path) as office:
        case_id = registered(office, "马晓岚")

        def write(desk: Desk, field: str) -> None:
            for number in range(20):
                before = "" if number == 0 else f"{field}{number - 1}"
                editing.save(desk, case_id, [Edit("case", case_id, field, before, f"{field}{number}")])

        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(write, office.first, "cause"),
                         pool.submit(write, office.desk(), "facts_in_brief")]:
                done.result()
        case = reading.case(office.first, case_id).case
        assert (case.cause, case.facts_in_brief) == ("cause19", "facts_in_brief19")


edits = st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from(FIELDS), st.sampled_from("甲乙丙丁"),
                           st.booleans()), max_size=12)


@examples(15)
@given(moves=edits)
def test_a_field_is_merged_by_the_table(office: Office, moves: list[tuple[int, str, str, bool]]) -> None:
    """A model beside the store that knows the table, and nothing of journals and versions."""
    case_id = registered(office, "马晓岚")
    model = dict.fromkeys(FIELDS, "")
    seen = [dict(model), dict(model)]
    for who, field, text, looks_first in moves:
        if looks_first:
            seen[who] = dict(model)
        before, stands = seen[who][field], model[field]
        try:
            editing.save(office.first, case_id, [Edit("case", case_id, field, before, text)])
        except Conflicts:
            assert len({before, text, stands}) == 3
        else:
            assert len({before, text, stands}) < 3
            model[field] = stands if text == before else text
            seen[who][field] = model[field]
    assert stands_now(office, case_id) == model


def stands_now(office: Office, case_id: UUID) -> dict[str, str]:
    case = reading.case(office.first, case_id).case
    return {field: getattr(case, field) for field in FIELDS}


steps = st.lists(st.one_of(st.tuples(st.sampled_from(FIELDS), st.sampled_from("甲乙丙丁")), st.just("undo"),
                           st.just("redo")), max_size=14)


@examples(15)
@given(steps=steps)
def test_any_walk_of_edits_undos_and_redos_ends_where_the_model_says(
        office: Office, steps: list[str | tuple[str, str]]) -> None:
    case_id = registered(office, "马晓岚")
    past: list[dict[str, str]] = [dict.fromkeys(FIELDS, "")]
    future: list[dict[str, str]] = []
    for step in steps:
        if step == "undo":
            if len(past) > 1:
                history.undo(office.first, case_id)
                future.append(past.pop())
        elif step == "redo":
            if future:
                history.redo(office.first, case_id)
                past.append(future.pop())
        elif past[-1][step[0]] != step[1]:
            editing.save(office.first, case_id, [Edit("case", case_id, step[0], past[-1][step[0]], step[1])])
            past.append({**past[-1], step[0]: step[1]})
            future.clear()
        assert stands_now(office, case_id) == past[-1]
