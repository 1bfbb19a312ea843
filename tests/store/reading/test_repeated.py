"""An order that is here already is known by its number and its text, until it is taken out or voided."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import inspect

from mediation_desk.domain.vocabulary import Role, Source
from mediation_desk.services.intake import orders, registering
from mediation_desk.services.intake.matter import IntakeDraft, PartyDraft
from mediation_desk.services.intake.orders import OrderDraft
from mediation_desk.store.reading.repeated import Repeated, repeated
from tests.offices import Office

NUMBER, PRINT = "260118094512003381", "ab" * 32


def known(office: Office, number: str = "", sha256: str = "", *, own: bool = True) -> list[Repeated]:
    with office.first.reading() as work:
        work.lists.reach(all_cases=False, own_cases=own)
        return repeated(work.connection, work.lists, number, sha256)


def registered(office: Office) -> UUID:
    order = OrderDraft(arrived_at=datetime(2025, 1, 18, 9, 45), number=NUMBER, row_sha256=PRINT)
    parties = [PartyDraft(Role.APPLICANT, "马晓岚")]
    made = registering.register(office.first, IntakeDraft(
        office.first.today, Source.HOTLINE, NUMBER, parties=parties, order=order))
    assert made.result
    return made.result


def test_it_is_known_by_either_and_nothing_by_neither(office: Office) -> None:
    case_id = registered(office)
    for number, sha256, same in ((NUMBER, "", False), ("", PRINT, True), (NUMBER, PRINT, True)):
        (one,) = known(office, number, sha256)
        assert (one.case_id, one.same_text, one.visible) == (case_id, same, True)
    assert known(office) == [] and known(office, "1", "2") == []


def test_what_may_not_be_seen_has_no_number(office: Office) -> None:
    registered(office)
    (one,) = known(office, NUMBER, own=False)
    assert (one.number, one.visible) == ("", False)


def test_an_order_taken_out_is_known_by_its_text_no_more_and_a_voided_case_not_at_all(office: Office) -> None:
    desk, case_id = office.first, registered(office)
    with desk.reading() as work:
        (order,) = work.cases.get(case_id).orders
    orders.remove_order(desk, case_id, order.id)
    assert known(office, "", PRINT) == [] and [one.case_id for one in known(office, NUMBER)] == [case_id]
    registering.void(desk, case_id, desk.today, "登记错误")
    assert known(office, NUMBER) == []


def test_each_way_in_which_an_order_is_known_has_its_index(office: Office) -> None:
    """Every pasted order and every row of a list is looked for in all cases of the office."""
    with office.first.reading() as work:
        indexed = {(table, one["column_names"][0]) for table in ("cases", "work_orders")
                   for one in inspect(work.connection).get_indexes(table)}
    assert indexed >= {("cases", "source_reference"), ("work_orders", "number"),
                       ("work_orders", "row_sha256")}
