"""What the other side released to this one: shown here only once the store knows that it is shown."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.told import Released, told_to
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.authorised import offer_words
from mediation_desk.gui.case.mediation.entry import Entry, stamp
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView


def to_be_shown(view: CaseView, side: Side) -> frozenset[UUID]:
    """What this side's page has not shown yet."""
    rows = told_to(side, (*view.case.offers, *view.case.told_facts))
    return frozenset(one.id for one in rows if one.shown_at is None)


class ToldHere(QWidget):
    """The other side's released offers and facts, the latest first. Empty, it is not there."""

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.whose = bench, side
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("The other side lets this side know"), "group"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(8))
        column.addLayout(self._rows)
        self.hide()

    def show_case(self, view: CaseView) -> None:
        """What was released to this side and is known to be shown."""
        empty_layout(self._rows)
        rows = [one for one in told_to(self.whose, (*view.case.offers, *view.case.told_facts))
                if one.shown_at is not None]
        for one in sorted(rows, key=lambda row: str(row.released_at), reverse=True):
            self._rows.addWidget(self._entry(one))
        self.setVisible(bool(rows))

    def _entry(self, one: Released) -> Entry:
        made = Entry(offer_words(one) if isinstance(one, Offer) else one.text, strong=True)
        if isinstance(one, Offer):
            made.below(one.terms)
        if one.shown_at is not None:
            made.below(tr("Shown here since {time}", time=stamp(self.bench, one.shown_at)))
        return made
