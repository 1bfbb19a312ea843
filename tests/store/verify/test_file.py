"""The pages of the file are judged as SQLite reads them, by a connection that never read before."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import text

from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.verify.file import is_sound
from mediation_desk.store.verify.findings import Damage, Finding
from tests import offices
from tests.offices import Office
from tests.store.tampering import another, opened_again


def test_a_damaged_page_of_the_file_is_found(busy: Office, tmp_path: Path) -> None:
    """One bit in a page of a copy of the file: SQLCipher authenticates each page. Pages in which nothing
    stands do not count, so it is one that holds evidence."""
    if busy.place.folder is None:
        pytest.skip("there is no file")
    upkeep.restore(upkeep.back_up(busy.first, tmp_path).path, "chen", offices.PASSWORD,
                   offices.embedded_place(tmp_path), busy.around)
    file = tmp_path / "office" / "office.db"
    copy = replace(busy, place=offices.embedded_place(tmp_path), opened=[])
    there = copy.desk().store
    with there.engine.connect() as connection:
        page = connection.scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'evidence_chunks'"))
    there.close()
    with file.open("r+b") as content:
        content.seek((page - 1) * 4096 + 100)
        byte = content.read(1)
        content.seek(-1, 1)
        content.write(bytes([byte[0] ^ 1]))
    desk = copy.desk()
    try:
        with closing(upkeep.proving(desk)) as seen:
            assert Finding(Damage.FILE) in list(islice(seen, 1))
    finally:
        desk.store.close()


def test_a_file_half_of_which_still_lies_in_the_log_is_sound(tmp_path: Path) -> None:
    """While somebody reads on, the log cannot be written back as a whole: pages that are in it alone are
    holes in the file, which SQLCipher's own check of the file takes for damage."""
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as office:
        with office.first.store.engine.connect().execution_options(reading=True) as reader:
            reader.execute(text("SELECT count(*) FROM cases")).all()
            for _ in range(30):
                registering.register(office.first, registering.IntakeDraft(date(2025, 1, 15)))
            check = reader.connection.cursor().execute("PRAGMA cipher_integrity_check")
            assert check and check.fetchall(), "this test is about nothing any more"
            assert is_sound(office.first.store)
        assert is_sound(office.first.store)


def test_what_is_no_store_is_not_sound(tmp_path: Path) -> None:
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as office:
        keys = another(office.first.store.opened)
        office.first.store.close()
        (tmp_path / "office" / "office.db").write_bytes(b"no store" * 1000)
        assert not is_sound(opened_again(office.place, keys))
