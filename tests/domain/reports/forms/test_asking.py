"""Few counts are asked, however many cells a form has."""

from datetime import date

import pytest

from mediation_desk.domain.reports.forms.asking import asks, condition, day_of, window
from mediation_desk.domain.reports.forms.form import Count, Measure, Moment
from mediation_desk.domain.reports.period import Period
from tests.domain.reports.forms.counted import JANUARY
from tests.domain.reports.forms.test_filling import SHIPPED


@pytest.mark.parametrize(("name", "most"), [("ma1", 8), ("monthly", 16), ("annual", 20), ("bulletin", 12),
                                            ("own_month", 12)])
def test_a_form_of_hundreds_of_cells_asks_a_few_counts(name: str, most: int) -> None:
    form = SHIPPED[name]
    places = asks(form, JANUARY)
    assert len(set(places.values())) <= most
    counted = [one for table in form.tables for row in table.rows for one in table.columns
               if row.told is None and isinstance(one.told, Count)]
    assert {place[0] for place in places} == {table.id for table in form.tables}
    assert len(places) >= len(counted)


def test_what_the_days_totals_tell_is_not_counted_from_every_case() -> None:
    places = asks(SHIPPED["monthly"], JANUARY)
    assert places["sources", "by", "received"].totals
    assert places["outcomes", "by", "agreed"].totals
    assert not asks(SHIPPED["ma1"], JANUARY)["matters", "by", "received"].totals
    assert not places["flow", "all", "start"].totals


def test_a_table_of_the_last_days_counts_these_alone() -> None:
    form = SHIPPED["bulletin"]
    today = Period.of_day(date(2025, 1, 20))
    hot = next(one for one in form.tables if one.id == "hot_matters")
    assert window(hot, today) == Period(date(2025, 1, 14), date(2025, 1, 20))
    assert window(form.tables[0], today) == today


def test_the_stock_is_counted_at_the_end_of_a_day() -> None:
    places = asks(SHIPPED["monthly"], JANUARY)
    assert day_of(places["flow", "all", "start"]) == date(2024, 12, 31)
    assert day_of(places["flow", "all", "end"]) == date(2025, 1, 31)


def test_a_cell_counts_what_satisfies_its_row_and_its_column() -> None:
    row = next(one for one in SHIPPED["monthly"].tables[0].rows if one.id == "collective")
    told = Count(Moment.CLOSED, Measure.CASES, (("over", ("true",)),))
    assert condition(row, told) == (("collective", ("true",)), ("over", ("true",)))
