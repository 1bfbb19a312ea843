"""What lies in the file, as it is listed and ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.casefile.entries import Entry, State
from mediation_desk.gui.kit.look.chips import State as Chip
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_sentence

TICKED, UNTICKED = "☑", "☐"
HIGH = 320  # px at 100 %
_MEANS: Mapping[State, str] = MappingProxyType({
    State.KEPT: "agreed", State.MADE: "accent", State.EVIDENCE: "muted", State.LACKING: "missing"})


@dataclass
class FileLine:
    """A row of the list."""

    entry: Entry
    ticked: bool


def columns() -> list[Column]:
    """The list in its order, which nobody sorts otherwise."""
    return [Column("tick", tr("Tick"), _tick, width=5, whole=True, sortable=False),
            Column("part", tr("Part"), lambda line: tr(line.entry.part.label), width=12, sortable=False),
            Column("title", tr("Paper or evidence"), lambda line: line.entry.title, width=34, sortable=False,
                   whole=True),
            Column("pages", tr("Pages"), lambda line: line.entry.pages, Kind.NUMBER, width=8, sortable=False),
            Column("state", tr("State"), lambda line: Chip(tr(line.entry.state.label),
                                                           _MEANS[line.entry.state]),
                   Kind.STATE, width=20, sortable=False),
            Column("why", tr("What is missing"), lambda line: tr_sentence(line.entry.why)
                   if line.entry.why else "", width=24, stretch=True, sortable=False)]


def _tick(line: FileLine) -> str:
    return "" if not line.entry.is_ready else TICKED if line.ticked else UNTICKED


class FileRows(QWidget):
    """The list with its ticks; ``changed`` when one was set or taken, ``wanted(station)`` for a page on which
    what a row lacks is entered."""

    changed = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns())
        self.table = Table(self.rows, name=tr("What lies in the file"))
        self.table.setMinimumHeight(look().px(HIGH))
        self.table.set_empty(tr("Nothing in the file yet"),
                             tr("As soon as the case has applicants there are papers for its file."))
        self.tick = button(tr("Tick or untick"), picture="check-square")
        self.all, self.none = button(tr("As proposed"), "quiet"), button(tr("Untick all"), "quiet")
        self.enter = button(tr("Go to where it is entered"), "quiet", picture="arrow-right")
        self.tick.clicked.connect(self.toggle)
        self.all.clicked.connect(lambda: self._set(lambda entry: entry.is_proposed))
        self.none.clicked.connect(lambda: self._set(lambda _entry: False))
        self.enter.clicked.connect(self._go)
        self.table.chosen.connect(lambda _line: self._follow())
        self.table.opened.connect(lambda _line: self.toggle())
        QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, self.toggle,
                  context=Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.table, 1)
        column.addLayout(row_of(self.tick, self.all, self.none, self.enter))
        self._follow()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; what a person ticked or unticked stays so."""
        known = {line.entry.key: line.ticked for line in self.lines()}
        self.rows.set_rows([FileLine(one, one.is_ready and known.get(one.key, one.is_proposed))
                            for one in entries])
        if entries:
            self.table.choose_row(0)
        self._follow()

    def lines(self) -> list[FileLine]:
        """All of them."""
        known = (self.rows.row(at) for at in range(self.rows.rowCount()))
        return [line for line in known if isinstance(line, FileLine)]

    @property
    def keys(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(line.entry.key for line in self.lines() if line.ticked)

    def toggle(self) -> None:
        """Tick the row, or untick it."""
        line = self.table.current_row()
        if isinstance(line, FileLine) and line.entry.is_ready:
            line.ticked = not line.ticked
            self._drawn()

    def _set(self, ticked: Callable[[Entry], bool]) -> None:
        for line in self.lines():
            line.ticked = ticked(line.entry)
        self._drawn()

    def _drawn(self) -> None:
        if self.rows.rowCount():
            self.rows.dataChanged.emit(self.rows.index(0, 0), self.rows.index(
                self.rows.rowCount() - 1, self.rows.columnCount() - 1))
        self.changed.emit()

    def _follow(self) -> None:
        line = self.table.current_row()
        ready = isinstance(line, FileLine) and line.entry.is_ready
        self.tick.setEnabled(ready)
        self.enter.setVisible(isinstance(line, FileLine) and not ready)

    def _go(self) -> None:
        line = self.table.current_row()
        if isinstance(line, FileLine):
            self.wanted.emit(line.entry.station)
