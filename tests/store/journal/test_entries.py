"""Each case's journal is its own: numbered, written and read by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Row, event, text
from sqlalchemy.exc import OperationalError

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.journal import entries
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.journal.pending import RowChange
from tests import offices
from tests.offices import Office
from tests.services.papers_desk import accepted, asked

NOW = datetime(2025, 1, 20, tzinfo=UTC)


def registered(desk: Desk, *names: str) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(date(2025, 1, 15), parties=[
        registering.PartyDraft(Role.APPLICANT, name) for name in names])).result
    assert made
    return made


def cause(desk: Desk, case_id: UUID, before: str, after: str) -> None:
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", before, after)])


@contextmanager
def journal_of(office: Office) -> Iterator[Connection]:
    with office.first.reading() as work:
        yield work.connection


# Reading


def test_each_case_is_numbered_by_itself_however_they_alternate(office: Office) -> None:
    one, other = registered(office.first, "马晓岚"), registered(office.first, "李向东")
    for before, after in (("", "一"), ("一", "二"), ("二", "三")):
        cause(office.first, one, before, after)
        cause(office.first, other, before, after)
    with journal_of(office) as connection:
        told = {case_id: entries.of_case(connection, case_id) for case_id in (one, other)}
    for mine in told.values():
        assert [entry.seq for entry in mine] == list(range(1, len(mine) + 1))
        assert [entry.fields["cause"][1] for entry in mine[-3:]] == ["一", "二", "三"]


def test_units_of_work_are_told_once_each_without_what_they_changed(office: Office) -> None:
    case_id = registered(office.first, "马晓岚", "李向东")
    cause(office.first, case_id, "", "一")
    history.undo(office.first, case_id)
    with journal_of(office) as connection:
        done = entries.works(connection, case_id)
        every = entries.of_case(connection, case_id)
        assert [one.verb for one in done] == ["register_case", "edit", "undo"]
        assert done[2].undoes == done[1].work_id
        assert entries.of_work(connection, case_id, done[0].work_id) == every[:-2]
        assert entries.of_work(connection, UUID(int=1), done[0].work_id) == []


def test_one_row_and_one_field_are_found_among_the_others(office: Office) -> None:
    """A name that holds the field's own words in quotes is no change of that field."""
    case_id = registered(office.first, '"removed_at": [', "李向东")
    party = reading.case(office.first, case_id).case.applicants[1].id
    registering.remove_party(office.first, case_id, party)
    with journal_of(office) as connection:
        every = entries.of_case(connection, case_id)
        by_row = [entry for entry in every if entry.row_id == str(party)]
        assert entries.of_row(connection, case_id, "parties", str(party)) == by_row
        assert entries.naming(connection, case_id, "removed_at") == [by_row[-1]]


def test_undoing_reads_no_entry_but_those_of_its_step(office: Office) -> None:
    """The rows parsed for an undo are those of the one step, whatever the case went through before."""
    case_id = registered(office.first, "马晓岚")
    for number in range(20):
        cause(office.first, case_id, str(number or ""), str(number + 1))
    parsed: list[JournalEntry] = []
    original = entries.entry

    def watched(row: Row[Any]) -> JournalEntry:
        parsed.append(original(row))
        return parsed[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "entry", watched)
        history.undo(office.first, case_id)
    assert [entry.fields["cause"] for entry in parsed] == [("19", "20")]


def test_a_case_takes_its_number_and_its_papers_into_its_journal(office: Office) -> None:
    case_id = registered(office.first, "马晓岚")
    with journal_of(office) as connection:
        (serial,) = [one for one in entries.of_case(connection, case_id) if one.table == "serials"]
    assert (serial.row_id, serial.fields) == ("2025", {"last": (0, 1)})
    assert "serials" not in {line.entry.table for line in history.timeline(office.first, case_id)}


# Writing


def act(number: int) -> entries.Act:
    return entries.Act(work_id=UUID(int=number), at=NOW, account_id=UUID(int=9), verb="edit")


def change(case_id: UUID | None) -> RowChange:
    return RowChange("cases", str(case_id), case_id, "update", {"cause": ["", "欠薪"]})


@pytest.fixture
def shared(postgres_url: str, tmp_path: Path) -> Iterator[Office]:
    with offices.office(offices.shared_place(postgres_url), tmp_path / "notes") as office:
        yield office


