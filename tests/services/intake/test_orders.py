"""A work order around National Day: noted, signed in, contacted, extended, returned, finished; on Today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.agenda import Due
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.intake.order.clocks import order_clocks
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderStepKind, WorkOrder
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Refusal, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, registering
from mediation_desk.services.intake.orders import OrderDraft, StepDraft
from mediation_desk.services.office import accounts
from mediation_desk.services.office import order_tables as own_tables
from tests.offices import Office
from tests.services.papers_desk import case_of, registered

SIGN_IN, CONTACT, FINISH = OrderClockKind
ARRIVED = datetime(2026, 9, 30, 16)  # the last afternoon before National Day
ORDER = OrderDraft(ARRIVED, number="260930160012345678", kind="投诉", title="拖欠工资",
                   content="反映某公司拖欠十月工资。", caller="温若晴", caller_phone="13897120001")


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk, on that afternoon."""
    office.clock.set(2026, 9, 30, 17)
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A matter with its order."""
    made = registered(desk)
    orders.note_order(desk, made, ORDER)
    return made


def the_one(desk: Desk, case_id: UUID) -> WorkOrder:
    """The case's only order."""
    [one] = case_of(desk, case_id).orders
    return one


def ends(desk: Desk, case_id: UUID) -> dict[OrderClockKind, datetime]:
    """The clocks that still run, and when each ends."""
    case, one = case_of(desk, case_id), the_one(desk, case_id)
    return {clock.kind: clock.due_at for clock in order_clocks(one, case.steps_of(one), desk.calendar)
            if clock.running}


def told(desk: Desk, due: Due) -> list[tuple[str, datetime | None]]:
    """What Today says of orders in that part."""
    return [(row.kind, row.at) for row, _case in reading.day(desk).pressing[due].items
            if row.kind.startswith("order")]


def test_an_order_counts_by_the_table_of_its_source_and_stands_on_today(office: Office, desk: Desk,
                                                                      case_id: UUID) -> None:
    """Four working hours, one and five working days from 30 September 2026, 16:00: 8 October 11:00 and 18:00,
    13 October 18:00."""
    one = the_one(desk, case_id)
    assert (one.rule, one.kind, one.source) == ("complaint", "投诉", Source.HOTLINE)
    assert ends(desk, case_id) == {SIGN_IN: datetime(2026, 10, 8, 11), CONTACT: datetime(2026, 10, 8, 18),
                                   FINISH: datetime(2026, 10, 13, 18)}
    assert told(desk, Due.ORDERS) == [("order_sign_in", datetime(2026, 10, 8, 11)),
                                      ("order_contact", datetime(2026, 10, 8, 18)),
                                      ("order_finish", datetime(2026, 10, 13, 18))]
    office.clock.set(2026, 10, 12)
    assert told(desk, Due.OVERDUE) == [("order_contact", datetime(2026, 10, 8, 18)),
                                       ("order_sign_in", datetime(2026, 10, 8, 11))]
    assert told(desk, Due.TODAY) == [("order_finish_soon", datetime(2026, 10, 13, 18))]


def test_from_signing_in_to_the_finish(office: Office, desk: Desk, case_id: UUID) -> None:
    key = the_one(desk, case_id).id
    orders.sign_in(desk, case_id, key)
    office.clock.set(2026, 10, 8, 10)
    orders.contact(desk, case_id, key, "电话 13897120001")
    assert ends(desk, case_id) == {FINISH: datetime(2026, 10, 13, 18)}
    office.clock.set(2026, 10, 13, 16)
    orders.extend(desk, case_id, key, datetime(2026, 10, 20, 18), "双方正在协商")
    assert ends(desk, case_id) == {FINISH: datetime(2026, 10, 20, 18)}
    office.clock.set(2026, 10, 19, 9)
    with pytest.raises(Doubted) as asked:
        orders.finish(desk, case_id, key)
    assert [str(one) for one in asked.value.doubts] == ["A reply is wanted, and none is written yet."]
    orders.finish(desk, case_id, key, sure=True)
    assert ends(desk, case_id) == {} and told(desk, Due.ORDERS) == []
    assert [one.kind for one in case_of(desk, case_id).order_steps] == [
        OrderStepKind.SIGNED_IN, OrderStepKind.CONTACTED, OrderStepKind.EXTENDED, OrderStepKind.FINISHED]
    assert {one.by for one in case_of(desk, case_id).order_steps} == {desk.who.name}


def test_an_extension_after_the_cut_off_is_refused_and_said_what_then(office: Office, desk: Desk,
                                                                    case_id: UUID) -> None:
    key = the_one(desk, case_id).id
    office.clock.set(2026, 10, 13, 17)
    office.clock.now = office.clock.now.replace(minute=1)
    with pytest.raises(DeskError, match="had to be asked for by 2026-10-13 17:00") as refused:
        orders.extend(desk, case_id, key, datetime(2026, 10, 20, 18), "双方正在协商")
    assert refused.value.field == "at" and "tell the sender at once" in str(refused.value)
    orders.extend(desk, case_id, key, datetime(2026, 10, 20, 18), "双方正在协商",
                  at=datetime(2026, 10, 13, 16, 50))
    with pytest.raises(DeskError, match="as often as the source allows"):
        orders.extend(desk, case_id, key, datetime(2026, 10, 21, 18), "再延", at=datetime(2026, 10, 13, 17))


