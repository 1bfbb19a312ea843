"""The board paints every state, and says under the cursor what a reader of the screen hears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.planning.entries import EntryKind, Span
from mediation_desk.domain.vocabulary import ClockKind, SessionState
from mediation_desk.gui.pages.calendar.board import Board
from tests.gui.desks import show
from tests.gui.pages.calendar.hands import TUESDAY, at, entry

DAY = TUESDAY.date()


@pytest.fixture
def board(qtbot: QtBot, dressed: QApplication) -> Board:
    made = Board(lambda: DAY, lambda: at(10), lambda: WorkCalendar())
    made.resize(900, 560)
    show(qtbot, made)
    return made


def pixels(board: Board, act: Callable[[], object]) -> bool:
    """Whether anything looks different after an act."""
    before = board.grab().toImage()
    act()
    return board.grab().toImage() != before


@pytest.mark.parametrize("span", list(Span))
def test_each_kind_of_entry_is_seen_in_every_view(board: Board, span: Span) -> None:
    board.show_days(span, DAY)
    kinds = [entry(at(9), at(10)), entry(at(9.5), case=None, row_id=None),
             entry(at(11), state=SessionState.CALLED_OFF),
             entry(None, kind=EntryKind.PERIOD, clock=ClockKind.ACCEPTANCE),
             entry(None, kind=EntryKind.INSTALMENT, number=1), entry(None, kind=EntryKind.VISIT)]
    for one in kinds:
        assert pixels(board, lambda one=one: board.show_entries({DAY: [one]}))  # type: ignore[misc]


def test_the_chosen_day_and_entry_are_read_aloud(board: Board) -> None:
    board.show_entries({DAY: [entry(at(9), at(10))]})
    assert board.accessibleName() == "Calendar"
    assert board.accessibleDescription() == "26 November 2024, Tuesday · 1 entry"
    board.choose(board.of_day(DAY)[0])
    assert "Session · 09:00 to 10:00 · 张晓雯" in board.accessibleDescription()


def test_today_stands_out(board: Board) -> None:
    assert pixels(board, lambda: board.show_days(Span.WEEK, date(2024, 12, 3)))


def test_what_is_chosen_stays_chosen_at_another_hour(board: Board) -> None:
    board.show_entries({DAY: [entry(at(9), at(10))]})
    board.choose(board.of_day(DAY)[0])
    board.show_entries({DAY: [entry(at(14), at(15))]})
    assert board.chosen and board.chosen.starts_at == at(14)
    board.show_entries({})
    assert board.chosen is None
