"""The years of holidays at hand, and taking in a further one."""

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.gui.pages.office.holidays import HolidaysPart
from tests.gui.pages.office.hands import YEAR_2027, House


def test_a_year_is_imported_shown_and_dropped_again(house: House, holidays: HolidaysPart,
                                                    tmp_path: Path) -> None:
    assert [holidays.years.row(at).year.year for at in range(3)] == [2024, 2025, 2026]  # type: ignore[union-attr]
    assert holidays.unannounced.isHidden()  # it is November 2024: this year and the next are out
    file = tmp_path / "2027.toml"
    file.write_text(YEAR_2027, "utf-8")
    holidays.take_in(file)
    house.settle()
    holidays.table.choose_row(3)
    assert holidays.days.rowCount() == 5 and holidays.drop.isEnabled()
    assert not house.desk.calendar.is_workday(date(2027, 2, 8))
    house.click(holidays.drop)
    assert not house.desk.calendar.knows(date(2027, 1, 1))
    house.click(house.page.bar.action)
    assert house.desk.calendar.knows(date(2027, 1, 1))


@pytest.mark.parametrize(("content", "said"), [
    (YEAR_2027.replace("2027-01-10", "2027-01-11"), "a make-up workday is not on a weekend"),
    ("year = [", "is not proper TOML"), (b"\xff\xfe\x00", "cannot be read as text")])
def test_a_file_that_is_no_year_is_refused_in_words(house: House, holidays: HolidaysPart, tmp_path: Path,
                                                    content: str | bytes, said: str) -> None:
    file = tmp_path / "2027.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    holidays.take_in(file)
    house.settle()
    assert said in house.said and holidays.years.rowCount() == 3
