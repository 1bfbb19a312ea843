"""Of each order the last visit that reached somebody counts; nearly always that is the case's last visit."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.reports.answers import Answers, LastVisit, answers, of_orders, written
from mediation_desk.domain.reports.facts import facts
from mediation_desk.domain.vocabulary import Satisfaction, Source
from tests.domain.cases import received

CASE, FIRST, SECOND = UUID(int=1), UUID(int=2), UUID(int=3)
DAY = date(2024, 12, 2)
SAID = st.sampled_from((None, True, False))


def order(key: UUID, source: Source = Source.HOTLINE) -> WorkOrder:
    return WorkOrder(id=key, case_id=CASE, source=source, number="", arrived_at=datetime(2024, 11, 1, 9))


def visit(number: int, of: UUID | None, solved: bool | None, *, connected: bool | None = True) -> ReturnVisit:
    return ReturnVisit(id=UUID(int=number), case_id=CASE, visited_on=DAY, order_id=of, contacted=True,
                       solved=solved, satisfaction=Satisfaction.SATISFIED, connected=connected)


def said(solved: bool | None) -> Answers:
    return Answers(DAY, True, solved, True)


def test_a_case_of_which_no_order_was_noted_is_one_order() -> None:
    visits = [visit(1, None, False), visit(2, None, True), visit(3, None, False, connected=False)]
    assert of_orders(Source.HOTLINE, [], visits) == [said(True)]
    assert of_orders(Source.WALK_IN, [], visits) == []
    assert of_orders(Source.HOTLINE, [], visits[2:]) == []


def test_each_order_has_its_last_visit_and_others_than_the_hotline_s_have_none() -> None:
    court = UUID(int=9)
    orders = [order(FIRST), order(SECOND), order(court, Source.COURT)]
    visits = [visit(1, FIRST, False), visit(2, SECOND, None), visit(3, FIRST, True), visit(4, court, True)]
    assert of_orders(Source.WALK_IN, orders, visits) == [said(True), said(None)]
    assert of_orders(Source.HOTLINE, orders[2:], visits) == []  # it has an order, and none of the hotline's


def test_facts_note_answers_only_where_the_last_visit_does_not_tell_them() -> None:
    case = received()
    case.source, case.orders_all = Source.HOTLINE, [order(FIRST)]
    case.visits_all = [visit(1, FIRST, True)]
    assert facts(case).asked is None and answers(facts(case).last_visit) == [said(True)]
    case.orders_all.append(order(SECOND))
    case.visits_all.append(visit(2, SECOND, False))
    assert facts(case).asked == "2024-12-02+++;2024-12-02+-+"
    assert answers(facts(case).last_visit) == [said(True), said(False)]
    case.visits_all = [visit(1, None, True)]  # of no order
    assert facts(case).asked == "" and answers(facts(case).last_visit) == []


@given(found=st.lists(st.builds(Answers, st.dates(date(1900, 1, 1), date(9999, 12, 31)), SAID, SAID, SAID)))
def test_what_is_written_is_read_as_it_was(found: list[Answers]) -> None:
    assert answers(LastVisit(Source.COURT, DAY, None, None, None, written(found))) == found
