"""What is there of orders: by number, by row, by who calls; and of whose cases nothing is told."""

from __future__ import annotations

from mediation_desk.domain.intake.lists.judging import number_key
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import PartyKind, Refusal, Role, Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.lists.importing import take
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.store.reading.order_homes import OrderHomes
from tests.offices import Office
from tests.order_lists import HEADINGS, list_of, order, rows

ROW = OriginalRow(HEADINGS, tuple(order(0)))


def registered(desk: Desk, number: str, *, open_case: bool = True) -> None:
    people = (PartyDraft(Role.APPLICANT, "马晓岚", particulars={"phone": "13897120001"}),
              PartyDraft(Role.RESPONDENT, "甲公司", PartyKind.ORGANISATION))
    changes = registering.register(desk, IntakeDraft(desk.today, Source.HOTLINE, number, cause="欠付工资",
                                                     parties=people))
    if not open_case and changes.result:
        registering.refuse(desk, changes.result, desk.today, Refusal.OUT_OF_SCOPE, "不属本办")


def test_a_case_is_known_by_the_number_it_was_registered_under_and_by_those_of_its_orders(
        office: Office) -> None:
    desk = office.first
    registered(desk, "2501-77")
    take(desk, list_of(rows(2)), {})
    with desk.reading() as work:
        homes = OrderHomes(work.connection, desk.who.account_id)
        there = homes.there(["2501-77", order(0)[0], "none", ""], [])
        assert set(there.by_number) == {number_key("2501-77"), order(0)[0]}
        assert there.by_number[number_key("2501-77")].callers == (("马晓岚", "13897120001"),)
        assert set(there.by_row) == {ROW.sha256()}, "of the orders that were found"
        assert set(homes.there([], [ROW.sha256(), "0"]).by_row) == {ROW.sha256()}


def test_only_open_cases_are_told_by_who_calls(office: Office) -> None:
    desk = office.first
    registered(desk, "1")
    registered(desk, "2", open_case=False)
    with desk.reading() as work:
        [home] = OrderHomes(work.connection, desk.who.account_id).there([], []).open_cases
        assert (home.number[-5:], home.against, home.is_open) == ("0001号", ("甲公司",), True)


def test_of_anothers_case_no_number_is_told_and_nothing_is_written_out(office: Office) -> None:
    desk = office.first
    take(desk, list_of(rows(1)), {})
    with desk.reading() as work:
        [row] = list(work.lists.every(CaseFilter()))
        stranger = OrderHomes(work.connection, row.case_id)  # nobody's account
        there = stranger.there([order(0)[0]], [])
        assert not there.by_number[order(0)[0]].seen
        assert (stranger.originals([row.case_id]), stranger.people([row.case_id])) == ([], [])
        mine = OrderHomes(work.connection, desk.who.account_id)
        assert len(mine.originals([row.case_id])) == 1
        assert [len(people) for _case, people in mine.people([row.case_id])] == [2]

