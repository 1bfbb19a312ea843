"""A side of the table on screen: applicants blue, respondents ochre, always with their word and icon."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.layouts import StripedCard
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.words import tr, tr_count


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
