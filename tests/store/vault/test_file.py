"""The key file: whole after a power cut, twice on the disk, and of one meaning for every later program."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.store.vault.document import VaultDamaged, vault_text
from mediation_desk.store.vault.file import VaultMissing, copy_path, mend_pair, read_vault, write_vault
from mediation_desk.store.vault.vault import WrongPassword, add_account, change_password, unlock
from tests.store.doors import (
    QIAN,
    QIAN_PASSWORD,
    ZHAO_PASSWORD,
    founded,
    with_recovery_sheet,
)

ONE_VAULT, ZHAO_OPENED, ONE_CODE = with_recovery_sheet()


def test_the_key_file_is_written_twice_and_for_its_owner_only(tmp_path: Path) -> None:
    vault = ONE_VAULT
    path = tmp_path / "office.vault"
    write_vault(vault, path)
    assert read_vault(path) == vault
    assert path.read_bytes() == copy_path(path).read_bytes()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["office.vault", "office.vault.copy"]
    if os.name != "nt":
        assert {stat.S_IMODE(item.stat().st_mode) for item in tmp_path.iterdir()} == {0o600}


@given(st.data())
@settings(max_examples=40)
def test_a_worn_disk_is_survived_by_the_copy(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    vault = ONE_VAULT
    path = tmp_path_factory.mktemp("office") / "office.vault"
    write_vault(vault, path)
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content) - 2))
    path.write_bytes(content[:at] + bytes([content[at] ^ 0x20]) + content[at + 1 :])
    assert read_vault(path) == vault
    assert mend_pair(path) is True
    assert path.read_bytes() == content
    assert mend_pair(path) is False


def test_a_missing_key_file_and_two_damaged_ones_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "office.vault"
    with pytest.raises(VaultMissing):
        read_vault(path)
    write_vault(ONE_VAULT, path)
    path.unlink()
    assert read_vault(path) == ONE_VAULT
    copy_path(path).write_bytes(b"\xff torn")
    with pytest.raises(VaultDamaged):
        read_vault(path)


def test_the_keys_of_a_backup_serve_when_they_are_put_in_the_key_files_place(tmp_path: Path) -> None:
    path = tmp_path / "office.vault"
    write_vault(founded()[0], path)
    path.write_text(vault_text(ONE_VAULT), "utf-8")
    assert read_vault(path) == ONE_VAULT
    path.write_text(vault_text(ONE_VAULT)[:-40], "utf-8")
    assert read_vault(path) != ONE_VAULT  # the copy beside it


@pytest.mark.parametrize("step", range(6))
def test_a_power_cut_while_writing_leaves_the_old_vault_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Both files go to the disk, then both are renamed, then the folder settles; the cut comes before one."""
    old, opened = founded()
    new = add_account(old, opened, "qian", QIAN_PASSWORD, QIAN)
    path = tmp_path / "office.vault"
    write_vault(old, path)
    steps = iter(range(100))
    genuine_fsync, genuine_replace = os.fsync, os.replace

    def cut_at_step() -> None:
        if next(steps) == step:
            raise OSError("the power went")

    def fsync(handle: int) -> None:
        cut_at_step()
        genuine_fsync(handle)

    def put(source: Path, target: Path) -> None:
        cut_at_step()
        genuine_replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "replace", put)
        if step < 5:
            with pytest.raises(OSError, match="the power went"):
                write_vault(new, path)
        else:
            write_vault(new, path)
    assert read_vault(path) == (old if step < 3 else new)
    write_vault(new, path)
    assert read_vault(path) == new and not mend_pair(path)


def test_after_a_changed_password_no_file_beside_the_store_knows_the_old_one(tmp_path: Path) -> None:
    vault, opened = founded()
    path = tmp_path / "office.vault"
    write_vault(vault, path)
    write_vault(change_password(vault, opened, ZHAO_PASSWORD, "river-lantern-10"), path)
    path.unlink()
    with pytest.raises(WrongPassword):
        unlock(read_vault(path), "zhao", ZHAO_PASSWORD)
