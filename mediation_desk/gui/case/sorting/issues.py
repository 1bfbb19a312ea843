"""Sub-page of sorting: the issues in dispute by their worth, and what must still be verified."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting.record import record_of
from mediation_desk.domain.sorting.stakes import Issue
from mediation_desk.gui.case.sorting.sight import Sight, chip
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look import chips
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.sorting.sorting import claim_names


@dataclass(frozen=True)
class _Issue:
    element: str
    name: str
    workers: str
    stake: Money
    claims: str


@dataclass(frozen=True)
class _Matter:
    element: str
    name: str
    state: chips.State
    workers: int
    side: str
    proof: str


class Issues(Later):
    """``issue_wanted(element id)`` when a line is pressed or opened."""

    issue_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: Sight | None = None

    def make(self) -> QWidget:
        """What is in dispute above, what is to be verified beneath."""
        self.issues = RowsModel([
            Column("name", tr("Issue in dispute"), lambda row: row.name, width=34, stretch=True),
            Column("workers", tr("Workers"), lambda row: row.workers, width=12),
            Column("claims", tr("Claims it moves"), lambda row: row.claims, width=34),
            Column("stake", tr("At stake"), lambda row: row.stake, Kind.MONEY, 16)])
        self.matters = RowsModel([
            Column("name", tr("To be verified"), lambda row: row.name, width=26, stretch=True),
            Column("state", tr("State"), lambda row: row.state, Kind.STATE, 12),
            Column("workers", tr("Workers"), lambda row: row.workers, Kind.NUMBER, 8),
            Column("side", tr("To be proved by"), lambda row: row.side, width=14),
            Column("proof", tr("Usually shown by"), lambda row: row.proof, width=40)])
        self.issue_table = Table(self.issues, name=tr("Issues in dispute, by what they are worth"))
        self.matter_table = Table(self.matters, name=tr("Matters to verify"))
        self.issue_table.set_empty(tr("Nothing is in dispute so far"), tr(
            "As soon as the two sides say different things about an element, it stands here with its worth."),
            picture="scales")
        self.matter_table.set_empty(
            tr("Nothing is left to verify"), tr("Every element is agreed, admitted or found."),
            picture="check-circle")
        for table in (self.issue_table, self.matter_table):
            table.clicked.connect(lambda _index, table=table: self._press(table))
            table.opened.connect(lambda _row, table=table: self._press(table))
        return self._laid()

    def _laid(self) -> QWidget:
        made = QWidget()
        splitter = QSplitter(made)
        splitter.setOrientation(Qt.Orientation.Vertical)
        splitter.addWidget(self._part(tr("Issues in dispute, by what they are worth"), tr(
            "What all claims together lose when this one element moves from the applicants' version to the "
            "respondent's."), self.issue_table))
        splitter.addWidget(self._part(tr("Matters to verify"), "", self.matter_table))
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, look().px(8), 0, 0)
        whole.addWidget(splitter)
        return made

    @staticmethod
    def _part(title: str, text: str, table: Table) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.setSpacing(look().px(4))
        column.addWidget(label(title, "group"))
        if text:
            column.addWidget(label(text, "small", wrap=True))
        column.addWidget(table, 1)
        return part

    def _press(self, table: Table) -> None:
        row = table.current_row()
        if row is not None:
            self.issue_wanted.emit(row.element)

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show a sorting; while hidden it waits until it is looked at."""
        self._sight = sight
        if self.isVisible():
            self._fill(sight)

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        if self._sight:
            self._fill(self._sight)

    def _fill(self, sight: Sight) -> None:
        language = sight.language
        self.issues.set_rows([
            _Issue(issue.element.id, issue.name(language),
                   _whom(len(issue.affected), len(sight.outcome.workers)),
                   issue.stake, _claims(issue, language)) for issue in sight.outcome.issues])
        self.matters.set_rows([
            _Matter(matter.element.id, matter.element.label.text(language), chip(matter.state),
                    len(matter.workers), tr(matter.burden.label), matter.evidence(language))
            for matter in record_of(sight.outcome).to_verify])


def _whom(part: int, everybody: int) -> str:
    """How many workers an issue is about."""
    if part == everybody:
        return tr("All {count}", count=everybody)
    return tr("{part} of {all}", part=part, all=everybody)


def _claims(issue: Issue, language: str) -> str:
    """The claims that the issue moves."""
    names = claim_names()
    moved = [tr_sentence(names[claim]) for claim, change in issue.by_claim.items() if change]
    return ("、" if language.startswith("zh") else "; ").join(moved)
