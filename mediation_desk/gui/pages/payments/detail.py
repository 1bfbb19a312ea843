"""An instalment beside the list: who pays, what was said, what went out, and what is done next."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.payments.dues import Due
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.payments.acts import DueActs
from mediation_desk.gui.pages.payments.note import NoteCard
from mediation_desk.gui.pages.payments.particulars import Particulars
from mediation_desk.gui.pages.payments.reminder import ReminderCard
from mediation_desk.gui.pages.payments.typed import TypedCalls
from mediation_desk.gui.pages.payments.words import (
    promise_state,
    told_of,
    when_state,
)
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import dues, following
from mediation_desk.services.payments.following import Followed

REST_MS = 120  # that one stays on a row before its case is read
Looked = tuple[Followed, Sequence[Due]]


def look_at(desk: Desk, case_id: UUID) -> Looked:
    """A case as it is followed, and what is open in it."""
    return following.followed(desk, case_id), dues.of_case(desk, case_id)


class DuePane(QWidget):
    """``trouble(DeskError)``; ``open_wanted(case_id)``; ``letter_wanted(case_id, case_number, number,
    party)``. What is kept tells ``acts``."""

    trouble = Signal(object)
    open_wanted = Signal(object)
    letter_wanted = Signal(object, str, int, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.due: Due | None = None
        self._view: Followed | None = None
        self._fresh = False  # the case was not read yet since one came to it
        self.acts = DueActs(desk, tasks, self)
        self.typed = TypedCalls(desk, tasks, self)
        self.note = NoteCard(lambda: desk.today, self.typed)
        self.reminder = ReminderCard(desk, tasks)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.read)
        self._make()
        self._lay()
        self._listen()
        self.show_due(None)
        self.typed.load()

    def _make(self) -> None:
        self.hint = label(tr("Choose an instalment: who pays, what was said and what to do next stand here."),
                          "muted", wrap=True)
        self.title, self.number = label("", "strong", wrap=True), label("", "muted", wrap=True)
        self.owed, self.said = label("", "heading"), label("", wrap=True)
        self.when, self.promise = Chip(State("", "muted")), Chip(State("", "muted"))
        self.open = button(tr("Open the case"), "quiet", picture="folder-open")
        self.call = button(tr("Note a call"), picture="phone")
        self.remind = button(tr("Remind"), picture="bell")
        self.only_mediators = label(tr("Calls and reminders are noted by the mediators of the case."),
                                    "muted", wrap=True)
        self.told = Particulars(self._desk)

    def _lay(self) -> None:
        self.inner = QWidget()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(look().px(4), 0, look().px(8), look().px(8))
        column.setSpacing(look().px(8))
        for widget in (self.title, self.number):
            column.addWidget(widget)
        column.addLayout(row_of(self.owed, self.when, gap=12))
        column.addLayout(row_of(self.promise))
        column.addWidget(self.said)
        column.addLayout(row_of(self.call, self.remind))
        column.addLayout(row_of(self.open))
        parts: tuple[QWidget, ...] = (self.only_mediators, self.note, self.reminder, self.told)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.area = SteadyArea(self.inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.hint)
        whole.addWidget(self.area, 1)
        self._whole = whole

    def _listen(self) -> None:
        self.open.clicked.connect(self._open)
        self.call.clicked.connect(self.open_note)
        self.remind.clicked.connect(lambda: self.open_reminder())
        self.told.number_wanted.connect(self._unmask)
        self.told.removal_wanted.connect(self._remove)
        self.told.telling_wanted.connect(self.open_reminder)
        self.note.noted.connect(lambda case_id, draft: self.acts.note(case_id, draft, self._seen(case_id)))
        self.acts.noted.connect(self._noted)
        self.acts.not_noted.connect(self._not_noted)
        self.acts.sent.connect(self._sent)
        self.acts.not_sent.connect(self._not_sent)
        self.acts.unmasked.connect(self._unmasked)
        self.acts.trouble.connect(self.trouble)
        self.note.closed.connect(lambda: self._back_to(self.call))
        self.reminder.sends.connect(self._send)
        self.reminder.closed.connect(lambda: self._back_to(self.remind))

    def _back_to(self, made: QWidget) -> None:
        if made.isVisible() and made.isEnabled():
            made.setFocus()

    # -- what is shown -------------------------------------------------------------------

    def show_due(self, due: Due | None) -> None:
        """Another instalment, or the same as it is now; its case is read once one stays on it."""
        before, self.due = self.due, due
        same = due is not None and before is not None and _key(due) == _key(before)
        if not same:
            self.note.put_by()
            self.reminder.put_by()
            self._view, self._fresh = None, True
            self.told.phones.clear()
        self.hint.setVisible(due is None)
        self.area.setVisible(due is not None)
        if due is not None:
            self._show_basics(due)
            self._show_view()
            if not same:
                self._rest.start()

    def _show_basics(self, due: Due) -> None:
        today, promise = self._desk.today, promise_state(due, self._desk.today)
        self.title.setText(case_title(due.case))
        self.number.setText(tr("{case}, instalment {number}", case=due.case.number, number=due.number))
        self.owed.setText(words().money(due.owed))
        self.when.set_state(when_state(due, today))
        self.promise.setVisible(promise is not None)
        if promise is not None:
            self.promise.set_state(promise)
        self.said.setText("\n".join(told_of(due, today)))

    def read(self) -> None:
        """Read its case now."""
        if self.due is not None:
            self._tasks.read(look_at, self._desk, self.due.case.case_id, done=self._show_looked,
                             failed=self.trouble.emit, receiver=self)

    def _show_looked(self, looked: Looked) -> None:
        view, open_ones = looked
        if self.due is None or view.case.id != self.due.case.case_id:
            return  # one has gone on meanwhile
        self._view = view
        found = next((one for one in open_ones if one.number == self.due.number), None)
        if found is not None:
            self.due = found
            self._show_basics(found)
        else:
            self.said.setText(tr("Instalment {number} is paid in full.", number=self.due.number))
        self._show_view(open_ones)
        if self._fresh and self.typed.waits(view.case.id) and view.may_note:
            self.note.open(view)
        self._fresh = False

    def _show_view(self, open_ones: Sequence[Due] = ()) -> None:
        view = self._view
        may = view is not None and view.may_note
        self.call.setEnabled(may)
        self.remind.setEnabled(may)
        self.only_mediators.setVisible(view is not None and not may)
        if view is None or self.due is None:
            self.told.hide()
        else:
            self.told.tell(view, self.due.number, open_ones)

    # -- what is done --------------------------------------------------------------------

    def _open(self) -> None:
        if self.due is not None:
            self.open_wanted.emit(self.due.case.case_id)

    def open_note(self) -> None:
        """Ask for what was said."""
        if self._view is not None and self._view.may_note:
            self.reminder.put_by()
            self.note.open(self._view)
            self.area.ensureWidgetVisible(self.note)

    def open_reminder(self, paid: int = 0) -> None:
        """Ask whom to remind, and how; of an instalment that is ``paid``, whom to tell so."""
        if self._view is not None and self.due is not None and self._view.may_note:
            self.note.put_by()
            self.reminder.open(self._view, paid or self.due.number, paid=bool(paid))
            self.area.ensureWidgetVisible(self.reminder)

    def _is_at(self, case_id: UUID) -> bool:
        return self.due is not None and self.due.case.case_id == case_id

    def _seen(self, case_id: UUID) -> Seen | None:
        return self._view.seen if self._view is not None and self._view.case.id == case_id else None

    def _noted(self, case_id: UUID) -> None:
        self.typed.drop(case_id)
        if self._is_at(case_id):
            self.note.put_by()

    def _not_noted(self, error: DeskError) -> None:
        self.note.ready()
        if not self.note.form.show_error(error):
            self.trouble.emit(error)

    def _remove(self, note_id: UUID) -> None:
        if self._view is not None:
            self.acts.remove(self._view.case.id, note_id, self._view.seen)

    def _send(self, manner: ReminderManner, to: UUID | None) -> None:
        if self.due is None:
            return
        case_id, number = self.due.case.case_id, self.reminder.number
        if manner is ReminderManner.LETTER:
            self.reminder.ready()
            self.letter_wanted.emit(case_id, self.due.case.number, number, to)
        else:
            self.acts.send(case_id, number, manner, to, self._seen(case_id))

    def _sent(self, case_id: UUID, manner: ReminderManner, text: str) -> None:
        if self.reminder.is_made and not self.reminder.isHidden():
            self.reminder.ready()
            if manner is ReminderManner.CODE and self._is_at(case_id):
                self.reminder.code.show_text(text)

    def _not_sent(self, error: DeskError) -> None:
        if self.reminder.is_made and not self.reminder.isHidden():
            self.reminder.refuse(error)
        else:
            self.trouble.emit(error)

    def _unmask(self, party_id: UUID) -> None:
        if self._view is not None:
            self.acts.unmask(self._view.case.id, party_id, self._view.seen)

    def _unmasked(self, party_id: UUID, phone: str) -> None:
        self.told.phones[party_id] = phone


def _key(due: Due) -> tuple[UUID, int]:
    return due.case.case_id, due.number
