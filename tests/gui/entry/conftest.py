"""The way in on a machine without an office, and on one with an office."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.entry.hands import make_entry


@pytest.fixture
def office(founded_office: Path, tmp_path: Path) -> Path:
    """Where an office of this machine would be; empty until a test puts one there."""
    return tmp_path / "machine" / "office"


@pytest.fixture
def settled(founded_office: Path, office: Path) -> Path:
    """An office that somebody set up before."""
    shutil.copytree(founded_office, office)
    return office


@pytest.fixture
def entry(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, office: Path) -> EntryWindow:
    """The way in on a machine without an office."""
    return make_entry(qtbot, tasks, memory, around, office)


@pytest.fixture
def door(qtbot: QtBot, tasks: Tasks, memory: Memory, around: Surroundings, settled: Path) -> EntryWindow:
    """The way in on a machine with one."""
    return make_entry(qtbot, tasks, memory, around, settled)
