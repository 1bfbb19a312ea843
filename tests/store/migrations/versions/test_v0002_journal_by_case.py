"""A store as the first schema's program left it: its one journal is closed, and goes on case by case."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, func, select, text, update

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.library import Library
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store import schema
from mediation_desk.store.backup import manifest as manifests
from mediation_desk.store.journal import entries, ledger
from mediation_desk.store.journal.chain import linked, said
from mediation_desk.store.tables.journal import journal, journal_chains, journal_head
from mediation_desk.store.verify.findings import Damage, Finding
from tests.faults import released
from tests.faults.released import APPLICANT, FIRST_ENTRIES, Released


@pytest.fixture(params=["embedded", "shared"])
def first(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library) -> Iterator[Released]:
    """The first schema's store on each engine."""
    with released.store_of("0001", request, tmp_path, library_shelf) as made:
        yield made


def cases(desk: Desk) -> list[UUID]:
    """The case under way and the streamers', which is closed."""
    rows = reading.page(desk, CaseFilter(), 0, 10)
    return [row.case_id for row in sorted(rows, key=lambda row: row.first_applicant != APPLICANT)]


def prove(desk: Desk) -> list[Finding]:
    return upkeep.prove(desk)


def test_the_store_is_copied_and_every_entry_finds_its_case(first: Released) -> None:
    desk = first.desk()
    folder = (first.place.folder or first.around.notes) / "backups"
    (_, copy), = manifests.backups_in(folder)
    assert (copy.reason, copy.revision, copy.journal_seq) == ("migration", "0001", FIRST_ENTRIES)
    assert prove(desk) == []
    with desk.reading() as work:
        told = work.connection.execute(select(journal.c.case_id, journal.c.seq, journal.c.number)
                                       .order_by(journal.c.seq)).all()
        assert schema.revision(work.connection) == schema.NEWEST
    assert [row.seq for row in told if row.seq] == list(range(1, FIRST_ENTRIES + 1))
    for case_id in [None, *cases(desk)]:
        mine = sorted(row.number for row in told if row.case_id == case_id)
        assert mine == list(range(1, len(mine) + 1))
        assert mine


def test_history_and_undo_go_on_from_what_the_first_program_wrote(first: Released) -> None:
    """The last that was done there was to add a recording, before it to remove Meng Chunsheng."""
    desk = first.desk()
    case_id, closed = cases(desk)
    verbs = [line.entry.verb for line in history.timeline(desk, case_id)]
    assert verbs[0] == "register_case"
    assert verbs[-1] == "add_evidence"
    assert "sign_agreement" in {line.entry.verb for line in history.timeline(desk, closed)}
    assert [line.entry.table for line in history.removed(desk, case_id)] == ["parties"]
    history.undo(desk, case_id)
    history.undo(desk, case_id)
    names = [party.name for party in reading.case(desk, case_id).case.applicants]
    assert names == [APPLICANT, "孟春生"]
    assert prove(desk) == []


def test_the_chains_go_on_behind_the_link_of_the_closed_journal(first: Released) -> None:
    desk = first.desk()
    case_id = cases(desk)[0]
    with desk.reading() as work:
        before = entries.of_case(work.connection, case_id)
        closed = work.connection.execute(select(journal_head.c.hash)).scalar_one()
    seen = reading.case(desk, case_id).case.facts_in_brief
    editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, "十月未发工资")])
    with desk.reading() as work:
        after = entries.of_case(work.connection, case_id)
        rows = work.connection.execute(select(journal).where(journal.c.chain == case_id)
                                       .order_by(journal.c.number)).mappings().all()
    assert [entry.seq for entry in after] == list(range(1, len(before) + 2))
    assert [row["seq"] for row in rows[-2:]][1] is None
    digest = closed
    for row in rows:
        digest = linked(digest, said(row))
        assert row["digest"] == digest


def test_the_ledger_tells_of_every_chain_and_the_backups_of_that_time_still_count(first: Released,
                                                                                 tmp_path: Path) -> None:
    desk = first.desk()
    stick = tmp_path / "stick"
    shutil.copytree(released.backup_of("0001"), stick / "office-2025-01-20-090000.mdbackup")
    upkeep.set_folder(desk, stick)
    made = upkeep.back_up(desk)
    assert made.journal_seq == FIRST_ENTRIES + 2  # the note of the vault, and the setting of the folder
    with desk.reading() as work:
        assert ledger.place(work.connection).total == made.journal_seq
    assert prove(desk) == []


