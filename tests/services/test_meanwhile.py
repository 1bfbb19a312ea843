"""Two editors at one case: whatever the order of their saves, no accepted field is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.merging import Conflicts
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from tests import offices
from tests.offices import Office
from tests.store.work.test_work import registered

FIELDS = ("cause", "facts_in_brief", "source_reference")
moves = st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from(FIELDS), st.sampled_from("甲乙丙丁"),
                           st.booleans()), max_size=12)


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


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=moves)
def test_any_interleaving_keeps_every_accepted_field(office: Office, moves: list[tuple[int, str, str, bool]]
                                                     ) -> None:
    """A model beside the store: an edit is accepted when its editor saw what stands, else a clash."""
    case_id = registered(office, "马晓岚")
    model = dict.fromkeys(FIELDS, "")
    seen = [dict(model), dict(model)]
    for who, field, text, looks_first in moves:
        if looks_first:
            seen[who] = dict(model)
        try:
            editing.save(office.first, case_id, [Edit("case", case_id, field, seen[who][field], text)])
        except Conflicts:
            assert model[field] not in (seen[who][field], text)
        else:
            assert model[field] in (seen[who][field], text)
            model[field] = seen[who][field] = text
    assert stands(office, case_id) == model


def stands(office: Office, case_id: UUID) -> dict[str, str]:
    case = reading.case(office.first, case_id).case
    return {field: getattr(case, field) for field in FIELDS}


steps = st.lists(st.one_of(st.tuples(st.sampled_from(FIELDS), st.sampled_from("甲乙丙丁")), st.just("undo"),
                           st.just("redo")), max_size=14)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        assert stands(office, case_id) == past[-1]
