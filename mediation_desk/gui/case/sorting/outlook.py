"""Sub-page of sorting: if it goes to arbitration, seen from one side; nothing in it was told alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.limitation import TimeLeft
from mediation_desk.domain.sorting.outlook import ClaimOutlook, Outlook, Proof, SideOutlook
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.sorting.sight import Sight, chip
from mediation_desk.gui.case.sorting.strip import Figure
from mediation_desk.gui.kit.fields.kinds import SegmentField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import claim_names

Limits = Mapping[tuple[UUID, str], TimeLeft]
ROW = 36


@dataclass(frozen=True)
class Ahead:
    """What lies ahead: the outlook, and how long each worker's claims can still be brought."""

    outlook: Outlook
    limits: Limits


class AheadPane(Later):
    """``paper_wanted(side)``: the outlook on paper, for that side's private talk."""

    paper_wanted = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._sight: Sight | None = None
        self._ahead: Ahead | None = None
        self._asked: Sight | None = None

    def make(self) -> QWidget:
        """Whose talk it is for, the figures, and the tables beneath."""
        sides: list[tuple[object, str]] = [(Side.APPLICANT, tr("For the applicants' talk")),
                                           (Side.RESPONDENT, tr("For the respondent's talk"))]
        self.side = SegmentField("", sides, name="side", required=True)
        self.side.set_value(Side.APPLICANT)
        self.side.setProperty("staysOpen", True)  # it only chooses what is shown
        self.paper = button(tr("Print for this side …"), "quiet", picture="printer")
        self.best, self.worst = (Figure(tr("Best for this side (yuan)")),
                                 Figure(tr("Worst for this side (yuan)")))
        self.claims = RowsModel([
            Column("claim", tr("Claim"), lambda row: row[0], width=24, stretch=True),
            Column("low", tr("At least"), lambda row: row[1].low, Kind.MONEY, 15,
                   words=lambda row: _unsaid(row[1], Side.RESPONDENT)),
            Column("high", tr("At most"), lambda row: row[1].high, Kind.MONEY, 15,
                   words=lambda row: _unsaid(row[1], Side.APPLICANT)),
            Column("final", tr("Award final"), lambda row: row[2], width=22),
            Column("limit", tr("Can be brought until"), lambda row: row[3], width=26)])
        self.stages = RowsModel([
            Column("stage", tr("The way through, at the latest"),
                   lambda row: marked(tr_sentence(row.label), row.unannounced), width=40, stretch=True),
            Column("latest", tr("Latest day"), lambda row: row.latest, Kind.DATE, 14),
            Column("law", tr("Article"), lambda row: row.law, width=30)])
        self.own, self.other = (RowsModel(_proof_columns(title)) for title in (
            tr("This side must prove"), tr("The other side must prove")))
        self.tables = {model: Table(model, name=name) for model, name in (
            (self.claims, tr("Claims")), (self.own, tr("This side must prove")),
            (self.other, tr("The other side must prove")), (self.stages, tr("The way through")))}
        self.side.committed.connect(lambda _side: self._fill())
        self.paper.clicked.connect(lambda: self.paper_wanted.emit(self.side_shown))
        return self._laid()

    @property
    def side_shown(self) -> Side:
        """Whose talk it is for."""
        chosen = self.side.value() if self.is_made else None
        return Side.RESPONDENT if chosen is Side.RESPONDENT else Side.APPLICANT

    def _laid(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, look().px(8), look().px(8), 0)
        column.setSpacing(look().px(12))
        head = QHBoxLayout()
        head.addWidget(self.side)
        head.addStretch(1)
        head.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignVCenter)
        figures = QHBoxLayout()
        figures.setSpacing(look().px(40))
        for figure in (self.best, self.worst):
            figures.addWidget(figure)
        figures.addWidget(label(tr(
            "What the law would give on either version of the facts. It is no forecast of the award, and "
            "holds nothing that a side said alone."), "small", wrap=True), 1)
        column.addLayout(head)
        column.addLayout(figures)
        for table in self.tables.values():
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            column.addWidget(table)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Look ahead from a sorting; while hidden it waits until it is looked at."""
        self._sight = sight
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        sight, desk = self._sight, self._bench.desk
        if sight is None or sight is self._asked:
            return
        self._asked = sight

        def ahead() -> Ahead:
            return Ahead(sorting.prospect(desk, sight.outcome),
                         sorting.limits(desk, sight.case, sight.outcome))

        self._bench.tasks.read(ahead, done=self._arrived, receiver=self)

    def _arrived(self, ahead: Ahead) -> None:
        self._ahead = ahead
        self._fill()

    def _fill(self) -> None:
        if self._ahead is None or self._sight is None:
            return
        side, sight = self._ahead.outlook.for_side(self.side_shown), self._sight
        self.best.show_amount(side.best, tr("Not stated yet"))
        self.worst.show_amount(side.worst, tr("Not stated yet"))
        self._fill_tables(side, sight)
        for model, table in self.tables.items():
            table.setVisible(bool(model.rowCount()))
            head = table.horizontalHeader().sizeHint().height()
            table.setFixedHeight(head + model.rowCount() * table.verticalHeader().defaultSectionSize() + 4)

    def _fill_tables(self, side: SideOutlook, sight: Sight) -> None:
        names = claim_names()
        self.claims.set_rows([(tr_sentence(names[claim.claim]), claim, _final(claim), self._limit(claim))
                              for claim in side.claims])
        self.stages.set_rows(side.stages)
        self.own.set_rows([_proof_row(proof, sight) for proof in side.must_prove])
        self.other.set_rows([_proof_row(proof, sight) for proof in side.other_must_prove])

    def _limit(self, claim: ClaimOutlook) -> str:
        """The first day on which a worker's claim of that kind runs out."""
        limits = self._ahead.limits if self._ahead else {}
        found = [standing for (_, name), standing in limits.items() if name == claim.claim]
        ends = [standing for standing in found if standing.ends_on is not None]
        if not ends:
            return tr("No limit while employed") if found else tr("Last day not stated")
        first = min(ends, key=lambda standing: standing.ends_on or standing.on)
        days = first.days_left or 0
        day = marked(first.ends_on.isoformat() if first.ends_on else "", first.unannounced)
        if days < 0:
            return tr("{day} (run out)", day=day)
        return tr_count("{day} ({count} day left)", "{day} ({count} days left)", days, day=day)


def _unsaid(claim: ClaimOutlook, side: Side) -> str | None:
    """That one end of the range is open, because that side has not spoken."""
    return tr("Not stated yet") if side in claim.unsaid else None


def _final(claim: ClaimOutlook) -> str:
    """Whether arbitration decides it finally (Mediation and Arbitration Law, art. 47)."""
    if claim.final is None:
        return tr("Minimum wage unknown")
    if claim.final in (0, claim.items):
        final = tr("Yes") if claim.final else tr("No")
        return tr("{final}, as a rule; places differ", final=final) if claim.differs else final
    return tr("{part} of {all} items", part=claim.final, all=claim.items)


def _proof_columns(title: str) -> list[Column]:
    return [Column("name", title, lambda row: row[0], width=28, stretch=True),
            Column("state", tr("State"), lambda row: row[1], Kind.STATE, 12),
            Column("proof", tr("Usually shown by"), lambda row: row[2], width=36),
            Column("stake", tr("At stake"), lambda row: row[3], Kind.MONEY, 15)]


def _proof_row(proof: Proof, sight: Sight) -> tuple[object, ...]:
    matter = proof.matter
    return (matter.element.label.text(sight.language), chip(matter.state), matter.evidence(sight.language),
            proof.stake or None)
