"""An office in which the streamers' case was taken in once, for tests to copy: that is longer than a test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.services.library import Library
from tests.offices import Office, copied, embedded_place


@dataclass(frozen=True)
class TakenIn:
    """A folder with the office in it, the case's key, and when the last was done there."""

    folder: Path
    case_id: UUID
    at: datetime


@pytest.fixture(scope="session")
def taken_in(founded_folder: Path, tmp_path_factory: pytest.TempPathFactory,
             library_shelf: Library) -> TakenIn:
    """The streamers' case, accepted; nothing said yet."""
    folder = tmp_path_factory.mktemp("streamers")
    shutil.copytree(founded_folder, folder / "office")
    with copied(embedded_place(folder), folder / "notes", library_shelf) as made:
        case_id = next(streamers.walk(made.first)).case_id
        return TakenIn(folder / "office", case_id, made.clock.now)


@pytest.fixture
def at_work(taken_in: TakenIn, tmp_path: Path, library_shelf: Library) -> Iterator[Office]:
    """A copy of that office, in which the day goes on."""
    shutil.copytree(taken_in.folder, tmp_path / "office")
    with copied(embedded_place(tmp_path), tmp_path / "notes", library_shelf) as made:
        made.clock.now = taken_in.at
        yield made


@pytest.fixture
def sorted_id(at_work: Office, taken_in: TakenIn) -> UUID:
    """The streamers' case with what both sides say."""
    streamers._sorting(at_work.first, taken_in.case_id)
    return taken_in.case_id
