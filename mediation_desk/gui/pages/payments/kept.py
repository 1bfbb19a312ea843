"""Kept or not: what became of the agreements, by kind of terms, so that the next ones are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.payments.kept import KeptLine, percent
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.sites import Choice
from mediation_desk.services.payments import kept


class KeptPane(Later):
    """The table in the place of the page, with the way back. ``closed`` on the way back."""

    closed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._mediators: Sequence[tuple[UUID, str]] = ()
        self._sites: Sequence[Choice] = ()
        self.hide()

    def make(self) -> QWidget:
        """What is counted, whose, and the table."""
        made = QWidget()
        self.back = button(tr("Back to the payments"), "quiet", picture="arrow-left")
        self.mediator = ChoiceField(tr("Mediator"), self._mediators, name="mediator",
                                    empty=tr("The whole office"), width=18)
        self.mediator.setVisible(self._desk.may(Verb.LIST_ALL_CASES) and len(self._mediators) > 1)
        self.site = SiteField()
        self.site.set_sites(self._sites)
        self.rows = RowsModel([
            Column("kind", tr("Terms"), lambda line: tr(line.kind.label), width=34, stretch=True,
                   sortable=False),
            Column("agreements", tr("Agreements"), lambda line: line.agreements, Kind.NUMBER, width=10),
            Column("in_full", tr("Paid in full"), lambda line: share(line, line.in_full), width=16),
            Column("on_time", tr("Paid on time"), lambda line: share(line, line.on_time), width=16),
            Column("days", tr("Days to the money"), lambda line: line.days, Kind.NUMBER, width=14)])
        self.table = Table(self.rows, name=tr("Kept or not"))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row_of(self.back, label(tr("Kept or not"), "strong")))
        for said in self._explained():
            column.addWidget(label(said, "muted", wrap=True))
        column.addLayout(row_of(self.mediator, self.site))
        column.addWidget(self.table, 1)
        self.back.clicked.connect(self.leave)
        for field in (self.mediator, self.site):
            field.committed.connect(lambda _chosen: self.read())
        return made

    def _explained(self) -> Iterator[str]:
        yield (tr("Counted are the agreements of this store whose last instalment's day has come.")
                 if self._desk.may(Verb.LIST_ALL_CASES) else
                 tr("Counted are the agreements of your own cases whose last instalment's day has come."))
        yield tr("On time is within the days of grace. The days run from the signing to the last payment of "
                 "those paid in full; the middle one of all is shown.")

    def set_mediators(self, mediators: Sequence[tuple[UUID, str]]) -> None:
        """Who may be chosen by whoever sees every case."""
        self._mediators = mediators
        if self.is_made:
            self.mediator.set_choices(mediators)

    def set_sites(self, known: Sequence[Choice]) -> None:
        """Which sites the office has."""
        self._sites = known
        if self.is_made:
            self.site.set_sites(known)

    def open(self) -> None:
        """Count them, and show."""
        self.show()
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Count them anew."""
        chosen = self.mediator.value()
        self._tasks.read(kept.kept_or_not, self._desk, chosen if isinstance(chosen, UUID) else None,
                         next(iter(self.site.chosen()), None), done=self.rows.set_rows, receiver=self,
                         label=tr("Counting …"))

    def leave(self) -> None:
        """Back to the payments."""
        self.hide()
        self.closed.emit()


def share(line: KeptLine, part: int) -> str:
    """How many of a line's agreements, and which share of them."""
    if not line.agreements:
        return ""
    return tr("{part} ({percent} %)", part=part, percent=percent(part, line.agreements))
