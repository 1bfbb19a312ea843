"""A shared store's rows in one sealed file: of one moment, read back before it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mediation_desk.services.intake import registering
from mediation_desk.store.backup import row_copy
from mediation_desk.store.backup.copy import CopyFailed, Head
from mediation_desk.store.backup.manifest import BackupDamaged
from mediation_desk.store.pace import AT_EASE, Pace, goes_on
from tests.offices import Office


def exported(office: Office, folder: Path, pace: Pace = AT_EASE) -> tuple[Path, Head, bytes]:
    key = bytes(office.first.store.opened.store_key)
    file = folder / "rows"
    return file, row_copy.export_rows(office.first.store.engine, office.first.store.opened.store_key, file,
                                      pace), key


def test_what_was_written_is_read_back_whole_and_says_what_it_holds(busy: Office, tmp_path: Path) -> None:
    file, head, key = exported(busy, tmp_path)
    row_copy.check_rows(file, key, head, AT_EASE)
    told = row_copy.look(file, key)
    assert (told.cases, told.journal_seq, told.journal_hash) == (1, head.seq, head.hash)
    assert "马晓岚".encode() not in file.read_bytes()


def test_what_colleagues_save_meanwhile_is_not_half_in_it(busy: Office, tmp_path: Path) -> None:
    """A case that is registered while the rows are written belongs to the next backup."""
    made: list[bool] = []

    def meanwhile(_done: int, _total: int) -> None:
        if not made:
            made.append(True)
            registering.register(busy.first, registering.IntakeDraft(date(2025, 1, 6)))

    file, head, key = exported(busy, tmp_path, Pace(meanwhile, goes_on))
    row_copy.check_rows(file, key, head, AT_EASE)
    assert made and row_copy.look(file, key).counts["cases"] == 1


def test_no_file_that_lies_there_is_written_over(busy: Office, tmp_path: Path) -> None:
    (tmp_path / "rows").write_text("mine")
    with pytest.raises(FileExistsError):
        exported(busy, tmp_path)
    assert (tmp_path / "rows").read_text() == "mine"


@pytest.mark.parametrize("wrong", ["cut", "bit", "key", "other head", "gone"])
def test_a_copy_that_is_not_as_it_was_written_does_not_count(busy: Office, tmp_path: Path,
                                                             wrong: str) -> None:
    file, head, key = exported(busy, tmp_path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    match wrong:
        case "cut":
            file.write_bytes(file.read_bytes()[:-1])
        case "bit":
            file.write_bytes(content)
        case "key":
            key = bytes(32)
        case "other head":
            head = replace(head, seq=head.seq + 1)
        case _:
            file.unlink()
    with pytest.raises(CopyFailed):
        row_copy.check_rows(file, key, head, AT_EASE)
    if wrong in ("key", "gone"):
        with pytest.raises(BackupDamaged):
            row_copy.look(file, key)
