"""The cases behind a number, a page at a time; each can be opened from here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mediation_desk.domain.summary import CaseRow
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Answer, Ask, PagedModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.cases import rows as case_rows
from mediation_desk.services.desk import Desk

Read = Callable[[int, int], Sequence[CaseRow]]
LEAST_HEIGHT = 240


class Cases:
    """Fetches a number's cases on reader threads; counts them once. ``drop``: nobody looks any more."""

    def __init__(self, count: Callable[[], int], read: Read) -> None:
        self._count, self._read = count, read
        self._total: int | None = None
        self._dropped = threading.Event()

    def drop(self) -> None:
        """Another list is wanted."""
        self._dropped.set()

    def __call__(self, ask: Ask) -> Answer:
        """The rows asked for, and how many there are in all."""
        if self._dropped.is_set():
            return Answer(0, ())
        if self._total is None:
            self._total = self._count()
        return Answer(self._total, self._read(ask.offset, ask.limit))


def nobody() -> Cases:
    """No cases, before any are asked for."""
    return Cases(lambda: 0, lambda _offset, _limit: ())


class CasesBehind(QWidget):
    """A title, how many, the list, and the way back. ``case_wanted(case_id, None)`` opens a case; ``left``
    leads back to the figures."""

    case_wanted = Signal(object, object)
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases, self._names = nobody(), dict[UUID, str]()
        columns = [replace(one, sortable=False) for one in case_rows.columns(desk, self._names)
                   if one.key != case_rows.AWAY]
        self.model = PagedModel(tasks, columns, self._cases, self)
        self.table = Table(self.model, name=tr("The cases behind the number"), parent=self)
        self.table.setMinimumHeight(look().px(LEAST_HEIGHT))
        self.table.set_empty(tr("No case stands behind this number"),
                             tr("In another period, or with fewer filters, there may be some."))
        self.back = button(back, "quiet", picture="arrow-left")
        self.title, self.count = label("", "strong", wrap=True), label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self._does = row_of(self.back, self.count)
        column.addLayout(self._does)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        self.back.clicked.connect(self.left)
        self.table.opened.connect(lambda row: self.case_wanted.emit(row.case_id, None))
        self.model.loaded.connect(self._say)

    def show_cases(self, title: str, cases: Cases) -> None:
        """Show these cases, from the top."""
        self._cases.drop()
        self._cases = cases
        self.title.setText(title)
        self.count.setText("")
        self.model.reload(cases)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def add_button(self, press: QAbstractButton) -> None:
        """Something that can be done with the list, beside the way back."""
        self._does.insertWidget(1, press)

    def name_mediators(self, names: Sequence[tuple[UUID, str]]) -> None:
        """Whose cases they are, by name."""
        self._names.update(names)

    def _say(self) -> None:
        total = self.model.rowCount()
        self.count.setText(tr_count("{count} case", "{count} cases", total) if total else "")
        if total and not self.table.currentIndex().isValid() and self.table.hasFocus():
            self.table.choose_row(0)
