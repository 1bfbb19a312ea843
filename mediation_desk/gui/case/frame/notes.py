"""What is being typed in a case, kept while it is typed and brought back after a kill."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk

PAUSE_MS = 400


class Notes(QObject):
    """The drafts of one case by place. A draft waits 400 ms for the next key before it is written."""

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._prefix = desk, tasks, f"case/{case_id}/"
        self._kept: dict[str, str] = {}
        self._due: dict[str, str] = {}
        self._loaded = False
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._clock.timeout.connect(self.flush)

    def load(self, then: Callable[[], object]) -> None:
        """Read what was kept, then call ``then``."""
        def arrived(kept: dict[str, str]) -> None:
            mine = {place: text for place, text in kept.items() if place.startswith(self._prefix)}
            self._kept = mine | self._kept
            self._loaded = True
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

    def watch(self, form: Form, place: str) -> None:
        """Keep what is typed in a form that is saved as a whole; ``drop(place)`` once it is saved."""
        form.edited.connect(lambda _name, _text: self.keep_form(form, place))
        form.committed.connect(lambda _name, _value: self.keep_form(form, place))

    def bring_back(self, form: Form, place: str) -> bool:
        """Put back what was typed in such a form; True when there was something."""
        kept = self.text(place)
        if kept:
            form.set_typed(json.loads(kept))
        return bool(kept)

    def keep_form(self, form: Form, place: str) -> None:
        """Keep what stands in such a form, shortly after the last key."""
        typed = {name: form.field(name).typed() for name in form.names()}
        self.keep(place, json.dumps({name: text for name, text in typed.items() if text}, ensure_ascii=False))
