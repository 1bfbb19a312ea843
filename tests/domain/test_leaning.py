"""What leans on a row goes out with it or holds it; nothing is left leaning on what is out."""

from uuid import UUID

import pytest

from mediation_desk.domain.leaning import (
    PLACES,
    REFERENCES,
    Removal,
    acting_for,
    doubled,
    left_leaning,
    tables_of,
    taken_out_with,
)
from mediation_desk.domain.people import Claim
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from tests.domain import cases


def test_a_worker_goes_out_with_claims_statements_and_whoever_acts_for_them() -> None:
    case = cases.accepted()
    gone = taken_out_with("parties", case.party(cases.WORKER), tables_of(case))
    assert [(table, row.id.int) for table, row in gone] == [
        ("parties", cases.WORKER.int), ("parties", cases.AGENT.int), ("claims", 20), ("element_entries", 30)]
    assert acting_for(case, cases.WORKER) == ["郑代理"]


def test_two_who_act_for_one_another_go_out_once_each() -> None:
    case = cases.accepted()
    case.party(cases.COMPANY).acts_for, case.party(cases.AGENT).acts_for = cases.AGENT, cases.COMPANY
    gone = [row.id for _table, row in taken_out_with("parties", case.party(cases.AGENT), tables_of(case))]
    assert gone.count(cases.AGENT) == gone.count(cases.COMPANY) == 1


@pytest.mark.parametrize(("out", "held"), [
    ("agent", "return visit with 郑代理"), ("worker", "return visit with 郑代理"),
    ("exhibit", "“证据1” is named")])
def test_what_is_on_record_holds_the_row_that_it_names(out: str, held: str) -> None:
    case, shelf = cases.signed(), [cases.exhibit()]
    table, row = {"agent": ("parties", case.party(cases.AGENT)), "exhibit": ("exhibits", shelf[0]),
                  "worker": ("parties", case.party(cases.WORKER))}[out]
    with pytest.raises(DeskError, match=held):
        list(taken_out_with(table, row, tables_of(case, shelf)))


def test_who_handed_in_evidence_stays_until_somebody_says_who_else_did() -> None:
    case, shelf = cases.received(), [cases.exhibit(given_by=str(cases.COMPANY))]
    with pytest.raises(DeskError, match="某公司 handed in evidence"):
        list(taken_out_with("parties", case.party(cases.COMPANY), tables_of(case, shelf)))
    shelf[0].given_by = Side.RESPONDENT
    assert list(taken_out_with("parties", case.party(cases.COMPANY), tables_of(case, shelf)))


def test_a_payment_to_a_worker_holds_the_worker() -> None:
    case = cases.signed()
    case.visits_all.clear()
    with pytest.raises(DeskError, match="Payments to 温若晴"):
        list(taken_out_with("parties", case.party(cases.WORKER), tables_of(case)))


def test_what_is_left_leaning_is_named_with_what_it_leans_on() -> None:
    case, shelf = cases.signed(), [cases.exhibit()]
    assert list(left_leaning(tables_of(case, shelf))) == []
    case.party(cases.WORKER).removed_at = shelf[0].removed_at = cases.NOW
    rows = {broken.rows for broken in left_leaning(tables_of(case, shelf))}
    worker, sheet = ("parties", str(cases.WORKER)), ("exhibits", str(shelf[0].id))
    assert rows == {(leaning, leant_on) for leaning, leant_on in (
        (("parties", str(cases.AGENT)), worker), (("claims", str(UUID(int=20))), worker),
        (("element_entries", str(UUID(int=30))), worker), (("payments", str(UUID(int=80))), worker),
        (("element_entries", str(UUID(int=30))), sheet))}


def test_a_number_that_no_exhibit_ever_had_leans_on_nothing() -> None:
    case = cases.accepted()
    case.entries[0].evidence = "证据9"
    assert list(left_leaning(tables_of(case, [cases.exhibit()]))) == []


def test_two_rows_in_a_place_for_one_are_found() -> None:
    case = cases.signed()
    assert list(doubled(tables_of(case, [cases.exhibit()]))) == []
    twin = Claim(id=UUID(int=21), case_id=cases.CASE, worker_id=cases.WORKER, claim="unpaid_wages")
    case.claims_all.append(twin)
    (broken,) = doubled(tables_of(case))
    assert broken.rows == (("claims", str(UUID(int=20))), ("claims", str(UUID(int=21))))
    twin.removed_at = cases.NOW
    assert list(doubled(tables_of(case))) == []


def test_every_reference_and_place_is_of_a_table_that_there_is() -> None:
    tables = {*tables_of(cases.signed()), "unmaskings"}
    assert {one.table for one in REFERENCES} | {one.on for one in REFERENCES} | set(PLACES) <= tables
    assert all(one.held for one in REFERENCES if one.removal is Removal.HOLDS)
