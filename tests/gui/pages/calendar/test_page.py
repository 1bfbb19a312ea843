"""The calendar as a mediator uses it: look, turn over, filter, open, print, by keys and by pointer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.planning.entries import EntryKind, Span
from mediation_desk.domain.vocabulary import SessionMode, SessionState, Side, Station
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.pages.calendar.page import CalendarPage
from mediation_desk.services import editing
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.mediation import caucus, meeting
from tests.gui import desks
from tests.gui.pages.calendar.hands import KEY, TUESDAY, Week, at
from tests.gui.pages.office.hands import colleague, other_desk
from tests.services.calendar.weeks import plan, write

MONDAY = date(2024, 11, 25)


def test_a_week_begins_with_today_and_shows_what_stands_on_each_day(week: Week) -> None:
    assert week.page.subtitle.text() == "25 November 2024 to 1 December 2024"
    assert week.page.board.day == MONDAY
    assert [one.starts_at for one in week.entries(TUESDAY.date())] == [at(9)]


def test_d_w_and_m_change_the_view_and_the_next_time_it_is_as_it_was_left(week: Week, memory: Memory) -> None:
    for key, span, days in ((KEY.Key_M, Span.MONTH, 35), (KEY.Key_D, Span.DAY, 1), (KEY.Key_W, Span.WEEK, 7)):
        week.key(key)
        assert week.page.board.span is span and len(week.page.board.laid.cells) == days
    week.key(KEY.Key_M)
    assert week.page.subtitle.text() == "November 2024"
    again = CalendarPage(week.desk, week.tasks, memory)
    week.qtbot.addWidget(again)
    assert again.strip.chosen_span is Span.MONTH


def test_arrows_move_from_day_to_day_and_over_the_edge_of_the_week(week: Week) -> None:
    week.key(KEY.Key_Right)
    assert week.page.board.day == TUESDAY.date() and "26 November" in week.page.day_title.text()
    for _ in range(2):
        week.key(KEY.Key_Left)
    assert week.page.board.day == date(2024, 11, 24)
    assert week.page.subtitle.text() == "18 November 2024 to 24 November 2024"
    week.key(KEY.Key_T)
    assert week.page.board.day == MONDAY


def test_pages_turn_by_the_span_in_view(week: Week) -> None:
    week.key(KEY.Key_PageDown)
    assert week.page.board.day == date(2024, 12, 2)
    week.key(KEY.Key_M)
    week.key(KEY.Key_PageUp)
    assert week.page.board.day == date(2024, 11, 2)
    week.click(week.page.strip.today)
    week.click(week.page.strip.on)
    assert week.page.board.day == date(2024, 12, 25)


def test_down_reaches_a_session_and_enter_opens_its_case_at_its_station(week: Week) -> None:
    week.key(KEY.Key_Right)
    week.key(KEY.Key_Down)
    assert week.page.board.chosen and week.page.board.chosen.row_id == week.session
    assert "一号调解室" in week.page.board.accessibleDescription()
    with week.qtbot.waitSignal(week.page.case_wanted) as opened:
        week.key(KEY.Key_Return)
    assert opened.args == [week.first, Station.MEDIATION]


def test_a_double_click_and_the_button_open_it_too(week: Week) -> None:
    week.choose()
    with week.qtbot.waitSignal(week.page.case_wanted) as opened:
        week.click(week.page.open)
    assert opened.args == [week.first, Station.MEDIATION]


def test_in_a_month_enter_leads_into_the_list_of_a_full_day(week: Week) -> None:
    plan(week.desk, week.second, at(14), place="二号调解室")
    week.page.shown()
    week.key(KEY.Key_M)
    week.key(KEY.Key_Right)
    week.key(KEY.Key_Return)
    assert QApplication.focusWidget() is week.page.list and week.page.list.entries.rowCount() == 2
    week.key(KEY.Key_Down, widget=week.page.list)
    chosen = week.page.board.chosen
    assert chosen and chosen.starts_at == at(14)
    with week.qtbot.waitSignal(week.page.case_wanted) as opened:
        week.key(KEY.Key_Return, widget=week.page.list)
    assert opened.args == [week.second, Station.MEDIATION]


def test_ticks_leave_kinds_out_and_say_so_where_nothing_is_left(week: Week) -> None:
    assert EntryKind.SESSION in week.kinds()
    week.page.strip.kinds[EntryKind.SESSION].click()
    assert EntryKind.SESSION not in week.kinds()
    week.key(KEY.Key_Right)
    assert week.page.nothing.text().startswith("Nothing of what is chosen")


def test_a_day_with_nothing_says_what_belongs_there(week: Week) -> None:
    week.key(KEY.Key_Left)
    week.key(KEY.Key_Left)
    assert week.page.nothing.isVisible() and "planned under Mediation" in week.page.nothing.text()
    assert not week.page.open.isEnabled() and not week.page.invite.isEnabled()


def test_a_room_is_offered_as_soon_as_something_is_held_in_it(week: Week) -> None:
    plan(week.desk, week.second, at(14), place="二号调解室")
    week.page.shown()
    week.settle()
    combo = week.page.strip.room.combo
    assert [combo.itemText(at) for at in range(combo.count())] == ["All", "一号调解室", "二号调解室"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    week.settle()
    assert [one.starts_at for one in week.entries(TUESDAY.date())] == [at(14)]
    assert EntryKind.PERIOD not in week.kinds()


def test_a_colleagues_hours_are_busy_and_open_nothing(week: Week, around: Surroundings, memory: Memory
                                                      ) -> None:
    colleague(week.desk, "wang", "王秀英", Role.MEDIATOR)
    hers = other_desk(week.desk, "wang", around)
    page = CalendarPage(hers, week.tasks, memory)
    desks.show(week.qtbot, page)
    page.shown()
    week.settle()
    (busy,) = page.board.of_day(TUESDAY.date())
    assert busy.busy and busy.mediator == "李调解"
    week.key(KEY.Key_Right, widget=page.board)
    week.key(KEY.Key_Down, widget=page.board)
    with week.qtbot.assertNotEmitted(page.case_wanted):
        week.key(KEY.Key_Return, widget=page.board)
    page.close()
    hers.store.close()


def test_the_invitation_shows_in_the_place_of_the_calendar_and_esc_leads_back(week: Week) -> None:
    week.choose()
    week.click(week.page.invite)
    assert "telephone number" in week.page.bar.words.text()  # the office has entered none yet
    editing.save(week.desk, week.first, [editing.Edit("case", week.first, "cause", "", "追索劳动报酬")])
    week.desk.settings = replace(week.desk.settings, phone="0971-8123456")
    week.click(week.page.invite)
    assert week.page.invitation.isVisible() and not week.page.work.isVisible()
    assert week.page.invitation.title.text() == "调解邀请函"
    week.key(KEY.Key_Escape, widget=week.page)
    assert week.page.work.isVisible() and not week.page.invitation.isVisible()


def test_what_is_over_is_refused_in_words(week: Week) -> None:
    write(week.desk, week.first, week.session, state=SessionState.HELD)
    week.page.shown()
    week.settle()
    week.choose()
    week.page.print_page()
    week.settle()
    assert "no session ahead" in week.page.bar.words.text()


def test_a_change_elsewhere_is_seen_at_once(week: Week) -> None:
    week.page.on_changed(meeting.hold_session(week.desk, week.second, meeting.SessionDraft(at(16))))
    week.settle()
    assert [one.starts_at for one in week.entries(TUESDAY.date())] == [at(9), at(16)]


def test_what_was_said_alone_is_in_no_widget(week: Week) -> None:
    canary = "晓风残月杨柳岸"
    caucus.note(week.desk, week.first, Side.APPLICANT, canary)
    plan(week.desk, week.first, at(15), side=Side.APPLICANT)
    week.page.shown()
    week.settle()
    told = [one.accessibleDescription() for one in week.page.findChildren(type(week.page.board))]
    told += [str(index.data()) for index in (week.page.list.entries.index(0, 0),)]
    told += [repr(box.entry) for box in week.page.board.laid.boxes]
    assert any(SessionMode.CAUCUS in one for one in told) and not any(canary in one for one in told)


def test_years_without_a_holiday_notice_are_said(week: Week) -> None:
    week.page.board.day = date(2031, 3, 3)
    week.page.shown()
    week.settle()
    assert "holidays of 2031 not announced" in week.page.subtitle.text()
