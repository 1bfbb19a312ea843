"""The growing pause after wrong passwords, whatever became of this machine's notes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.store import in_folder
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import CHEAP, PASSWORD, Clock


@pytest.fixture
def around(tmp_path: Path, founded_folder: Path, library_shelf: Library) -> Surroundings:
    shutil.copytree(founded_folder, tmp_path / "office")
    clock = Clock()
    return Surroundings(clock, clock().tzinfo or pytest.fail(), tmp_path / "notes", library_shelf, CHEAP)


def wrong(tmp_path: Path, around: Surroundings, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            sign_in.sign_in(in_folder(tmp_path / "office"), "chen", "not the password", around)


def test_after_several_wrong_passwords_one_waits(tmp_path: Path, around: Surroundings) -> None:
    wrong(tmp_path, around, 3)
    with pytest.raises(DeskError, match="Too many wrong passwords"):
        sign_in.sign_in(in_folder(tmp_path / "office"), "chen", PASSWORD, around)


def test_notes_that_a_worn_disk_spoilt_lock_nobody_out(tmp_path: Path, around: Surroundings) -> None:
    wrong(tmp_path, around, 3)
    (file,) = around.notes.glob("pause-*.json")
    file.write_bytes(b"\xff\xfe{")
    sign_in.sign_in(in_folder(tmp_path / "office"), "chen", PASSWORD, around).store.close()


def test_where_no_notes_can_be_kept_a_wrong_password_is_still_just_wrong(tmp_path: Path,
                                                                         around: Surroundings) -> None:
    around.notes.write_text("a file where the folder should be")
    wrong(tmp_path, around)