# What is altered in the entries of the first journal


THIRD = 3  # the number of the entry that is altered: in the middle of its case's first unit of work


def altered(desk: Desk, case_id: UUID, number: int, **values: object) -> list[Finding]:
    with desk.store.engine.begin() as connection:
        here = journal.c.chain == case_id, journal.c.number == number
        connection.execute(update(journal).where(*here).values(values))
    return [one for one in prove(desk) if one.damage.value.startswith("journal")]


def test_an_altered_entry_of_the_first_journal_is_named(first: Released) -> None:
    desk = first.desk()
    case_id = cases(desk)[0]
    (one,) = altered(desk, case_id, THIRD, verb="refuse")
    assert (one.damage, one.row, one.chain) == (Damage.JOURNAL, str(THIRD), case_id)
    assert "2025-01-20" in str(one.sentence(desk.zone))


def test_who_links_the_chain_anew_without_the_key_is_betrayed_by_the_first_links(first: Released) -> None:
    """The digests need no key: somebody alters an entry and links all that follow it; the first journal's
    own link of that entry does not fit any more, and the head's stamp cannot be made without the key."""
    desk = first.desk()
    case_id = cases(desk)[0]
    with desk.store.engine.begin() as connection:
        here = journal.c.chain == case_id, journal.c.number == THIRD
        connection.execute(update(journal).where(*here).values(verb="refuse"))
        _link_anew(connection, case_id)
    found = {(one.damage, one.row) for one in prove(desk) if one.table.startswith("journal")}
    assert (Damage.JOURNAL, str(THIRD)) in found
    assert (Damage.ROW_ALTERED, str(case_id)) in found


def _link_anew(connection: Connection, case_id: UUID) -> None:
    digest = connection.execute(select(journal_head.c.hash)).scalar_one()
    mine = select(journal).where(journal.c.chain == case_id).order_by(journal.c.number)
    for row in connection.execute(mine).mappings().all():
        digest = linked(digest, said(row))
        here = journal.c.chain == case_id, journal.c.number == row["number"]
        connection.execute(update(journal).where(*here).values(digest=digest))
    connection.execute(update(journal_chains).where(journal_chains.c.chain == case_id).values(digest=digest))


@pytest.mark.parametrize("end", [False, True])
def test_an_entry_taken_out_of_the_first_journal_is_missed_in_its_case(first: Released, end: bool) -> None:
    desk = first.desk()
    with desk.store.engine.begin() as connection:
        last = connection.execute(select(func.max(journal.c.seq))).scalar_one()
        gone = connection.execute(select(journal).where(journal.c.seq == (last if end else 20))).one()
        connection.execute(delete(journal).where(journal.c.seq == gone.seq))
    (one,) = [one for one in prove(desk) if one.damage.value.startswith("journal")]
    kind = Damage.JOURNAL_END if end else Damage.JOURNAL_GAP
    assert (one.damage, one.chain, one.row) == (kind, gone.chain, str(gone.number))


def test_the_closing_of_the_first_journal_is_held_by_its_last_entry(first: Released) -> None:
    desk = first.desk()
    for change in ("UPDATE journal_head SET seq = seq + 1", "UPDATE journal_head SET seq = seq - 1, hash = "
                   "(SELECT hash FROM journal WHERE seq = 3)"):
        with desk.store.engine.connect() as connection:
            connection.execute(text(change))
            connection.commit()
        assert "journal_head" in {one.table for one in prove(desk)}


def test_no_later_entry_slips_in_among_the_first(first: Released) -> None:
    """An entry with a number in the first journal is not held by a stamp of its own, so none may be new."""
    desk = first.desk()
    case_id = cases(desk)[0]
    seen = reading.case(desk, case_id).case.cause
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", seen, "欠薪三个月")])
    with desk.reading() as work:
        (last,) = entries.recent(work.connection, case_id, 1)
    (one,) = altered(desk, case_id, last.seq, seq=FIRST_ENTRIES + 1)
    assert (one.damage, one.row, one.chain) == (Damage.JOURNAL, str(last.seq), case_id)
