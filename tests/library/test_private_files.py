"""Files of this person alone: whatever the umask, and through no link that somebody planted."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.library import private_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX systems")


@pytest.fixture(params=[0o000, 0o022, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A umask as careless, and as odd, as a person may have it."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folders_and_files_are_this_persons_alone(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "one" / "two"
    private_files.make_folder(folder)
    private_files.create(folder / "made").close()
    private_files.append(folder / "grown").close()
    private_files.create_anew(folder / "anew").close()
    private_files.write(folder / "written", b"x")
    private_files.claim(folder / "claimed")
    assert {mode(one) for one in (folder, folder.parent)} == {0o700}
    assert {mode(one) for one in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 5


def test_a_folder_that_stands_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_files.make_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(OSError):
        private_files.make_folder(tmp_path / "taken")


@pytest.mark.parametrize("door", [private_files.create, private_files.append])
def test_nothing_is_written_through_a_link(tmp_path: Path, door: object) -> None:
    (tmp_path / "theirs").write_text("as it was")
    (tmp_path / "planted").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError):
        door(tmp_path / "planted")  # type: ignore[operator]
    assert (tmp_path / "theirs").read_text() == "as it was"


def test_a_link_in_the_place_of_what_is_saved_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("as it was")
    for name in ("saved", "anew"):
        (tmp_path / name).symlink_to(tmp_path / "theirs")
    private_files.write(tmp_path / "saved", b"mine")
    with private_files.create_anew(tmp_path / "anew") as file:
        file.write(b"mine")
    assert (tmp_path / "theirs").read_text() == "as it was"
    assert all((tmp_path / name).read_bytes() == b"mine" and not (tmp_path / name).is_symlink()
               for name in ("saved", "anew"))


def test_what_cannot_be_written_whole_leaves_what_was_there_and_no_half(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        private_files.write(tmp_path / "folder", b"content")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_what_an_earlier_program_left_open_is_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("x")
    (tmp_path / "old").chmod(0o644)
    (tmp_path / "link").symlink_to(tmp_path / "old")
    private_files.claim(tmp_path / "link")
    assert mode(tmp_path / "old") == 0o644
    private_files.claim(tmp_path / "old")
    assert mode(tmp_path / "old") == 0o600 and (tmp_path / "old").read_text() == "x"


def test_only_a_plain_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"content")
    (tmp_path / "link").symlink_to(tmp_path / "plain")
    os.mkfifo(tmp_path / "pipe")
    with private_files.open_plain(tmp_path / "plain") as file:
        assert file.read() == b"content"
    for name, kind in (("link", private_files.IsALink), ("pipe", private_files.NoFile)):
        with pytest.raises(kind):
            private_files.open_plain(tmp_path / name)
    with pytest.raises(private_files.IsAFolder):
        private_files.open_plain(tmp_path)
    with pytest.raises(FileNotFoundError):
        private_files.open_plain(tmp_path / "none")
