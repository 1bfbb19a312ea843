"""The day's page: what is late, what is due, what comes, and where the cases stand."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.demonstration import streamers
from mediation_desk.domain.agenda import Due
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving, registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.office import sites
from mediation_desk.services.serving import serving
from tests.gui.desks import SetClock, settle, show
from tests.gui.pages.today.hands import KEY, accept, lines, read, register
from tests.services.payments.owed import FIRST, owing, pay


def test_an_empty_office_is_offered_its_first_step(qtbot: QtBot, page: TodayPage, tasks: Tasks) -> None:
    read(qtbot, page, tasks)
    assert page.empty.isVisible() and not page.work.isVisible()
    assert page.subtitle.text() == "25 November 2024, Monday"
    with qtbot.waitSignal(page.new_wanted):
        QTest.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)


def test_the_day_of_one_site_is_shown_alone_and_leads_to_its_cases(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    register(desk, "张晓雯")
    moving.move_site(desk, register(desk, "马海龙"), east)
    frame = DeskFrame(desk, tasks, memory)
    show(qtbot, frame)
    today = frame.show_page("today")
    assert isinstance(today, TodayPage)
    settle(tasks)
    assert len(today.ahead.lines) == 2 and not today.site.isHidden()
    today.site.combo.setCurrentIndex(2)
    today.site.combo.activated.emit(2)
    settle(tasks)
    assert [one[0].split(" ")[0] for one in lines(today.ahead)] == ["马海龙"]
    assert today.tiles.tiles[Station.INTAKE].count == 1
    QTest.mouseClick(today.tiles.tiles[Station.INTAKE], Qt.MouseButton.LeftButton)
    settle(tasks)
    cases = frame.current()
    assert isinstance(cases, CasesPage) and cases.filters.wanted().sites == (east,)
    assert cases.model.rowCount() == 1
    assert TodayPage(desk, tasks, memory).site_id == east  # so it is looked at next time


def test_an_office_without_sites_is_asked_for_none(qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks
                                                  ) -> None:
    register(desk, "张晓雯")
    read(qtbot, page, tasks)
    assert page.site.isHidden()


def test_three_working_days_run_out_today_and_are_late_tomorrow(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                                tasks: Tasks, clock: SetClock) -> None:
    """Received on Monday 25 November: three working days end on Thursday the 28th, fifteen days on
    10 December."""
    register(desk, "张晓雯")
    read(qtbot, page, tasks)
    title = "张晓雯 v. 云上湟水文化传媒有限公司"
    assert lines(page.ahead) == [(title, "Decide on acceptance", "3 days left")]
    clock.set(date(2024, 11, 28))
    read(qtbot, page, tasks)
    assert lines(page.due) == [(title, "Decide on acceptance", "Today")]
    assert lines(page.ahead) == [(title, "Free to apply for arbitration", "12 days left")]
    clock.set(date(2024, 11, 29))
    read(qtbot, page, tasks)
    assert lines(page.overdue) == [(title, "Decide on acceptance", "1 day late")]
    assert page.due.empty.isVisible()


def test_papers_on_their_way_stand_by_their_day_and_lead_to_the_page_of_service(
        qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks, clock: SetClock) -> None:
    """Two to be received on Thursday 28 November: ahead on Monday, late on Friday, gone once noted."""
    case_id = register(desk, "张晓雯")
    notice = serving.Given("受理通知书", recipient="某文化传媒有限公司", due_on=date(2024, 11, 28))
    serving.serve(desk, case_id, [notice, notice])
    read(qtbot, page, tasks)
    assert [(what, how) for _case, what, how in lines(page.papers)] == [
        ("2 papers to be received", "3 days left")]
    with qtbot.waitSignal(page.case_wanted) as asked:
        QTest.keyClick(page.papers.lines[0], KEY.Key_Return)
    assert asked.args == [case_id, "service"]
    clock.set(date(2024, 11, 29))
    first = serving.receipts(desk, case_id)[0]
    serving.note(desk, case_id, first, replace(first, served_at=datetime(2024, 11, 28, 9, 0)))
    read(qtbot, page, tasks)
    assert page.papers.lines == [] and ("1 paper to be received", "1 day late") in [
        (what, how) for _case, what, how in lines(page.overdue)]


def test_what_was_kept_stands_in_one_line_that_leads_on(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                        tasks: Tasks, clock: SetClock) -> None:
    """Paid at once on its day; the other agreement runs on."""
    clock.set(FIRST)
    pay(desk, owing(desk, FIRST), FIRST, "6000.00")
    owing(desk)
    read(qtbot, page, tasks)
    assert page.kept.text() == ("Kept or not: of 1 agreement whose last day has come, 100 % is paid in full "
                                "and 100 % was paid on time.")
    with qtbot.waitSignal(page.kept_wanted):
        QTest.mouseClick(page.to_kept, Qt.MouseButton.LeftButton)


def test_a_day_that_hangs_on_holidays_not_announced_is_marked(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                              tasks: Tasks, clock: SetClock) -> None:
    """Received on Thursday 2026-12-31: three working days end on Wednesday 2027-01-06."""
    clock.set(date(2026, 12, 31))
    register(desk, "张晓雯")
    read(qtbot, page, tasks)
    assert "2027-01-06 (holidays of 2027 not announced)" in page.ahead.lines[0].line.detail
    clock.set(date(2024, 12, 31))
    register(desk, "韩雪")
    read(qtbot, page, tasks)
    assert "not announced" not in page.ahead.lines[0].line.detail


def test_sessions_of_the_next_days_stand_with_their_hour(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                         tasks: Tasks) -> None:
    case_id = register(desk, "张晓雯", "王雨桐")
    accept(desk, case_id)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, 27, 9, 30)))
    read(qtbot, page, tasks)
    assert lines(page.sessions) == [("张晓雯 et al. (2) v. 云上湟水文化传媒有限公司", "Session at 09:30",
                                     "2 days left")]


def test_instalments_stand_with_their_amounts_until_they_are_paid(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                                  tasks: Tasks, clock: SetClock) -> None:
    """The streamers' agreement: 15,132.00 on 10 December 2024 and again on 10 January 2025."""
    case_id = signed(desk)
    read(qtbot, page, tasks)
    assert page.money.lines == []  # 10 December is fifteen days away
    clock.set(date(2024, 12, 1))
    read(qtbot, page, tasks)
    assert [line[1:] for line in lines(page.money)] == [("Instalment 1: 15,132.00 yuan", "9 days left")]
    assert lines(page.money)[0][0].startswith("马晓岚 et al. (5) v. ")
    clock.set(date(2024, 12, 12))
    read(qtbot, page, tasks)
    assert [line[1:] for line in lines(page.overdue)] == [("Instalment 1: 15,132.00 yuan", "2 days late")]
    with qtbot.waitSignal(page.case_wanted) as opened:
        QTest.keyClick(page.overdue.lines[0], KEY.Key_Space)
    assert opened.args == [case_id, Station.PERFORMANCE]


