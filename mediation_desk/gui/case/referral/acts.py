"""What can be done with the chosen referral, as far as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.referral.referrals import HandOff, Referral, is_out
from mediation_desk.domain.vocabulary import Status
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.reading import CaseView


class ActsRow(QWidget):
    """Buttons side by side; at the end how many answers are awaited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change = button(tr("Change the draft …"), picture="pencil-simple")
        self.hand = button(tr("Hand over …"), picture="paper-plane-tilt")
        self.seal = button(tr("Seal a package …"), picture="package")
        self.received = button(tr("Received today"), picture="tray")
        self.answer = button(tr("Note the answer …"), picture="check")
        self.returned = button(tr("Note its return …"), picture="arrow-u-up-left")
        self.urge = button(tr("Urged today"), "quiet", picture="bell")
        self.letter = button(tr("Show the letter"), "quiet", picture="printer")
        self.close_case = button(tr("Close the case as referred …"), "quiet", picture="archive")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.still = label("", "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look().px(4))
        for line in ((self.change, self.hand, self.seal, self.received, self.answer, self.returned),
                     (self.urge, self.letter, self.close_case, self.remove)):
            row = row_of(*line)
            for made in line:
                made.hide()
            rows.addLayout(row)
        row.addWidget(self.still)

    def show_case(self, view: CaseView) -> None:
        """How many answers are awaited in all."""
        out = sum(map(is_out, view.case.referrals))
        self.still.setText(tr_count("{count} answer awaited", "{count} answers awaited", out) if out else "")

    def offer(self, one: Referral | None, view: CaseView | None, may: bool) -> None:
        """Show what fits the chosen one; ``may``: whether the person changes anything here."""
        shown = one is not None
        drafted, out = one is not None and one.handed_on is None, one is not None and is_out(one)
        sealed = one is not None and out and one.manner is HandOff.PACKAGE and one.received_on is None
        over = view is None or view.case.status is not Status.OPEN
        for made, fits in (
                (self.change, drafted), (self.hand, drafted), (self.seal, drafted or sealed),
                (self.answer, out), (self.returned, out),
                (self.received, out and one is not None and one.received_on is None), (self.urge, out),
                (self.close_case, one is not None and one.whole and not drafted and not over),
                (self.remove, shown and not out)):
            made.setVisible(bool(fits) and may)
        self.letter.setVisible(shown)
