"""Desks that save at once on the office's PostgreSQL: each a process of its own, as in an office.

``python -m tests.benchmarks.desks ADDRESS NOTES CASE SAVES`` is one of them; it begins at a line on its
input and tells how many milliseconds each save took.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.store.store import on_server
from tests import offices
from tests.benchmarks.figures import Figure
from tests.benchmarks.large_store import surroundings
from tests.offices import PASSWORD
from tests.postgres import SETTINGS, postgres

DESKS, SAVES, WARM = 8, 60, 3
REAL = {"fsync": "on", "full_page_writes": "on"}  # what is acknowledged is on the disk, as in an office
SLOW = REAL | {"commit_delay": "50000", "commit_siblings": "0"}  # 50 ms a commit: a slow disk, a far server
WAITING = 0.5  # of eight desks' saves on a slow disk one desk makes at most; 0.75 and more if they queued up


def figures() -> Iterator[Figure]:
    """Eight desks with a case each against one desk; where a commit takes its time, only that counts."""
    with tempfile.TemporaryDirectory() as folder:
        one, eight = _measured(Path(folder) / "real", REAL)
        yield Figure("one desk saving a field on PostgreSQL, synced", one.per_second, "1/s")
        yield from _told("eight desks, each at a case of its own", eight, one)
        one, eight = _measured(Path(folder) / "slow", SLOW)
        yield Figure("one desk where a commit takes 50 ms", one.per_second, "1/s")
        yield from _told("eight desks there, each at a case of its own", eight, one)
        yield Figure("  one desk against eight: they do not queue up", one.per_second / eight.per_second, "x",
                     WAITING)


def _measured(notes: Path, settings: dict[str, str]) -> tuple[Saves, Saves]:
    """One desk, and eight."""
    with patch.dict(SETTINGS, settings), postgres() as server:
        url = server.url(server.create())
        with offices.office(offices.shared_place(url), notes) as office:
            cases = [_case(office) for _ in range(DESKS)]
        return _together(url, notes, cases[:1]), _together(url, notes, cases)


def _case(office: offices.Office) -> UUID:
    people = [registering.PartyDraft(Role.APPLICANT, "马晓岚"),
              registering.PartyDraft(Role.RESPONDENT, "西宁云上湟水文化传媒有限公司")]
    made = registering.register(office.first, registering.IntakeDraft(date(2025, 1, 15), parties=people))
    assert made.result
    return made.result


class Saves:
    """What some desks together took: milliseconds of each save, and seconds from first to last."""

    def __init__(self, took: Sequence[float], seconds: float) -> None:
        self.took, self.per_second = took, len(took) / seconds

    def percentile(self, wanted: int) -> float:
        """Of a hundred saves so many were quicker."""
        return statistics.quantiles(self.took, n=100)[wanted - 1]


def _told(name: str, found: Saves, one: Saves) -> Iterator[Figure]:
    yield Figure(f"{name}: saves a second", found.per_second, "1/s")
    yield Figure("  against one desk", found.per_second / one.per_second, "x")
    yield Figure("  a save, p50", found.percentile(50), "ms")
    yield Figure("  a save, p99", found.percentile(99), "ms")


def _together(url: str, notes: Path, cases: Sequence[UUID]) -> Saves:
    with ExitStack() as ends:
        desks = [ends.enter_context(_desk(url, notes / str(at), case)) for at, case in enumerate(cases)]
        for desk in desks:
            assert desk.stdout and desk.stdout.readline() == "ready\n"
        begun = time.perf_counter()
        for desk in desks:
            assert desk.stdin
            desk.stdin.write("go\n")
            desk.stdin.flush()
        told = [json.loads(desk.stdout.readline()) for desk in desks if desk.stdout]
        return Saves([each for took in told for each in took], time.perf_counter() - begun)


def _desk(url: str, notes: Path, case_id: UUID) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmarks.desks", url, str(notes), str(case_id), str(SAVES)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def main(url: str, notes: str, case: str, saves: str) -> None:
    """One desk: it saves its field over and over, whoever saves besides."""
    desk = sign_in.sign_in(on_server(url), "chen", PASSWORD, surroundings(Path(notes)))
    case_id = UUID(case)
    reading.case(desk, case_id)  # who writes has looked at it
    for number in range(WARM):
        _save(desk, case_id, f"开机第{number}稿，{notes[-1]}")
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps([_save(desk, case_id, f"第{number}稿，{notes[-1]}") for number in range(int(saves))]),
          flush=True)
    desk.store.close()


def _save(desk: Desk, case_id: UUID, facts: str) -> float:
    """Milliseconds until it is acknowledged."""
    begun = time.perf_counter()
    with desk.case_work(case_id, "edit") as (work, case):
        case.facts_in_brief = facts
        work.commit(lists=("cases", "agenda"))
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main(*sys.argv[1:])
