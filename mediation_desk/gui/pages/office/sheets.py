"""The recovery sheet and the escrow sheet: making, printing, and proving that they still open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import recovery_sheet
from mediation_desk.services.upkeep.recovery_sheet import PrintedSheet

PAPER_HEIGHT = 520
CODE_WIDTH = 60


class SheetsPart(OfficePart):
    """Two sheets of paper that an office keeps in its safe."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.standing = Chip(State(tr("No recovery sheet yet"), "disputed"))
        self.standing.hide()
        self.recovery = button(tr("Make a recovery sheet"), "primary", picture="printer")
        self.escrow = button(tr("Make an escrow sheet"), picture="printer")
        self.sure = _Sure(self)
        self.drill_form = Form(self)
        self.code = self.drill_form.add(TextField(
            tr("Code on the recovery sheet"), name="code", width=CODE_WIDTH, limit=120, required=True,
            help=tr("Eight groups of five. Capitals, spaces and hyphens do not matter.")), wide=True)
        self.drill = button(tr("Try the code"))
        self.verdict = Chip(State("", "agreed"))
        self.verdict.hide()
        self.paper = PdfView(tasks, self)
        self.paper.setMinimumHeight(look().px(PAPER_HEIGHT))
        self.away = button(tr("Put the sheet away"), "quiet", picture="x")
        self._paper_box, self._desk_box = QWidget(), QWidget()
        self._lay()
        self._listen()

    def _lay(self) -> None:
        paper = QVBoxLayout(self._paper_box)
        paper.setContentsMargins(0, 0, 0, 0)
        now = label(tr("Print it now: the code stands nowhere else."), "strong")
        paper.addLayout(row_of(now, self.away, gap=12))
        paper.addWidget(self.paper, 1)
        self.column.addWidget(self._paper_box, 1)
        self.column.addWidget(self._desk_box, 1)
        self._paper_box.hide()
        self._lay_words(QVBoxLayout(self._desk_box))

    def _lay_words(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Recovery sheet"), "group"))
        column.addWidget(label(tr(
            "When no password opens the store any more, the code on this sheet does. Print it once, put it "
            "into a sealed envelope, and lock that away. Without a password and without the sheet nobody can "
            "open the store."), "muted", wrap=True))
        column.addLayout(row_of(self.recovery, self.standing, gap=12))
        column.addWidget(self.sure)
        column.addSpacing(look().px(8))
        column.addWidget(label(tr("Drill"), "group"))
        column.addWidget(label(tr("Once a year, type the code: you learn whether the sheet would open "
                                       "the store today. Nothing is changed."), "muted", wrap=True))
        column.addWidget(self.drill_form)
        column.addLayout(row_of(self.drill, self.verdict, gap=12))
        column.addSpacing(look().px(8))
        column.addWidget(label(tr("Escrow sheet"), "group"))
        column.addWidget(label(tr(
            "What a side said alone is for the mediators of its case only. When a mediator leaves and nobody "
            "else holds the case's key, a mediator of the case can restore it with this sheet; everybody on "
            "the case sees that in its events. Each mediator is asked once, beside a case, whether the keys "
            "of the cases they write in are left with it; whoever makes it here agrees by that. A former "
            "sheet opens nothing any more in a case that was written in since."), "muted", wrap=True))
        column.addLayout(row_of(self.escrow, gap=12))
        column.addStretch(1)

    def _listen(self) -> None:
        self.recovery.clicked.connect(self._ask)
        self.sure.go.clicked.connect(lambda: self._make(recovery_sheet.recovery))
        self.escrow.clicked.connect(lambda: self._make(recovery_sheet.escrow))
        leave_to_office(self.desk, self.recovery, self.escrow)
        self.escrow.setVisible(self.desk.may(Verb.PRINT_ESCROW_SHEET))
        self.drill.clicked.connect(self._drill)
        self.drill_form.does(self.drill)
        self.leaves(self._paper_box, self.put_away)
        self.leaves(self.sure, self.sure.hide)
        self.code.edited.connect(lambda _text: self.verdict.hide())
        self.away.clicked.connect(self.put_away)

    # -- making --------------------------------------------------------------------------

    def shown(self) -> None:
        """Whether there is a sheet already."""
        self.read(accounts.has_recovery_sheet, done=self._stand)

    def _stand(self, there: bool) -> None:
        self.standing.set_state(State(tr("A recovery sheet was made"), "agreed") if there
                                else State(tr("No recovery sheet yet"), "disputed"))
        self.standing.show()
        self.recovery.setText(tr("Renew the recovery sheet …") if there else tr("Make a recovery sheet"))

    def _ask(self) -> None:
        """A first sheet is made at once; a new one makes the former worthless, which is said first."""
        if self.standing.state.meaning == "agreed":
            self.sure.show()
        else:
            self._make(recovery_sheet.recovery)

    def _make(self, verb: Callable[..., Any]) -> None:
        self.sure.hide()
        self.run(verb, done=self._arrived)

    def _arrived(self, sheet: PrintedSheet) -> None:
        self._desk_box.hide()
        self._paper_box.show()
        self.paper.load(sheet.pdf, f"{sheet.title}-{sheet.number}.pdf")
        self.shown()

    def put_away(self) -> None:
        """Forget the sheet on the screen."""
        self._paper_box.hide()
        self._desk_box.show()
        fresh = PdfView(self.tasks, self)
        fresh.setMinimumHeight(look().px(PAPER_HEIGHT))
        box = self._paper_box.layout()
        assert box is not None
        box.replaceWidget(self.paper, fresh)
        self.paper.hide()
        self.paper.deleteLater()
        self.paper = fresh

    # -- proving -------------------------------------------------------------------------

    def _drill(self) -> None:
        if self.drill_form.commit():
            self.tasks.read(accounts.drill, self.desk, self.code.value(), done=self._judged, receiver=self,
                            failed=lambda error: self.refused(error, self.drill_form))

    def _judged(self, opens: bool) -> None:
        self.verdict.set_state(State(tr("This code opens the store."), "agreed") if opens else
                               State(tr("This code does not open the store: it was renewed since, or belongs "
                                        "to another store."), "overdue", "warning-circle"))
        self.verdict.show()
        if opens:
            self.code.set_value("")
            self.code.line.clear()

    def help_text(self) -> str:
        """F1."""
        return tr("The recovery sheet opens the store when all passwords are lost. Renewing it makes the "
                  "former sheet worthless at once. The drill proves a sheet without changing anything. The "
                  "escrow sheet gives a case's mediators back the key to what was said alone.")


class _Sure(QFrame):
    """Says what renewing means before it happens."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.go: QPushButton = button(tr("Renew now"), "primary")
        leave = button(tr("Leave it"))
        leave.clicked.connect(self.hide)
        self.go.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.addWidget(label(tr("The sheet in the safe opens nothing any more as soon as the new one is "
                                  "made. Be ready to print, and destroy the old one."), wrap=True))
        column.addLayout(row_of(self.go, leave, gap=12))
        self.hide()
