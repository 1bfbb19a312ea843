"""What secrecy costs: encryption against plain SQLite on the same work, and signing in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Engine, QueuePool, create_engine, event

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.store.engines import embedded
from mediation_desk.store.store import DATABASE, VAULT, Place, in_folder
from mediation_desk.store.vault.document import OFFICE_COST
from mediation_desk.store.vault.place import VaultBesideFile
from tests.benchmarks.figures import Figure, alternating
from tests.benchmarks.large_store import surroundings
from tests.offices import PASSWORD, SETTINGS

DAYS_WORK = 12  # cases registered, edited, read and listed


def figures() -> Iterator[Figure]:
    """Both figures, each taken against its own counterpart."""
    with tempfile.TemporaryDirectory(prefix="bench-keys-") as folder:
        yield from _encryption(Path(folder))
        yield from _signing_in(Path(folder) / "real")


def _encryption(folder: Path) -> Iterator[Figure]:
    around = surroundings(folder)
    founding = Founding(SETTINGS, "chen", "陈守信", PASSWORD, PASSWORD)
    secret = sign_in.found(in_folder(folder / "secret"), founding, around)
    open_ = sign_in.found(_plain(folder / "plain"), founding, around)
    numbers = count()
    ours, theirs = alternating(lambda: _work(secret, numbers), lambda: _work(open_, numbers), rounds=9)
    yield Figure("encryption: a morning's saves and lists against plain SQLite", ours / theirs, "x")
    read, plainly = alternating(lambda: _look(secret), lambda: _look(open_), rounds=15)
    yield Figure("  reading cases and lists alone, from a cold cache", read / plainly, "x")
    head = (folder / "plain" / DATABASE).read_bytes()[:15]
    assert head == b"SQLite format 3", "the counterpart is encrypted too"
    secret.store.close()
    open_.store.close()


def _plain(folder: Path) -> Place:
    """A store like any other, but for the key."""
    folder.mkdir(parents=True)
    return Place(VaultBesideFile(folder / VAULT), lambda _key: _unencrypted(folder / DATABASE),
                 str(folder), folder)


def _unencrypted(path: Path) -> Engine:
    """The engine of ``embedded.engine_on`` without its key; every other setting is the same."""
    import sqlcipher3  # type: ignore[import-untyped]

    def connect() -> Any:
        made = sqlcipher3.connect(str(path), check_same_thread=False, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY",
                       "secure_delete = ON", "cache_size = -32000"):
            made.execute(f"PRAGMA {pragma}")
        return made

    engine = create_engine("sqlite://", creator=connect, module=sqlcipher3, poolclass=QueuePool)
    event.listen(engine, "begin", embedded.begin)
    return engine


def _work(desk: Desk, numbers: Iterator[int]) -> None:
    for _ in range(DAYS_WORK):
        made = registering.register(desk, registering.IntakeDraft(
            date(2025, 1, 17), facts_in_brief="申请人称被申请人拖欠劳动报酬。",
            parties=[registering.PartyDraft(Role.APPLICANT, f"申请人{next(numbers)}")]))
        assert made.result
        editing.save(desk, made.result, [editing.Edit("case", made.result, "cause", "", "追索劳动报酬")])
        reading.case(desk, made.result)
    reading.page(desk, CaseFilter(), 0, 100)


def _look(desk: Desk) -> None:
    desk.store.engine.dispose()
    for row in reading.page(desk, CaseFilter(), 0, 20):
        reading.case(desk, row.case_id)


def _signing_in(folder: Path) -> Iterator[Figure]:
    usual = surroundings(folder)
    around = Surroundings(usual.clock, usual.zone, usual.notes, usual.library, OFFICE_COST)
    place = in_folder(folder / "office")
    sign_in.found(place, Founding(SETTINGS, "chen", "陈守信", PASSWORD, PASSWORD), around).store.close()
    whole, argon = alternating(lambda: sign_in.sign_in(place, "chen", PASSWORD, around).store.close(),
                               _derivation, rounds=7)
    yield Figure("signing in, from the password to the desk", whole * 1000, "ms")
    yield Figure("  Argon2id's share of it (64 MiB, 3 passes, 4 lanes)", argon / whole * 100, "%")


def _derivation() -> bytes:
    """One derivation at the office's cost, as guessing a password would need it."""
    return Argon2id(salt=b"0" * 16, length=32, iterations=OFFICE_COST.passes, lanes=OFFICE_COST.lanes,
                    memory_cost=OFFICE_COST.memory_kib).derive(PASSWORD.encode())
