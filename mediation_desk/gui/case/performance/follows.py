"""What follows from the agreement: each paper with whether it fits today and why, made with one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.performance.steps import Advised, Fitness, Step
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.performance.title_form import TitleForm
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.words import tr, tr_sentence, words
from mediation_desk.services.papers.default import advised
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.told import EnforcementTitle
from mediation_desk.services.performance import preparing
from mediation_desk.services.performance.preparing import Prepared
from mediation_desk.services.reading import CaseView

_MEANINGS = {Fitness.FITS: ("agreed", ""), Fitness.IN_PART: ("disputed", "circle-half"),
             Fitness.ASK_FIRST: ("disputed", "question"), Fitness.WITH_TITLE: ("disputed", "question"),
             Fitness.NOT_YET: ("muted", "hourglass"), Fitness.NOT: ("muted", ""),
             Fitness.OVER: ("muted", "clock-counter-clockwise")}


class FollowsPart(QWidget):
    """The papers in their order; ``show_paper`` is handed each that was made. ``opened(QWidget)``: something
    was opened that is to be seen.

    They lie behind one press, so that the page is there at once, and open where the agreement is in default.
    """

    opened = Signal(object)

    def __init__(self, bench: CaseBench, show_paper: Callable[[Paper], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._show_paper = bench, show_paper
        self._view: CaseView | None = None
        self.advice: tuple[Advised, ...] = ()
        self.buttons: dict[Step, Button] = {}
        self.worker = ChoiceField(tr("For which worker"), name="worker", width=26,
                                  empty=tr("All workers to whom something is due"))
        self.title = TitleForm()
        self.title.entered.connect(lambda title: self._prepare(Step.ENFORCEMENT, title))
        self.unfold = button(tr("Papers that follow …"), "quiet", picture="file-text")
        self.unfold.clicked.connect(self.open)
        self.body = self._lay()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(16), 0, 0)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self.body.hide()
        self.hide()

    def _lay(self) -> QWidget:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(12))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Papers that follow"), "group"))
        column.addWidget(label(tr("Each is filled from the case and the ledger as of today, with whole "
                                  "numbers; the journal keeps that they were asked for."), "small",
                               wrap=True))
        column.addWidget(self.worker)
        column.addLayout(self._rows)
        column.addWidget(self.title)
        return body

    def open(self) -> None:
        """Show them, as they stand today."""
        if self._view is not None:
            self.unfold.hide()
            self.body.show()
            self._fill(self._view)

    def show_case(self, view: CaseView, *, in_default: bool) -> None:
        """The papers as they stand today; none while nothing is signed."""
        self._view = view if view.case.is_signed else None
        self.setVisible(view.case.is_signed)
        if in_default or not self.body.isHidden():
            self.open()

    def _fill(self, view: CaseView) -> None:
        self.advice = advised(self._bench.desk, view.case)
        empty_layout(self._rows)
        self.buttons = {}
        for one in sorted(self.advice, key=lambda one: not one.offered):
            self._rows.addWidget(self._row(one))
        self.worker.set_choices([*told_apart(view.case.applicants).items()])
        self.worker.setVisible(len(view.case.applicants) > 1 and bool(self.buttons))
        if Step.ENFORCEMENT not in self.buttons:
            self.title.hide()

    def _row(self, one: Advised) -> QWidget:
        """Its name, whether it fits, why, on which source; a button where it can be made."""
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(label(tr(one.step.label), "strong"))
        head.addWidget(Chip(State(tr(one.fitness.label), *_MEANINGS[one.fitness])))
        head.addStretch(1)
        if one.offered and not self._bench.read_only:
            made = button(tr("Prepare"), picture="file-text")
            made.setAccessibleName(tr("Prepare: {paper}", paper=tr(one.step.label)))
            made.clicked.connect(partial(self._pressed, one.step))
            self.buttons[one.step] = made
            head.addWidget(made)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        column.addLayout(head)
        said = _beside((tr_sentence(one.reason), tr_sentence(one.source)))
        column.addWidget(selectable(label(said, "small", wrap=True)))
        return row

    def _pressed(self, step: Step) -> None:
        """Make it; an application for enforcement first asks what is enforced."""
        if step is Step.ENFORCEMENT:
            self.title.begin()
            self.opened.emit(self.title)
        else:
            self._prepare(step)

    def _prepare(self, step: Step, title: EnforcementTitle | None = None) -> None:
        worker = cast("UUID | None", self.worker.value())
        self._bench.run(preparing.prepare, step, worker, title, done=self._prepared, undo=False)

    def _prepared(self, made: Prepared) -> None:
        self.title.hide()
        self._show_paper(made.paper)


def _beside(sentences: Sequence[str]) -> str:
    return ("" if words().chinese else " ").join(filter(None, sentences))
