"""The papers of sorting, on screen before they are printed."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, opened


def test_print_shows_the_paper_of_the_sub_page_in_front(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    for pane, title in ((page.issues, "争议焦点"), (page.amounts, "核算")):
        page.tabs.setCurrentWidget(pane)
        page.print_pdf()
        room.settle()
        assert page.front.currentWidget() is page.reader
        assert title in page.reader.title.text()
        assert page.reader.view.pages >= 1
        room.click(page.reader.back)
        assert page.front.currentWidget() is page.main


def test_what_was_just_typed_stands_in_the_paper_of_that_worker(
        open_case: Opener, sorted_id: UUID, qtbot: QtBot) -> None:
    room, page = opened(open_case, sorted_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    room.begin(page.elements.details.fields["finding"].line, "3911")
    page.papers.menu().aboutToShow.emit()
    assert page.own_sheet.text() == "Element sheet of 马晓岚"
    page.own_sheet.trigger()
    room.settle()
    assert page.front.currentWidget() is page.reader
    assert next(entry for entry in room.case.entries if entry.finding).finding == "3911.00"
    page.reader.view.line.setText("911.00")
    qtbot.waitUntil(lambda: page.reader.view.hit_count() == 1)
