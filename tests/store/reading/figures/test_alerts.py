"""The rows behind alerts, as the store reads them for one person."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_desk.domain.agenda import Due, due_range
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading.figures.alerts import Alerts, Company
from mediation_desk.store.reading.figures.reach import Reach
from tests.offices import Office
from tests.services.reports.matters import COMPANY, accepted

DAY = date(2025, 1, 10)


def reads(desk: Desk, all_cases: bool) -> tuple[int, int, list[Company]]:
    """How much is soon due, how much rests, and what gathers, for one reach."""
    with desk.reading() as work:
        store = Alerts(work.connection, Reach(desk.who.account_id, all_cases))
        soon = due_range(Due.PERIODS, desk.today)
        resting = store.count_resting(desk.now + timedelta(days=1))
        assert len(store.pressing(soon, None, 100)) == sum(store.counts(soon).values())
        assert len(store.resting(desk.now + timedelta(days=1), None, 100)) == sum(resting.values())
        return (sum(store.counts(soon).values()), sum(resting.values()),
                store.companies(DAY, DAY, 2, 10))


def test_counts_and_lines_agree_for_a_supervisor_and_for_a_case_s_own_mediator(office: Office) -> None:
    for _ in range(2):
        accepted(office.first, DAY)
    everything = (2, 2, [Company(COMPANY, 2, 2)])
    assert reads(office.first, True) == reads(office.first, False) == everything


def test_who_mediates_none_of_the_cases_reads_none(office: Office) -> None:
    accepted(office.first, DAY)
    stranger = Reach(office.first.who.account_id.__class__(int=7), False)
    with office.first.reading() as work:
        store = Alerts(work.connection, stranger)
        assert store.counts(due_range(Due.PERIODS, office.first.today)) == {}
        assert store.against(COMPANY, DAY, DAY, 0, 9) == []
