"""The workbench reads an open case once for everything that shows it, and after a save only what was
saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.open_case import OpenCase
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


@pytest.fixture
def sorted_id(desk: Desk) -> UUID:
    """The streamers' case with what both sides say."""
    stops = streamers.walk(desk)
    next(stops)
    return next(stops).case_id


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[CaseView]:
    """Every reading of an open case."""
    made: list[CaseView] = []
    read: Callable[[OpenCase], CaseView] = OpenCase.read

    def counted(self: OpenCase) -> CaseView:
        made.append(read(self))
        return made[-1]

    monkeypatch.setattr(OpenCase, "read", counted)
    return made


def sorting_page(room: Room) -> SortingPage:
    room.go(2)
    page = room.window.page_in_front()
    assert isinstance(page, SortingPage)
    return page


def test_head_column_steps_and_page_share_one_reading(open_case: Opener, sorted_id: UUID,
                                                      readings: list[CaseView]) -> None:
    room = open_case(sorted_id)
    (view,) = readings
    page = sorting_page(room)
    assert len(readings) == 1  # another page asks for no other
    assert page.sight is not None and page.sight.outcome is view.sorting
    assert len(room.window.context.events.findChildren(QWidget)) > 0 and len(view.events) == 5


def test_a_saved_cell_is_one_save_and_one_reading(open_case: Opener, sorted_id: UUID,
                                                  readings: list[CaseView],
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    room = open_case(sorted_id)
    page = sorting_page(room)
    saved: list[object] = []
    run = room.tasks.run

    def counted(*args: Any, **kwargs: Any) -> Any:
        saved.append(args[0])
        return run(*args, **kwargs)

    monkeypatch.setattr(room.tasks, "run", counted)
    readings.clear()
    cells = page.elements.worker_cells
    column = [one.id for one in cells.columns].index("monthly_wage")
    cells.edit({(1, column): "4400"})
    room.settle()
    assert (saved, len(readings)) == ([sorting.say], 1)
    assert cells.cell(cells.index(1, column)).text == "4,400.00"


def test_a_saved_cell_makes_no_widget_and_changes_one_line_of_the_events(open_case: Opener,
                                                                        sorted_id: UUID) -> None:
    """All that stands there already stays: lists are told what to show and touch only what differs."""
    room = open_case(sorted_id)
    page = sorting_page(room)
    room.window.context.fold(False, chosen=True)
    cells = page.elements.worker_cells
    column = [one.id for one in cells.columns].index("monthly_wage")
    cells.edit({(1, column): "4400"})
    room.settle()  # from now on the same lines are there before and after
    before = set(map(id, room.frame.findChildren(QWidget)))
    shown = room.window.context.events.findChildren(QWidget)
    cells.edit({(2, column): "4500"})
    room.settle()
    QTest.qWait(0)
    after = set(map(id, room.frame.findChildren(QWidget)))
    assert len(after - before) <= 8  # the new event's line, in place of the oldest
    kept = set(map(id, shown)) & set(map(id, room.window.context.events.findChildren(QWidget)))
    assert len(kept) >= len(shown) * 3 // 5


def test_what_a_colleague_saved_is_read_when_the_case_is_heard_of(
        open_case: Opener, sorted_id: UUID, readings: list[CaseView], desk: Desk) -> None:
    room = open_case(sorted_id)
    before = room.case.source_reference
    readings.clear()
    edit = editing.Edit("case", sorted_id, "source_reference", before, "12345-7")
    told = editing.save(desk, sorted_id, [edit])
    room.window.on_changed(told)
    room.settle()
    (view,) = readings
    assert view.case.source_reference == "12345-7" and room.window.bench.view is view


def test_an_unaccepted_case_is_read_the_same_way(open_case: Opener, desk: Desk,
                                                 readings: list[CaseView]) -> None:
    room = open_case(rooms.streamers(desk))
    (view,) = readings
    assert (view.sorting, view.limit, view.unsorted) == (None, None, None)
    assert room.window.key == Station.INTAKE
