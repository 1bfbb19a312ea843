"""Reminding whoever owes an instalment, or telling the workers that it was paid, from the case itself."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.performance.ledger import InstalmentStanding
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.payments.acts import sent_words
from mediation_desk.gui.pages.payments.reminder import ReminderCard
from mediation_desk.services.payments import following
from mediation_desk.services.payments.following import Followed, Reminded
from mediation_desk.services.reading import CaseView


class TellingPart(QWidget):
    """About the instalment chosen in the table: of one that is paid the workers are told, of another whoever
    owes it is reminded. A letter is written under Payments, which it leaves once its case is paid in full."""

    def __init__(self, bench: CaseBench, instalments: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._instalments = bench, instalments
        self._view: CaseView | None = None
        self.tell = button("", "quiet", picture="envelope-simple")
        self.card = ReminderCard(bench.desk, bench.tasks, letters=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tell, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        instalments.chosen.connect(lambda _row: self._follow())
        self.tell.clicked.connect(self.begin)
        self.card.sends.connect(self._send)
        self.card.closed.connect(self.tell.setFocus)

    def show_case(self, view: CaseView) -> None:
        """Offered while the case is open and something was signed."""
        self._view = view
        self._follow()

    def put_by(self) -> None:
        """Put the card away."""
        self.card.put_by()

    @property
    def chosen(self) -> InstalmentStanding | None:
        """The instalment in the table's current row; where none is chosen, the next that is due, else the
        last."""
        row = self._instalments.current_row()
        ledger = self._view.ledger if self._view is not None else None
        if isinstance(row, InstalmentStanding) or ledger is None:
            return row if isinstance(row, InstalmentStanding) else None
        return ledger.next_due or (ledger.instalments[-1] if ledger.instalments else None)

    def _follow(self) -> None:
        one = self.chosen
        self.tell.setVisible(one is not None and not self._bench.read_only)
        if one is not None:
            self.tell.setText(tr("Remind of instalment {number} …", number=one.number) if one.owed else
                              tr("Tell the workers that instalment {number} was paid …", number=one.number))

    def begin(self) -> None:
        """Read what is known of the payments, and show the text."""
        one = self.chosen
        if one is not None:
            self._bench.read(following.followed, done=lambda told: self._open(told, one))

    def _open(self, told: Followed, one: InstalmentStanding) -> None:
        self.card.open(told, one.number, paid=not one.owed)

    def _send(self, manner: ReminderManner, to: UUID | None) -> None:
        self._bench.run(following.remind, self.card.number, manner, to, undo=False,
                        done=lambda made: self._sent(manner, made), failed=self.card.refuse)

    def _sent(self, manner: ReminderManner, made: Reminded) -> None:
        if manner is ReminderManner.COPIED:
            QGuiApplication.clipboard().setText(made.text)
        elif not self.card.isHidden():
            self.card.code.show_text(made.text)
        self.card.ready()
        self._bench.told.emit(sent_words(manner), False)
