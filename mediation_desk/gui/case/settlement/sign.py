"""Signing: the day on which everybody has signed, in place, without a dialog."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.checks import Finding
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.findings import FindingsList
from mediation_desk.gui.case.settlement.on_screen import OnScreenPart
from mediation_desk.gui.kit.fields.kinds import DateField, Form
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers import checking
from mediation_desk.services.settlement import settling


class SignCard(Later):
    """Asks for the day and signs the draft it was opened for, and no other. ``closed`` when done with;
    ``refused`` brings a trouble of the terms, ``jump`` a finding of the checks that somebody goes to mend."""

    closed = Signal()
    refused = Signal(object)
    jump = Signal(object)
    opened = Signal(object)  # the pad of whoever signs now
    put_out = Signal()  # another paper lies before everybody than the one that is shown

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.drafted: UUID | None = None  # the draft that everybody signed
        self.shown = ""  # the fingerprint of the paper beside the card
        self._seen = Seen()  # what was known as everybody was asked to sign
        self._round = 0
        self.hide()

    def make(self) -> QWidget:
        """The day on a card, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.day = self.form.add(DateField(tr("Signed on"), name="signed_on", required=True,
                                           today=self.bench.today))
        self.day.setProperty("staysOpen", True)  # the page only shows the terms meanwhile
        self.sign_button = button(tr("Sign and freeze"), "primary", picture="pen-nib")
        self.later = button(tr("Not yet"), "quiet")
        self.outdated = label(tr(
            "The case was changed after the agreement was printed. The paper shown here is the one that was "
            "printed, and it is what is frozen. If the parties are to sign what the case says now, press "
            "“Not yet” and print the agreement anew."), wrap=True)
        self.outdated.hide()
        self.findings = FindingsList()
        self.unticked = label(tr("Look at each of these, and tick it, before signing."), "trouble", wrap=True)
        self.unticked.hide()
        self.by_screen = button(tr("Sign on the screen"), picture="pen-nib")
        self.on_screen = OnScreenPart(self.bench)
        row = QHBoxLayout()
        row.addWidget(self.sign_button)
        row.addWidget(self.later)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Has everybody signed?"), "group"))
        column.addWidget(label(tr("The paper shown here is frozen, byte for byte as it was printed, and "
                                  "changes no more. Its fingerprint proves that. “Not yet” opens the terms "
                                  "again."), "muted", wrap=True))
        column.addWidget(self.findings)
        column.addWidget(label(tr("Everybody signs the printed paper, or here on the screen; some may do the "
                                  "one and some the other."), "muted", wrap=True))
        column.addWidget(self.by_screen, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.on_screen)
        column.addWidget(self.form)
        column.addWidget(self.unticked)
        column.addLayout(row)
        column.insertWidget(2, self.outdated)
        self.form.does(self.sign_button)
        self.sign_button.clicked.connect(self.sign)
        self.later.clicked.connect(self.closed)
        self.day.committed.connect(lambda _day: self.look())
        self.findings.ticked.connect(self.unticked.hide)
        self.findings.jump.connect(self.jump)
        self.by_screen.clicked.connect(self._sign_on_screen)
        self.on_screen.put_out.connect(self.put_out)
        self.on_screen.opened.connect(self.opened)
        self.on_screen.refused.connect(self._refused)
        return card

    def open(self, drafted: UUID) -> None:
        """Ask for the day on which this draft was signed, beginning with today."""
        self.bring()
        self.drafted, self._seen = drafted, self.bench.seen
        self.form.clear_errors()
        self.outdated.hide()
        self.unticked.hide()
        self.findings.forget()
        self.on_screen.hide()
        self.by_screen.show()
        self.day.set_value(self.bench.desk.today)
        self.show()
        self.day.setFocus()
        self.look()
        if self.bench.view is not None and self.bench.view.case.signatures:
            self._sign_on_screen()  # it was begun earlier, and goes on

    def _sign_on_screen(self) -> None:
        self.by_screen.hide()
        self.on_screen.show()
        self.on_screen.look()

    def look(self) -> None:
        """Look through the agreement as of the day that stands in the form."""
        day = self.day.value()
        if self.is_made and isinstance(day, date):
            self._round += 1
            asked = self._round
            self.bench.read(checking.before_signing, day, done=lambda found: self._found(asked, found))
        if self.is_made and not self.on_screen.isHidden():
            self.on_screen.look()

    def _found(self, asked: int, found: tuple[Finding, ...]) -> None:
        if asked == self._round:
            self.findings.show_findings(found)

    def sign(self) -> None:
        """Sign and freeze."""
        if self.findings.left and not any(one.stops for one in self.findings.findings):
            self.unticked.show()
            self.findings.left[0].setFocus()
        elif self.form.commit():
            self.sign_button.setEnabled(False)
            self.bench.run(settling.sign, self.day.value(), seen=self._seen, shown=self.shown,
                           looked_at=self.findings.looked_at,
                           done=lambda _changes: self._done(),
                           failed=self._refused, undo=False,
                           notice=tr("The agreement is signed and frozen."),
                           after=lambda: self.bench.go_on.emit(Station.PERFORMANCE))

    def _done(self) -> None:
        self.sign_button.setEnabled(True)
        self.closed.emit()

    def _refused(self, error: DeskError) -> None:
        self.sign_button.setEnabled(True)
        if isinstance(error, Conflicts):
            self._seen = error.seen  # the page shows it now
            self.refused.emit(error)
        elif not self.form.show_error(error):
            self.refused.emit(error)
