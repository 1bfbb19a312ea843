"""The case lists, the agenda and the search are held to the cases they are made from."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, insert, select, text

from mediation_desk.services.serving import serving
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.verify.findings import Damage
from tests.offices import Office
from tests.store.tampering import OPEN, SETTLED, case_of, findings, keys, run, tamper


def test_lists_and_agenda_that_do_not_fit_their_case_are_found(busy: Office) -> None:
    case_rows, agenda = metadata.tables["case_rows"], metadata.tables["agenda_rows"]
    marks = metadata.tables["party_marks"]
    for table in (case_rows, agenda, marks):
        row = keys(busy.first, table)[0]
        for column in table.columns:
            if column.name in ("seq", "case_id"):
                continue
            found = findings(busy.first, partial(tamper, table=table, key=row, column=column))
            assert [one.damage for one in found] == [Damage.LIST], column
        gone = partial(run, statement=delete(table).where(table.c.seq == row))
        damages = [one.damage for one in findings(busy.first, gone)]  # without its line, words are stray
        assert damages == [Damage.LIST, *([Damage.ROW_UNKNOWN] if table is case_rows else [])]


def test_a_mark_that_cannot_be_read_is_found(busy: Office) -> None:
    if not busy.place.folder:
        return  # a server refuses such a value itself
    broken = ("UPDATE party_marks SET party_id = CAST(X'b039' AS TEXT) "
              "WHERE seq = (SELECT min(seq) FROM party_marks)")
    assert Damage.LIST in {one.damage for one in findings(busy.first, lambda c: c.execute(text(broken)))}


@pytest.mark.parametrize("name", ["case_rows", "agenda_rows", "party_marks"])
def test_lines_of_a_case_that_is_not_there_are_found(busy: Office, name: str) -> None:
    table, nobody = metadata.tables[name], UUID(int=44)

    def put(connection: Connection) -> None:
        row = connection.execute(select(table)).mappings().first()
        assert row
        connection.execute(insert(table).values({**row, "seq": 9999, "case_id": nobody}))

    assert (Damage.LIST, str(nobody)) in {(one.damage, one.row) for one in findings(busy.first, put)}


@pytest.mark.parametrize("change", [
    "DELETE FROM case_search WHERE rowid = (SELECT seq FROM case_rows WHERE case_id = :case_id)",
    "INSERT INTO case_search (rowid, tokens, words) SELECT 4711, tokens, words FROM case_search "
    "WHERE rowid = (SELECT seq FROM case_rows WHERE case_id = :case_id)"])
def test_a_case_that_the_search_lost_or_has_twice_is_found(busy: Office, change: str) -> None:
    case_id = case_of(busy.first, OPEN)
    value = case_id.hex if busy.place.folder else case_id
    (one,) = findings(busy.first, lambda c: c.execute(text(change), {"case_id": value}))
    lost = change.startswith("DELETE")
    assert (one.damage, one.row) == ((Damage.SEARCH, str(case_id)) if lost else (Damage.ROW_UNKNOWN, "4711"))


def test_two_cases_filed_under_each_others_words_are_both_named(busy: Office) -> None:
    ids = {case_of(busy.first, name) for name in (SETTLED, OPEN)}

    def swap(connection: Connection) -> None:
        pair = connection.scalars(text("SELECT rowid FROM case_search ORDER BY rowid")).all()[:2]
        for before, after in ((pair[0], 900), (pair[1], pair[0]), (900, pair[1])):
            connection.execute(text("UPDATE case_search SET rowid = :after WHERE rowid = :before"),
                               {"after": after, "before": before})

    found = findings(busy.first, swap)
    assert {(one.damage, one.row) for one in found} == {(Damage.SEARCH, str(one)) for one in ids}


def test_of_a_case_whose_own_rows_were_altered_the_lists_are_not_blamed(busy: Office) -> None:
    """The list shows the genuine name: what is wrong is the party, and that is told."""
    found = findings(busy.first, lambda c: c.execute(text("UPDATE parties SET name = name || '某'")))
    assert {one.table for one in found} == {"parties"}


def test_papers_on_their_way_are_counted_anew_with_the_rest_of_the_agenda(busy: Office) -> None:
    """Given out, received and given back: each time a fresh recount comes to what was filed."""
    desk = busy.first
    case_id = case_of(desk, OPEN)
    agenda = metadata.tables["agenda_rows"]
    serving.serve(desk, case_id, [serving.Given("受理通知书", recipient="某人", due_on=date(2025, 2, 3)),
                                  serving.Given("权利义务告知书", recipient="某人", due_on=date(2025, 2, 3))])

    def drop(connection: Connection) -> None:
        connection.execute(delete(agenda).where(agenda.c.case_id == case_id, agenda.c.kind == "service"))

    assert findings(desk, lambda _connection: None) == []
    assert [one.damage for one in findings(desk, drop)] == [Damage.LIST]
