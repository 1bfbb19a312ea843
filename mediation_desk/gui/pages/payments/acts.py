"""What is done about a payment: calls noted, taken out and taken back, reminders sent, a number asked for."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services import history, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import following
from mediation_desk.services.payments.following import NoteDraft, Reminded
from mediation_desk.services.unmasking import PartyNumbers


class DueActs(QObject):
    """``changed(Changes)`` what was kept; ``told(words, undo)`` that it was, undo None or how it is taken
    back; ``trouble(DeskError)``. ``noted(case_id)``, ``not_noted(DeskError)``; ``sent(case_id, manner,
    text)``, ``not_sent(DeskError)``; ``unmasked(party_id, phone)``."""

    changed = Signal(object)
    told = Signal(str, object)
    trouble = Signal(object)
    noted = Signal(object)
    not_noted = Signal(object)
    sent = Signal(object, object, str)
    not_sent = Signal(object)
    unmasked = Signal(object, str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._last: tuple[UUID, UUID] | None = None  # the case and the step that Undo takes back

    def note(self, case_id: UUID, draft: NoteDraft, seen: Seen | None) -> None:
        """Note a call."""
        self._tasks.run(following.note, self._desk, case_id, draft, seen, receiver=self,
                        done=partial(self._noted, case_id), failed=self.not_noted.emit)

    def _noted(self, case_id: UUID, changes: Changes) -> None:
        self.noted.emit(case_id)
        self._tell(tr("The call is noted."), case_id, changes)

    def remove(self, case_id: UUID, note_id: UUID, seen: Seen | None) -> None:
        """Take a call out."""
        self._tasks.run(following.remove_note, self._desk, case_id, note_id, seen, receiver=self,
                        done=partial(self._tell, tr("The call was taken out."), case_id),
                        failed=self.trouble.emit)

    def _tell(self, text: str, case_id: UUID, changes: Changes) -> None:
        """It is kept: let the lists follow, and offer the way back."""
        self._last = case_id, changes.touched[case_id].work_id
        self.changed.emit(changes)
        self.told.emit(text, self.take_back)

    def take_back(self) -> None:
        """Undo the last call that was noted or taken out here, once."""
        if self._last is not None:
            (case_id, step), self._last = self._last, None
            self._tasks.run(history.undo, self._desk, case_id, step=step, done=self._taken_back,
                            failed=self.trouble.emit, receiver=self)

    def _taken_back(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.told.emit(tr("Taken back."), None)

    def send(self, case_id: UUID, number: int, manner: ReminderManner, to: UUID | None,
             seen: Seen | None = None) -> None:
        """Note that a reminder goes out; then it does."""
        self._tasks.run(following.remind, self._desk, case_id, number, manner, to, seen, receiver=self,
                        done=partial(self._sent, case_id, manner), failed=self.not_sent.emit)

    def _sent(self, case_id: UUID, manner: ReminderManner, made: Reminded) -> None:
        if manner is ReminderManner.COPIED:
            QGuiApplication.clipboard().setText(made.text)
        self.sent.emit(case_id, manner, made.text)
        self.changed.emit(made.changes)
        self.told.emit(sent_words(manner), None)

    def unmask(self, case_id: UUID, party_id: UUID, seen: Seen | None) -> None:
        """Ask for a telephone number; the case keeps who did."""
        self._tasks.run(unmasking.unmask, self._desk, case_id, party_id, seen, done=self._unmasked,
                        failed=self.trouble.emit, receiver=self)

    def _unmasked(self, told: PartyNumbers) -> None:
        self.unmasked.emit(told.party_id, told.numbers["phone"])
        self.changed.emit(told.changes)


def sent_words(manner: ReminderManner) -> str:
    """What is said once a reminder is on its way."""
    if manner is ReminderManner.COPIED:
        return tr("The text is copied, and that it goes out is noted.")
    if manner is ReminderManner.CODE:
        return tr("The code is shown, and that the reminder goes out is noted.")
    return tr("That the letter goes out is noted.")
