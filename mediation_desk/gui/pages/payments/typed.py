"""What is typed of a call and not noted yet, case by case: it waits, even after a lock or a power cut."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk

PAUSE_MS = 400  # after the last key
PREFIX = "payments/"
PROPOSED = frozenset({"spoken_on"})  # what the form says by itself: alone it is worth no draft


class TypedCalls(QObject):
    """The drafts of the person at the desk. ``load`` reads them once, before the first form is opened."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._kept: dict[str, str] = {}
        self._due: dict[str, str] = {}
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._clock.timeout.connect(self.flush)

    def load(self, then: Callable[[], object] = lambda: None) -> None:
        """Read what was kept."""
        def arrived(kept: dict[str, str]) -> None:
            mine = {place: text for place, text in kept.items() if place.startswith(PREFIX)}
            self._kept = mine | self._kept
            then()

        self._tasks.read(drafts.all_kept, self._desk, done=arrived, receiver=self)

    def waits(self, case_id: UUID) -> bool:
        """Whether a call of that case is typed in part."""
        return bool(self._text(case_id))

    def _text(self, case_id: UUID) -> str:
        place = f"{PREFIX}{case_id}"
        return self._due.get(place) or self._kept.get(place, "")

    def keep(self, case_id: UUID, form: Form) -> None:
        """Keep what stands in the form, shortly after the last key."""
        typed = {name: text for name in form.names() if (text := form.field(name).typed())}
        if typed.keys() <= PROPOSED:
            self.drop(case_id)
            return
        self._due[f"{PREFIX}{case_id}"] = json.dumps(typed, ensure_ascii=False)
        self._clock.start()

    def bring_back(self, case_id: UUID, form: Form) -> None:
        """Put what was typed back into the form."""
        if text := self._text(case_id):
            form.set_typed(json.loads(text))

    def flush(self) -> None:
        """Write what still waits, now."""
        self._clock.stop()
        due, self._due = self._due, {}
        for place, text in due.items():
            self._kept[place] = text
            self._tasks.run(drafts.keep, self._desk, place, text)

    def drop(self, case_id: UUID) -> None:
        """It is noted, or not wanted any more."""
        place = f"{PREFIX}{case_id}"
        self._due.pop(place, None)
        if self._kept.pop(place, None) is not None:
            self._tasks.run(drafts.drop, self._desk, place)
