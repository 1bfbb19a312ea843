"""Proving the journal, and backing up, on the store with 100,000 cases."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mediation_desk.domain.accounts import Role
from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.store import DATABASE
from tests.benchmarks.figures import Figure, alternating, seconds
from tests.benchmarks.large_store import CASES, LargeStore, seated


def figures(store: LargeStore) -> Iterator[Figure]:
    """The chain of 100,000 journal rows; a backup with its check against a plain copy of the file."""
    yield from _journal(store)
    yield from _backup(store)


def _journal(store: LargeStore) -> Iterator[Figure]:
    desk = store.supervisor

    def walk() -> int:
        with desk.reading() as work:
            *_, end = journal.verify(work.connection, desk.store.journal_key)
        assert isinstance(end, int) and end >= CASES - 1, end
        return end

    rows = walk()
    took = seconds(walk)
    yield Figure("verifying the hash chain of 100,000 journal rows", took * CASES / rows, "s")
    yield Figure("  journal rows a second", rows / took / 1000, "k/s")


def _backup(store: LargeStore) -> Iterator[Figure]:
    desk = seated(store.supervisor, store.supervisor.who.account_id, Role.ADMINISTRATOR)
    file = store.folder / "office" / DATABASE
    size = file.stat().st_size / 1e6
    with tempfile.TemporaryDirectory(prefix="backup-", dir=store.folder) as folder:
        target = Path(folder)
        ours, copied = alternating(lambda: _back_up(desk, target), lambda: _copy(file, target / "copy"),
                                   rounds=3, warm=0)
    yield Figure(f"a backup of {size:.0f} MB, written, synced and read back", size / ours, "MB/s")
    yield Figure("  a plain copy of the file, synced", size / copied, "MB/s")
    yield Figure("  the backup against the plain copy", ours / copied, "x")


def _back_up(desk: Desk, target: Path) -> None:
    made = upkeep.back_up(desk, target)
    assert made.path.exists()
    shutil.rmtree(made.path)


def _copy(file: Path, copy: Path) -> None:
    shutil.copyfile(file, copy)
    with copy.open("rb+") as opened:
        os.fsync(opened.fileno())
