"""Proving the journal, and backing up, on the store with 100,000 cases."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.keys import new_key
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.journal import entries
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.store import DATABASE
from mediation_desk.store.verify.chains import Chains
from mediation_desk.store.verify.ledger import Ledger
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.told import hear
from mediation_desk.store.verify.verify import groups
from tests import offices
from tests.benchmarks.figures import Figure, alternating, milliseconds, seconds
from tests.benchmarks.large_store import CASES, LargeStore

ENTRIES, AT_ONCE = 6_600, 5  # of a case with 200 workers; of one unit of work
LATEST, WORKS = 2.0, 50.0  # milliseconds


def figures(store: LargeStore) -> Iterator[Figure]:
    """The chains of 100,000 cases, a long one; a backup with its check against a plain copy of the file."""
    yield from _journal(store)
    yield from _history()
    yield from _backup(store)


def _journal(store: LargeStore) -> Iterator[Figure]:
    rows = _walk(store.supervisor)
    took = seconds(lambda: _walk(store.supervisor))
    yield Figure("verifying the chains and stamps of 100,000 cases", took * CASES / rows, "s")
    yield Figure("  journal entries a second", rows / took / 1000, "k/s")


def _walk(desk: Desk) -> int:
    """Every chain of the store, its entries, head and the ledger; how many entries."""
    key, count = desk.store.journal_key, 0
    with Moment(desk.store) as moment:
        ledger = Ledger(key)
        chains = Chains(key, ledger)
        found = [*ledger.read(moment), *chains.gather(moment)]
        for group in groups(list(chains.known.values())):
            heard = hear(moment, key, group)
            found += heard.findings
            count += heard.entries
    assert not found, found[:3]
    return count


def _history() -> Iterator[Figure]:
    """What a case's window asks of a long journal: not all of it."""
    with tempfile.TemporaryDirectory() as folder, offices.office(
            offices.embedded_place(Path(folder)), Path(folder) / "notes") as office:
        case_id = _long_case(office.first)
        with office.first.reading() as work:
            connection = work.connection
            every = milliseconds(lambda: entries.of_case(connection, case_id))
            latest = milliseconds(lambda: entries.recent(connection, case_id, 5))
            works = milliseconds(lambda: entries.works(connection, case_id))
        yield Figure(f"reading all {ENTRIES:,} entries of a case", every, "ms")
        yield Figure("  its five latest", latest, "ms", LATEST)
        yield Figure("  its units of work, for undo", works, "ms", WORKS)


def _long_case(desk: Desk) -> UUID:
    case_id = registering.register(desk, registering.IntakeDraft(date(2025, 1, 15))).result
    assert case_id
    with desk.store.engine.begin() as connection:
        for _ in range(ENTRIES // AT_ONCE):
            act = entries.Act(work_id=new_key(desk.now), at=desk.now, account_id=desk.who.account_id,
                              verb="say")
            entries.write(connection, desk.store.journal_key, act, [
                RowChange("element_entries", str(new_key(desk.now)), case_id, "update",
                          {"applicant": ["3000.00", "4200.00"], "note": ["", "银行流水为证"]})] * AT_ONCE)
    return case_id


def _backup(store: LargeStore) -> Iterator[Figure]:
    desk = store.supervisor
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
