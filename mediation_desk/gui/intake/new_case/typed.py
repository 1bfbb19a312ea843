"""What is typed of a new case and not registered yet: it waits, even after a lock or a power cut."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk

PAUSE_MS = 400  # after the last key
PLACE = "intake/new-case"
PROPOSED = frozenset({"source", "kind_of_work", "received_on", "several", "consent", "claims"})
"""What the sheet says by itself: alone it is worth no draft."""


class Sheet(Protocol):
    """Whatever is typed into."""

    def state(self) -> dict[str, Any]:
        """All that stands there."""
        ...


class TypedSheet(QObject):
    """The draft of the person at the desk, of one sheet; ``place`` names which."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None, place: str = PLACE) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._place = desk, tasks, place
        self._sheet: Sheet | None = None
        self._kept = ""
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._clock.timeout.connect(self.flush)

    def load(self, then: Callable[[Mapping[str, Any]], object]) -> None:
        """Read what was kept, and hand it over where there is any."""
        def arrived(kept: dict[str, str]) -> None:
            self._kept = kept.get(self._place, "")
            if self._kept:
                then(json.loads(self._kept))

        self._tasks.read(drafts.all_kept, self._desk, done=arrived, receiver=self)

    def keep(self, sheet: Sheet) -> None:
        """Keep what stands in the sheet, shortly after the last key."""
        self._sheet = sheet
        self._clock.start()

    def flush(self) -> None:
        """Write what still waits, now."""
        self._clock.stop()
        if self._sheet is None:
            return
        state, self._sheet = self._sheet.state(), None
        if not any(value for name, value in state.items() if name not in PROPOSED):
            self.drop()
            return
        text = json.dumps(state, ensure_ascii=False)
        if text != self._kept:
            self._kept = text
            self._tasks.run(drafts.keep, self._desk, self._place, text)

    def drop(self) -> None:
        """It is registered, put aside, or nothing stands there any more."""
        self._clock.stop()
        self._sheet = None
        if self._kept:
            self._kept = ""
            self._tasks.run(drafts.drop, self._desk, self._place)
