"""A bag that was looked into: its cases at the left, the chosen one at the right, the way home beneath."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView
from mediation_desk.gui.pages.travel.homecoming.words import minute, state
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.homecoming import Coming, Preview

LIST_WIDTH, LIST_HEIGHT = 344, 132  # beside the case, and above it where both do not fit
LEAST_BESIDE = 860  # px of the page at 100 %
MOST = 16_777_215  # Qt's word for no limit
REASON_WIDTH, REASON_LIMIT = 60, 400


@dataclass(frozen=True)
class _Line:
    coming: Coming
    state: State


class PreviewView(QWidget):
    """``opened(ComingView)``: another case is shown; ``bring_wanted(str)``: bring it home, with the reason
    of a lost bag; ``left()``: put the bag away."""

    opened = Signal(object)
    bring_wanted = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.preview: Preview | None = None
        self._choices: Choices | None = None
        self.view: ComingView | None = None
        self.title, self.summary = label("", "strong", wrap=True), label("", "muted", wrap=True)
        self.warning = label("", "strong", wrap=True)
        mean(self.warning, "disputed")
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Cases in the bag"))
        self.table.set_empty(tr("Nothing was done on the laptop"), tr(
            "Bring it home all the same: then the office knows that the bag is back."))
        self.form = Form(self)
        self.reason = self.form.add(TextField(tr("How it came to be here"), name="reason", required=True,
                                              width=REASON_WIDTH, limit=REASON_LIMIT), wide=True)
        self.bring = button(tr("Bring home"), "primary", picture="house-line")
        self.away = button(tr("Put the bag away"))
        self.foretold = label("", "muted", wrap=True)
        self.work = WorkLine(self)
        self._right = QVBoxLayout()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay()
        self.table.chosen.connect(self._open)
        self.bring.clicked.connect(self._bring)
        self.away.clicked.connect(self.left)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for made in (self.title, self.summary, self.warning, self.form):
            column.addWidget(made)
        self._middle.addWidget(self.table)
        self._middle.addLayout(self._right, 1)
        column.addLayout(self._middle, 1)
        foot = row_of(self.bring, self.away, self.work, gap=12)
        foot.insertWidget(3, self.foretold, 1)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The case beside the list, or under it where both do not fit: what is decided is never cut."""
        super().resizeEvent(event)
        beside = event.size().width() >= look().px(LEAST_BESIDE)
        way = QBoxLayout.Direction
        self._middle.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._middle.setSpacing(look().px(24 if beside else 8))
        self.table.setFixedWidth(look().px(LIST_WIDTH) if beside else event.size().width())
        self.table.setMaximumHeight(MOST if beside else look().px(LIST_HEIGHT))

    # -- showing -------------------------------------------------------------------------

    def show_preview(self, preview: Preview, choices: Choices, case_id: UUID | None = None) -> None:
        """Show a bag; ``case_id``: the case to be in front, else the first with something to decide."""
        self.preview, self._choices = preview, choices
        zone = self._desk.zone
        self.title.setText(tr("“{laptop}”, carried by {carrier}, packed {at}", laptop=preview.laptop,
                              carrier=preview.carrier, at=minute(preview.packed_at.astimezone(zone))))
        self.summary.setText(_summary(preview))
        self._warn(preview)
        self.form.setVisible(preview.lost)
        self._clear()
        self._list()
        if preview.cases:
            at = self._first(case_id)
            self.table.choose_row(at)
            if self.view is None:  # the row was chosen before
                self._open(self.model.row(at))

    def _warn(self, preview: Preview) -> None:
        said = [tr("This bag was declared lost. Say how it came to be here.")] if preview.lost else []
        said += [tr_sentence(preview.clock)] if preview.clock else []
        self.warning.setText(" ".join(said))
        self.warning.setVisible(bool(said))

    def _first(self, case_id: UUID | None) -> int:
        assert self.preview is not None
        assert self._choices is not None
        cases = self.preview.cases
        named = [at for at, one in enumerate(cases) if one.case_id == case_id]
        asked = [at for at, one in enumerate(cases) if one.may_decide and self._choices.open_in(one)]
        return next(iter((*named, *asked)), 0)

    def _list(self) -> None:
        assert self.preview is not None
        assert self._choices is not None
        here = self.view.coming.case_id if self.view else None
        lines = [_Line(one, state(one, self._choices.open_in(one))) for one in self.preview.cases]
        self.table.chosen.disconnect(self._open)
        self.model.set_rows(lines)
        at = next((at for at, one in enumerate(lines) if one.coming.case_id == here), -1)
        if at >= 0:
            self.table.choose_row(at)
        self.table.chosen.connect(self._open)
        self.foretold.setText(_foretold(self.preview, self._choices))

    def _open(self, line: _Line | None) -> None:
        if line is None or self._choices is None:
            return
        self._clear()
        self.view = ComingView(self._desk, line.coming, self._choices)
        self.area = SteadyArea(self.view, self)
        self._right.addWidget(self.area)
        self.opened.emit(self.view)

    def _clear(self) -> None:
        if self.view is not None:
            self.area.hide()
            self._right.removeWidget(self.area)
            self.area.deleteLater()
            self.view = None

    def forget(self) -> None:
        """Show nothing of the bag any more."""
        self._clear()
        self.preview = self._choices = None
        self.model.set_rows([])
        self.reason.set_value("")

    def show_choices(self) -> None:
        """The choices are others now."""
        self._list()
        if self.view is not None:
            self.view.show_choices()

    def focus_work(self) -> None:
        """Where the work goes on: the next thing to decide, else the step that brings it home."""
        if self.view is None or not self.view.focus_next():
            lost = self.preview is not None and self.preview.lost and not self.reason.value()
            target: QWidget = self.reason if lost else self.bring
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self) -> None:
        if self.work.busy or self.preview is None:
            return
        if self.preview.lost and not self.form.commit():
            return
        self.bring_wanted.emit(self.reason.value() if self.preview.lost else "")


def _summary(preview: Preview) -> str:
    said = [tr_count("{count} case was worked on", "{count} cases were worked on", len(preview.cases))]
    if preview.still:
        said.append(tr_count("{count} case was not touched", "{count} cases were not touched", preview.still))
    if preview.files:
        said.append(tr_count("{count} file of evidence", "{count} files of evidence", preview.files))
    return tr("; ").join((*said, tr("nothing is changed yet")))


def _foretold(preview: Preview, choices: Choices) -> str:
    """What would come home by now."""
    waits = sum(one.trouble is not None or bool(choices.open_in(one)) for one in preview.cases)
    comes = sum(not one.is_home for one in preview.cases) - waits
    return tr("Coming home now: {comes}. Waiting: {waits}.", comes=comes, waits=waits)


def _columns() -> list[Column]:
    return [Column("case", tr("Case"), lambda line: line.coming.label, width=24, stretch=True),
            Column("state", tr("State"), lambda line: line.state, Kind.STATE, width=18)]
