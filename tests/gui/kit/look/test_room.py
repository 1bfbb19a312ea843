"""At the largest text on a small screen, content goes before what is around it."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Station
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.room import is_low
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case import rooms

SCREEN = (1366, 768)
DAY = date(2024, 11, 25)
Opener = Callable[[int], DeskFrame]


@pytest.fixture
def open_frame(desk: Desk, tasks: Tasks, memory: Memory, dressed: QApplication) -> Iterator[Opener]:
    """Opens the desk at 1366 x 768 with the text at so many per cent."""
    made: list[DeskFrame] = []

    def open_(percent: int) -> DeskFrame:
        theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, percent, motion=False))
        made.append(DeskFrame(desk, tasks, memory))
        made[0].resize(*SCREEN)
        made[0].show()
        return made[0]

    yield open_
    for frame in made:
        settle(tasks)
        frame.close()
        frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(tasks: Tasks) -> None:
    while tasks.busy:
        assert tasks.drain()
    QTest.qWait(20)
    if tasks.busy:
        settle(tasks)


def in_sight(view: QTableView, within: QWidget) -> int:
    """How many rows of a table or grid can be seen whole in the window."""
    seen, port = QRect(QPoint(0, 0), within.size()), view.viewport()
    rows = [(view.rowViewportPosition(row), view.rowHeight(row))
            for row in range(view.model().rowCount()) if not view.isRowHidden(row)]
    return sum(port.isVisible() and top >= 0 and top + height <= port.height()
               and seen.contains(port.mapTo(within, QPoint(1, top + height - 1))) for top, height in rows)


@pytest.fixture
def crowd(desk: Desk) -> UUID:
    """Twelve streamers against their company, three elements of the whole case, sorted by both sides."""
    people = [registering.PartyDraft(Role.APPLICANT, f"申请人{at:02d}") for at in range(12)]
    company = registering.PartyDraft(Role.RESPONDENT, rooms.COMPANY, PartyKind.ORGANISATION)
    case_id = registering.register(desk, registering.IntakeDraft(
        DAY, kind_of_work=KindOfWork.STREAMER, cause="追索劳动报酬", parties=[*people, company])).result
    assert case_id
    case = rooms.stored(desk, case_id)
    claims = ["unpaid_wages", "double_wage"]
    registering.set_claims(desk, case_id, {one.id: claims for one in case.applicants})
    editing.save(desk, case_id, [editing.Edit("case", case_id, side, None, DAY)
                                 for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, DAY)
    sorting.say(desk, case_id, [
        Saying("employment_relationship", None, "applicant", "yes"),
        Saying("employment_relationship", None, "respondent", "no"),
        Saying("claimed_on", None, "applicant", "2024-11-25"),
        *(Saying("monthly_wage", one.id, "applicant", "4300") for one in case.applicants),
        *(Saying("monthly_wage", one.id, "respondent", "3000") for one in case.applicants)])
    return case_id


def sorting_page(frame: DeskFrame, tasks: Tasks, case_id: UUID) -> SortingPage:
    window = frame.open_case(case_id, Station.SORTING)
    settle(tasks)
    assert isinstance(window, CaseWindow)
    page = window.page_in_front()
    assert isinstance(page, SortingPage)
    return page


def test_sorting_shows_eight_workers_five_columns_and_all_elements_of_the_case(
        open_frame: Opener, tasks: Tasks, crowd: UUID) -> None:
    frame = open_frame(100)
    page = sorting_page(frame, tasks, crowd)
    window = frame.current()
    assert isinstance(window, CaseWindow) and window.context.folded  # by itself: the page needs the width
    grid, whole = page.elements.grid, page.elements.case_grid
    assert in_sight(grid, frame) >= 8
    columns = [at for at in range(page.elements.worker_cells.columnCount()) if not grid.isColumnHidden(at)]
    right = [grid.columnViewportPosition(at) + grid.columnWidth(at) for at in columns]
    assert sum(edge <= grid.viewport().width() for edge in right) >= 5
    wanted = [row for row in range(page.elements.case_cells.rowCount()) if not whole.isRowHidden(row)]
    assert in_sight(whole, frame) == len(wanted) >= 2


def test_the_overview_is_folded_for_the_page_that_needs_it_and_stays_as_one_wants(
        open_frame: Opener, tasks: Tasks, crowd: UUID) -> None:
    frame = open_frame(100)
    sorting_page(frame, tasks, crowd)
    window = frame.current()
    assert isinstance(window, CaseWindow)
    window.context.toggle.click()
    assert not window.context.folded
    window.go(1)
    settle(tasks)
    assert not window.context.folded
    window.go(2)
    settle(tasks)
    assert not window.context.folded  # wanted so, on this page


def test_at_200_per_cent_cases_shows_rows(open_frame: Opener, tasks: Tasks, desk: Desk) -> None:
    for name in ("马晓岚", "韩雨桐", "李向东", "祁小川", "白玛措", "冶文斌"):
        registering.register(desk, registering.IntakeDraft(
            DAY, parties=[registering.PartyDraft(Role.APPLICANT, name)]))
    frame = open_frame(200)
    page = frame.show_page("cases")
    settle(tasks)
    assert isinstance(page, CasesPage) and is_low(page)
    assert in_sight(page.table, frame) >= 5
    assert page.filters.text.isVisible() and not page.filters.station.isVisible()
    page.filters.more.click()
    assert page.filters.station.isVisible()


def test_what_narrows_the_list_is_in_sight_however_little_room_there_is(
        open_frame: Opener, tasks: Tasks) -> None:
    frame = open_frame(200)
    page = frame.show_page("cases")
    assert isinstance(page, CasesPage)
    page.narrow(station=Station.INTAKE)
    settle(tasks)
    page.filters.set_short(True)
    assert page.filters.station.isVisible() and not page.filters.kind.isVisible()


def test_at_200_per_cent_today_shows_what_is_due(open_frame: Opener, tasks: Tasks, desk: Desk) -> None:
    rooms.streamers(desk)
    frame = open_frame(200)
    page = frame.show_page("today")
    settle(tasks)
    assert isinstance(page, TodayPage)
    lines = page.owed.lines or page.overdue.lines or page.due.lines or page.ahead.lines
    assert lines[0].mapTo(frame, lines[0].rect().bottomLeft()).y() < frame.height() - 40


def test_at_200_per_cent_sorting_shows_a_worker_and_the_stations_their_page(
        open_frame: Opener, tasks: Tasks, crowd: UUID) -> None:
    frame = open_frame(200)
    page = sorting_page(frame, tasks, crowd)
    assert in_sight(page.elements.grid, frame) >= 1
    assert not page.strip.isVisible() and page.primary.isVisible() and page.papers.isVisible()
    window = frame.current()
    assert isinstance(window, CaseWindow)
    for station in Station:
        window.go(station.place + 1)
        settle(tasks)
        front = window.page_in_front()
        assert front is not None
        top = front.mapTo(frame, QPoint(0, 0)).y()
        assert top < frame.height() * 0.25  # head and stations take less than a quarter
