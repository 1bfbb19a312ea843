"""An operator with full rights on PostgreSQL, without a key or with an accomplice's: each deed to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Date, DateTime, Table, delete, insert, select, update

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.desk import Desk
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.tables.columns import Instant, metadata
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.work.work import Actor
from tests.faults.test_mutations import (
    ONCE,
    Tried,
    apart,
    deleted,
    differing,
    here,
    in_every_table,
    inserted,
    rows_of,
    swapped,
    unlike,
)
from tests.offices import Office
from tests.services.stages import staged
from tests.store.tampering import busy_office, findings, otherwise

# What the operator does without a key, and by what a verification names it; "silent": by nothing, for the
# reason that tests/faults/test_mutations.py gives; "-": there is nothing of the kind. Nothing of it is
# prevented, since they may write every row, but what is sealed does not open then (test_operator.py). Who
# sees it before a verification: a case's holders at their next look (sealed_items, case_key_wraps,
# case_holders), whoever writes in the case next (journal_chains), the owner (drafts); of the rest nobody.
TABLE = """
                       inserts   swaps     redates   rolls_back  deletes
accounts               unknown   altered   altered   missing     missing
agenda_rows            list      silent    list      list        list
agreements             unknown   altered   altered   missing     missing
attendees              unknown   altered   altered   -           missing
bag_cases              unknown   altered   -         missing     missing
bank_layouts           unknown   altered   altered   missing     missing
bags                   unknown   altered   altered   missing     missing
case_facts             figures   figures   figures   figures     figures
case_holders           holders   holders   holders   holders     holders
case_key_wraps         unknown   altered   altered   missing     missing
case_origins           unknown   altered   altered   missing     missing
case_rows              list      search    list      list        list
cases                  unknown   altered   altered   altered     missing
claim_terms            unknown   altered   altered   missing     missing
claims                 unknown   altered   altered   missing     missing
companies              unknown   altered   altered   missing     missing
copied_fields          unknown   altered   altered   missing     missing
day_totals             totals    silent    totals    totals      totals
debtors                unknown   altered   altered   missing     missing
drafts                 unknown   silent    silent    silent      silent
element_entries        unknown   altered   altered   missing     missing
evidence_chunks        unknown   evidence  -         evidence    evidence
evidence_files         evidence  evidence  silent    evidence    evidence
exhibits               unknown   altered   altered   missing     missing
extension_consents     unknown   altered   altered   missing     missing
figures_form           altered   -         -         -           altered
file_points            unknown   altered   altered   missing     missing
frozen_reports         unknown   -         altered   -           missing
homecomings            unknown   altered   altered   missing     missing
inquiries              unknown   altered   altered   missing     missing
instalment_shares      unknown   altered   altered   missing     missing
instalments            unknown   altered   altered   missing     missing
journal                gap       journal   journal   end         end
journal_chains         altered   altered   altered   missing     missing
journal_head           altered   -         -         -           missing
journal_ledger         ledger    ledger    ledger    cut         cut
laptops                unknown   altered   altered   missing     missing
loose_facts            silent    -         -         silent      figures
minute_entries         unknown   altered   altered   missing     missing
offers                 unknown   altered   altered   missing     missing
office_places          unknown   altered   altered   missing     missing
office_sites           unknown   altered   altered   missing     missing
order_layouts          unknown   altered   altered   missing     missing
order_replies          unknown   altered   altered   missing     missing
order_steps            unknown   altered   altered   missing     missing
own_forms              unknown   altered   altered   missing     missing
own_typefaces          unknown   altered   altered   missing     missing
packed_facts           figures   figures   -         figures     figures
papers                 unknown   altered   altered   missing     missing
parties                unknown   altered   altered   missing     missing
party_marks            list      silent    -         list        list
payment_notes          unknown   altered   altered   missing     missing
payments               unknown   altered   altered   missing     missing
person_links           unknown   altered   altered   missing     missing
receiving_offices      unknown   altered   altered   missing     missing
recusals               unknown   altered   altered   missing     missing
referrals              unknown   altered   altered   missing     missing
relationship_entries   unknown   altered   altered   missing     missing
reminders              unknown   altered   altered   missing     missing
respondent_statements  unknown   -         altered   missing     missing
return_visits          unknown   altered   altered   missing     missing
rights_told            unknown   altered   altered   missing     missing
sealed_items           unknown   altered   altered   missing     missing
serials                unknown   altered   -         altered     missing
service_receipts       unknown   altered   altered   missing     missing
session_presences      unknown   altered   altered   missing     missing
session_stretches      unknown   altered   altered   missing     missing
sessions               unknown   altered   altered   missing     missing
settings               unknown   altered   -         altered     missing
shares                 unknown   altered   altered   missing     missing
signatures             unknown   altered   altered   missing     missing
told_facts             unknown   altered   altered   missing     missing
unmaskings             unknown   altered   altered   missing     missing
waiting_matters        unknown   altered   altered   missing     missing
work_orders            unknown   altered   altered   missing     missing
"""
DAMAGES = {"unknown": Damage.ROW_UNKNOWN, "altered": Damage.ROW_ALTERED, "missing": Damage.ROW_MISSING,
           "list": Damage.LIST, "figures": Damage.FIGURES, "totals": Damage.TOTALS,
           "search": Damage.SEARCH, "evidence": Damage.EVIDENCE,
           "holders": Damage.HOLDERS, "journal": Damage.JOURNAL, "gap": Damage.JOURNAL_GAP,
           "end": Damage.JOURNAL_END, "ledger": Damage.LEDGER, "cut": Damage.LEDGER_END}
DEEDS, *_LINES = (line.split() for line in TABLE.strip().splitlines())
EXPECTED = {(table, deed): word for table, *words in _LINES
            for deed, word in zip(DEEDS, words, strict=True) if word != "-"}
NAMED_AS = {"agenda_rows": "case_rows", "case_facts": "packed_facts", "loose_facts": "packed_facts",
            "evidence_chunks": "evidence_files"}
"""Tables whose rows are named by those that they belong to."""


@dataclass(frozen=True)
class Earlier:
    """An office, and every row as it stood before the last things that were done in it."""

    office: Office
    rows: Mapping[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def earlier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Earlier]:
    class Shared:
        param, getfixturevalue = "shared", request.getfixturevalue

    with busy_office(Shared, tmp_path_factory.mktemp("rows")) as office:  # type: ignore[arg-type]
        desk = office.first
        in_every_table(desk)
        kept = {table.name: rows_of(desk, table) for table in metadata.sorted_tables}
        staged(desk, [Stage.CLOSED])
        in_every_table(desk)
        yield Earlier(office, kept)


def _put_back(connection: Connection, table: Table, old: list[dict[str, Any]]) -> None:
    """The whole table as it stood earlier."""
    connection.execute(delete(table))
    if old:
        connection.execute(insert(table), old)


def deeds(earlier: Earlier) -> Iterator[Tried]:
    """Each deed on each table that it can be done to."""
    desk = earlier.office.first
    for table in metadata.sorted_tables:
        rows = rows_of(desk, table)
        yield Tried(table.name, "inserts", inserted(table, rows[0], **unlike(table)))
        if table.name not in ONCE and (pair := differing(rows, table)):
            yield Tried(table.name, "swaps", swapped(table, *pair))
        dates = [one for one in table.columns if isinstance(one.type, Instant | DateTime | Date)
                 and not one.primary_key]
        if dates:
            yield Tried(table.name, "redates", partial(_redated, table=table, rows=rows))
        if (old := earlier.rows[table.name]) != rows:
            yield Tried(table.name, "rolls_back", partial(_put_back, table=table, old=old))
        yield Tried(table.name, "deletes", partial(deleted, table=table, row=rows[-1]))


def _redated(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for column in table.columns:
        if isinstance(column.type, Instant | DateTime | Date) and not column.primary_key:
            row = next((one for one in rows if one[column.name] is not None), rows[0])
            connection.execute(update(table).where(*here(table, row)).values(
                {column.name: otherwise(column, row[column.name])}))


def silent(found: list[Finding], tried: Tried) -> bool:
    """Whether nothing of what was found names the table by what is expected."""
    wanted = DAMAGES[EXPECTED[tried.table, tried.what]]
    owners = {tried.table, NAMED_AS.get(tried.table, tried.table),
              "case_search" if wanted is Damage.SEARCH else tried.table,
              "exhibits" if wanted is Damage.EVIDENCE else tried.table}
    return not any(one.damage is wanted and one.table in owners for one in found)


def test_each_deed_of_an_operator_is_found_as_the_table_says(earlier: Earlier) -> None:
    """Deeds to tables that are judged by themselves are done together."""
    tried = list(deeds(earlier))
    assert {(one.table, one.what) for one in tried} == set(EXPECTED)
    assert {table.name for table in metadata.sorted_tables} == {table for table, _ in EXPECTED}
    wrong = []
    # proven by the keys, which are altered too; and judged where every case could be counted
    lists = [one for one in tried if one.table in ("case_holders", "day_totals")]
    for together in (*apart([one for one in tried if one not in lists]), *([one] for one in lists)):
        loud = [one for one in together if EXPECTED[one.table, one.what] != "silent"]
        found = findings(earlier.office.first, partial(_all, deeds=loud))
        wrong += [(one.table, one.what) for one in loud if silent(found, one)]
    assert not wrong, str(wrong)


def test_what_is_called_silent_is_silent(earlier: Earlier) -> None:
    """And stays so only for its reason: the day it is found, the table says so."""
    quiet = [one for one in deeds(earlier) if EXPECTED[one.table, one.what] == "silent"]
    for one in quiet:
        assert findings(earlier.office.first, one.change) == [], (one.table, one.what)


def _all(connection: Connection, deeds: list[Tried]) -> None:
    for one in deeds:
        one.change(connection)


# -- an accomplice -------------------------------------------------------------------------

# With the store key, a row is written through the program's own door and the journal told of it in a
# colleague's name. Nothing of a case's open matter speaks against it then: the timeline shows it as that
# colleague's act, which they alone can deny. What is bound to the case's key is betrayed by it. Entries that
# stand already cannot be written anew so quietly: the ledger, a backup or a noted mark tells.
FORGED: Mapping[str, tuple[str, Any, Damage | None]] = {
    "accounts": ("roles", frozenset(Role), None),  # to open matter, as the store key does
    "agreements": ("signing_place", "别处", None),
    "attendees": ("name", "旁人", None),
    "bag_cases": ("number", 7, None),
    "bank_layouts": ("bank", "别家银行", None),
    "bags": ("numbers", "2025: 900–999", None),
    "case_holders": ("holders", "[]", Damage.KEY_WITHOUT_LINE),  # the keys have no line any more
    "case_key_wraps": ("wrapped", b"x" * 80, Damage.HOLDERS),  # does not open for its line
    "cases": ("facts_in_brief", "写成别的", None),
    "claim_terms": ("amount", yuan("1"), None),
    "claims": ("note", "另记", None),
    "case_origins": ("office", "别处", None),
    "companies": ("address", "别处", None),
    "copied_fields": ("field", "别的", None),
    "debtors": ("amount", yuan("1"), None),
    "element_entries": ("applicant", "9999.00", None),
    "exhibits": ("proves", "别的", None),
    "extension_consents": ("until", date(2024, 12, 31), None),
    "file_points": ("note", "另记", None),
    "homecomings": ("decisions", "[]", None),
    "inquiries": ("text", "写成别的", None),
    "instalment_shares": ("amount", yuan("1"), None),
    "instalments": ("amount", yuan("1"), None),
    "laptops": ("name", "别的", None),
    "minute_entries": ("text", "写成别的", None),
    "offers": ("amount", yuan("1"), None),
    "office_places": ("name", "别处", None),
    "office_sites": ("name", "别处", None),
    "order_layouts": ("columns", "{}", None),
    "order_replies": ("handling", "写成别的", None),
    "order_steps": ("reason", "另记", None),
    "own_forms": ("text", "写成别的", None),
    "own_typefaces": ("name", "别的", None),
    "parties": ("bank_account", "6222000011112222", None),
    "payment_notes": ("text", "另记", None),
    "payments": ("note", "另记", None),
    "person_links": ("same_as", UUID(int=7), None),
    "receiving_offices": ("name", "别处", None),
    "recusals": ("of_whom", "旁人", None),
    "referrals": ("result", "另记", None),
    "relationship_entries": ("applicant", "别的", None),
    "reminders": ("text", "另记", None),
    "respondent_statements": ("said", "1.00", None),
    "return_visits": ("note", "另记", None),
    "rights_told": ("told_by", "旁人", None),
    "sealed_items": ("side", Side.RESPONDENT, None),  # the mediator sees that it does not open
    "service_receipts": ("signed_by", "旁人", None),
    "session_presences": ("by", "旁人", None),
    "session_stretches": ("began_at", datetime(2025, 1, 1, tzinfo=UTC), None),
    "sessions": ("record", "别的", None),
    "shares": ("amount", yuan("1"), None),
    "signatures": ("signer", "旁人", None),
    "told_facts": ("text", "写成别的", None),
    "unmaskings": ("at", datetime(2025, 1, 1, tzinfo=UTC), None),
    "waiting_matters": ("dropped_why", "另记", None),
    "work_orders": ("content", "写成别的", None),
}
"""By table: the column, what is written into it, and by what a verification at a holder's desk betrays it."""


