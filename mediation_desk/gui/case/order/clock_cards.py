"""The three clocks of an order side by side: until when, what is left, and the press that meets each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.intake.order.clocks import OrderClock
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.order_words import (
    ACTS,
    PICTURES,
    basis_words,
    clock_state,
    due_words,
    moment_words,
    whence_words,
)

BESIDE = 660  # px at 100 % from which the cards stand in a row


class ClockCard(QFrame):
    """One clock; ``pressed`` when it is to be met."""

    pressed = Signal()

    def __init__(self, kind: OrderClockKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.kind = kind
        self.name = label(tr(kind.label), "group")
        self.due, self.state = label("", "heading"), Chip(State("", "muted"))
        self.basis, self.whence = label("", "small", wrap=True), label("", "small", wrap=True)
        self.act = button(tr(ACTS[kind][1]), picture=PICTURES[ACTS[kind][0]])
        self.act.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(4))
        for made in (self.name, self.due, self.state, self.basis, self.whence):
            column.addWidget(made)
        column.addStretch(1)
        column.addWidget(self.act)

    def show_clock(self, clock: OrderClock | None, now: datetime, *, may: bool) -> None:
        """Show how it stands; None: nobody says when it ends. ``may``: whether it can be met from here."""
        if clock is None:
            self.due.setText(tr("No end is set"))
            self.state.set_state(State(tr("Not set"), "missing"))
            self.basis.setText(tr("Choose the kind of order, or enter by when it has to be done."))
            self.whence.setText("")
            self.act.setVisible(may)
            return
        done = tr("Done {at}", at=moment_words(clock.done_at)) if clock.done_at else ""
        self.due.setText(done or due_words(clock))
        self.state.set_state(clock_state(clock, now))
        until = tr("until {at}", at=moment_words(clock.due_at)) if done else ""
        self.basis.setText(tr("; ").join(filter(None, (until, basis_words(clock)))))
        self.whence.setText(whence_words(clock.period) if clock.period and not clock.given else "")
        tip(self.whence, self.whence.text())
        self.act.setVisible(may and clock.running)


class ClockCards(QWidget):
    """``wanted(OrderClockKind)`` when a clock is to be met."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: Mapping[OrderClockKind, ClockCard] = {kind: ClockCard(kind, self)
                                                          for kind in OrderClockKind}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(12))
        for kind, card in self.cards.items():
            self._row.addWidget(card, 1)
            card.pressed.connect(lambda kind=kind: self.wanted.emit(kind))

    def show_clocks(self, clocks: Sequence[OrderClock], now: datetime, *, may: bool) -> None:
        """Show the clocks of an order; those of which nobody says anything say so."""
        known = {one.kind: one for one in clocks}
        for kind, card in self.cards.items():
            card.show_clock(known.get(kind), now, may=may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a row, or one above the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= look().px(BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
