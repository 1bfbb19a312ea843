"""Numbers of reports in words, as a cell shows and explains them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledColumn, Outcome
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.filled import words
from mediation_desk.library.words import CHINESE, Words

CLOSED = Label("当期结案", "Closed")


@pytest.mark.parametrize(("cell", "said"), [
    (Cell(Unit.CASES, 1234), "1,234"), (Cell(Unit.MONEY, 1234560), "12,345.60"),
    (Cell(Unit.SHARE, 3333), "33.33"), (Cell(Unit.SHARE, None), "—"), (Cell(Unit.CASES, 3, sign="<5"), "<5"),
    (Cell(Unit.CASES, None, unknown=Label("不知", "not known")), "")])
def test_a_cell_is_exact_hidden_empty_or_a_dash(dressed: QApplication, cell: Cell, said: str) -> None:
    assert words.number(cell) == said


def test_money_and_shares_have_their_unit_above_them(dressed: QApplication) -> None:
    heads = [words.head(FilledColumn("id", CLOSED, unit)) for unit in (Unit.CASES, Unit.MONEY, Unit.SHARE)]
    assert heads == ["Closed", "Closed (yuan)", "Closed (%)"]


def test_a_cell_says_what_it_counts_of_what_and_what_was_left_out(dressed: QApplication) -> None:
    column = FilledColumn("id", CLOSED, Unit.SHARE, Label("定义", "Those closed."))
    assert words.explained(column, Cell(Unit.SHARE, 5000, of=(1, 2), left_out=3)) == (
        "Closed: Those closed. · 1 of 2 · 3 are left out, for it is not known of them.")
    why = Cell(Unit.CASES, None, unknown=Label("不填", "Left to the district."))
    assert words.explained(FilledColumn("id", CLOSED, Unit.CASES), why) == "Closed · Left to the district."


def test_an_identity_says_both_sides_or_that_nobody_can_check_it(dressed: QApplication) -> None:
    assert words.outcome(Outcome(CLOSED, 12, 11)) == "Closed: 12 against 11."
    assert "cannot be checked" in words.outcome(Outcome(CLOSED, None, 11))


def test_a_form_is_called_in_the_reader_s_language(dressed: QApplication) -> None:
    assert words.called(CLOSED) == "Closed"
    kit_words.install(dressed, Words.of(CHINESE))
    assert words.called(CLOSED) == "当期结案"


def test_a_period_of_one_day_is_said_as_that_day(dressed: QApplication) -> None:
    assert words.in_words(Period.of_day(date(2024, 11, 25))) == "2024-11-25"
    assert words.in_words(Period.months(2024, 2)) == "2024-02-01 to 2024-02-29"
