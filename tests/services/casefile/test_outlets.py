"""An export comes whole or not at all, as a folder, a zip, or a zip that a passphrase locks."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.casefile.outlets import Outlet, into_folder, into_zip
from tests.library.test_locked_zip import opened

MOMENT = datetime(2025, 1, 20, 9)


def fill(outlet: Outlet) -> None:
    for name, said in (("a.txt", b"one"), ("文书/b.txt", b"two")):
        with outlet.open(name) as file:
            file.write(said[:1])
            file.write(said[1:])


def nothing() -> None:
    """Nothing is done before it is there."""


def test_a_folder_and_its_files_are_this_persons_alone(tmp_path: Path) -> None:
    with into_folder(tmp_path / "out", nothing) as outlet:
        fill(outlet)
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "文书" / "b.txt").read_bytes() == b"two"
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "out" / "a.txt").stat().st_mode) == 0o600
    assert [(one.name, one.size) for one in outlet.kept] == [("a.txt", 3), ("文书/b.txt", 3)]
    assert outlet.kept[1].sha256 == hashlib.sha256(b"two").hexdigest()


def test_a_zip_can_be_read_and_a_locked_one_with_its_passphrase(tmp_path: Path) -> None:
    for name, secret in (("plain.zip", ""), ("locked.zip", "correct horse battery")):
        with into_zip(tmp_path / name, nothing, passphrase=secret, moment=MOMENT) as outlet:
            fill(outlet)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "plain.zip") as plain:
        assert plain.read("文书/b.txt") == b"two" and plain.testzip() is None
    locked = (tmp_path / "locked.zip").read_bytes()
    assert opened(locked, "文书/b.txt", "correct horse battery") == b"two"


@pytest.mark.parametrize("shape", ["folder", "zip"])
def test_what_goes_wrong_on_the_way_leaves_nothing_and_nothing_is_written_over(tmp_path: Path, shape: str
                                                                               ) -> None:
    def outlet(before: object = nothing) -> object:
        if shape == "folder":
            return into_folder(tmp_path / "out", before)  # type: ignore[arg-type]
        return into_zip(tmp_path / "out", before, passphrase="", moment=MOMENT)  # type: ignore[arg-type]

    def refuse() -> None:
        raise DeskError("no")

    for before, inside in ((refuse, False), (nothing, True)):
        with pytest.raises(DeskError, match="no"), outlet(before) as made:  # type: ignore[attr-defined]
            fill(made)
            if inside:
                refuse()
        assert list(tmp_path.iterdir()) == []
    (tmp_path / "out").write_text("mine")
    with pytest.raises((FileExistsError, DeskError)), outlet() as made:  # type: ignore[attr-defined]
        fill(made)
    assert (tmp_path / "out").read_text() == "mine" and len(list(tmp_path.iterdir())) == 1
