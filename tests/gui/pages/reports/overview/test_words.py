"""Figures in words: exact numbers, and differences that say in words which way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.reports.figures import Figure, Unit
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.reports.overview import words
from mediation_desk.library.words import CHINESE, Words


def figure(unit: Unit, value: int | None, of: tuple[int, int] | None = None, left_out: int = 0) -> Figure:
    return Figure("key", "Received", "Cases.", unit, value, of, left_out=left_out)


@pytest.mark.parametrize(("unit", "value", "said"), [
    (Unit.CASES, 12345, "12,345"), (Unit.MONEY, 1234560, "12,345.60"), (Unit.SHARE, 4545, "45.45"),
    (Unit.SHARE, 10000, "100.00"), (Unit.DAYS, 0, "0"), (Unit.CASES, None, "—")])
def test_a_number_is_exact(dressed: QApplication, unit: Unit, value: int | None, said: str) -> None:
    assert words.number(figure(unit, value)) == said


@pytest.mark.parametrize(("unit", "now", "then", "said"), [
    (Unit.CASES, 5, 4, "1 more (+25.0%)"), (Unit.CASES, 3, 4, "1 less (−25.0%)"),
    (Unit.CASES, 4, 4, "the same"), (Unit.CASES, 4, 0, "4 more"), (Unit.CASES, None, 4, "—"),
    (Unit.CASES, 4, None, "—"), (Unit.MONEY, 100050, 50, "1,000.00 more (+200,000.0%)"),
    (Unit.SHARE, 4545, 5000, "4.55 points less"), (Unit.SHARE, 5000, 4545, "4.55 points more"),
    (Unit.CASES, 2, 3, "1 less (−33.3%)")])
def test_a_difference_says_which_way_in_words(dressed: QApplication, unit: Unit, now: int | None,
                                              then: int | None, said: str) -> None:
    assert words.difference(figure(unit, now), figure(unit, then)) == said


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_the_percentage_is_within_half_a_tenth(now: int, then: int) -> None:
    told = words._percent(now - then, then)
    exact = (now - then) * 100 / then
    assert abs(float(told.replace("−", "-").replace(",", "").rstrip("%")) - exact) <= 0.05 + abs(exact) * 1e-9


def test_a_share_says_of_what_and_what_was_left_out(dressed: QApplication) -> None:
    assert words.counted(figure(Unit.SHARE, 4545, (5, 11))) == "5 of 11"
    assert words.counted(figure(Unit.MONEY, 100, left_out=3)) == "3 left out"
    assert words.definition(figure(Unit.MONEY, 100, left_out=3)) == (
        "Received: Cases. 3 are left out, for it is not known of them.")


def test_days_say_of_how_many_cases(dressed: QApplication) -> None:
    assert words.called(figure(Unit.DAYS, 3, (50, 100))) == "Received, median"
    assert words.called(figure(Unit.DAYS, 9, (90, 100))) == "Received, 90 of 100 within"


def test_chinese_says_it_as_a_report_does(dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    assert words.difference(figure(Unit.CASES, 5), figure(Unit.CASES, 4)) == "增加1（+25.0%）"
    assert words.difference(figure(Unit.SHARE, 100), figure(Unit.SHARE, 350)) == "减少2.50个百分点"
