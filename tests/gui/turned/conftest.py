"""An office whose streamers' case has offers on the table and a canary in every sealed entry, and a second
case; a desk at it, and the whole program."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app.program import Program
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.gui import desks
from tests.gui.case.walks import Walked, Walks
from tests.gui.entry.test_window import TestMachine
from tests.gui.turned import hands


@pytest.fixture(scope="session")
def bare(founded_office: Path, tmp_path_factory: pytest.TempPathFactory, library: Library) -> Walked:
    """The streamers' case alone, with offers on the table; not to be written to."""
    return Walks(founded_office, tmp_path_factory.mktemp("bare"), library).to("accepted")


@pytest.fixture(scope="session")
def told(bare: Walked, tmp_path_factory: pytest.TempPathFactory, library: Library) -> Walked:
    """The whole office; not to be written to."""
    folder, walked = tmp_path_factory.mktemp("told"), bare
    around = desks.surroundings(folder / "planting", desks.SetClock(), library)
    with desks.copied_desk(walked.folder, folder / "planted", around) as desk:
        hands.plant_all(desk, walked.case_id)
    return Walked(folder / "planted", walked.case_id)


@pytest.fixture
def case_id(told: Walked) -> UUID:
    """The streamers' case."""
    return told.case_id


@pytest.fixture
def desk(told: Walked, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A desk at a copy of that office."""
    with desks.copied_desk(told.folder, tmp_path / "store", around) as made:
        reading.case(made, told.case_id)
        yield made


@pytest.fixture
def running(qtbot: QtBot, dressed: QApplication, around: Surroundings, told: Walked, tmp_path: Path,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program on a machine with that office."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "en")
    folder = tmp_path / "machine" / "office"
    shutil.copytree(told.folder, folder)
    dressed.setQuitOnLastWindowClosed(False)
    made = Program(dressed, TestMachine(folder.parent, around))
    made.start()
    yield made
    made.end()
    dressed.setQuitOnLastWindowClosed(True)
