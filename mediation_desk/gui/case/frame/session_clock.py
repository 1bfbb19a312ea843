"""The clock of the session that is under way: how long with whom, started and stopped by one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.presence import running, time_with
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionMode, SessionState, Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import clock
from mediation_desk.services.reading import CaseView

KEY = "F7"
TICK_MS = 1000
COLOURS = {Side.APPLICANT: "applicants", Side.RESPONDENT: "respondents"}


def with_whom(session: MediationSession) -> Sequence[Side | None]:
    """For whom the clock of a session can run: one side, each in turn, or both together (None)."""
    if session.mode is SessionMode.JOINT:
        return (None,)
    return (session.side,) if session.side else tuple(Side)


def lasted_words(lasted: timedelta) -> str:
    """``1:05:09``, ``12:40``."""
    seconds = int(lasted.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def words_of(side: Side | None) -> str:
    """With whom the mediator sits."""
    return tr(side.label) if side else tr("Both sides")


class SessionClock(QWidget):
    """A line for each side with a button; away while no session is under way."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.session: MediationSession | None = None
        self._made_for: object = None
        self.buttons: dict[Side | None, QPushButton] = {}
        self.labels: dict[Side | None, QLabel] = {}
        self._grid_holder = QWidget()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(label(tr("Session under way"), "group"))
        column.addWidget(self._grid_holder)
        column.addWidget(label(tr("{key} starts and stops the clock.", key=KEY), "small", wrap=True))
        self._column = column
        self.hide()

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """The session that is under way, the latest where there are several."""
        open_ones = [one for one in view.case.sessions if one.state is SessionState.UNDER_WAY]
        self.session = next((one for one in open_ones if running(one.stretches)),
                            open_ones[-1] if open_ones else None)
        self.setVisible(self.session is not None)
        if self.session is None:
            self._tick.stop()
            return
        made_for = self.session.id, tuple(with_whom(self.session))
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(made_for[1])
        self.tell()
        self._tick.start() if running(self.session.stretches) else self._tick.stop()

    def _make(self, sides: Sequence[Side | None]) -> None:
        drop(self._grid_holder)
        self._grid_holder, self.labels = QWidget(), {}
        grid = QGridLayout(self._grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        self.buttons = {}
        for row, side in enumerate(sides):
            name = label(words_of(side), "strong")
            name.setProperty("meaning", COLOURS.get(side, "") if side else "")
            self.labels[side] = label("", "heading")
            self.buttons[side] = button("", "quiet")
            self.buttons[side].clicked.connect(lambda _down=False, side=side: self.switch(side))
            for column, widget in enumerate((name, self.labels[side], self.buttons[side])):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(0, 1)
        self._column.insertWidget(1, self._grid_holder)

    def tell(self) -> None:
        """What the clock shows this second."""
        if self.session is None:
            return
        now, runs = self.bench.desk.now, running(self.session.stretches)
        for side, made in self.labels.items():
            here = runs is not None and runs.side is side
            made.setText(lasted_words(time_with(self.session.stretches, side, now)))
            mean(made, "accent" if here else "")
            press = self.buttons[side]
            press.setText(tr("Stop") if here else tr("Start"))
            who = words_of(side)
            tip(press, tr("Stop the clock: {who} ({key})", who=who, key=KEY) if here else
                tr("Start the clock: {who} ({key})", who=who, key=KEY))
            press.setAccessibleName(press.toolTip())

    # -- doing ---------------------------------------------------------------------------

    def toggle(self) -> bool:
        """The key: stop the clock where it runs, else start it for whom it ran last. False while no session
        is under way."""
        if self.session is None or self.bench.read_only:
            return False
        runs, stretches = running(self.session.stretches), self.session.stretches
        sides = with_whom(self.session)
        last = stretches[-1].side if stretches else sides[0]
        self.switch(runs.side if runs else last if last in sides else sides[0])
        return True

    def switch(self, side: Side | None) -> None:
        """Start the clock for a side, or stop it where it runs for that side."""
        if self.session is None or self.bench.read_only:
            return
        runs = running(self.session.stretches)
        if runs is not None and runs.side is side:
            self.bench.run(clock.stop_clock, self.session.id)
        else:
            self.bench.run(clock.run_clock, self.session.id, side)
