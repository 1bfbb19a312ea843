"""The key file beside an embedded store: written whole or not at all, and always twice.

``office.vault`` stands beside ``office.db``; ``office.vault.copy`` holds the same. Each is written to a
new file, brought to the disk and renamed into place, the first before the second: whenever the power
goes, one of them is whole. The copy is the *present* vault, not the former one: a former one would still
open with the password that was just changed because somebody else had learnt it.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store.vault.document import Vault, VaultDamaged, read_vault_text, vault_text


class VaultMissing(DeskError):
    """The store's key file is not where it should be."""

    def __init__(self) -> None:
        super().__init__(
            N_("The key file of this store is missing. Put it back beside the store from the last backup.")
        )


def copy_path(path: Path) -> Path:
    """Where the second, equal copy of a key file is kept."""
    return path.with_name(path.name + ".copy")


def write_vault(vault: Vault, path: Path) -> None:
    """Write the key file and its copy.

    Both are brought to the disk before either takes its place, so an OSError (disk full, read-only
    folder) leaves the former pair standing.
    """
    text = vault_text(vault)
    content = f"{text}\n{_digest(text)}\n".encode()
    places = (path, copy_path(path))
    for place in places:
        _prepare(content, place)
    for place in places:
        os.replace(_fresh(place), place)  # noqa: PTH105 - the very call whose promise is documented
    private_files.settle(path.parent)


def read_vault(path: Path) -> Vault:
    """The vault of a key file, from the copy when the file itself is missing or damaged.

    Raises VaultMissing when there is neither, VaultDamaged when no whole one is left, VaultTooNew.
    """
    present = [place for place in (path, copy_path(path)) if place.is_file()]
    if not present:
        raise VaultMissing
    for place in present:
        text, _, digest = place.read_bytes().decode("utf-8", "replace").partition("\n")
        if digest.strip() == _digest(text):
            return read_vault_text(text)
        if not digest:  # put back out of a backup, which keeps the text alone
            with suppress(VaultDamaged):
                return read_vault_text(text)
    raise VaultDamaged


def _digest(text: str) -> str:
    """A checksum against worn disks; against people the wraps and stamps stand."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_pair(path: Path) -> bool:
    """Whether file and copy are equal, as they are but for a power cut or a worn disk."""
    file, copy = (place.read_bytes() if place.is_file() else b"" for place in (path, copy_path(path)))
    return file == copy


def mend_pair(path: Path) -> bool:
    """Make file and copy equal again after a power cut or a worn disk; whether there was anything to do."""
    if is_pair(path):
        return False
    write_vault(read_vault(path), path)
    return True


def _prepare(content: bytes, place: Path) -> None:
    with private_files.create_anew(_fresh(place)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fresh(place: Path) -> Path:
    """Where the new content waits; always the same name, so that a power cut leaves no litter behind."""
    return place.with_name(place.name + ".new")
