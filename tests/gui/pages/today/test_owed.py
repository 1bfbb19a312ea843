"""The same day: matters not registered, and what came today and is not decided, with their hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Source, Station
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.owed import waited_words, waiting_words
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering, waiting
from tests.gui.desks import SetClock
from tests.gui.pages.today.hands import lines, read, register

NOON = datetime(2024, 11, 25, 12)


@pytest.mark.parametrize(("since", "said"), [
    (timedelta(minutes=1), "1 minute"), (timedelta(minutes=59, seconds=59), "59 minutes"),
    (timedelta(hours=1), "1 hour"), (timedelta(hours=23), "23 hours"), (timedelta(hours=50), "2 days"),
    (-timedelta(hours=1), "0 minutes")])
def test_the_time_is_told_as_finely_as_it_counts(tasks: Tasks, since: timedelta, said: str) -> None:
    assert waited_words(NOON - since, NOON) == said


def test_nothing_owed_takes_no_room(qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks) -> None:
    register(desk, "张晓雯")
    page.reload()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert page.owed.isVisible()
    assert [title for title, *_ in lines(page.owed)] == ["张晓雯 v. 云上湟水文化传媒有限公司"]
    registering.void(desk, reading_one(desk), desk.today, "重复")
    page.reload()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not page.owed.isVisible()


def reading_one(desk: Desk) -> UUID:
    """The case that came today."""
    (one,) = waiting.same_day(desk).undecided
    return one.row.case_id


def test_what_waits_stands_first_with_its_hours_and_is_late_tomorrow(
        qtbot: QtBot, page: TodayPage, desk: Desk, tasks: Tasks, clock: SetClock) -> None:
    waiting.put_aside(desk, Source.HOTLINE, "卓玛措", "{}", datetime(2024, 11, 25, 8, 30))
    register(desk, "张晓雯")
    clock.set(date(2024, 11, 25), time(12, 40))
    read(qtbot, page, tasks)
    first, second = (line.line for line in page.owed.lines)
    assert (first.title, first.state.text, first.state.meaning) == ("卓玛措", "waits for 4 hours", "disputed")
    assert "put aside by 李调解" in first.detail and second.state.text == "here for 2 hours"
    with qtbot.waitSignal(page.waiting_wanted) as wanted:
        first.act()
    assert wanted.args[0].title == "卓玛措"
    with qtbot.waitSignal(page.case_wanted) as opened:
        second.act()
    assert opened.args[1] == Station.INTAKE
    clock.set(date(2024, 11, 26))
    read(qtbot, page, tasks)
    (left,) = (line.line for line in page.owed.lines)  # the case is of yesterday; its own clock tells of it
    assert (left.title, left.state.meaning) == ("卓玛措", "overdue")


def test_a_matter_without_a_name_and_one_that_opens_no_more_are_shown(tasks: Tasks, desk: Desk) -> None:
    waiting.put_aside(desk, Source.WALK_IN, "", "{}")
    (one,) = waiting.same_day(desk).waiting
    assert waiting_words(one).startswith("Walk-in · came on 25 November 2024 at 10:00")
    lost = waiting.Waiting(one.id, one.came_at, one.source, "")
    assert waiting_words(lost).endswith("what was entered cannot be read any more")
