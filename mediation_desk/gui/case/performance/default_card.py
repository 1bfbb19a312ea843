"""Grace, default, acceleration and an agreed penalty as they stand today, in the agreement's words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.performance.penalty import owed_since
from mediation_desk.domain.performance.steps import in_default
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.gui.case.frame.layouts import StripedCard, empty_layout
from mediation_desk.gui.case.performance.words import grace_words
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers.default import penalties
from mediation_desk.services.reading import CaseView
from mediation_desk.services.settlement.settling import default_words


class DefaultCard(StripedCard):
    """Out of sight while nothing is late and no penalty is owed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("disputed", parent)

    def show_case(self, view: CaseView, agreement: Agreement, ledger: Ledger) -> None:
        """What is late, since when and until when, what is owed besides, and the clause."""
        column = self.column
        empty_layout(column)
        grace, broken = grace_words(agreement, ledger), in_default(ledger)
        penalised = [(one, day) for one in penalties(view.case) if (day := owed_since(one, ledger))]
        late = bool(ledger.outstanding) and (broken or bool(grace))
        self.setVisible(late or bool(penalised))
        self.set_meaning("overdue" if broken else "disputed")
        if ledger.accelerated_on and broken:
            column.addWidget(Chip(State(tr("Accelerated"), "overdue", "fast-forward")))
            since = tr("The whole rest is due at once since {day}.", day=ledger.accelerated_on)
            column.addWidget(label(since, "strong", wrap=True))
        elif broken:
            column.addWidget(Chip(State(tr("Overdue"), "overdue")))
        elif grace:
            column.addWidget(Chip(State(tr("Late, within grace"), "disputed", "hourglass")))
            column.addWidget(label(grace, "strong", wrap=True))
        for one, day in penalised:
            column.addWidget(label(tr("The agreed penalty of {amount} is owed since {day}.",
                                      amount=one.amount, day=day), "strong", wrap=True))
        says = tr("The agreement says: {clause}", clause=default_words(view.case))
        column.addWidget(label(says, wrap=True))
