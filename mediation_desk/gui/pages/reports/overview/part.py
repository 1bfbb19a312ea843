"""Overview: a period's figures beside two others, their definitions, charts, and the cases behind each."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.reports.figures import Check
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.gui.kit.fields.kinds import SegmentField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.filled.words import in_words
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.reports.exports import ExportCard, of_cases, of_overview
from mediation_desk.gui.pages.reports.on_paper import OnPaper
from mediation_desk.gui.pages.reports.overview import kept, words
from mediation_desk.gui.pages.reports.overview.behind import Cases, CasesBehind
from mediation_desk.gui.pages.reports.overview.checks import ChecksLine
from mediation_desk.gui.pages.reports.overview.figures import FigureRow, FiguresModel, rows
from mediation_desk.gui.pages.reports.overview.kept import KEPT
from mediation_desk.gui.pages.reports.overview.narrowing import Narrowing
from mediation_desk.gui.pages.reports.overview.period import PeriodChoice
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.reports import choices, exporting, overview, series
from mediation_desk.services.reports.choices import Choices
from mediation_desk.services.reports.overview import Compared
from mediation_desk.services.reports.series import Series

if TYPE_CHECKING:
    from mediation_desk.gui.pages.reports.overview.charts import Charts

FIGURES, CHARTS = "figures", "charts"
TABLE_HEIGHT = 288


class OverviewPart(OfficePart):
    """``case_wanted(case_id, None)`` opens a case behind a number."""

    case_wanted = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.shown_of: tuple[Period, Narrow] | None = None  # what the figures on screen are of
        self._tasks_now: list[Task] = []
        self._known = False  # what was chosen last time is read
        self.period = PeriodChoice(lambda: desk.today, self)
        self.narrowing = Narrowing(self)
        self.view = SegmentField(tr("Show"), [(FIGURES, tr("Figures")), (CHARTS, tr("Charts"))],
                                 name="view", required=True)
        self.filters = button(tr("Filters"), picture="funnel", parent=self)
        self.filters.setCheckable(True)
        self.export = button(tr("Export …"), picture="export", parent=self)
        self.exports = ExportCard(desk, tasks, self)
        self.clear = button(tr("Clear filters"), "quiet", parent=self)
        self.narrowed, self.own = label("", "strong", wrap=True), label("", "strong", wrap=True)
        self.said, self.broken = label("", "muted", wrap=True), label("", "strong", wrap=True)
        self.model = FiguresModel(self)
        self.table = Table(self.model, name=tr("Figures"), parent=self)
        self.definition = label("", wrap=True)
        self.checks, self.behind = ChecksLine(self), CasesBehind(desk, tasks, tr("Back to the figures"), self)
        self.sheet = OnPaper(desk, tasks, tr("Back to the figures"), self)
        self.charts: Charts | None = None
        self._figures = QWidget(self)
        self._lay()
        self._listen()

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        self.view.set_value(FIGURES)
        self.view.label.setText(tr("Show"))  # one of the two always shows: nothing to demand
        self.table.setMinimumHeight(look().px(TABLE_HEIGHT))
        self.definition.setMinimumHeight(2 * self.definition.fontMetrics().height())
        self.definition.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(look().px(12))
        top.addWidget(self.period)
        top.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.export, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(look().px(8))
        figures.addWidget(self.table, 1)
        figures.addWidget(self.definition)
        figures.addWidget(self.checks)
        self.column.setSpacing(look().px(8))
        self.column.addLayout(top)
        for line in (self.narrowing, self.exports, self.narrowed, self.own, self.said, self.broken):
            self.column.addWidget(line)
        self.column.addWidget(self._figures, 1)
        self.column.addWidget(self.behind, 1)
        self.column.addWidget(self.sheet, 1)
        for quiet in (self.narrowing, self.narrowed, self.clear, self.own, self.broken, self.behind):
            quiet.hide()

    def _listen(self) -> None:
        self.period.changed.connect(self._chosen)
        self.narrowing.changed.connect(self._chosen)
        self.filters.toggled.connect(lambda _on: self._show_narrowing())
        self.clear.clicked.connect(self.narrowing.clear)
        self.view.committed.connect(lambda _view: self._turn())
        self.table.chosen.connect(lambda _row: self._define())
        self.table.opened.connect(self._open)
        self.behind.left.connect(self.leave_cases)
        self.behind.case_wanted.connect(self.case_wanted)
        self.leaves(self.behind, self.leave_cases)
        self.sheet.left.connect(self.leave_cases)
        self.leaves(self.sheet, self.leave_cases)
        self.export.clicked.connect(self._export)
        self.exports.refused.connect(self.trouble.emit)
        self.exports.left.connect(self.export.setFocus)
        self.leaves(self.exports, self.exports.put_away)

    # -- what was chosen -----------------------------------------------------------------

    def shown(self) -> None:
        """The figures as they are now; the first time, as one looked at them last."""
        self.read(choices.choices, done=self._show_choices)
        if self._known:
            self.period.renew()
            self.reload()
        else:
            self.read(drafts.all_kept, done=self._bring)

    def _show_choices(self, known: Choices) -> None:
        self.narrowing.show_choices(known)
        self.behind.name_mediators(known.mediators)

    def _bring(self, known: Mapping[str, str]) -> None:
        self._known = True
        told = kept.read(known.get(KEPT, ""))
        self.period.choose(told.span, told.days)
        self.narrowing.bring(told.narrow)
        self._show_narrowing()
        self.reload()

    def _chosen(self) -> None:
        """Another period or narrowing: it is kept for the next time, and read."""
        self.behind_is_left()
        self._show_narrowing()
        period = self.period.period()
        if period is None:
            return
        told = kept.written(self.period.span.value(), period, self.narrowing.kept())
        self.tasks.run(drafts.keep, self.desk, KEPT, told, receiver=self)
        self.reload()

    def _show_narrowing(self) -> None:
        """The fields while they are asked for; folded away, what they say in words."""
        told = self.narrowing.in_words()
        self.narrowing.setVisible(self.filters.isChecked())
        self.narrowed.setText(tr("Only these cases: {filters}", filters=told))
        self.narrowed.setVisible(bool(told) and not self.filters.isChecked())
        self.clear.setVisible(bool(told))

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Count anew; what is still being counted for another choice is waited for no more."""
        period, narrow = self.period.period(), self.narrowing.narrow()
        for task in self._tasks_now:
            task.cancel()
        self._tasks_now = []
        if period is None:
            return
        self._tasks_now.append(self.read(
            overview.overview, period, narrow, done=lambda found: self._show(period, narrow, found),
            label=tr("Counting …")))
        if self.view.value() == CHARTS and self.charts is not None:
            self._draw(period, narrow)

    def _show(self, period: Period, narrow: Narrow, found: Compared) -> None:
        self.shown_of = (period, narrow)
        self.model.set_rows(list(rows(found)))
        self.said.setText(tr("{period}; compared with {before} and {year}", period=in_words(period),
                             before=in_words(found.before.period), year=in_words(found.year_before.period)))
        self._say_own(found.now.own)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(1)
        self._define()
        self.broken.hide()
        self.checks.show_waiting()
        self._tasks_now.append(self.read(overview.reconciled, period, narrow, done=self._show_checks,
                                         label=tr("Checking the figures …")))

    def _say_own(self, own: bool) -> None:
        told = [tr("These figures are of your own cases alone.")] if own else []
        if self.desk.branch is not None:
            told.append(tr("This laptop counts the cases that it carries; the office counts all."))
        self.own.setText(" ".join(told))
        self.own.setVisible(bool(told))

    def _show_checks(self, checks: Sequence[Check]) -> None:
        """Figures that do not reconcile say so above all of them."""
        self.checks.show_checks(checks)
        broken = not all(one.holds for one in checks)
        self.broken.setText(tr("These figures do not reconcile and must not be passed on: see beneath them."))
        self.broken.setProperty("meaning", "overdue")
        self.broken.setVisible(broken)

    # -- a figure ------------------------------------------------------------------------

    def _row(self) -> FigureRow | None:
        row = self.table.current_row()
        return row if isinstance(row, FigureRow) else None

    def _define(self) -> None:
        """What the figure in focus counts."""
        row = self._row()
        if row is None:
            self.definition.setText("")
            return
        told = words.definition(row.now)
        if row.now.behind is not None:
            told = tr("{definition} Enter opens its cases.", definition=told)
        self.definition.setText(told)

    def _open(self, row: object) -> None:
        """The cases behind a number."""
        wanted = row.now.behind if isinstance(row, FigureRow) else None
        if not isinstance(row, FigureRow) or wanted is None or self.shown_of is None:
            return
        (period, narrow), desk = self.shown_of, self.desk
        self.behind.show_cases(
            tr("{figure}, {period}", figure=words.called(row.now), period=in_words(period)),
            Cases(lambda: overview.count_behind(desk, period, narrow, wanted),
                  lambda offset, limit: overview.behind(desk, period, narrow, wanted, offset, limit)))
        self._bring_up(self.behind)
        self.behind.table.setFocus(Qt.FocusReason.TabFocusReason)

    def open_cases(self) -> None:
        """The cases behind the figure in focus."""
        self._open(self._row())

    def leave_cases(self) -> None:
        """From the cases, or the paper, back to the figures, where one was."""
        self.behind_is_left()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def behind_is_left(self) -> None:
        """The figures or the charts show again."""
        charts = self.charts if self.view.value() == CHARTS else None
        self._bring_up(charts or self._figures)

    def _bring_up(self, shown: QWidget) -> None:
        """Figures, charts, cases or the paper: one of them at a time, as high as it needs."""
        for widget in (self._figures, self.charts, self.behind, self.sheet):
            if widget is not None and widget is not shown:
                widget.hide()
        shown.show()

    # -- charts --------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Figures or charts, as if it were chosen."""
        self.view.set_value(view)
        self._turn()

    def _turn(self) -> None:
        """Figures or charts; what draws charts is fetched, off the UI thread, with the first of them."""
        if self.view.value() == CHARTS and self.charts is None:
            self.tasks.read(_fetch_charts, done=self._make_charts, receiver=self, label=tr("Loading …"))
            return
        self.behind_is_left()
        if self.view.value() == CHARTS and (period := self.period.period()) is not None:
            self._draw(period, self.narrowing.narrow())

    def _make_charts(self, room: ModuleType) -> None:
        if self.charts is None:
            made: Charts = room.Charts(self)
            self.charts = made
            self.column.addWidget(made)
        self._turn()

    def _draw(self, period: Period, narrow: Narrow) -> None:
        self._tasks_now.append(self.read(series.series, period, narrow, done=self._drawn,
                                         label=tr("Counting …")))

    def _drawn(self, found: Series) -> None:
        if self.charts is not None:
            self.charts.show_series(found)

    # -- exporting -----------------------------------------------------------------------

    def _export(self) -> None:
        """Ask where the figures shall go; with the cases of a number in front, where their list shall."""
        if self.shown_of is None:
            return
        (period, narrow), row = self.shown_of, self._row()
        if self.behind.isVisible() and row is not None and row.now.behind is not None:
            self.exports.begin(of_cases(words.called(row.now), row.now, period, narrow))
        else:
            self.exports.begin(of_overview(self.desk, period, narrow))

    def print_page(self) -> None:
        """Ctrl+P: the figures on paper, for the inside; once more prints them. A list of cases goes out as
        a file."""
        if self.sheet.isVisible():
            self.sheet.print_page()
        elif self.behind.isVisible():
            self._export()
        elif self.shown_of is not None:
            self.read(exporting.paper_of_overview, *self.shown_of, done=self._show_paper,
                      label=tr("Laying out the page …"))

    def _show_paper(self, paper: Paper) -> None:
        self._bring_up(self.sheet)
        self.sheet.show_paper(paper)

    # -- what a part can do --------------------------------------------------------------

    def help_text(self) -> str:
        """F1: what the figure in focus counts, and how the part is used."""
        row = self._row()
        defined = [words.definition(row.now)] if row is not None and self._figures.isVisible() else []
        return "\n\n".join([*defined, tr(
            "Choose a period by its name or enter its days; “Filters” narrows the figures to one mediator, "
            "source, kind of work, station, cause, matter or platform, and both are kept for the next time. "
            "Beside each figure stands the same of the period before and of the year before. The line under "
            "the table says what the figure in focus counts; Enter or a double click opens its cases, Esc "
            "leads back. The last line says whether the figures reconcile: each is counted a second way. "
            "Cases that were removed or voided, and what a side said alone, are in no figure.")])


def _fetch_charts() -> ModuleType:
    """QtCharts is loaded by whoever looks at charts, and by nobody else."""
    return importlib.import_module("mediation_desk.gui.pages.reports.overview.charts")
