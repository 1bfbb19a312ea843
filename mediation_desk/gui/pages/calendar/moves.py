"""A session on its way to another time: what it would clash with is said first, then it is kept, or left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Conflict, Conflicts, Seen
from mediation_desk.domain.planning.entries import CalendarEntry
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.clash import ClashWords, ask_beneath, spoken
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.calendar import marks
from mediation_desk.services import history
from mediation_desk.services.calendar import clashing, moving
from mediation_desk.services.calendar.clashing import Told
from mediation_desk.services.desk import Desk


class HourWords(ClashWords):
    """Two people set one session to different hours."""

    def named(self, _table: str, field: str) -> str:
        """Begin and end."""
        return {"starts_at": tr("Begins at"), "until": tr("Ends at")}.get(field, field)

    def value(self, _conflict: Conflict, value: object, _field: str = "") -> str:
        """An hour with its day."""
        return str(words().day(datetime.fromisoformat(value))) if isinstance(value, str) else spoken(value)


class Moves(QFrame):
    """Asks beneath the board where something clashes. ``moved(Changes, entry, datetime)`` once it is kept;
    ``taken_back(Changes)``; ``trouble(DeskError)``; ``left``: the question is answered or put away."""

    moved = Signal(object, object, object)
    taken_back = Signal(object)
    trouble = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._tasks = desk, tasks
        self._wanted: tuple[CalendarEntry, datetime] | None = None
        self._busy = False
        self._last: tuple[UUID, UUID] | None = None  # the case, and the step in it
        self.title, self.said = label("", "strong", wrap=True), label("", wrap=True)
        self.keep, self.leave = button(tr("Move it all the same")), button(tr("Leave it where it is"))
        self._lay()
        self.keep.clicked.connect(self._insist)
        self.leave.clicked.connect(self.put_away)
        self.hide()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        for widget in (self.title, self.said):
            column.addWidget(widget)
        column.addLayout(row)
        mean(self.said, "overdue")

    # -- asking --------------------------------------------------------------------------

    def propose(self, entry: CalendarEntry, to: datetime) -> None:
        """Move it where nothing clashes; else say first what does."""
        if self._busy or not (entry.movable and entry.case and entry.row_id):
            return
        self.put_away()
        self._busy, self._wanted = True, (entry, to)
        self._tasks.read(clashing.clashes_of_move, self._desk, entry.case.case_id, entry.row_id, to,
                         done=self._answered, failed=self._refused, receiver=self)

    def _answered(self, found: Sequence[Told]) -> None:
        self._busy = False
        if self._wanted is None:
            return
        if not found:
            self._insist()
            return
        self.title.setText(marks.moved_words(*self._wanted))
        self.said.setText(marks.clash_words(found))
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Leave the session where it is."""
        self._wanted = None
        if not self.isHidden():
            self.hide()
            self.left.emit()

    # -- keeping -------------------------------------------------------------------------

    def _insist(self) -> None:
        if self._wanted is not None:
            entry, to = self._wanted
            assert entry.case is not None
            self._move(entry, to, moving.seen_in(self._desk.seen(entry.case.case_id), entry))

    def _move(self, entry: CalendarEntry, to: datetime, seen: Seen) -> None:
        assert entry.case is not None and entry.row_id is not None
        self._busy = True
        self._tasks.run(moving.move, self._desk, entry.case.case_id, entry.row_id, to, seen,
                        done=partial(self._kept, entry, to), failed=partial(self._not_kept, entry, to),
                        receiver=self)

    def _kept(self, entry: CalendarEntry, to: datetime, changes: Changes) -> None:
        self._busy = False
        assert entry.case is not None
        self._last = entry.case.case_id, changes.touched[entry.case.case_id].work_id
        self.put_away()
        self.moved.emit(changes, entry, to)

    def _not_kept(self, entry: CalendarEntry, to: datetime, error: DeskError) -> None:
        """A colleague moved it meanwhile: both hours are shown."""
        self._busy = False
        if not isinstance(error, Conflicts):
            self._refused(error)
            return
        self.title.setText(marks.moved_words(entry, to))
        self.said.setText("")
        self.keep.hide()
        self.leave.hide()
        self.show()
        panel = ask_beneath(self, error, HourWords(), partial(self._decided, entry, to, error.seen))
        panel.theirs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decided(self, entry: CalendarEntry, to: datetime, seen: Seen, mine: bool) -> None:
        self.keep.show()
        self.leave.show()
        if mine:
            self._move(entry, to, seen)
        else:
            self.put_away()

    def _refused(self, error: DeskError) -> None:
        self._busy = False
        if shiboken6.isValid(self):
            self.put_away()
            self.trouble.emit(error)

    # -- going back ----------------------------------------------------------------------

    def take_back(self) -> None:
        """Undo the last move, once."""
        if self._last is not None and not self._busy:
            case_id, step = self._last
            self._last, self._busy = None, True
            self._tasks.run(history.undo, self._desk, case_id, step=step, done=self._undone,
                            failed=self._refused, receiver=self)

    def _undone(self, changes: Changes) -> None:
        self._busy = False
        self.taken_back.emit(changes)
