"""The joint view in large plain type: both sides, what was offered and told, what is agreed, the schedule."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.joint_view import JointOffer, JointView
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.layouts import FoldingRow, drop
from mediation_desk.gui.case.mediation.side import SideCard, meaning
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.turned.words import (
    earlier_words,
    fact_words,
    named,
    offer_words,
    schedule_heading,
    schedule_rows,
    schedule_total,
)


class JointBoard(QWidget):
    """Shows a :class:`JointView`, and nothing else: no tool tip, no menu, nothing to mark or copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.view: JointView | None = None
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        edge = look().px(40)
        self._column.setContentsMargins(edge, look().px(24), edge, look().px(16))
        self._sheet: QWidget = _waiting()
        self._column.addWidget(self._sheet)
        self._column.addStretch(1)
        self.area = SteadyArea(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def show_view(self, view: JointView) -> None:
        """Show it in the place of what stood there; nothing moves where nothing changed."""
        if view == self.view:
            return
        self.view = view
        self._put(_sheet(view))

    def say(self, text: str) -> None:
        """Show a sentence instead: there is nothing to be shown any more."""
        self.view = None
        self._put(label(text, "spoken", wrap=True))

    def _put(self, fresh: QWidget) -> None:
        """All at once, and scrolled as far as before, so that nothing flickers."""
        self.setUpdatesEnabled(False)
        bar = self.area.verticalScrollBar()
        at = bar.value()
        self._column.replaceWidget(self._sheet, fresh)
        drop(self._sheet)
        self._sheet = fresh
        fresh.show()  # now: a layout shows what is put into it only a moment later
        if (laid := self._inner.layout()) is not None:
            laid.activate()
        bar.setValue(at)
        self.setUpdatesEnabled(True)


def _waiting() -> QWidget:
    return label(tr("One moment …"), "spoken")


def _sheet(view: JointView) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(24))
    sides = FoldingRow([_side(view, side) for side in Side], spacing=24, share=True)
    column.addWidget(sides)
    column.addWidget(FoldingRow([_facts(view), _schedule(view)], spacing=24, share=True))
    return made


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(8))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return made


def _side(view: JointView, side: Side) -> QWidget:
    """One side: who it is, its latest offer and those before, and what it allowed to be told."""
    card = SideCard(side)
    edge = look().px(24)
    card.column.setContentsMargins(edge, look().px(16), edge, look().px(16))
    who = label(tr(side.label), "title")
    who.setProperty("meaning", meaning(side))
    names = view.applicants if side is Side.APPLICANT else view.respondents
    card.column.addWidget(who)
    card.column.addWidget(label(named(names), "figure", wrap=True))
    card.column.addSpacing(look().px(8))
    latest = view.latest(side)
    for widget in _offer(latest) if latest else (_empty(tr("An offer of this side stands here as soon as it "
                                                           "may be told.")),):
        card.column.addWidget(widget)
    if before := earlier_words(view, side):
        card.column.addWidget(label(before, "aloud", wrap=True))
    for told in (one for one in view.told if one.side is side):
        card.column.addWidget(label(tr("Told: {words}", words=told.text), "spoken", wrap=True))
    card.column.addStretch(1)
    return card


def _offer(offer: JointOffer) -> tuple[QWidget, ...]:
    said: list[QWidget] = [label(tr("Offer in round {round}", round=offer.round), "aloud"),
                           label(words().money(offer.amount), "amount"),
                           label(offer_words(offer), "spoken", wrap=True)]
    if offer.terms:
        said.append(label(offer.terms, "spoken", wrap=True))
    if offer.accepted:
        taken = label(tr("Both sides accept this offer."), "spoken", wrap=True)
        taken.setProperty("meaning", "agreed")
        said.append(taken)
    return tuple(said)


def _facts(view: JointView) -> QWidget:
    heading = label(tr("What both sides agree on"), "title")
    if not view.sorted:
        return _column(heading, _empty(tr("The statements cannot be compared at present.")))
    if not view.facts:
        return _column(heading, _empty(tr("Facts that both sides state alike stand here.")))
    return _column(heading, *(_fact(*fact_words(fact)) for fact in view.facts))


def _fact(asked: str, value: str) -> QWidget:
    if not asked:
        return label(value, "spoken", wrap=True)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(16))
    row.addWidget(label(asked, "aloud", wrap=True), 2, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(value, "spoken", wrap=True), 3, Qt.AlignmentFlag.AlignTop)
    return made


def _schedule(view: JointView) -> QWidget:
    heading, rows = label(schedule_heading(view), "title"), schedule_rows(view)
    total = schedule_total(view)
    if not total:
        return _column(heading, _empty(tr("How much is paid on which day stands here, once it is talked "
                                          "about.")))
    return _column(heading, label(tr("{amount} in all", amount=total), "spoken"), _table(rows))


def _table(rows: tuple[tuple[str, str], ...]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look().px(32))
    grid.setVerticalSpacing(look().px(8))
    for at, (left, right) in enumerate(rows):
        grid.addWidget(label(left, "aloud"), at, 0)
        grid.addWidget(label(right, "spoken"), at, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(2, 1)
    return made


def _empty(text: str) -> QWidget:
    return label(text, "aloud", wrap=True)