@pytest.mark.parametrize(("until", "reason", "field"), [
    (datetime(2026, 10, 13, 18), "x", "until"),   # not longer
    (datetime(2026, 10, 28, 18), "x", "until"),   # more than ten working days
    (datetime(2026, 10, 20, 18), " ", "reason")])
def test_an_extension_that_cannot_be_is_refused_beside_its_field(desk: Desk, case_id: UUID, until: datetime,
                                                                reason: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        orders.extend(desk, case_id, the_one(desk, case_id).id, until, reason)
    assert refused.value.field == field


def test_an_order_goes_back_within_two_working_days_and_later_only_when_sure(office: Office, desk: Desk,
                                                                            case_id: UUID) -> None:
    key = the_one(desk, case_id).id
    office.clock.set(2026, 10, 10)  # the 9th was the second working day
    with pytest.raises(Doubted, match="goes back by 2026-10-09 18:00"):
        orders.give_back(desk, case_id, key, "不属于本辖区")
    orders.give_back(desk, case_id, key, "不属于本辖区", datetime(2026, 10, 9, 9))
    assert told(desk, Due.OVERDUE) == []
    with pytest.raises(DeskError, match="The order is over"):
        orders.sign_in(desk, case_id, key)


def test_a_step_is_taken_back_by_undo_or_by_taking_it_out(desk: Desk, case_id: UUID) -> None:
    key = the_one(desk, case_id).id
    step_id = orders.sign_in(desk, case_id, key).result
    with pytest.raises(DeskError, match="noted already"):
        orders.sign_in(desk, case_id, key)
    history.undo(desk, case_id)
    assert SIGN_IN in ends(desk, case_id)
    step_id = orders.sign_in(desk, case_id, key).result
    assert step_id is not None
    orders.remove_step(desk, case_id, step_id)
    assert SIGN_IN in ends(desk, case_id)


@pytest.mark.parametrize(("told", "field"), [
    ({"arrived_at": datetime(2026, 10, 1)}, "arrived_at"),
    ({"number": "2", "given_until": ARRIVED}, "given_until"), ({}, "number"),
    ({"number": "", "title": "", "content": ""}, "number")])
def test_an_order_that_cannot_be_is_refused(desk: Desk, case_id: UUID, told: dict[str, object], field: str
                                            ) -> None:
    with pytest.raises(DeskError) as refused:
        orders.note_order(desk, case_id, replace(ORDER, **told))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_order_that_turns_urgent_has_the_day(desk: Desk, case_id: UUID) -> None:
    before = the_one(desk, case_id)
    orders.change_order(desk, case_id, before, replace(ORDER, rule="complaint", urgency="紧急"))
    assert ends(desk, case_id)[FINISH] == datetime(2026, 9, 30, 18)
    orders.change_order(desk, case_id, the_one(desk, case_id), replace(
        ORDER, rule="complaint", urgency="紧急", given_until=datetime(2026, 10, 9, 12)))
    assert ends(desk, case_id)[FINISH] == datetime(2026, 10, 9, 12)


def test_a_table_of_the_offices_own_counts_for_new_orders_and_moves_no_old_one(desk: Desk, case_id: UUID
                                                                              ) -> None:
    text = own_tables.text_of(desk, "hotline_12345").replace("within = 5,", "within = 8,")
    own_tables.keep(desk, "hotline_12345", text)
    assert ends(desk, case_id)[FINISH] == datetime(2026, 10, 13, 18)
    orders.count_anew(desk, case_id, the_one(desk, case_id).id)
    assert ends(desk, case_id)[FINISH] == datetime(2026, 10, 16, 18)  # 8, 9, 10, 12 to 16 October
    own_tables.drop(desk, "hotline_12345", text)
    orders.count_anew(desk, case_id, the_one(desk, case_id).id)
    assert ends(desk, case_id)[FINISH] == datetime(2026, 10, 13, 18)


def test_an_order_of_a_case_that_was_refused_has_still_to_be_answered(desk: Desk, case_id: UUID) -> None:
    registering.refuse(desk, case_id, date(2026, 9, 30), Refusal.OUT_OF_SCOPE, "")
    assert ("order_finish", datetime(2026, 10, 13, 18)) in told(desk, Due.ORDERS)
    orders.step_order(desk, case_id, the_one(desk, case_id).id, StepDraft(OrderStepKind.FINISHED), sure=True)
    assert told(desk, Due.ORDERS) == []


def test_an_order_that_was_taken_out_presses_no_more_and_comes_back_whole(desk: Desk, case_id: UUID) -> None:
    key = the_one(desk, case_id).id
    orders.sign_in(desk, case_id, key)
    orders.remove_order(desk, case_id, key)
    assert case_of(desk, case_id).order_steps == [] and told(desk, Due.ORDERS) == []
    history.undo(desk, case_id)
    assert len(case_of(desk, case_id).order_steps) == 1


def test_an_administrator_without_a_case_does_nothing_to_orders(office: Office, desk: Desk, case_id: UUID
                                                                ) -> None:
    lent = "柳树湟水河 2727"
    accounts.add(desk, accounts.AccountDraft("ma", "马明远", frozenset({Role.ADMINISTRATOR}), lent))
    with pytest.raises(NotAllowed):
        orders.sign_in(office.desk("ma", lent), case_id, the_one(desk, case_id).id)
