"""What goes out of the list of cases: summaries of those that are chosen or listed, and the list itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.desk import Desk

if TYPE_CHECKING:
    from mediation_desk.gui.summaries.list_pane import ListPane
    from mediation_desk.gui.summaries.pane import SummaryPane

SUMMARIES, LIST = "summaries", "list"


class CasesOut(QWidget):
    """In the place of the list while it is open. ``asks`` when somebody wants it: whoever knows answers with
    ``take``. ``opened(bool)``; ``told(words)``, ``trouble(DeskError)`` and ``changed(Changes)`` as pages do.
    """

    asks = Signal()
    opened = Signal(bool)
    told = Signal(str)
    trouble = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._memory = desk, tasks, memory
        self._wants = SUMMARIES
        self.summaries: SummaryPane | None = None
        self.list: ListPane | None = None
        self.to_summaries = button(tr("Summaries …"), "quiet", picture="article", parent=parent)
        self.to_list = button(tr("Export the list …"), "quiet", picture="table", parent=parent)
        self.buttons = (self.to_summaries, self.to_list)
        for made, wants in ((self.to_summaries, SUMMARIES), (self.to_list, LIST)):
            made.setVisible(desk.may(Verb.EXPORT_SUMMARY, own_case=True))
            made.clicked.connect(lambda _checked=False, wants=wants: self._ask(wants))
        self.back = button(tr("Back to the list"), "quiet", picture="arrow-left")
        self.title = label("", "strong")
        self.back.clicked.connect(self.leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addLayout(row_of(self.back, self.title))

    def offer(self, there_is_room: bool) -> None:
        """Show the buttons that lead here, to whoever may send anything."""
        for made in self.buttons:
            made.setVisible(there_is_room and self._desk.may(Verb.EXPORT_SUMMARY, own_case=True))

    def _ask(self, wants: str) -> None:
        self._wants = wants
        self.asks.emit()

    def take(self, wanted: CaseFilter, chosen: Sequence[UUID], listed: int) -> None:
        """Open for the chosen cases, or, where none are, for all that the list shows."""
        if self._wants == LIST:
            count = len(chosen) or listed
            self._open(tr_count("The list of {count} case", "The list of {count} cases", count))
            self._list_pane().open(wanted, frozenset(chosen))
        elif chosen:
            self._show_summaries(list(chosen))
        else:
            from mediation_desk.services.reports import case_list

            self._tasks.read(case_list.chosen, self._desk, wanted, done=self._show_summaries,
                             failed=self.trouble.emit, receiver=self)

    def _show_summaries(self, cases: list[UUID]) -> None:
        if not cases:
            self.told.emit(tr("There is no case in this list."))
            return
        self._open(tr_count("Summary of {count} case", "Summaries of {count} cases", len(cases)))
        pane = self._summary_pane()
        pane.open(cases)
        pane.begin()

    def _open(self, title: str) -> None:
        self.title.setText(title)
        for pane, wants in ((self.summaries, SUMMARIES), (self.list, LIST)):
            if pane is not None:
                pane.setVisible(wants == self._wants)
        self.show()
        self.opened.emit(True)

    def _summary_pane(self) -> SummaryPane:
        if self.summaries is None:
            from mediation_desk.gui.summaries.pane import SummaryPane

            self.summaries = SummaryPane(self._desk, self._tasks, self._memory, self)
            self._put(self.summaries)
            self.summaries.changed.connect(self.changed)
        return self.summaries

    def _list_pane(self) -> ListPane:
        if self.list is None:
            from mediation_desk.gui.summaries.list_pane import ListPane

            self.list = ListPane(self._desk, self._tasks, self._memory, self)
            self._put(self.list)
            self.list.changed.connect(self.changed)
        return self.list

    def _put(self, pane: SummaryPane | ListPane) -> None:
        self._column.addWidget(pane, 1)
        pane.told.connect(self.told)
        pane.trouble.connect(self.trouble)
        pane.show()

    def leave(self) -> None:
        """Back to the list; what is being written goes on."""
        self.hide()
        self.opened.emit(False)

    def stop_work(self) -> None:
        """The desk is about to close."""
        for pane in (self.summaries, self.list):
            if pane is not None:
                pane.stop_work()
