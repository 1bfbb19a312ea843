"""The strip above sorting: the sums, how much is settled, what matters most."""

from uuid import UUID

from mediation_desk.domain.sorting.statements import State
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, figures, opened, type_into


def test_counts_of_what_is_agreed_and_disputed_stand_with_word_and_figure(
        open_case: Opener, sorted_id: UUID) -> None:
    _room, page = opened(open_case, sorted_id)
    texts = {state: made.state.text for state, made in page.strip.counts.items()}
    assert texts[State.DISPUTED] == "Disputed 10"  # 5 wages, 4 contracts, 1 relationship
    assert texts[State.AGREED] == "Agreed 18"  # 4 x 4 dates, and worker 5's two of October's pay
    assert texts[State.ONE_SIDED] == "One-sided 0"


def test_while_the_company_is_silent_its_figure_says_so(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    worker = str(room.case.applicants[4].id)
    for element, said in (("monthly_wage", "4300"), ("unpaid_from", "2024-10-01"),
                          ("unpaid_until", "2024-10-31")):
        at(page.elements.grid, worker, element)
        type_into(room, page.elements.grid, said)
    assert figures(page)[1] == "Not stated yet"
    page.tabs.setCurrentWidget(page.amounts)
    model = page.amounts.rows
    keys = [column.key for column in model.columns]
    row = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == "白玛措")
    shown = [model.index(row, keys.index(name)).data() for name in ("applicant", "respondent", "found")]
    assert shown == ["4,300.00", "Not stated yet", ""]
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    assert page.ahead.worst.number.text() == "Not stated yet"


def test_an_issue_leads_to_its_element(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.amounts)
    room.click(page.strip.issues[2])
    assert page.tabs.currentWidget() is page.elements
    assert page.elements.details.place == ("monthly_wage", room.case.applicants[0].id)
    room.click(page.strip.issues[0])
    place: tuple[str, UUID | None] | None = page.elements.details.place
    assert place == ("employment_relationship", None)
