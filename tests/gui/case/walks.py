"""The streamers' case walked once to each station, for tests to copy: the walk is longer than a test."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import streamers
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.library import Library
from mediation_desk.services.settlement import settling
from mediation_desk.store.store import in_folder
from tests.gui import desks


@dataclass(frozen=True)
class Walked:
    """A folder with an office in it, and the key of the case in that office."""

    folder: Path
    case_id: UUID


def _taken_in(desk: Desk) -> UUID:
    return streamers._intake(desk)


def _sorted(desk: Desk) -> UUID:
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    return case_id


def _accepted(desk: Desk) -> UUID:
    case_id = _sorted(desk)
    streamers._mediation(desk, case_id)
    return case_id


def _signed(desk: Desk) -> UUID:
    case_id = _sorted(desk)
    settling.draft(desk, case_id, streamers.terms())
    settling.sign(desk, case_id, date(2024, 11, 25))
    return case_id


def _performed(desk: Desk) -> UUID:
    return next(stop.case_id for stop in streamers.walk(desk) if stop.station == "performance")


#: ``taken in``, ``sorted``, ``accepted`` (the third round of offers), ``signed`` without mediation, and
#: ``performed``: everything paid, before it closes.
STAGES: dict[str, Callable[[Desk], UUID]] = {
    "taken in": _taken_in, "sorted": _sorted, "accepted": _accepted, "signed": _signed,
    "performed": _performed}
#: The day on which the case is walked to a stage, where it is not the first.
DAYS = {"performed": date(2025, 1, 20)}


class Walks:
    """Walks the case to a stage when it is first asked for."""

    def __init__(self, office: Path, folder: Path, library: Library) -> None:
        self._office, self._folder, self._library = office, folder, library
        self._known: dict[str, Walked] = {}

    def to(self, stage: str) -> Walked:
        """The office with the case at that stage; not to be written to."""
        if stage not in self._known:
            self._known[stage] = self._walk(stage)
        return self._known[stage]

    def _walk(self, stage: str) -> Walked:
        folder = self._folder / stage.replace(" ", "-")
        shutil.copytree(self._office, folder)
        around = desks.surroundings(self._folder / "notes",
                                    desks.SetClock(DAYS.get(stage, desks.FIRST_DAY)), self._library)
        desk = sign_in.sign_in(in_folder(folder), desks.LOGIN, desks.PASSWORD, around)
        try:
            return Walked(folder, STAGES[stage](desk))
        finally:
            desk.store.close()
