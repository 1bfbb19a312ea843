"""The zone as tables: every dimension with both sides' words, and worker by worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.full_zone import FullZone, Reach, Verdict, WorkerReach
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.meeting_words import MEANINGS, reach_state, reach_word, side_word
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel
from mediation_desk.gui.kit.words import tr, words

Names = Mapping[UUID, str]


class ZoneTables(QWidget):
    """The dimensions, the workers where there are several, and whose line stands for nobody."""

    def __init__(self, zone: FullZone, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self.names = zone, names
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self.dimensions = self._dimensions()
        column.addWidget(self.dimensions)
        own = any(one.own for one in zone.workers)
        self.workers = self._workers() if len(zone.workers) > 1 and own else None
        if self.workers is not None:
            column.addWidget(label(tr("Worker by worker"), "group"))
            column.addWidget(self.workers)
        for said in self._asides():
            made = label(said, "small", wrap=True)
            made.setProperty("meaning", "disputed")
            column.addWidget(made)

    def _dimensions(self) -> SealedTable:
        model = RowsModel([
            Column("what", tr("What"), lambda one: tr(one.dimension.label), width=16, sortable=False),
            *(Column(side.value, tr(side.label), self._said(side), width=20, sortable=False)
              for side in Side),
            Column("verdict", tr("Meet"), reach_state, Kind.STATE, width=12, sortable=False),
            Column("range", tr("Where they meet"), reach_word, width=30, sortable=False, stretch=True)])
        return self._table(model, self.zone.reaches, tr("The zone, dimension by dimension"))

    def _said(self, side: Side) -> Callable[[Reach], object]:
        return lambda one: side_word(self.zone, one.dimension, side)

    def _workers(self) -> SealedTable:
        model = RowsModel([
            Column("who", tr("Worker"), lambda one: self.names.get(one.worker, ""), width=14, sortable=False,
                   stretch=True),
            Column("least", tr("At least"), lambda one: one.least, Kind.MONEY, width=12, sortable=False),
            Column("own", tr("Whose line"), _whose, width=18, sortable=False, yields=1),
            Column("part", tr("Part by claim of the most"), lambda one: one.part, Kind.MONEY, width=18,
                   sortable=False),
            Column("verdict", tr("Meet"), _worker_state, Kind.STATE, width=20, sortable=False)])
        return self._table(model, self.zone.workers, tr("The zone, worker by worker"))

    def _table(self, model: RowsModel, rows: tuple[Reach, ...] | tuple[WorkerReach, ...],
               name: str) -> SealedTable:
        table = SealedTable(model, name=name, parent=self)
        model.setParent(table)
        model.set_rows(rows)
        table.fit()
        return table

    def _asides(self) -> list[str]:
        lines = [*self.zone.applicants.aside, *self.zone.respondents.aside]
        return [tr("The line of {name} stands for nobody: those represented have to consent themselves, and "
                   "an agent needs special authority.", name=self.names.get(line.party_id, ""))
                for line in lines if line.party_id is not None]


def _whose(one: WorkerReach) -> str:
    if one.least is None:
        return tr("no line yet")
    return tr("their own") if one.own else tr("by claim, of the whole side's")


def _worker_state(one: WorkerReach) -> State:
    said = {Verdict.OVERLAP: tr("Reaches the line"), Verdict.UNKNOWN: tr("Not known"),
            Verdict.GAP: tr("{gap} short", gap=words().money(one.gap))}
    return State(said[one.verdict], MEANINGS[one.verdict])
