"""The signed agreement in short: total, shares, instalments, the routes that follow, the fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from mediation_desk.domain.deadlines import Clock
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import Plan
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.grids import MatrixField
from mediation_desk.gui.case.settlement.routes import RoutesPart
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.reading import CaseView
from mediation_desk.services.settlement.settling import in_capitals


def in_groups(digest: str, size: int = 8) -> str:
    """A fingerprint in groups that an eye can compare."""
    return " ".join(digest[at:at + size] for at in range(0, len(digest), size))


def plan_of(agreement: Agreement) -> Plan:
    """The kept matrix, as it was signed."""
    workers = tuple(share.worker_id for share in agreement.shares)
    columns = [{cell.worker_id: cell.amount for cell in one.shares} for one in agreement.instalments]
    return Plan(workers, tuple(share.amount for share in agreement.shares),
                tuple(one.due_on for one in agreement.instalments),
                tuple(one.amount for one in agreement.instalments),
                tuple(tuple(column[worker] for worker in workers) for column in columns))


def _fingerprints(signed: Sequence[Agreement]) -> Iterator[str]:
    """That of the paper that is shown; once it was changed, each with the day of its signing."""
    for one in signed:
        digest = in_groups(one.paper_sha256)
        yield f"{words().shown(one.signed_on)}  {digest}" if len(signed) > 1 else digest


class SignedPart(Later):
    """Shows a signed agreement; nothing here can be changed."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench

    def make(self) -> QWidget:
        """The total, what was agreed, each worker's share, the fingerprint."""
        made = QWidget()
        self.chip = Chip(State(tr("Signed and frozen"), "agreed", "lock-simple"))
        self.figure = selectable(label("", "figure"))
        self.capitals = selectable(label("", "muted", wrap=True))
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(look().px(16))
        self.facts.setVerticalSpacing(look().px(8))
        self.facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.matrix = MatrixField()
        self.routes_head, self.routes = label(tr("The ways from here"), "group"), RoutesPart(self.bench)
        self.fingerprint = selectable(label("", wrap=True))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.chip)
        column.addWidget(self.figure)
        column.addWidget(self.capitals)
        column.addSpacing(look().px(8))
        column.addLayout(self.facts)
        column.addSpacing(look().px(8))
        column.addWidget(self.matrix)
        column.addSpacing(look().px(8))
        column.addWidget(self.routes_head)
        column.addWidget(self.routes)
        column.addSpacing(look().px(8))
        column.addWidget(label(tr("Fingerprint of the frozen paper (SHA-256)"), "group"))
        column.addWidget(self.fingerprint)
        column.addWidget(label(tr("Anyone can compute it from the file; if one letter of the paper changes, "
                                  "it differs."), "small", wrap=True))
        column.addStretch(1)
        return made

    def show_case(self, view: CaseView, agreement: Agreement) -> None:
        """Show it."""
        self.bring()
        self.figure.setText(words().money(agreement.total))
        self.capitals.setText(in_capitals(agreement.total))
        self._clear()
        self._add(tr("Signed on"), str(words().shown(view.case.first_signed_on)))
        for day in view.case.changed_on:
            self._add(tr("Changed on"), str(words().shown(day)))
        for clock in view.clocks:
            if clock.kind in (ClockKind.REVIEW, ClockKind.CONFIRMATION):
                self._add(tr(clock.kind.label), self._until(clock))
        self._add(tr("When a payment is late"), tr(agreement.default_clause.label))
        self._add(tr("Grace"), tr_count("{count} day", "{count} days", agreement.grace_days))
        self._add(tr("Copies"), str(agreement.copies))
        asked = asked_by_worker(view.case)
        workers = [(key, name, asked[key]) for key, name in told_apart(view.case.applicants).items()]
        self.matrix.lay(workers, plan_of(agreement), by_hand=False, read_only=True)
        self.routes.show_case(view)
        self.routes_head.setVisible(bool(self.routes.advice))
        self.fingerprint.setText("\n".join(_fingerprints(view.case.signed_agreements)))

    def _until(self, clock: Clock) -> str:
        today: date = self.bench.desk.today
        left = clock.days_left(today)
        if left < 0:
            return tr("until {day}, over", day=clock.due_on)
        return marked(tr_count("until {day}, {count} day left", "until {day}, {count} days left", left,
                               day=clock.due_on), clock.unannounced)

    def _clear(self) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)

    def _add(self, name: str, value: str) -> None:
        self.facts.addRow(label(name, "muted"), selectable(label(value, wrap=True)))
