"""Two offices, and a case that came from the one to the other, open in the window of the latter."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.case.rooms import Room
from tests.services.referral.conftest import between, founded_exchange
from tests.services.referral.exchange import Exchange

__all__ = ["between", "founded_exchange"]


@pytest.fixture
def received(between: Exchange) -> UUID:
    """The case there."""
    return between.taken().case_id


@pytest.fixture
def there(between: Exchange, received: UUID, tasks: Tasks, memory: Memory) -> Iterator[Room]:
    """Open in its window."""
    room = Room(between.other, tasks, memory, received)
    yield room
    room.settle()
    room.frame.close()
    room.settle()
    room.frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
