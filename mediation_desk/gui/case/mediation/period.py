"""The statutory clock on the page: until when mediation lasts, what extended it, what warns of its end."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.deadlines import LAW, extension_days
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.ending import ending, warning
from mediation_desk.gui.case.frame.header import standing_words, urgency
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView


class PeriodStrip(QWidget):
    """One line: how many days are left, until when, and who extended it; a warning beneath as it ends."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.left, self.until = label("", "strong"), label("", "muted", wrap=True)
        self.warning = label("", "strong", wrap=True)
        self.extend = button(tr("Ask for consent to an extension"), "link")
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addWidget(self.left)
        row.addWidget(self.until, 1)
        below = QHBoxLayout()
        below.addWidget(self.warning, 1)
        below.addWidget(self.extend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(row)
        column.addLayout(below)

    def show_case(self, view: CaseView) -> None:
        """How the period stands today."""
        clock, today = ending(view), self.bench.desk.today
        self.setVisible(clock is not None)
        if clock is None:
            return
        self.left.setText(standing_words(clock, today))
        mean(self.left, urgency(clock, today))
        said = tr("{clock}: {day}", clock=tr(clock.kind.label), day=clock.due_on.isoformat())
        extended = tr("extended with everybody's consent") if view.case.extension_consents else tr("extended")
        self.until.setText(f"{said} ({extended})" if view.case.extended_to else said)
        tip(self.until, tr(LAW[clock.kind]))
        words = warning(view, clock, clock.days_left(today))
        self.warning.setText(words)
        mean(self.warning, "overdue" if clock.days_left(today) <= 1 else "disputed")
        self.warning.setVisible(bool(words))
        may = bool(words) and not self.bench.read_only and clock.due_on < extension_days(view.case)[1]
        self.extend.setVisible(may)
