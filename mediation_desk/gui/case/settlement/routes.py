"""The routes after signing: which fit the agreement and why, from and until which day, with what papers."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.handling import paid_kinds
from mediation_desk.domain.performance.ways import ways
from mediation_desk.domain.settlement.routes import Advice, Fit
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_sentence, words
from mediation_desk.services.reading import CaseView

_MEANINGS = {Fit.FITS: ("agreed", ""), Fit.IN_PART: ("disputed", "circle-half"),
             Fit.ASK_FIRST: ("disputed", "question"), Fit.NOT: ("muted", ""),
             Fit.OVER: ("muted", "clock-counter-clockwise")}


class RoutesPart(QWidget):
    """All five, those that are open first; each with its reason and its source."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(12))
        self.advice: tuple[Advice, ...] = ()
        self.hide()

    def show_case(self, view: CaseView) -> None:
        """The routes as they stand today; none while nothing is signed, or once all is paid."""
        empty_layout(self._column)
        open_ = view.ledger is not None and bool(view.ledger.outstanding)
        self.advice = self._read(view) if open_ else ()
        for one in sorted(self.advice, key=lambda one: not one.is_open):
            self._column.addWidget(_route(one, self._bench.desk.today))
        self.setVisible(bool(self.advice))

    def _read(self, view: CaseView) -> tuple[Advice, ...]:
        assert view.ledger is not None
        desk, case = self._bench.desk, view.case
        made = case.signed_agreement
        return ways(made, paid_kinds(case, made), view.ledger, desk.calendar,
                    people_mediation=desk.settings.people_mediation)


def _route(one: Advice, today: date) -> QWidget:
    """Its name and whether it fits; when and why; what is handed in, on which source."""
    made = QWidget()
    head = QHBoxLayout()
    head.setSpacing(look().px(8))
    head.addWidget(label(tr(one.route.label), "strong"))
    head.addWidget(Chip(State(tr(one.fit.label), *_MEANINGS[one.fit])))
    head.addStretch(1)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(2))
    column.addLayout(head)
    reason, source = tr_sentence(one.reason), tr_sentence(one.source)
    papers = tr("To hand in: {papers}.", papers=[tr(paper) for paper in one.papers]) if one.is_open else ""
    for text, rank in ((_beside(when_words(one, today), reason), "" if one.is_open else "muted"),
                       (_beside(papers, source), "small")):
        column.addWidget(selectable(label(text, rank, wrap=True)))
    return made


def _beside(*sentences: str) -> str:
    """Sentences one after the other, as the language parts them."""
    return ("" if words().chinese else " ").join(filter(None, sentences))


def when_words(one: Advice, today: date) -> str:
    """From and until which day it is open; nothing where there is no such day."""
    until = marked(words().day(one.last_day), one.unannounced) if one.last_day else ""
    if not one.is_open or not (until or one.opens_on):
        return ""
    if one.together:
        return tr("Both sides together, until {day}.", day=until)
    if one.opens_on and one.opens_on <= today:
        return tr("The workers alone, since {day}; until {last}.", day=one.opens_on, last=until) if until \
            else tr("The workers alone, since {day}.", day=one.opens_on)
    return tr("The workers alone, from {day} if it is not paid by then; until {last}.", day=one.opens_on,
              last=until) if until else tr("The workers alone, from {day} if it is not paid by then.",
                                           day=one.opens_on)
