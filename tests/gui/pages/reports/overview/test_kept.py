"""How one looked at figures last, written down and read again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.named_periods import NamedPeriod
from mediation_desk.domain.reports.period import Period
from mediation_desk.gui.pages.reports.overview.kept import Kept, read, written


@given(st.sampled_from(list(NamedPeriod)), st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 999),
       st.dictionaries(st.text(), st.text()))
def test_what_is_written_down_is_read_again(span: NamedPeriod, since: date, length: int,
                                            narrow: dict[str, str]) -> None:
    period = Period(since, since + timedelta(days=length))
    days = period if span is NamedPeriod.DATES else None
    assert read(written(span, period, narrow)) == Kept(span, days, narrow)


@pytest.mark.parametrize("text", [
    "", "[1, 2]", "null", "{}", '{"span": "no such", "days": [], "narrow": {}}',
    '{"span": "dates", "days": ["2024-11-02", "2024-11-01"], "narrow": {}}',
    '{"span": "dates", "days": ["soon"], "narrow": {}}', '{"span": "today", "days": [], "narrow": 7}'])
def test_what_cannot_be_understood_is_this_month_of_all_cases(text: str) -> None:
    assert read(text) == Kept()
