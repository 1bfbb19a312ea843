"""Says while a session is planned who or what would be in two places at once."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.look.text import label, mean
from mediation_desk.gui.pages.calendar.marks import clash_words
from mediation_desk.services.calendar import clashing
from mediation_desk.services.calendar.clashing import Told
from mediation_desk.services.mediation.meeting import SessionDraft

REST_MS = 300  # after the last key, before it is looked up


class ClashLine(QWidget):
    """One line, there only where something clashes. It refuses nothing: a person decides."""

    def __init__(self, bench: CaseBench, session_id: UUID | None, draft: Callable[[], SessionDraft | None],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._session_id, self._draft = bench, session_id, draft
        self.words = label("", wrap=True)
        mean(self.words, "disputed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self._clock = QTimer(self, singleShot=True, interval=REST_MS)
        self._clock.timeout.connect(self._look)
        self.hide()

    def follow(self) -> None:
        """Something is different in the form: look again once nobody types."""
        self._clock.start()

    def _look(self) -> None:
        draft = self._draft()
        if draft is None:
            self._show([])
            return
        self._bench.tasks.read(
            clashing.clashes, self._bench.desk, self._bench.case_id, draft.starts_at, draft.until,
            draft.place, draft.mediator_id, self._session_id, form=draft.form, side=draft.side,
            receiver=self, done=self._show)

    def _show(self, found: list[Told]) -> None:
        self.words.setText(clash_words(found))
        self.setVisible(bool(found))
