"""How far a session has come, and what can be done with it now: begin, adjourn, go on, end, call off."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.course import Move, may_move
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.mediation.session_form import read_time
from mediation_desk.gui.kit.fields.kinds import DateField, Form, TextField
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import holding

LOOKS = {SessionState.PLANNED: ("accent", "calendar-blank"), SessionState.UNDER_WAY: ("accent", "play"),
         SessionState.ADJOURNED: ("disputed", "pause"), SessionState.HELD: ("agreed", ""),
         SessionState.CALLED_OFF: ("muted", "x")}


def state_of(session: MediationSession, now: datetime) -> State:
    """How far it has come; of one that an earlier program entered, whether its hour lies ahead. Nobody said
    that such a session took place."""
    if session.state is not None:
        meaning, picture = LOOKS[session.state]
        return State(tr(session.state.label), meaning, picture)
    if session.starts_at > now:
        return State(tr("Ahead"), "accent", "calendar-blank")
    return State(tr("Entered"), "muted", "note")


class CoursePart(QWidget):
    """The chip and the buttons. ``end_wanted``: the editor knows when the session ended."""

    end_wanted = Signal()

    def __init__(self, bench: CaseBench, session: MediationSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.session = bench, session
        self.chip = Chip(State("", "muted"))
        self.buttons: dict[Move, QPushButton] = {
            Move.BEGIN: button(tr("Begin the session"), picture="play"),
            Move.END: button(tr("End the session"), picture="check"),
            Move.ADJOURN: button(tr("Adjourn"), "quiet", picture="pause"),
            Move.GO_ON: button(tr("Go on another time …"), picture="calendar-blank"),
            Move.CALL_OFF: button(tr("Call off"), "quiet", picture="x")}
        self.again = self._again()
        self._wire()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row_of(self.chip, *self.buttons.values()))
        column.addWidget(self.again)
        self.again.hide()

    def _again(self) -> Form:
        form = Form(self)
        form.add(DateField(tr("Goes on on"), name="starts_on", required=True, today=self.bench.today,
                           look="ahead"))
        form.add(TextField(tr("Time"), name="starts_at", required=True, width=8, placeholder="14:30",
                           check=read_time))
        self.plan_again = button(tr("Plan it"))
        self.plan_again.clicked.connect(self._go_on)
        form.add_widget(_in_row(self.plan_again))
        form.does(self.plan_again)
        return form

    def _wire(self) -> None:
        self.buttons[Move.BEGIN].clicked.connect(lambda: self._run(
            holding.begin_session, tr("The session is under way.")))
        self.buttons[Move.ADJOURN].clicked.connect(lambda: self._run(
            holding.adjourn_session, tr("The session is adjourned.")))
        self.buttons[Move.CALL_OFF].clicked.connect(lambda: self._run(
            holding.call_off_session, tr("The session was called off.")))
        self.buttons[Move.END].clicked.connect(self.end_wanted)
        self.buttons[Move.GO_ON].clicked.connect(self._ask_when)

    def _run(self, verb: object, notice: str) -> None:
        assert callable(verb)
        self.bench.run(verb, self.session.id, near=self, notice=notice)

    def show_session(self, session: MediationSession, now: datetime, *, read_only: bool) -> None:
        """What can be done from where the session is now; gone on with once it was planned again."""
        self.session = session
        self.chip.set_state(state_of(session, now))
        view = self.bench.view
        goes_on = view is not None and any(one.continues_id == session.id for one in view.case.sessions)
        for move, made in self.buttons.items():
            made.setVisible(not read_only and may_move(session, move)
                            and not (move is Move.GO_ON and goes_on))
        if read_only or goes_on or not may_move(session, Move.GO_ON):
            self.again.hide()

    def _ask_when(self) -> None:
        self.again.show()
        self.again.field("starts_on").setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if not self.again.commit():
            return
        values = self.again.values()
        day = values["starts_on"]
        assert isinstance(day, date)
        when = datetime.combine(day, read_time(str(values["starts_at"])))
        self.bench.run(holding.go_on_with_session, self.session.id, when, form=self.again, near=self,
                       notice=tr("The session goes on on {when}.", when=when))


def _in_row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = row_of(*widgets)
    row.setContentsMargins(0, 0, 0, 0)
    made.setLayout(row)
    return made
