"""What is being typed and is not saved yet, kept while it is typed and brought back after a kill."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk

PAUSE_MS = 400  # after the last key


class Drafts(QObject):
    """The drafts of the person at the desk by place, each under ``prefix``, whose drafts alone are known
    here. One waits 400 ms for the next key before it is written."""

    def __init__(self, desk: Desk, tasks: Tasks, prefix: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._prefix = desk, tasks, prefix
        self._kept: dict[str, str] = {}
        self._due: dict[str, str] = {}
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._clock.timeout.connect(self.flush)

    def load(self, then: Callable[[], object]) -> None:
        """Read what was kept, then call ``then``; what was typed meanwhile is newer."""
        def arrived(kept: dict[str, str]) -> None:
            mine = {place: text for place, text in kept.items() if place.startswith(self._prefix)}
            self._kept = mine | self._kept
            then()

        self._tasks.read(drafts.all_kept, self._desk, done=arrived, receiver=self)

    def text(self, place: str) -> str | None:
        """What was being typed at a place, None when nothing was."""
        full = self._prefix + place
        return self._due.get(full, self._kept.get(full))

    def keep(self, place: str, text: str) -> None:
        """Keep what is being typed, shortly after the last key."""
        self._due[self._prefix + place] = text
        self._clock.start()

    def flush(self) -> None:
        """Write what still waits, now."""
        self._clock.stop()
        due, self._due = self._due, {}
        for place, text in due.items():
            self._kept[place] = text
            self._tasks.run(drafts.keep, self._desk, place, text)

    def drop(self, place: str) -> None:
        """Forget a place: it is saved, or nothing stands there any more."""
        full = self._prefix + place
        self._due.pop(full, None)
        if self._kept.pop(full, None) is not None:
            self._tasks.run(drafts.drop, self._desk, full)

    # -- a form that is saved as a whole ---------------------------------------------------

    def keep_form(self, form: Form, place: str) -> None:
        """Keep what stands in such a form, shortly after the last key."""
        self.keep(place, json.dumps(standing(form), ensure_ascii=False))

    def bring_back(self, form: Form, place: str) -> bool:
        """Put back what was typed in such a form; True when there was something."""
        kept = self.text(place)
        if kept:
            form.set_typed(json.loads(kept))
        return bool(kept)


def standing(form: Form) -> dict[str, str]:
    """What stands in the fields of a form that are not empty, by their names."""
    typed = {name: form.field(name).typed() for name in form.names()}
    return {name: text for name, text in typed.items() if text}
