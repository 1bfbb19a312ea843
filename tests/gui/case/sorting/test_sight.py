"""What the sorting page shows: read whole, and foreseen while it is being saved."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.domain.sorting.elements import ElementType
from mediation_desk.domain.sorting.statements import State, Word
from mediation_desk.gui.case.sorting import sight as sights
from mediation_desk.gui.case.sorting.sight import VERSIONS, Sight, Sitting, answerable, chip, labels
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, Voice
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, choose, figures, issues, opened, words


def test_states_and_amounts_follow_at_once_before_anything_is_saved(
        open_case: Opener, sorted_id: UUID) -> None:
    """The company's wage for one worker comes to the applicants': agreed, and 1,300 more of October."""
    room, page = opened(open_case, sorted_id)
    choose(room, page, "respondent")
    grid, model = page.elements.grid, page.elements.worker_cells
    at(grid, str(room.case.applicants[0].id), "monthly_wage")
    index = grid.currentIndex()
    model.edit({(index.row(), index.column()): "4300"})
    state = model.cell(index).state
    assert state is not None and state.text == "Agreed"
    assert figures(page)[1] == "16,300.00"
    assert page.strip.counts[State.DISPUTED].state.text == "Disputed 9"
    room.settle()
    assert words(room, "monthly_wage")[0] == ("4300.00", "4300.00")
    assert figures(page)[1] == "16,300.00"
    assert issues(page)[2] == "Monthly wage: 4 workers, 9,100.00 yuan"  # 2 x 1,300 less


@pytest.mark.parametrize("worker", [0, 4])
def test_what_is_foreseen_for_one_worker_is_what_the_whole_sorting_finds(
        open_case: Opener, sorted_id: UUID, worker: int) -> None:
    """Worker 5 claims no double wage: what only moves that is not asked of her, foreseen or sorted."""
    room, page = opened(open_case, sorted_id)
    assert page.sight is not None
    saying = sorting.Saying("unpaid_until", room.case.applicants[worker].id, "respondent", "2024-10-15")
    foreseen = page._sitting.foreseen(page.sight, [saying])
    page.sayings.say([saying])
    room.settle()
    assert foreseen is not None and page.sight is not foreseen
    for found in ("cells", "states", "worths", "counts"):
        assert getattr(foreseen.outcome, found) == getattr(page.sight.outcome, found), found





@pytest.mark.usefixtures("dressed")
def test_a_list_is_told_by_how_many_things_are_in_it_whatever_is_written_in_them(desk: Desk) -> None:
    """A sum deducted "for {missing} goods" is one item, though there are two braces."""
    element = next(one for one in desk.library.sheets.combined(CLAIMS).elements()
                   if one.type is ElementType.LIST)
    column = element.columns[0].id
    one, two = [{column: "for {missing} goods"}], [{column: "a"}, {column: "b"}]
    assert sights.said(element, json.dumps(one), "en") == "1 item"
    assert sights.said(element, f"✓{json.dumps(two)}", "en") == "2 items"
    assert sights.said(element, DENIED, "en") == "denied" and sights.said(element, None, "en") == ""


def test_an_answer_in_a_grid_can_be_read_back_in(desk: Desk) -> None:
    answers = {ElementType.DATE: "2024-09-01", ElementType.MONEY: "4300.00", ElementType.NUMBER: "7.5",
               ElementType.SHARE: "0.3", ElementType.YES_NO: "no"}
    for element in desk.library.sheets.combined(CLAIMS).elements():
        if (kept := answers.get(element.type)) is not None:
            for language in ("en", "zh_CN"):
                assert element.read(sights.said(element, kept, language)) == kept, element.id


@pytest.mark.parametrize(("voice", "word", "can"), [
    ("respondent", Word("yes", None, None), True), ("respondent", Word(None, "yes", None), False),
    ("respondent", Word(DENIED, None, None), False), ("applicant", Word(None, "no", None), True),
    ("applicant", Word("yes", DENIED, None), False), ("applicant", Word("yes", None, "yes"), False)])
def test_only_what_the_other_side_said_can_be_admitted(voice: Voice, word: Word, can: bool) -> None:
    assert answerable(word, voice) is can


def test_what_counts_in_a_place_is_found_for_every_voice(sight: Sight, sorted_id: UUID) -> None:
    worker = sight.case.applicants[0].id
    assert sight.kept(("monthly_wage", worker, "applicant", None)) == "4300.00"
    assert sight.kept(("monthly_wage", worker, "respondent", None)) == "3000.00"
    assert sight.kept(("monthly_wage", worker, "finding", None)) is None
    assert sight.kept(("monthly_wage", worker, "note", None)) == ""
    assert sight.name(worker) == streamers.WORKERS[0][0] and sight.name(None) == "Whole case"
    assert sight.respondents == () and not sight.apart("monthly_wage", worker)


def test_the_sums_of_the_versions_are_the_storys(sight: Sight, sorted_id: UUID) -> None:
    sums = {version: sight.sum_of(version) for version in VERSIONS}
    assert str(sums["applicant"].low) == "38,700.00" and str(sums["respondent"].low) == "15,000.00"
    assert sums["found"].low is None


def test_what_cannot_be_read_is_not_foreseen(desk: Desk, sight: Sight, sorted_id: UUID) -> None:
    sitting = Sitting(desk, "en")
    worker = sight.case.applicants[0].id
    assert sitting.foreseen(sight, [Saying("monthly_wage", worker, "applicant", "plenty")]) is None
    seen = sitting.foreseen(sight, [Saying("monthly_wage", worker, "applicant", "")])
    assert seen is not None and seen.kept(("monthly_wage", worker, "applicant", None)) is None
    assert sight.kept(("monthly_wage", worker, "applicant", None)) == "4300.00"  # nothing was changed


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_every_state_has_its_own_word_and_sign(dressed: QApplication, language: str) -> None:
    kit_words.install(dressed, Words.of(language))
    chips = [chip(state, 3) for state in State]
    assert len({one.text for one in chips}) == len({one.picture for one in chips}) == len(State)
    assert all(one.text.endswith(" 3") for one in chips) and not chip(State.AGREED).text.endswith("3")


def test_elements_are_listed_as_their_readers_list_things(sight: Sight, sorted_id: UUID) -> None:
    names = ["monthly_wage", "written_contract"]
    assert labels(sight, names) == "Monthly wage, A written labour contract was made"
    assert labels(replace(sight, language="zh_CN"), names).count("、") == 1
