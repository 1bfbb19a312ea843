"""What each claim comes to on each version, and how that was reached."""

from uuid import UUID

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.sorting.amounts import lines_of
from mediation_desk.gui.case.sorting.sight import Sight
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers.told import asked_by_worker
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import opened, said


def test_the_computed_amounts_become_the_claims(open_case: Opener, sorted_id: UUID, desk: Desk) -> None:
    registering.ask_amounts(desk, sorted_id, {})
    room, page = opened(open_case, sorted_id)
    room.click(page.primary)
    assert str(room.case.claimed) == "38,700.00"
    assert [str(asked) for asked in asked_by_worker(room.case).values()] == [
        "8,600.00", "8,600.00", "8,600.00", "8,600.00", "4,300.00"]


def test_calculations_show_steps_articles_and_why_nothing_is_due(
        open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.amounts)
    room.settle()
    amounts = page.amounts
    rows = [amounts.rows.row(row) for row in range(amounts.rows.rowCount())]
    assert len(rows) == 9
    place = next(row for row, one in enumerate(rows) if one and one.claim.claim == "double_wage")
    amounts.table.choose_row(place)
    room.settle()
    texts = said(amounts)
    assert amounts.total.text() == "4,300.00 yuan"
    assert any("4300.00 × 1  =  4300.00 yuan" in text for text in texts)
    assert any("Labour Contract Law, art. 82" in text for text in texts)
    room.click(amounts.version.buttons[1])
    assert amounts.total.text() == "0.00 yuan"
    room.click(amounts.version.buttons[2])
    assert amounts.total.text() == "—"
    room.settle()
    assert any(text.startswith("Still open:") for text in said(amounts))


def test_a_claim_that_waits_says_for_what_and_one_that_falls_away_says_why(sight: Sight,
                                                                           sorted_id: UUID) -> None:
    worker = sight.case.applicants[0].id
    of = sight.outcome.worths[worker]["double_wage"]
    computed = list(lines_of(of.applicant, sight))
    assert any(line.formula.endswith("=  4300.00 yuan") for line in computed)
    assert any("art. 82" in line.law for line in computed)
    denied = [line.words for line in lines_of(of.respondent, sight)]
    assert "falls away" in denied[0] and of.respondent.award is None  # who was not employed lost no contract
    waiting = list(lines_of(of.found, sight))
    assert waiting[0].meaning == "missing" and waiting[-1].words.startswith("Still open: ")


def test_a_side_that_said_nothing_is_told_to_have_said_nothing(sight: Sight, case_id: UUID) -> None:
    worker = sight.case.applicants[0].id
    told = list(lines_of(sight.outcome.worths[worker]["unpaid_wages"].respondent, sight))
    assert [line.words for line in told] == ["This side has not stated anything on the claim yet."]


def test_every_workers_claim_has_its_line_with_what_was_asked(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.amounts)
    room.settle()
    model = page.amounts.rows
    rows = [row for at in range(model.rowCount()) if (row := model.row(at)) is not None]
    assert len(rows) == 9 and {row.worker for row in rows} == {worker[0] for worker in streamers.WORKERS}
    assert {str(row.asked) for row in rows} == {"4,300.00"}
    keys = [column.key for column in model.columns]
    at = next(at for at, row in enumerate(rows) if row.claim.claim == "unpaid_wages")
    assert [model.index(at, keys.index(name)).data() for name in ("applicant", "respondent", "found")] == [
        "4,300.00", "3,000.00", ""]
