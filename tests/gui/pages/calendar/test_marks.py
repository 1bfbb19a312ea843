"""Every kind has an icon and a word; a clash is told with the hours, and with the case where it may be."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.calendar import HolidayYear, WorkCalendar
from mediation_desk.domain.money import yuan
from mediation_desk.domain.planning.clashes import Clash, ClashKind
from mediation_desk.domain.planning.entries import EntryKind, Span
from mediation_desk.domain.vocabulary import ClockKind, SessionForm, SessionMode, SessionState, Side, Station
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.pages.calendar import marks
from mediation_desk.services.calendar.clashing import Told
from tests.gui.pages.calendar.hands import TUESDAY, at, entry

TODAY = TUESDAY.date()


@pytest.mark.usefixtures("dressed")
def test_no_two_kinds_look_alike() -> None:
    pictures = [*marks.PICTURES.values(), marks.BUSY]
    assert len(set(pictures)) == len(EntryKind) + 1 and set(pictures) <= icons.names()


def test_what_is_late_and_what_is_busy_are_told_apart(dressed: QApplication) -> None:
    late = entry(None, kind=EntryKind.PERIOD, clock=ClockKind.ACCEPTANCE, on=date(2024, 11, 20))
    assert marks.mark(late, TODAY).meaning == "overdue" and "Overdue" in marks.spoken(late, TODAY)
    busy = entry(at(9), case=None)
    assert marks.mark(busy, TODAY).picture == marks.BUSY
    assert marks.short(busy) == "09:00 Busy: 李调解"
    assert marks.spoken(busy, TODAY) == "Session · 09:00 to 10:00 (end assumed) · Busy: 李调解"


def test_a_session_says_hours_place_manner_mediator_and_case(dressed: QApplication) -> None:
    one = entry(at(9), at(10.5), form=SessionForm.OFFICE, mode=SessionMode.CAUCUS, side=Side.RESPONDENT,
                place="一号调解室", state=SessionState.HELD)
    assert marks.spoken(one, TODAY) == (
        "Session · 09:00 to 10:30 · 张晓雯 v. 云上湟水文化传媒有限公司 · 一号调解室 · "
        "In the office, Back to back · Respondents · Held · 李调解 · 宁中劳调〔2024〕0001号")


def test_each_kind_opens_where_its_work_is_done(dressed: QApplication) -> None:
    assert marks.station_of(entry(at(9))) is Station.MEDIATION
    assert marks.station_of(entry(None, kind=EntryKind.INSTALMENT)) is Station.PERFORMANCE
    assert marks.station_of(entry(None, kind=EntryKind.VISIT)) is Station.CLOSING
    papers = entry(None, kind=EntryKind.SERVICE, number=2)
    assert marks.station_of(papers) == "service" and marks.what(papers) == "2 papers to be received"
    away = entry(None, kind=EntryKind.REFERRAL, number=1)
    assert marks.station_of(away) == "referral" and marks.what(away) == "1 answer of another office awaited"
    assert marks.station_of(entry(None, kind=EntryKind.PERIOD, clock=ClockKind.ACCEPTANCE)) is Station.INTAKE
    money = entry(None, kind=EntryKind.INSTALMENT, number=2, amount=yuan("15132"))
    assert marks.what(money) == "Instalment 2: 15,132.00 yuan"


def test_rest_days_holidays_and_make_up_workdays_are_said(dressed: QApplication) -> None:
    year = HolidayYear(2025, frozenset({date(2025, 1, 29)}), frozenset({date(2025, 2, 3)}),
                       frozenset({date(2025, 1, 26)}), "国办发明电〔2024〕12号")
    known = WorkCalendar({2025: year})
    told = [marks.day_words(day, known) for day in (
        date(2025, 1, 26), date(2025, 1, 29), date(2025, 2, 3), date(2025, 1, 25), date(2025, 1, 24))]
    assert told == ["Make-up workday", "Holiday", "Rest day", "Rest day", ""]


def test_a_period_is_named_by_its_span(dressed: QApplication) -> None:
    days = date(2024, 11, 25), date(2024, 12, 1)
    said = {span: marks.period_words(span, *days, TODAY) for span in Span}
    assert said == {Span.DAY: "26 November 2024, Tuesday", Span.MONTH: "November 2024",
                    Span.WEEK: "25 November 2024 to 1 December 2024"}


def test_clashes_are_told_in_words_and_of_a_colleague_without_the_case(dressed: QApplication) -> None:
    mediator = Clash(kind=ClashKind.MEDIATOR, mediator_id=UUID(int=1), starts_at=at(9), until=at(10),
                     assumed=True)
    room = Clash(kind=ClashKind.ROOM, what="一号调解室", starts_at=at(9), until=at(10),
                 case_number="〔2024〕2号")
    assert marks.clash_words([Told(mediator, "李调解"), Told(room)]) == (
        "李调解 has another session then (09:00 to 10:00, an end is assumed); "
        "一号调解室 is taken then (09:00 to 10:00, 〔2024〕2号)")
