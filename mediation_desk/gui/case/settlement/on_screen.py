"""The signing on the screen within the signing card: the paper is put out, then one after the other signs."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.signers import SignersList
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.signing.hand import HandCard
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import on_screen, settling
from mediation_desk.services.settlement.on_screen import OnScreen, SignerRow, Signing


class OnScreenPart(Later):
    """Who signs, and the pad of whoever signs now. ``put_out``: another paper lies before everybody, or the
    case says no longer what it says; ``opened(QWidget)``: somebody signs there now; ``refused(DeskError)``:
    what belongs beside nothing here. Whoever holds it calls ``look`` when the case was read anew."""

    put_out = Signal()
    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.now: OnScreen | None = None
        self._round = 0
        self._goes_on = False
        self.hide()

    def make(self) -> QWidget:
        """The head, the list, the card of whoever signs."""
        made = QWidget()
        self.head = label("", "strong", wrap=True)
        self.anew = button(tr("Put the agreement out anew"), picture="file-text")
        self.signers, self.card = SignersList(), HandCard()
        row = QHBoxLayout()
        row.addWidget(self.anew)
        row.addStretch(1)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(self.card)
        column.addWidget(self.signers)
        self.anew.clicked.connect(self._put_out_anew)
        self.signers.sign.connect(self._sign)
        self.signers.remove.connect(self._remove)
        self.card.signed.connect(self._signed)
        self.card.closed.connect(self._leave_pad)
        self.anew.hide()
        return made

    def look(self) -> None:
        """Read who signed what; the first look puts the paper out that lies before everybody."""
        self.bring()
        self._round += 1
        asked = self._round
        self.bench.read(on_screen.look, done=lambda found: self._found(asked, found),
                        failed=self.refused.emit)

    def _found(self, asked: int, found: OnScreen) -> None:
        if asked != self._round or self.isHidden():
            return
        if not found.paper.kept:
            self._put_out(found.paper.paper)
            return
        self._show(found)

    def _show(self, found: OnScreen) -> None:
        before, self.now = self.now, found
        self.signers.show_rows(found.rows, self.bench.desk.zone)
        self.anew.setVisible(found.paper.outdated)
        self.head.setText(self._said(found))
        if before is None or before.paper.paper.sha256 != found.paper.paper.sha256:
            self._put_away()
        if before is None or before.paper != found.paper:
            self.put_out.emit()
        if self._goes_on:
            self._goes_on = False
            self.focus_first()

    def _said(self, found: OnScreen) -> str:
        if found.crossed_out:
            return tr_count("The agreement was put out anew: 1 signature is crossed out and must be made "
                            "anew.", "The agreement was put out anew: {count} signatures are crossed out and "
                            "must be made anew.", found.crossed_out)
        if found.signed == len(found.rows):
            return tr("Everybody has signed on the screen.")
        return tr("{signed} of {count} have signed on the screen. Whoever signs on paper needs nothing here.",
                  signed=found.signed, count=len(found.rows))

    # -- putting out ---------------------------------------------------------------------

    def _put_out(self, paper: object) -> None:
        self.bench.run(settling.put_out, paper, undo=False, failed=self._refused)

    def _put_out_anew(self) -> None:
        """What the case says now; whoever signed the former one signs anew."""
        self.bench.read(making.make, AGREEMENT, done=self._put_out, failed=self.refused.emit)

    # -- signing -------------------------------------------------------------------------

    def _sign(self, row: SignerRow) -> None:
        if self.now is not None:
            self.card.open(row, self.now.paper.paper.sha256)
            self.opened.emit(self.card)

    def _put_away(self) -> None:
        self.card.hide()

    def _leave_pad(self) -> None:
        self._put_away()
        self.focus_first()

    def _done(self) -> None:
        """Whoever signs next is at hand, once the list shows this one."""
        self._put_away()
        self._goes_on = True

    def _signed(self, made: Signing) -> None:
        self.bench.run(on_screen.sign_on_screen, made, undo=False, done=lambda _changes: self._done(),
                       failed=self._not_signed, notice=tr("The signature is kept."))

    def _not_signed(self, error: DeskError) -> None:
        """What was written stays on the pad, unless the paper or the line is another one by now."""
        if error.field == "strokes":
            self.card.refuse(error)
        else:
            self._put_away()
            self._refused(error)
            self.look()

    def _remove(self, signature: UUID) -> None:
        self.bench.run(on_screen.remove_signature, signature, failed=self._refused,
                       notice=tr("The signature is taken out."))

    def _refused(self, error: DeskError) -> None:
        if isinstance(error, Conflicts):
            self.bench.ask(error, None, self)
        else:
            self.refused.emit(error)

    def focus_first(self) -> None:
        """The first who has not signed."""
        for press in self.signers.buttons.values():
            press.setFocus(Qt.FocusReason.OtherFocusReason)
            return
