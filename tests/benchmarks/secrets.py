"""What the secrets cost in a day's work: opening a case, keeping and reading private words, verifying, entry.

Told in processor time of the whole process: what other programs do meanwhile is not in it.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.columns import metadata
from tests import offices
from tests.benchmarks.figures import Act, Figure
from tests.offices import Office
from tests.services.papers_desk import accepted

WORDS = 20  # private words in the case, as after a long mediation
OPENING, NOTE, TALK, ENTERING = 30.0, 30.0, 40.0, 40.0  # milliseconds
VERIFYING = 1.0  # second for a thousand rows


def figures() -> Iterator[Figure]:
    """Each act at an office of one example and a case with twenty private words."""
    with tempfile.TemporaryDirectory() as folder, offices.office(
            offices.embedded_place(Path(folder)), Path(folder) / "notes") as office:
        for _stop in streamers.walk(office.first):
            pass
        case_id = accepted(office.first)
        for number in range(WORDS):
            _say(office.first, case_id, number)
        yield from _at_work(office, case_id)
        yield from _verifying(office.first)


def _say(desk: Desk, case_id: UUID, number: int) -> object:
    return caucus.note(desk, case_id, list(Side)[number % 2], f"单独说的第{number}句话")


def _at_work(office: Office, case_id: UUID) -> Iterator[Figure]:
    desk, numbers = office.first, count(WORDS)
    yield Figure("opening a case", processor(partial(reading.case, desk, case_id)), "ms", OPENING)
    yield Figure("keeping a private note", processor(lambda: _say(desk, case_id, next(numbers))), "ms", NOTE)
    yield Figure("  reading what was said alone", processor(partial(caucus.talk, desk, case_id)), "ms", TALK)
    yield Figure("signing in, but for Argon2id", processor(lambda: office.desk().store.close()), "ms",
                 ENTERING)


def _verifying(desk: Desk) -> Iterator[Figure]:
    with desk.store.engine.connect() as connection:
        rows = sum(connection.scalar(select(func.count()).select_from(table)) or 0
                   for table in metadata.sorted_tables)
    took = processor(lambda: upkeep.prove(desk), rounds=5) / 1000
    yield Figure("verifying, a thousand rows of all tables", took / rows * 1000, "s", VERIFYING)
    yield Figure("  rows a second of processor time", rows / took, "1/s")


def processor(act: Act, *, rounds: int = 25, warm: int = 3) -> float:
    """Milliseconds of processor time: the lower quartile of several runs, after some that are not counted."""
    for _ in range(warm):
        act()
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        act()
        taken.append(time.process_time() - begun)
    return statistics.quantiles(taken, n=4)[0] * 1000
