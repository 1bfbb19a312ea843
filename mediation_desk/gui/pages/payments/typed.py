"""What is typed of a call and not noted yet, case by case: it waits, even after a lock or a power cut."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from mediation_desk.gui.drafts import Drafts, standing
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk

PREFIX = "payments/"
PROPOSED = frozenset({"spoken_on"})  # what the form says by itself: alone it is worth no draft


class TypedCalls(QObject):
    """The calls that the person at the desk is writing down. ``load`` reads them once, before the first form
    is opened."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = Drafts(desk, tasks, PREFIX, self)

    def load(self, then: Callable[[], object] = lambda: None) -> None:
        """Read what was kept."""
        self._drafts.load(then)

    def waits(self, case_id: UUID) -> bool:
        """Whether a call of that case is typed in part."""
        return bool(self._drafts.text(str(case_id)))

    def keep(self, case_id: UUID, form: Form) -> None:
        """Keep what stands in the form, shortly after the last key."""
        if standing(form).keys() <= PROPOSED:
            self._drafts.drop(str(case_id))
        else:
            self._drafts.keep_form(form, str(case_id))

    def bring_back(self, case_id: UUID, form: Form) -> None:
        """Put what was typed back into the form."""
        self._drafts.bring_back(form, str(case_id))

    def flush(self) -> None:
        """Write what still waits, now."""
        self._drafts.flush()

    def drop(self, case_id: UUID) -> None:
        """It is noted, or not wanted any more."""
        self._drafts.drop(str(case_id))
