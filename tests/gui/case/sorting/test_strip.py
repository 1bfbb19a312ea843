"""The strip above sorting: the sums, how much is settled, what matters most."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.sorting.sums import VersionSum
from mediation_desk.gui.case.sorting.strip import Figure, sum_words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, figures, issues, opened, type_into


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


WORKER, FIRM, STATION = UUID(int=1), UUID(int=2), UUID(int=3)


def shown(found: VersionSum) -> Figure:
    figure = Figure("Respondent's version (yuan)")
    figure.show_sum(found, {FIRM: "平台公司", STATION: "配送站"})
    return figure


@pytest.mark.parametrize(("found", "words"), [
    (VersionSum(yuan("96000"), yuan("96000")), "96,000.00"),
    (VersionSum(yuan("8600"), yuan("9200")), "8,600.00 – 9,200.00"),
    (VersionSum(None, None), "—"), (VersionSum(yuan("0"), yuan("0")), "0.00")])
def test_a_sum_is_one_figure_or_from_the_lowest_to_the_highest(dressed: QApplication, found: VersionSum,
                                                             words: str) -> None:
    figure = shown(found)
    assert sum_words(found) == figure.number.text() == words
    assert figure.accessibleName() == f"Respondent's version (yuan): {words}"
    figure.deleteLater()


def test_an_amount_that_is_not_there_yet_is_no_zero(dressed: QApplication) -> None:
    figure = Figure("Best for this side (yuan)")
    figure.show_amount(None, "Not stated yet")
    assert figure.number.text() == "Not stated yet"
    figure.show_amount(yuan("0"))
    assert figure.number.text() == "0.00"
    figure.deleteLater()


def test_what_a_sum_leaves_out_is_counted_in_its_title(desk: Desk, open_case: Opener,
                                                      sorted_id: UUID) -> None:
    """Without her last wage nothing of the fifth worker's can be computed: one claim is left out."""
    worker = reading.case(desk, sorted_id).case.applicants[4].id
    sorting.say(desk, sorted_id, [Saying("monthly_wage", worker, "applicant", ""),
                                  Saying("monthly_wage", worker, "respondent", "")])
    _room, page = opened(open_case, sorted_id)
    figure = page.strip.figures["applicant"]
    assert figure.title.text() == "Applicants' version (yuan), 1 open"
    assert "1 claim cannot be computed yet" in figure.toolTip()
    assert figure.number.text() == "34,400.00"  # 38,700.00 less her 4,300.00


def test_pressing_an_issue_that_moved_up_leads_to_the_one_that_stands_there(
        open_case: Opener, sorted_id: UUID) -> None:
    """The second issue is settled; the line in its place belongs to the third now."""
    room, page = opened(open_case, sorted_id)
    case = room.case
    page.sayings.say([Saying("written_contract", worker.id, "respondent", "no")
                      for worker in case.applicants[:4]])
    room.settle()
    assert [text.split(":")[0] for text in issues(page)] == ["Employment relationship", "Monthly wage"]
    room.click(page.strip.issues[1])
    assert page.elements.details.place == ("monthly_wage", case.applicants[0].id)


def test_where_nothing_is_disputed_it_says_so(open_case: Opener, case_id: UUID) -> None:
    _room, page = opened(open_case, case_id)
    assert page.strip.heading.text() == "Nothing is in dispute so far" and issues(page) == []