def forge(desk: Desk) -> None:
    """Write these, one row each, in the name of whoever sits at the desk; list and key in two cases."""
    actor = Actor(account_id=desk.who.account_id, verb="edit", now=desk.now)
    with desk.store.work(actor, desk.calendar) as work:
        for mapper in mapping.mappers:
            table = mapper.local_table
            assert isinstance(table, Table)
            name, value, _betrayed_by = FORGED[table.name]
            rows = work._session.scalars(select(mapper.class_).order_by(table.c.id)).all()
            row = rows[-1 if table.name == "case_holders" else 0]
            assert getattr(row, name) != value, table.name
            setattr(row, name, value)
        work.commit(lists=("cases", "agenda", "accounts"))


def test_an_accomplices_rows_are_betrayed_where_a_key_of_the_case_binds_them(earlier: Earlier) -> None:
    """And nowhere else: the page on security says so."""
    assert {str(mapper.local_table) for mapper in mapping.mappers} == set(FORGED)
    desk = earlier.office.first
    found = findings(desk, lambda _connection: forge(desk))
    betrayed = {damage for _column, _value, damage in FORGED.values() if damage}
    assert {(one.table, one.damage) for one in found} == {
        ("case_key_wraps", Damage.KEY_WITHOUT_LINE), ("case_holders", Damage.HOLDERS)}
    assert betrayed == {one.damage for one in found}
