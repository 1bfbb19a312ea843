"""Two offices with a referral between them, and a window of the one that receives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.desks import settle, show
from tests.services.referral.conftest import between, founded_exchange
from tests.services.referral.exchange import Exchange

__all__ = ["between", "founded_exchange"]


@pytest.fixture
def frame(qtbot: QtBot, between: Exchange, tasks: Tasks, memory: Memory) -> Iterator[DeskFrame]:
    """Of the office that receives."""
    made = DeskFrame(between.other, tasks, memory)
    show(qtbot, made)
    settle(tasks)
    yield made
    tasks.drain()


@pytest.fixture
def sender(qtbot: QtBot, between: Exchange, tasks: Tasks, memory: Memory) -> Iterator[DeskFrame]:
    """Of the office that refers."""
    made = DeskFrame(between.desk, tasks, memory)
    show(qtbot, made)
    settle(tasks)
    yield made
    tasks.drain()
