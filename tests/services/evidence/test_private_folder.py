"""Copies for other programs lie in one folder of one session, and none outlasts it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.private_folder import PrivateFolder, sweep
from tests.offices import Office


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    """The machine's folder for temporary files."""
    (tmp_path / "temp").mkdir()
    return tmp_path / "temp"


def named(folder: PrivateFolder) -> str:
    assert folder.path
    return folder.path.name


def left_by(process: int, mine: PrivateFolder, temp: Path) -> Path:
    """What a session of another process left: a read-only copy in a folder of its own."""
    left = temp / named(mine).replace(f"-{os.getpid()}-", f"-{process}-")
    (left / "x").mkdir(parents=True)
    (left / "x" / "a.txt").write_text("a")
    (left / "x" / "a.txt").chmod(0o400)
    return left


def test_every_copy_has_a_room_of_its_own_that_nobody_else_enters(desk: Desk, temp: Path) -> None:
    folder = PrivateFolder(desk, temp)
    rooms = [folder.room_for("聊天.png") for _ in range(3)]
    assert len(set(rooms)) == 3 and not any(room.exists() for room in rooms)
    assert {stat.S_IMODE(room.parent.stat().st_mode) for room in rooms} == {0o700}
    folder.close()


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..", "a/b\\c.pdf", "CON.pdf"])
def test_no_name_of_evidence_leads_out_of_it(desk: Desk, temp: Path, name: str) -> None:
    folder = PrivateFolder(desk, temp)
    room = folder.room_for(name)
    assert folder.path and room.parent.parent == folder.path and room.resolve() == room
    room.write_text("a")
    folder.close()
    assert list(temp.iterdir()) == []


def test_a_folder_that_a_cleaner_took_is_made_again(desk: Desk, temp: Path) -> None:
    folder = PrivateFolder(desk, temp)
    folder.room_for("a.txt").write_text("a")
    assert folder.path
    for room in folder.path.iterdir():
        (room / "a.txt").unlink()
        room.rmdir()
    folder.path.rmdir()
    folder.room_for("b.txt").write_text("b")
    folder.close()
    assert list(temp.iterdir()) == []


def test_it_goes_with_its_owner_and_may_be_closed_twice(desk: Desk, temp: Path) -> None:
    folder = PrivateFolder(desk, temp)
    folder.room_for("a.txt").write_text("a")
    del folder
    assert list(temp.iterdir()) == []
    again = PrivateFolder(desk, temp)
    again.close()
    again.room_for("a.txt").write_text("a")
    again.close()
    again.close()
    assert again.path is None and list(temp.iterdir()) == []


def test_the_next_start_sweeps_what_a_killed_session_left(desk: Desk, temp: Path) -> None:
    mine = PrivateFolder(desk, temp)
    mine.room_for("a.txt").write_text("a")
    left_by(1, mine, temp)
    strange = temp / "mediation-desk-look-000000000000-1-abc"
    strange.mkdir()
    link = temp / named(mine).replace(f"-{os.getpid()}-", "-2-")
    link.symlink_to(strange)
    assert sweep(desk, temp) == 1
    assert mine.path and sorted(temp.iterdir()) == sorted([mine.path, strange, link])
    mine.close()


def test_a_store_sweeps_behind_itself_alone(desk: Desk, office: Office, temp: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """The neighbour's program at another store may be running: its copies are not ours to take."""
    mine = PrivateFolder(desk, temp)
    mine.room_for("a.txt").write_text("a")
    left = left_by(1, mine, temp)
    monkeypatch.setattr(desk.store.place, "name", "another store")
    assert sweep(desk, temp) == 0 and left.exists()
    mine.close()


def test_what_a_copy_may_be_called_says_nothing_of_the_store(desk: Desk, temp: Path) -> None:
    folder = PrivateFolder(desk, temp)
    folder.room_for("a.txt")
    assert desk.store.place.name not in str(folder.path) and "office" not in named(folder)
    folder.close()
