"""What charts draw, against the cases themselves."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source
from mediation_desk.services.reports import overview, series
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.reports.matters import accepted, closed, received

MONTH = Period.months(2024, 11)


@pytest.fixture
def autumn(office: Office) -> Office:
    """Two cases of October, one of them closed in November; three of November, one closed in it."""
    desk = office.first
    accepted(desk, date(2024, 10, 8))
    closed(desk, date(2024, 10, 30), date(2024, 11, 5))
    received(desk, date(2024, 11, 4), source=Source.HOTLINE, kind=KindOfWork.STREAMER)
    received(desk, date(2024, 11, 30), workers=12)
    closed(desk, date(2024, 11, 6), date(2024, 11, 20), Outcome.REFERRED, source=Source.HOTLINE)
    return office


def test_months_stand_in_a_row_with_what_came_went_and_stood_open(autumn: Office) -> None:
    months = series.series(autumn.first, MONTH).months
    assert [(one.received, one.closed, one.stock) for one in months[-2:]] == [(2, 0, 2), (3, 2, 3)]
    assert not any(one.received or one.closed or one.stock for one in months[:-2])


def test_the_last_stock_is_that_of_the_overview(autumn: Office) -> None:
    for period in (MONTH, Period.months(2024, 10), Period(date(2024, 10, 9), date(2024, 11, 6))):
        shown = {one.key: one.value for section in overview.overview(autumn.first, period).now.sections
                 for one in section.figures}
        assert series.series(autumn.first, period).months[-1].stock == shown["stock_end"]


def test_parts_are_of_the_period_alone_and_name_only_what_there_is(autumn: Office) -> None:
    told = series.series(autumn.first, MONTH)
    assert told.sources == ((Source.WALK_IN, 1), (Source.HOTLINE, 2))
    assert told.kinds == ((KindOfWork.STREAMER, 1), (KindOfWork.COURIER, 2))
    assert told.outcomes == ((Outcome.WITHDRAWN, 1), (Outcome.REFERRED, 1))


def test_a_narrowed_series_counts_the_same_from_the_cases_as_from_the_totals(autumn: Office) -> None:
    desk = autumn.first
    all_mediators = Narrow(mediators=(desk.who.account_id,))  # not told by totals: counted from the cases
    assert series.series(desk, MONTH, all_mediators) == series.series(desk, MONTH)
    hotline = series.series(desk, MONTH, Narrow(sources=(Source.HOTLINE,)))
    assert [(one.received, one.closed) for one in hotline.months[-1:]] == [(2, 1)]


def test_a_mediator_is_shown_their_own_and_an_administrator_nothing(autumn: Office) -> None:
    colleague(autumn, "wang", Role.MEDIATOR)
    colleague(autumn, "yang", Role.ADMINISTRATOR)
    assert series.series(autumn.desk("wang", LENT), MONTH).months[-1].stock == 0
    with pytest.raises(NotAllowed):
        series.series(autumn.desk("yang", LENT), MONTH)
