"""The tables of the terms: what is typed by hand is read as everywhere, and marked where it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.calendar import RestDayRule, WorkCalendar
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.settlement.grids import ByHand, MatrixField, ScheduleField

BY_HAND = ByHand(dates=True, weights=True, amounts=True)
WORKER = UUID(int=1)


@pytest.fixture
def schedule(qtbot: QtBot, dressed: object) -> ScheduleField:
    """Two instalments, all of them by hand; today is 25 November 2024."""
    made = ScheduleField(lambda: date(2024, 11, 25))
    qtbot.addWidget(made)
    lay(made)
    return made


def lay(field: ScheduleField) -> None:
    field.lay([None, None], [], BY_HAND, WorkCalendar(), RestDayRule.SAME_DAY, read_only=False)


def typed(field: ScheduleField, column: str, texts: Sequence[str]) -> list[str]:
    """Type down a column; what is wrong with each cell."""
    at = [one.id for one in field.model.columns].index(column)
    field.model.edit({(row, at): text for row, text in enumerate(texts)})
    lay(field)
    return [field.model.cell(field.model.index(row, at)).trouble for row in range(len(texts))]


def test_a_due_day_without_its_year_is_the_next_one(schedule: ScheduleField) -> None:
    assert typed(schedule, "due", ("12月10日", "1.10")) == ["", ""]
    assert schedule.dates(2) == (date(2024, 12, 10), date(2025, 1, 10))
    assert [schedule.text(row, "due") for row in "01"] == ["2024-12-10", "2025-01-10"]


@pytest.mark.parametrize(("column", "text", "says"), [
    ("due", "2024-02-30", "no such day"), ("amount", "-500", "below zero"),
    ("amount", "12a3", "is not an amount"), ("amount", "99999999999999", "more than this program can hold"),
    ("amount", "1.234", "two decimals"), ("weight", "a half", "not a whole number"),
    ("weight", "9" * 5000, "not a whole number")])
def test_a_cell_that_cannot_be_read_is_marked_with_the_reason(schedule: ScheduleField, column: str, text: str,
                                                              says: str) -> None:
    wrong, other = typed(schedule, column, (text, ""))
    assert says in wrong and other == ""
    with pytest.raises(DeskError, match=says):
        {"due": schedule.dates, "amount": schedule.amounts, "weight": schedule.weights}[column](2)


def test_a_share_below_zero_is_marked_in_its_cell(qtbot: QtBot, dressed: object) -> None:
    matrix = MatrixField()
    qtbot.addWidget(matrix)
    for _ in range(2):
        matrix.lay([(WORKER, "马晓兰", Money(430_000))], None, by_hand=True, read_only=False)
        matrix.model.edit({(0, 0): "-500"})
    assert "below zero" in matrix.model.cell(matrix.model.index(0, 0)).trouble
    with pytest.raises(DeskError, match="below zero"):
        matrix.by_hand([WORKER])


def test_what_was_typed_for_an_instalment_that_is_no_more_is_said_to_be_left_out(
        schedule: ScheduleField) -> None:
    typed(schedule, "amount", ["100", "200"])
    schedule.lay([None], [], BY_HAND, WorkCalendar(), RestDayRule.SAME_DAY, read_only=False)
    assert "what was typed for instalment 2" in schedule._help
    schedule.lay([None], [], ByHand(), WorkCalendar(), RestDayRule.SAME_DAY, read_only=False)
    assert schedule._help == ""  # the amounts are not the hand's any more


def test_what_is_set_by_hand_stands_and_the_others_keep_the_sum_and_say_so(schedule: ScheduleField) -> None:
    schedule.whole = yuan("15132")
    schedule.begin("amount", ["7566.00", "7566.00"])
    lay(schedule)
    at = [one.id for one in schedule.model.columns].index("amount")
    schedule.model.edit({(0, at): "5000"})
    lay(schedule)
    assert schedule.amounts(2) == (yuan("5000"), yuan("10132"))
    assert schedule._help == "The sum stays. 2: 7,566.00 yuan becomes 10,132.00 yuan"
    schedule.model.edit({(1, at): "9000"})  # what was set before gives way
    lay(schedule)
    assert schedule.amounts(2) == (yuan("6132"), yuan("9000"))
    schedule.model.edit({(1, at): "20000"})  # nothing would be left: it stays, and the sum is found wrong
    lay(schedule)
    assert schedule.amounts(2) == (yuan("6132"), yuan("20000")) and schedule._help == ""
    schedule.model.edit({(0, at): "x", (1, at): "1"})
    lay(schedule)
    assert schedule.text("1", "amount") == "1"


def test_of_many_that_moved_the_first_are_told_and_the_rest_counted(qtbot: QtBot, dressed: object) -> None:
    """Of 200 workers one share is set by hand: 199 move, and stand in the table."""
    matrix, workers = MatrixField(), [(UUID(int=at), f"工{at}", Money(500)) for at in range(1, 201)]
    qtbot.addWidget(matrix)
    matrix.whole = Money(100_000)
    matrix.put({(str(key), "share"): "5" for key, _name, _claim in workers})
    for _ in range(2):
        matrix.lay(workers, None, by_hand=True, read_only=False)
        if not matrix.moved:
            matrix.model.edit({(0, 0): "105"})
    assert "工9: " in matrix._help and "工10: " not in matrix._help and "… and 191 more" in matrix._help
    assert total(amount for _key, amount in matrix.by_hand([key for key, *_ in workers])) == Money(100_000)
