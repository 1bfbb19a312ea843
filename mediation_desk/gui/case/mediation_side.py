"""A side of the table on screen: applicants blue, respondents ochre, always with their word and icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.kit.chips import Chip, State
from mediation_desk.gui.kit.theme import look
from mediation_desk.gui.kit.words import tr, tr_count

STRIPE = 4


def meaning(side: Side) -> str:
    """The colour token of a side."""
    return "applicants" if side is Side.APPLICANT else "respondents"


def side_chip(side: Side, parent: QWidget | None = None) -> Chip:
    """The side's word with its icon and colour."""
    return Chip(State(tr(side.label), meaning(side)), parent)


def paid_in(instalments: int) -> str:
    """How an offer would be paid, in words."""
    return tr_count("all at once", "in {count} instalments", instalments)


class SideCard(QFrame):
    """A card with the side's stripe at its left; put widgets into ``column``."""

    def __init__(self, side: Side | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.column = QVBoxLayout(self)
        edge = look().px(12)
        self.column.setContentsMargins(edge + STRIPE, look().px(8), edge, look().px(8))
        self.column.setSpacing(look().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card's ground, its hairline, and the stripe."""
        here, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(here.colour("line"), 1))
        painter.setBrush(here.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour(meaning(self.side) if self.side else "edge"))
        painter.drawRoundedRect(QRectF(0, 0, STRIPE, self.height()), 2, 2)
        painter.end()