def test_writers_of_different_cases_do_not_wait_for_each_other(shared: Office) -> None:
    """While one unit of work has written its journal and not yet committed, another case is saved: with a
    lock timeout of a fifth of a second, so that any waiting is told. The same case, and the office, wait."""
    one, other = registered(shared.first, "马晓岚"), registered(shared.first, "李向东")
    engine, key = shared.first.store.engine, shared.first.store.journal_key

    def impatient(connection: Connection) -> None:
        connection.execute(text("SET LOCAL lock_timeout = '200ms'"))

    colleague = shared.desk()
    event.listen(colleague.store.engine, "begin", impatient)
    with engine.begin() as unfinished:
        entries.write(unfinished, key, act(1), [change(one), change(None)])
        cause(colleague, other, "", "欠薪")
        assert colleague.store.tell_ledger(colleague.now) > 0
        with colleague.store.engine.begin() as connection, pytest.raises(OperationalError):
            entries.write(connection, key, act(2), [change(one)])
        with colleague.store.engine.begin() as connection, pytest.raises(OperationalError):
            entries.write(connection, key, act(3), [change(None)])
        unfinished.rollback()
    assert upkeep.prove(shared.first) == []


def test_units_of_work_over_several_cases_never_lock_each_other_out(shared: Office) -> None:
    """Both take the heads in one order, whichever case they name first."""
    cases = [registered(shared.first, name) for name in ("马晓岚", "李向东", "祁小川")]
    engine, key = shared.first.store.engine, shared.first.store.journal_key
    done: list[int] = []

    def work(number: int) -> None:
        for step in range(25):
            order = [*cases, None] if (number + step) % 2 else [None, *reversed(cases)]
            with engine.begin() as connection:
                entries.write(connection, key, act(100 * number + step), [change(one) for one in order])
        done.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 1, 2, 3]
    with shared.first.reading() as work_:
        for case_id in (*cases, OFFICE):
            numbers = [entry.seq for entry in entries.of_case(work_.connection, case_id)]
            assert numbers == list(range(1, len(numbers) + 1))


RIDERS = tuple(f"骑手{number:02d}" for number in range(12))


def test_the_last_row_of_each_of_the_last_units_of_work_the_latest_first(office: Office) -> None:
    """Twelve workers' amounts are one unit of work: one event, of which one row is parsed."""
    desk = office.first
    case_id = asked(desk, accepted(desk, RIDERS))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    with desk.reading() as work:
        found = entries.recent(work.connection, case_id, 3)
        whole = entries.of_case(work.connection, case_id)
    assert [entry.verb for entry in found] == ["edit", "ask_amounts", "accept"]
    assert len({entry.work_id for entry in found}) == 3
    ends = {entry.work_id: entry.seq for entry in whole}  # the last row of each
    assert [entry.seq for entry in found] == [ends[entry.work_id] for entry in found]
    assert len(whole) > 24


def test_another_case_is_not_in_it_and_a_young_case_has_what_it_has(office: Office) -> None:
    mine, other = registered(office.first, "马晓岚"), registered(office.first, "李向东")
    with office.first.reading() as work:
        (only,) = entries.recent(work.connection, mine, 5)
    assert (only.case_id, only.verb) == (mine, "register_case")
    assert other != mine


def test_no_more_rows_are_parsed_than_are_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, parsed, parse = office.first, list[object](), entries.entry
    case_id = asked(desk, accepted(desk, RIDERS))

    def counted(row: Any) -> Any:
        parsed.append(row)
        return parse(row)

    monkeypatch.setattr(entries, "entry", counted)
    with desk.reading() as work:
        assert len(entries.recent(work.connection, case_id, 2)) == len(parsed) == 2


def test_a_worker_added_later_is_told_of_by_the_deed_that_added_them(office: Office) -> None:
    desk, case_id = office.first, registered(office.first, "马晓岚")
    registering.add_party(desk, case_id, registering.PartyDraft(Role.APPLICANT, "韩雪"))
    with desk.reading() as work:
        found = [(entry.case_id, entry.verb) for entry in entries.recent(work.connection, case_id, 5)]
    assert found == [(case_id, "add_party"), (case_id, "register_case")]