def test_a_joint_application_that_nobody_made_is_never_overdue(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                               tasks: Tasks, clock: SetClock) -> None:
    """Review ends fifteen days after 25 November, on 10 December: on the 11th nobody is late with it."""
    signed(desk)
    clock.set(date(2024, 12, 9))
    read(qtbot, page, tasks)
    review = "Joint application for arbitration review"
    assert review in [detail for _, detail, _ in lines(page.ahead)]
    clock.set(date(2024, 12, 11))
    read(qtbot, page, tasks)
    assert review not in [detail for _, detail, _ in lines(page.overdue)]


def signed(desk: Desk) -> UUID:
    """The streamers' case as far as the signed agreement."""
    stop = next(stop for stop in streamers.walk(desk) if stop.station is Station.SETTLEMENT)
    return stop.case_id


def test_of_more_than_fits_the_latest_to_be_late_stand_here_and_cases_shows_them_all(
        qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks, clock: SetClock,
        monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine matters, one a working day from Monday 4 November; room for seven. On the 25th all nine are late
    with their acceptance (three working days), the last of them since the 19th; and those received until
    the 8th may go to arbitration (fifteen days), which nobody is late with: fourteen lines."""
    monkeypatch.setattr(reading, "MOST_DUE", 7)
    for day in (4, 5, 6, 7, 8, 11, 12, 13, 14):
        clock.set(date(2024, 11, day))
        register(desk, f"十一月{day}日")
    clock.set(date(2024, 11, 25))
    today = register(desk, "张晓雯")
    accept(desk, today)
    meeting.hold_session(desk, today, meeting.SessionDraft(datetime(2024, 11, 25, 15)))
    read(qtbot, page, tasks)
    assert page.overdue.head.text() == "Overdue  14"
    assert [title.split(" v. ")[0] for title, *_ in lines(page.overdue)] == [
        f"十一月{day}日" for day in (14, 13, 12, 11, 8, 7)]
    assert lines(page.sessions)[0][1] == "Session at 15:00"
    assert page.overdue.more.text() == "Show 1 more" and page.overdue.rest.text() == "All 14, by case"
    with qtbot.waitSignal(page.due_wanted) as wanted:
        QTest.mouseClick(page.overdue.rest, Qt.MouseButton.LeftButton)
    assert wanted.args == [Due.OVERDUE]
    assert not page.sessions.rest.isVisible()


def test_a_change_elsewhere_is_seen_at_once(qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks) -> None:
    read(qtbot, page, tasks)
    changes = registering.register(desk, registering.IntakeDraft(desk.today))
    page.on_changed(changes)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert page.tiles.tiles[Station.INTAKE].count == 1
