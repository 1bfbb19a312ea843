"""What each claim comes to on each version, and how that was reached."""

from uuid import UUID

from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers.told import asked_by_worker
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    opened,
    said,
)


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
