"""The power goes, the program is killed: at most the field being typed is lost, and the store opens clean.

Each test kills the program ten times (in the window: three), in ``make soak`` thirty and six, at random
moments: while it opens the store, while a draft is written, in the middle of a save. One store
lives through all of it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit, save
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from tests.offices import office, shelf
from tests.stories.typist import sit_down, standing, the_case

ROOT = Path(__file__).parents[2]
RECEIVED = date(2025, 1, 17)
LONG = os.environ.get("SOAK") is not None
KILLS, KILLS_IN_THE_WINDOW = (30, 6) if LONG else (10, 3)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the typists are forked from one program")


@dataclass
class Heard:
    """What one typist said until it was killed."""

    kept: dict[str, str] = field(default_factory=dict)
    saves: int = 0
    typing: tuple[str, str] | None = None  # the place and text begun and not yet acknowledged
    draft: str | None = None  # the last draft of it that was acknowledged

    def hear(self, line: dict[str, Any]) -> None:
        """One line of the typist."""
        if line["say"] == "typing":
            self.typing, self.draft = (line["place"], line["text"]), None
        elif line["say"] == "draft":
            self.draft = line["text"]
        elif line["say"] == "kept":
            self.kept[line["place"]] = line["text"]
            self.saves += 1
            self.typing = None


class Typists:
    """The program that typists are started from and killed in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.typist"], cwd=ROOT, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"})
        assert self._next()["say"] == "ready"

    def _next(self) -> dict[str, Any]:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        assert line, "the typists' program ended by itself"
        said: dict[str, Any] = json.loads(line)
        return said

    def kill_one(self, way: str, seed: int, chance: random.Random) -> Heard:
        """Let one type until a random moment, then kill it outright."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{way} {seed} {self.folder}\n")
        self._program.stdin.flush()
        heard, steps, pid = Heard(), chance.choice((0, *range(1, 40))), None
        while pid is None or steps > 0:
            line = self._next()
            assert line["say"] != "gone", "the typist stumbled before it was killed"
            pid = line.get("pid", pid)
            heard.hear(line)
            steps -= line["say"] in ("seated", "typing", "draft", "kept")
        time.sleep(chance.random() * 0.008)  # somewhere within a save, which takes some milliseconds
        os.kill(pid, signal.SIGKILL)
        while (line := self._next())["say"] != "gone":
            heard.hear(line)
        assert line["status"] == signal.SIGKILL, "the typist stumbled before it was killed"
        return heard

    def close(self) -> None:
        """No more typists."""
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.close()
        self._program.wait(10)
        self._program.stdout.close()


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf()


@pytest.fixture
def typists(tmp_path: Path, library: Library) -> Iterator[Typists]:
    """An office with one accepted case, and typists to be killed in it."""
    folder = tmp_path / "office"
    with office(in_folder(folder), folder / "notes", library) as made:
        accepted_case(made.first)
    program = Typists(folder)
    yield program
    program.close()


def accepted_case(desk: Desk) -> None:
    people = [registering.PartyDraft(Role.APPLICANT, "马晓岚"),
              registering.PartyDraft(Role.RESPONDENT, "云上传媒公司")]
    made = registering.register(desk, registering.IntakeDraft(RECEIVED, parties=people))
    assert made.result
    worker = reading.case(desk, made.result).case.applicants[0]
    registering.set_claims(desk, made.result, {worker.id: ["unpaid_wages"]})
    save(desk, made.result, [Edit("case", made.result, side, None, RECEIVED)
                             for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made.result, RECEIVED)


def check_clean(desk: Desk) -> int:
    """Every page is whole, every reference holds, the journal's chains too; how many works they tell of."""
    assert upkeep.prove(desk) == []
    with desk.store.engine.connect() as connection:
        assert connection.execute(sql("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert connection.execute(sql("PRAGMA foreign_key_check")).all() == []
        return int(connection.execute(sql("SELECT count(DISTINCT work_id) FROM journal")).scalar_one())


def check_nothing_lost(desk: Desk, before: dict[str, str], heard: Heard) -> bool:
    """Every acknowledged save stands and nothing else changed; whether the last one came through too."""
    now, expected = standing(the_case(desk)), before | heard.kept
    if heard.typing is None:
        assert now == expected
        return False
    place, typed = heard.typing
    saved = now[place] == typed
    assert now == expected | ({place: typed} if saved else {})
    if not saved and heard.draft is not None:
        kept = drafts.all_kept(desk)[place]
        assert typed.startswith(kept) and len(kept) >= len(heard.draft)
    return saved


def kill_again_and_again(typists: Typists, way: str, times: int, library: Library) -> tuple[int, int]:
    """How many saves were acknowledged, and how many came through without."""
    chance, acknowledged, unheard = random.Random(20250120), 0, 0
    desk = sit_down(typists.folder, library)
    before, works = standing(the_case(desk)), check_clean(desk)
    desk.store.close()
    for seed in range(times):
        heard = typists.kill_one(way, seed, chance)
        desk = sit_down(typists.folder, library)
        saved = check_nothing_lost(desk, before, heard)
        before, now = standing(the_case(desk)), check_clean(desk)
        assert now - works == heard.saves + saved
        works, acknowledged, unheard = now, acknowledged + heard.saves, unheard + saved
        desk.store.close()
    return acknowledged, unheard


def test_killed_again_and_again_while_a_case_is_typed_nothing_but_the_field_in_hand_is_lost(
        typists: Typists, library: Library) -> None:
    acknowledged, _unheard = kill_again_and_again(typists, "services", KILLS, library)
    assert acknowledged > KILLS  # they did come to type


def test_killed_while_typing_into_the_window_nothing_but_the_field_in_hand_is_lost(
        typists: Typists, library: Library) -> None:
    acknowledged, _unheard = kill_again_and_again(typists, "window", KILLS_IN_THE_WINDOW, library)
    assert acknowledged > KILLS_IN_THE_WINDOW
