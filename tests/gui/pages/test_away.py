"""With whom a case is on the road, in words."""

from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtWidgets import QApplication

from mediation_desk.domain.travel.register import Away
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.away import away_brief, away_words, calm_words
from mediation_desk.library.words import CHINESE, Words
from tests.gui.desks import ZONE

WANG = Away(UUID(int=1), "王调解", "一号", datetime(2024, 11, 24, 16, 30, tzinfo=UTC))
LI = Away(UUID(int=2), "李调解", "二号", datetime(2024, 11, 26, 1, 0, tzinfo=UTC))


def test_each_laptop_is_named_with_its_carrier_and_day(dressed: QApplication) -> None:
    """16:30 in Greenwich is 00:30 of the next day at the office."""
    assert away_words([], ZONE) == ""
    assert away_words([WANG], ZONE) == "with 王调解 on “一号” since 2024-11-25"
    assert away_words([WANG, LI], ZONE) == (
        "with 王调解 on “一号” since 2024-11-25; with 李调解 on “二号” since 2024-11-26")
    assert calm_words().startswith("You may go on working on it here.")


def test_a_cell_has_the_day_without_its_year_while_it_is_this_one(dressed: QApplication) -> None:
    assert away_brief([WANG], date(2024, 12, 1), ZONE) == "王调解, 一号, since 11-25"
    assert away_brief([WANG, LI], date(2025, 1, 2), ZONE) == (
        "王调解, 一号, since 2024-11-25; 李调解, 二号, since 2024-11-26")
    assert away_brief([], date(2024, 12, 1), ZONE) == ""


def test_in_chinese_too(dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    assert away_words([WANG], ZONE) == "王调解自2024-11-25起携出（一号）"
