"""The head of the case window: which case, between whom, and how many days are left."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.deadlines import Clock
from mediation_desk.domain.travel.elsewhere import Received
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.vocabulary import ClockKind, Outcome
from mediation_desk.gui.case.frame.header import CaseHeader, days_words, left_words, standing_words, urgency
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import leaving, register
from mediation_desk.services.travel.leaving import Leaving
from tests.gui.case import rooms
from tests.gui.case.rooms import Room, named, stored


def test_the_head_says_which_case_between_whom_and_how_many_days_are_left(room: Room) -> None:
    room.settle()
    head = room.window.header
    assert head.number.text() == "宁中劳调〔2024〕0001号"
    assert head.names.text() == "马晓兰 et al. (5) v. 湟源某文化传媒有限公司"
    assert head.days.text() == "3 days left"  # Monday 25 November and three working days: the 28th
    assert "three working days" in head.days.toolTip()


def test_a_chance_that_passed_is_no_reproach(dressed: QApplication) -> None:
    """The joint application for review ends on 10 December; nobody is late on the 12th."""
    review = Clock(ClockKind.REVIEW, date(2024, 11, 25), date(2024, 12, 10))
    assert standing_words(review, date(2024, 12, 12)) == "passed on 2024-12-10"
    assert urgency(review, date(2024, 12, 12)) == ""
    end = Clock(ClockKind.MEDIATION_END, date(2024, 11, 25), date(2024, 12, 10))
    assert standing_words(end, date(2024, 12, 12)) == "2 days over"
    assert urgency(end, date(2024, 12, 12)) == "overdue"
    over = Clock(ClockKind.REVIEW, date(2024, 11, 25), date(2024, 12, 10), done_on=date(2024, 12, 1))
    assert standing_words(over, date(2024, 12, 2)) == "no longer runs"


TODAY = date(2024, 11, 25)


def clock_of(kind: ClockKind, due: date, done_on: date | None = None) -> Clock:
    return Clock(kind, TODAY, due, done_on=done_on)


@pytest.mark.parametrize(("left", "words"), [(2, "2 days left"), (1, "1 day left"), (0, "ends today"),
                                            (-1, "1 day over"), (-30, "30 days over")])
def test_days_are_counted_in_words(dressed: QApplication, left: int, words: str) -> None:
    assert left_words(left) == words
    assert days_words(clock_of(ClockKind.MEDIATION_END, TODAY + timedelta(days=left)), TODAY) == words


@pytest.mark.parametrize(("left", "meaning"), [(4, ""), (3, "disputed"), (0, "disputed"), (-1, "overdue")])
def test_what_ends_soon_is_marked_and_what_is_over_is_red(left: int, meaning: str) -> None:
    assert urgency(clock_of(ClockKind.MEDIATION_END, TODAY + timedelta(days=left)), TODAY) == meaning


def test_what_is_done_is_neither_late_nor_soon(dressed: QApplication) -> None:
    done = clock_of(ClockKind.ACCEPTANCE, TODAY, done_on=date(2024, 11, 25))
    assert standing_words(done, date(2025, 1, 1)) == "met on 2024-11-25" and urgency(done, TODAY) == ""


@pytest.mark.parametrize("language", [CHINESE])
def test_in_chinese_every_clock_is_told_in_chinese(dressed: QApplication, language: str) -> None:
    kit_words.install(dressed, Words.of(language))
    for kind in ClockKind:
        for left in (-2, 0, 5):
            told = standing_words(clock_of(kind, TODAY + timedelta(days=left)), TODAY)
            assert told and not any(sign.isascii() and sign.isalpha() for sign in told), (kind, told)


@pytest.fixture
def header(dressed: QApplication) -> Iterator[CaseHeader]:
    made = CaseHeader()
    made.resize(900, 60)
    yield made
    made.deleteLater()


def test_the_head_without_a_cause_says_that_none_was_entered(desk: Desk, header: CaseHeader) -> None:
    case = stored(desk, rooms.streamers(desk))
    header.show_case(case, desk.calendar, desk.today)
    assert header.cause.text() == "cause not entered" and header.status.isHidden()
    case.cause = "追索劳动报酬"
    header.show_case(case, desk.calendar, desk.today)
    assert header.cause.text() == "追索劳动报酬"
    assert "马晓兰、祁文静、韩雪、李春燕、张倩" in header.names.toolTip()  # whom the title leaves out


def test_in_a_low_window_only_who_and_how_long_stay(desk: Desk, header: CaseHeader) -> None:
    header.show_case(stored(desk, rooms.streamers(desk)), desk.calendar, desk.today)
    for short in (True, False):
        header.set_short(short)
        assert [one.isHidden() for one in (header.number, header.cause, header.clock)] == [short] * 3
        assert not header.days.isHidden() and not header.names.isHidden()


def test_a_case_that_is_over_has_its_outcome_and_no_clock(desk: Desk, header: CaseHeader) -> None:
    case_id = named(desk, rooms.streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    header.show_case(stored(desk, case_id), desk.calendar, desk.today)
    assert not header.status.isHidden() and header.status.state.text == "Withdrawn"
    assert header.days.isHidden() and header.clock.isHidden()


def test_the_head_says_with_whom_the_case_is_on_the_road_and_nothing_beneath_moves(
        room: Room, tmp_path: Path) -> None:
    room.settle()
    window = room.window
    before = window.road.mapTo(window, QPoint(0, 0))
    assert window.header.away.isHidden()
    case_id = window.bench.case_id
    bag = leaving.pack(window.bench.desk, Leaving((case_id,), laptop="一号"), tmp_path / "a.mdbag")
    window.on_changed(bag.changes)
    room.settle()
    chip = window.header.away
    assert chip.isVisible()
    assert chip.state.text.endswith("on “一号” since 2024-11-25")
    assert "You may go on working on it here." in chip.toolTip()
    bar = window.bar_in_front()
    assert bar.isVisible() and bar.words.text().endswith("You may go on working on it here.")
    bar.clear()
    window.bench.reload()
    room.settle()
    assert bar.isHidden()  # said once
    assert window.road.mapTo(window, QPoint(0, 0)) == before
    window.on_changed(register.declare_lost(window.bench.desk, bag.bag_id, "遗失"))
    room.settle()
    assert chip.isHidden() and window.road.mapTo(window, QPoint(0, 0)) == before


def test_from_where_a_case_was_taken_in_and_to_whom_it_was_handed_over(dressed: QApplication) -> None:
    head = CaseHeader()
    head.show_came_from(None)
    assert head.came_from.isHidden()
    key = UUID(int=1)
    head.show_came_from(Received(key, key, key, "河口区人民调解委员会", "河口调〔2024〕001号"))
    assert not head.came_from.isHidden()
    assert head.came_from.toolTip() == "from 河口区人民调解委员会, there 河口调〔2024〕001号"
    since = datetime(2024, 11, 25, 2, tzinfo=UTC)
    head.show_away([Away(key, "李调解", "白玉兰", since, "河口区人民调解委员会")], ZoneInfo("Asia/Shanghai"))
    assert head.away.toolTip().startswith("handed over to 河口区人民调解委员会, 白玉兰, since 2024-11-25")
