"""The cells of the grids, and back from what was typed in them."""

from types import SimpleNamespace
from typing import cast
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.sorting.cells import (
    ALONE,
    CASE_COLUMNS,
    LEAST,
    WIDEST,
    Speaker,
    case_cells,
    changed_workers,
    columns_of_elements,
    columns_of_voices,
    from_case,
    from_workers,
    rows_of_elements,
    rows_of_workers,
    speaker_of,
    worker_cell,
    worker_cells,
)
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import Key, Sight, Sitting
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, cell, opened


def test_a_choice_is_picked_from_words(open_case: Opener, case_id: UUID) -> None:
    _room, page = opened(open_case, case_id)
    column = next(one for one in page.elements.worker_cells.columns if one.id == "written_contract")
    assert column.choices == ("Yes", "No", "denied")


def test_f9_in_the_cases_grid_denies_in_that_sides_column(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    page.elements.case_cells.edit({(0, 0): "yes"})
    room.settle()
    at(page.elements.case_grid, "employment_relationship", "respondent")
    QTest.keyClick(page.elements.case_grid, Qt.Key.Key_F9)
    room.settle()
    entry = next(entry for entry in room.case.entries if entry.element == "employment_relationship")
    assert (entry.applicant, entry.respondent) == ("yes", "✗")
    assert cell(page.elements.case_grid, "employment_relationship", "state") == "Disputed"


def unsaid(sight: Sight) -> Sayings:
    """Nothing is under way."""
    return cast(Sayings, SimpleNamespace(unsaved={}, troubles={}))


def test_workers_stand_in_their_order_with_their_numbers(sight: Sight, sorted_id: UUID) -> None:
    rows = rows_of_workers(sight)
    assert [row.title for row in rows] == [f"{at}  {worker[0]}" for at, worker in
                                           enumerate(streamers.WORKERS, start=1)]
    assert [UUID(row.id) for row in rows] == [one.id for one in sight.case.applicants]


def test_a_cell_shows_one_sides_word_or_both_beside_each_other(sight: Sight, sorted_id: UUID) -> None:
    worker, sayings = sight.case.applicants[0].id, unsaid(sight)
    shown = {who: worker_cell(sight, "monthly_wage", worker, Speaker(who), sayings)
             for who in ("applicant", "respondent", "finding", "both")}
    assert {who: cell.text for who, cell in shown.items()} == {
        "applicant": "4,300.00", "respondent": "3,000.00", "finding": "", "both": "4,300.00  /  3,000.00"}
    state = shown["applicant"].state
    assert state is not None and state.text == "Disputed"
    assert shown["both"].read_only and not shown["applicant"].read_only
    agreed = worker_cell(sight, "employed_from", worker, Speaker("both"), sayings)
    assert agreed.text == "2024-09-01"  # what both say is said once


def test_what_could_not_be_saved_stands_in_its_cell_with_the_reason(sight: Sight, sorted_id: UUID) -> None:
    worker = sight.case.applicants[0].id
    key: Key = ("monthly_wage", worker, "applicant", None)
    sayings = cast(Sayings, SimpleNamespace(unsaved={key: "plenty"}, troubles={key: "no amount"}))
    cells = worker_cells(sight, Speaker("applicant"), sayings, [worker])
    cell = cells[str(worker), "monthly_wage"]
    assert (cell.text, cell.trouble) == ("plenty", "no amount")
    other = sight.case.applicants[1].id
    assert worker_cell(sight, "monthly_wage", other, Speaker("applicant"), sayings).trouble == ""


def test_only_the_workers_who_are_spoken_of_are_drawn_anew(desk: Desk, sight: Sight, sorted_id: UUID) -> None:
    worker = sight.case.applicants[2].id
    seen = Sitting(desk, "en").foreseen(sight, [Saying("monthly_wage", worker, "respondent", "4300")])
    assert seen is not None
    assert changed_workers(seen, sight) == [worker] and changed_workers(sight, sight) == []


def test_typed_cells_become_sayings_of_whoever_is_shown(sight: Sight, sorted_id: UUID) -> None:
    worker, party = sight.case.applicants[0].id, UUID(int=7)
    assert from_workers([(str(worker), "monthly_wage", "4300")], "respondent", party) == [
        Saying("monthly_wage", worker, "respondent", "4300", party_id=party)]
    assert from_case([("employment_relationship", "finding", "yes"),
                      ("employment_relationship", f"{ALONE}{party}", "no")]) == [
        Saying("employment_relationship", None, "finding", "yes"),
        Saying("employment_relationship", None, "respondent", "no", party_id=party)]


@given(st.one_of(st.sampled_from(CASE_COLUMNS), st.uuids().map(lambda key: f"{ALONE}{key}")))
def test_every_column_knows_who_speaks_in_it(column: str) -> None:
    voice, party = speaker_of(column)
    assert column == (f"{ALONE}{party}" if party else voice)


def test_the_columns_of_the_whole_case_end_with_what_was_found(sight: Sight, sorted_id: UUID) -> None:
    columns = columns_of_voices(sight)
    assert [one.id for one in columns] == ["applicant", "respondent", "state", "finding", "evidence", "note"]
    assert [one.read_only for one in columns].count(True) == 1
    rows = [row.id for row in rows_of_elements(sight)]
    cells = case_cells(sight, unsaid(sight))
    assert set(cells) == {(row, column.id) for row in rows for column in columns}
    assert cells["employment_relationship", "respondent"].text == "No"
    assert cells["employment_relationship", "state"].text == "Disputed"


def test_a_column_is_wide_enough_for_its_answers_and_no_wider_than_the_widest(sight: Sight,
                                                                             sorted_id: UUID) -> None:
    for shown in ("applicant", "both"):
        for column in columns_of_elements(sight, shown):
            assert LEAST <= column.width <= WIDEST, column.id
    money = next(one for one in columns_of_elements(sight, "applicant") if one.id == "monthly_wage")
    assert money.right and "To be proved by: Respondents" in money.help
    assert money.width >= len("4,300.00")
