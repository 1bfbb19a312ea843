"""A migration happens whole or not at all, after a copy was made; a newer store is refused in words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.library import Library
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store import schema
from mediation_desk.store.backup import manifest as backup_manifest
from mediation_desk.store.backup.backup import BackupFailed
from mediation_desk.store.schema import StoreTooNew
from mediation_desk.store.store import Store, in_folder
from mediation_desk.store.vault.vault import unlock
from tests.faults import later_program, released
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.faults.released import FIRST_ENTRIES, Released
from tests.offices import PASSWORD, Office
from tests.store.tampering import opened_again


def copies(studio: Studio) -> list[backup_manifest.Manifest]:
    folder = (studio.office.place.folder or studio.notes) / "backups"
    return [manifest for _path, manifest in backup_manifest.backups_in(folder)]


def tables(store: Store) -> set[str]:
    return set(inspect(store.engine).get_table_names())


def migrated(store: Store) -> bool:
    """Whether the migration is there as a whole; it must never be there in part."""
    with store.engine.connect() as connection:
        there = {"marks" in tables(store), schema.revision(connection) == later_program.REVISION,
                 "later" in {column["name"] for column in inspect(connection).get_columns("cases")}}
        assert len(there) == 1
        if there == {True}:
            marks = connection.execute(text("SELECT count(*) FROM marks")).scalar_one()
            words = connection.execute(text("SELECT count(*) FROM cases WHERE later = number")).scalar_one()
            assert (marks, words) == (later_program.MARKS, 1)
    return there == {True}


def test_the_store_is_copied_before_its_tables_change(studio: Studio) -> None:
    with later_program.installed(studio.notes / "scripts"):
        desk = studio.office.desk()
        assert migrated(desk.store)
        assert reading.case(desk, studio.case_id).case.applicants[0].name == "马晓岚"
        (copy,) = copies(studio)
    assert (copy.reason, copy.revision) == ("migration", schema.NEWEST)


def test_a_migration_that_breaks_half_way_is_taken_back_whole(studio: Studio) -> None:
    """The older program goes on as if nothing had happened; the mended one migrates."""
    scripts = studio.notes / "scripts"
    with later_program.installed(scripts, breaks=True), pytest.raises(RuntimeError, match="the power went"):
        studio.office.desk()
    desk = studio.office.desk()
    assert not migrated(desk.store)
    assert upkeep.prove(desk) == []
    desk.store.close()
    with later_program.installed(scripts):
        assert migrated(studio.office.desk().store)


def test_killed_while_migrating(studio: Studio, children: Nursery, moment: random.Random) -> None:
    """Each start finishes the migration or finds the store as it was, and what is missing is done again."""
    for _ in range(12):
        child = children.start("migrate", studio.where, studio.notes)
        child.kill_within(0.4, moment)
        with later_program.installed(studio.notes / "scripts"):
            place = studio.office.place
            opened = opened_again(place, unlock(place.vault.read(), "chen", PASSWORD))
            done = migrated(opened)
            opened.close()
        assert done or not child.acknowledged
        if done:
            break
    assert copies(studio) or not done
    with later_program.installed(studio.notes / "scripts"):
        desk = studio.office.desk()
        assert migrated(desk.store)
        assert upkeep.prove(desk) == []
        assert copies(studio)
        desk.store.close()


def test_a_store_of_a_newer_program_is_refused_in_words_and_left_alone(studio: Studio) -> None:
    with later_program.installed(studio.notes / "scripts"):
        studio.office.desk().store.close()
    with pytest.raises(StoreTooNew, match="newer version of the program"):
        studio.office.desk()
    with later_program.installed(studio.notes / "scripts"):
        desk = studio.office.desk()
        assert migrated(desk.store)
        assert upkeep.prove(desk) == []


def test_without_room_for_the_copy_the_migration_does_not_begin(file_studio: Studio) -> None:
    folder = file_studio.office.place.folder
    assert folder
    (folder / "backups").write_text("a file where the folder should be")
    with later_program.installed(file_studio.notes / "scripts"), pytest.raises(BackupFailed):
        file_studio.office.desk()
    (folder / "backups").unlink()
    desk = file_studio.office.desk()
    assert not migrated(desk.store)


def test_a_backup_of_an_older_program_is_restored_and_brought_up_to_date(
        office: Office, tmp_path: Path, studio: Studio) -> None:
    desk = office.desk()
    old = upkeep.back_up(desk, tmp_path / "stick").path
    with later_program.installed(studio.notes / "scripts"):
        upkeep.restore(old, "chen", PASSWORD, in_folder(tmp_path / "again"), office.around)
        again = sign_in.sign_in(in_folder(tmp_path / "again"), "chen", PASSWORD, office.around)
        assert migrated(again.store)
        assert upkeep.prove(again) == []
        newer = upkeep.back_up(again, tmp_path / "stick").path
        again.store.close()
    with pytest.raises(StoreTooNew, match="newer version"):
        upkeep.restore(newer, "chen", PASSWORD, in_folder(tmp_path / "older"), office.around)
    assert not (tmp_path / "older").exists()



# A store that a released program left


@pytest.fixture(params=["embedded", "shared"])
def first(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library) -> Iterator[Released]:
    """The first schema's store on each engine."""
    with released.store_of("0001", request, tmp_path, library_shelf) as made:
        yield made


def test_killed_while_a_released_store_is_brought_up_to_date(first: Released, children: Nursery,
                                                             moment: random.Random) -> None:
    """Each start does it or finds the store as it was; nothing of it is ever half done."""
    key = unlock(first.place.vault.read(), "chen", PASSWORD).store_key
    for _ in range(6):
        child = children.start("bring_up_to_date", first.where, first.around.notes)
        child.wait_for(1)
        child.kill_within(0.4, moment)
        engine = first.place.connect(lambda: key)
        with engine.connect() as connection:
            found = schema.revision(connection)
            count = connection.execute(text("SELECT count(*) FROM journal")).scalar_one()
        engine.dispose()
        assert found in ("0001", schema.NEWEST)
        assert count == FIRST_ENTRIES
        if found != "0001":
            break
    assert upkeep.prove(first.desk()) == []
