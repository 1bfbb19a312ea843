"""A side of the table on screen: applicants blue, respondents ochre, always with their word and icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.frame.layouts import StripedCard
from mediation_desk.gui.kit.look.chips import PICTURES, Chip, State
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count

ALONE = {Side.APPLICANT: N_("Alone with the applicants"), Side.RESPONDENT: N_("Alone with the respondents")}


def meaning(side: Side) -> str:
    """The colour token of a side."""
    return "applicants" if side is Side.APPLICANT else "respondents"


def side_chip(side: Side, parent: QWidget | None = None) -> Chip:
    """The side's word with its icon and colour."""
    return Chip(State(tr(side.label), meaning(side)), parent)


def paid_in(instalments: int) -> str:
    """How an offer would be paid, in words."""
    return tr_count("all at once", "in {count} instalments", instalments)


class SideCard(StripedCard):
    """A card in the side's colour."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(meaning(side), parent)
        self.side = side


class SideBand(QWidget):
    """A band over a side's page in its colour, with its icon and in words whose page it is: nobody takes
    one side's page for the other's. Put more into ``row``."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        size = look().px(22)
        picture = QLabel()
        picture.setPixmap(icon(PICTURES[meaning(side)], meaning(side)).pixmap(QSize(size, size)))
        self.title = label(tr(ALONE[side]), "heading")
        mean(self.title, meaning(side))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look().px(12), look().px(4), look().px(8), look().px(4))
        self.row.setSpacing(look().px(8))
        self.row.addWidget(picture)
        self.row.addWidget(self.title)
        self.row.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The side's quiet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().soft(meaning(self.side)))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.end()
