"""Cases that were made together stand in every list as if each had been made alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, Table, select

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft, Together
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.desk import agenda_rows, case_rows, party_marks
from mediation_desk.store.tables.journal import journal_chains
from mediation_desk.store.tables.reports import case_facts
from tests.offices import Office


def draft(desk: Desk, at: int) -> IntakeDraft:
    return IntakeDraft(desk.today, Source.HOTLINE, f"2501{at:04}", parties=(
        PartyDraft(Role.APPLICANT, "马晓岚", particulars={"phone": f"1990000{at:04}"}),
        PartyDraft(Role.RESPONDENT, f"西宁{at}速递有限公司", PartyKind.ORGANISATION)))


def together(desk: Desk, count: int, puts_out: int) -> None:
    """Register so many in one unit of work, which puts them out after every few."""
    with desk.work("register_case") as work:
        shared = Together.of(desk, work)
        for at in range(count):
            registering.take_in(desk, work, draft(desk, at), shared)
            if at % puts_out == puts_out - 1:
                work.write_out()
        changes = work.commit(lists=("cases",))
    assert len(changes.cases) == count == len(work.kept)
    assert all(told.version == 1 and told.rows for told in changes.touched.values())


def counted(connection: Connection, table: Table) -> int:
    return len(connection.execute(select(table)).all())


def test_made_together_they_are_found_counted_vouched_for_and_shown(office: Office) -> None:
    desk = office.first
    together(desk, 7, 3)
    with desk.reading() as work:
        listed = list(work.lists.every(CaseFilter()))
        found = list(work.lists.every(CaseFilter(text="19900000004")))
        tables = {table.name: counted(work.connection, table)
                  for table in (case_rows, case_facts, party_marks, agenda_rows)}
    assert [len(listed), len(found)] == [7, 1] and listed[0].number[-5:] == "0007号"
    assert tables["case_rows"] == tables["case_facts"] == 7 and tables["party_marks"] >= 14
    assert tables["agenda_rows"] >= 7, "the clock of each runs"
    assert upkeep.prove(desk) == []


def test_each_has_a_chain_of_its_own_and_a_key_that_opens(office: Office) -> None:
    desk = office.first
    together(desk, 2, 5)
    with desk.reading() as work:
        keys: list[UUID] = [row.case_id for row in work.lists.every(CaseFilter())]
        chains = set(work.connection.scalars(select(journal_chains.c.chain)))
        assert set(keys) <= chains and all(work.members.includes(key, desk.who.account_id) for key in keys)
    registering.add_party(desk, keys[0], PartyDraft(Role.APPLICANT, "韩雨桐"))
    assert upkeep.prove(desk) == []


def test_what_was_put_out_is_gone_where_it_is_not_kept(office: Office) -> None:
    desk = office.first
    with desk.work("register_case") as work:
        registering.take_in(desk, work, draft(desk, 1))
        work.write_out()
    together(desk, 1, 1)
    with desk.reading() as work:
        assert [row.number[-5:] for row in work.lists.every(CaseFilter())] == ["0001号"]
