"""Forms: statistical forms filled for a period, looked at, frozen, corrected and exported."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Ref
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.filled import words
from mediation_desk.gui.pages.filled.sheet import FilledSheet
from mediation_desk.gui.pages.filled.words import in_words
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.reports.exports import Export, ExportCard, file_name
from mediation_desk.gui.pages.reports.forms.freezing import FreezeCard
from mediation_desk.gui.pages.reports.forms.period import FormPeriod
from mediation_desk.gui.pages.reports.on_paper import OnPaper
from mediation_desk.gui.pages.reports.overview.behind import Cases, CasesBehind
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.reports import choices, closing_periods, exporting, forms
from mediation_desk.services.reports.choices import Choices
from mediation_desk.services.reports.forms import FormLine, Standing


class FormsPart(OfficePart):
    """``case_wanted(case_id, None)`` opens a case behind a number."""

    case_wanted = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.lines: dict[str, FormLine] = {}
        self.filled: FilledForm | None = None
        self._version = 0  # of the frozen numbers that one has seen
        self.form = ChoiceField(tr("Statistical form"), (), name="form", width=24)
        self.mediator = ChoiceField(tr("Mediator"), (), name="mediators", empty=tr("Choose one"), width=13)
        for field in (self.form, self.mediator):  # what there is to choose from comes after they are shown
            field.combo.setSizeAdjustPolicy(field.combo.SizeAdjustPolicy.AdjustToContents)
        self.period = FormPeriod(lambda: desk.today, self)
        self.freeze = button(tr("Freeze …"), picture="snowflake")
        self.fresh = button(tr("The numbers of today"), picture="arrows-clockwise")
        self.fresh.setCheckable(True)
        self.export = button(tr("Export …"), picture="export")
        self.standing, self.own = label("", "strong", wrap=True), label("", "strong", wrap=True)
        self.trouble_line = label("", "trouble", wrap=True)
        self.card, self.exports = FreezeCard(self), ExportCard(desk, tasks, self)
        self.sheet, self.behind = FilledSheet(self), CasesBehind(desk, tasks, tr("Back to the form"), self)
        self.listed = button(tr("Export the list …"), picture="export")
        self.paper = OnPaper(desk, tasks, tr("Back to the form"), self)
        self._place: Ref | None = None  # the cell whose cases are in front
        self.empty = EmptyState(tr("Choose whose cases this form is about"), tr(
            "Each mediator fills it with their own cases; choose one of them above."), picture="user",
            parent=self)
        self._shown = QWidget(self)
        self._lay()
        self._listen()

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        top, does = QHBoxLayout(), QHBoxLayout()
        for row in (top, does):
            row.setSpacing(look().px(12))
        for field in (self.form, self.mediator):
            top.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.period)
        top.addStretch(1)
        for press in (self.export, self.freeze, self.fresh):
            does.addWidget(press)
        does.addWidget(self.standing, 1)
        inside = QVBoxLayout(self._shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(8))
        inside.addLayout(does)
        for widget in (self.card, self.sheet):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.column.addLayout(top)
        for line in (self.own, self.trouble_line):
            self.column.addWidget(line)
            line.hide()
        self.column.addWidget(self.exports)
        self.behind.add_button(self.listed)
        for page in (self._shown, self.empty, self.behind, self.paper):
            self.column.addWidget(page, 1)
            page.hide()
        self.mediator.hide()

    def _listen(self) -> None:
        self.form.committed.connect(lambda _form: self._choose())
        self.period.changed.connect(lambda: self._fill(anew=True))
        self.mediator.committed.connect(lambda _who: self._fill(anew=True))
        self.fresh.toggled.connect(lambda _on: self._fill())
        self.export.clicked.connect(self._export)
        self.exports.refused.connect(self.trouble.emit)
        self.exports.left.connect(self.export.setFocus)
        self.freeze.clicked.connect(self._ask_freeze)
        self.card.go.clicked.connect(self._freeze)
        self.sheet.cell_wanted.connect(self._open)
        self.sheet.case_wanted.connect(lambda case_id: self.case_wanted.emit(case_id, None))
        self.behind.case_wanted.connect(self.case_wanted)
        self.behind.left.connect(self.leave_cases)
        self.listed.clicked.connect(self._export_cases)
        self.paper.left.connect(self._leave_paper)
        for widget, act in ((self.paper, self._leave_paper), (self.behind, self.leave_cases),
                            (self.exports, self.exports.put_away), (self.card, self.card.put_away)):
            self.leaves(widget, act)

    # -- which form ----------------------------------------------------------------------

    def shown(self) -> None:
        """The forms as they are now; the first stands ready."""
        self.read(choices.choices, done=self._show_choices)
        self.read(forms.listed, done=self._show_forms)

    def _show_choices(self, known: Choices) -> None:
        chosen = self.mediator.value()
        self.mediator.set_choices(known.mediators)
        self.mediator.set_value(chosen)
        self.behind.name_mediators(known.mediators)

    def _show_forms(self, lines: Sequence[FormLine]) -> None:
        self.lines = {line.id: line for line in lines}
        chosen = self.form.value() if self.form.value() in self.lines else None
        self.form.set_choices([(line.id, _called(line)) for line in lines])
        if chosen is None and lines:
            self.form.set_value(lines[0].id)
            self._choose()
        else:
            self.form.set_value(chosen)
            self._fill()

    @property
    def line(self) -> FormLine | None:
        """The chosen form."""
        return self.lines.get(str(self.form.value()))

    def _choose(self) -> None:
        """Another form: for its usual period."""
        line = self.line
        if line is None:
            return
        self.mediator.setVisible(line.own and self.desk.may(Verb.READ_FIGURES))
        self.period.show_period(line.period, forms.last_period(line.period, self.desk.today))
        self.trouble_line.setText(tr_error(line.trouble) if line.trouble else "")
        self.trouble_line.setVisible(line.trouble is not None)
        self._fill(anew=True)

    def narrow(self) -> Narrow:
        """Whose cases, where the form is about one mediator's."""
        chosen = self.mediator.value()
        return Narrow(mediators=(chosen,)) if isinstance(chosen, UUID) and self._asks_whose() else Narrow()

    def _asks_whose(self) -> bool:
        line = self.line
        return line is not None and line.own and self.desk.may(Verb.READ_FIGURES)

    # -- filled --------------------------------------------------------------------------

    def _fill(self, *, anew: bool = False) -> None:
        """Read the form; one of a mediator's own cases once it is said whose."""
        line = self.line
        if line is None:
            return
        if anew:
            self._version = 0
            self.card.put_away()
            self.exports.hide()
            self.behind.hide()
            self.fresh.blockSignals(True)
            self.fresh.setChecked(False)
            self.fresh.blockSignals(False)
        waits = self._asks_whose() and not self.narrow().mediators
        self.empty.setVisible(waits)
        if waits:
            self._shown.hide()
            return
        self.read(forms.filled, line.id, self.period.period, self.narrow(), fresh=self.fresh.isChecked(),
                  done=self._show, label=tr("Filling the form …"))

    def _show(self, filled: FilledForm) -> None:
        self.filled = filled
        self.sheet.show_form(filled)
        self._shown.setVisible(not self.behind.isVisible())
        self.paper.hide()
        self.own.setText(tr("These figures are of your own cases alone."))
        self.own.setVisible(filled.own)
        self._say_standing(filled)

    def _say_standing(self, filled: FilledForm) -> None:
        """Whether the period is closed, and what can be done about it."""
        mark, over = filled.frozen, filled.period.until < self.desk.today
        self._version = max(self._version, mark.version if mark else 0)
        self.freeze.setVisible(self.desk.may(Verb.READ_FIGURES) and self.desk.branch is None and over)
        self.fresh.setVisible(mark is not None or self.fresh.isChecked())
        if mark is not None:
            self.standing.setText(tr(
                "Frozen on {day} by {who}, version {version}: these are the numbers of that day.",
                day=f"{mark.made_at.astimezone(self.desk.zone):%Y-%m-%d %H:%M}", who=mark.made_by,
                version=mark.version))
        elif not over:
            self.standing.setText(tr("The period is not over yet; its numbers still change."))
        else:
            self.standing.setText("")

    # -- freezing ------------------------------------------------------------------------

    def _ask_freeze(self) -> None:
        if self.line is not None:
            self.exports.hide()
            self.card.begin(words.called(self.line.label), in_words(self.period.period))

    def _freeze(self) -> None:
        """Keep the numbers as they are now."""
        line = self.line
        if line is not None:
            self.run(closing_periods.freeze, line.id, self.period.period, self.narrow(), seen=self._version,
                     done=self._frozen, notice=tr("The numbers are frozen."))

    def _frozen(self, _changes: object) -> None:
        self._fill(anew=True)
        self.freeze.setFocus()

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """Nothing was frozen: that is said, and what stands now is shown."""
        self.card.put_away()
        super().refused(error, form)
        self._fill()

    # -- the cases behind a cell ---------------------------------------------------------

    def _open(self, place: Ref) -> None:
        filled, desk = self.filled, self.desk
        if filled is None:
            return
        table = next(one for one in filled.tables if one.id == place[0])
        row = next(one for one in table.rows if one.id == place[1])
        column = next(one for one in table.columns if one.id == place[2])
        count, self._place = table.cell(place[1], place[2]).count, place
        self._shown.hide()
        self.behind.show()
        self.behind.show_cases(" · ".join(words.called(one.label) for one in (table, row, column)), Cases(
            lambda: count, lambda offset, limit: forms.behind(desk, filled, place, offset, limit)))

    def leave_cases(self) -> None:
        """Back to the form."""
        self.behind.hide()
        self._shown.show()
        if self.sheet.blocks:
            self.sheet.blocks[0].table.setFocus()

    # -- exporting -----------------------------------------------------------------------

    def _export(self) -> None:
        """Ask where the form shall go, as it stands here."""
        filled, desk = self.filled, self.desk
        if filled is None:
            return
        self.card.put_away()
        self.exports.begin(Export(
            f"{words.called(filled.form.label)}, {in_words(filled.period)}", exporting.export_form, (filled,),
            lambda wanted: exporting.proposed_name(desk, filled, wanted),
            publishable=self.desk.may(Verb.READ_FIGURES)))
        self.reveal(self.exports)

    def _export_cases(self) -> None:
        """Ask where the list of the cases behind a cell shall go."""
        filled = self.filled
        if filled is not None and self._place is not None:
            title = self.behind.title.text()
            self.exports.begin(Export(
                title, exporting.export_cell, (filled, self._place),
                lambda wanted: file_name(title, filled.period, wanted), publishable=False))

    def print_page(self) -> None:
        """Ctrl+P: the form on paper, for the inside; once more prints it. A list of cases goes out as a
        file."""
        if self.paper.isVisible():
            self.paper.print_page()
        elif self.behind.isVisible():
            self._export_cases()
        elif self.filled is not None:
            self.read(exporting.paper_of_form, self.filled, done=self._show_paper,
                      label=tr("Laying out the page …"))

    def _show_paper(self, paper: Paper) -> None:
        self._shown.hide()
        self.paper.show_paper(paper)

    def _leave_paper(self) -> None:
        """Back to the form."""
        self.paper.hide()
        self._shown.show()

    def help_text(self) -> str:
        """F1."""
        return tr("Choose a form and the period for which it is filled. Left and Right go from cell to cell; "
                  "the line under a table says what the cell in focus counts, and Enter opens its cases. The "
                  "last lines say whether the form adds up. Once a period is over its numbers can be frozen "
                  "as they are sent upward: what is corrected later then stands beside them as a correction "
                  "and changes none of them. “Export …” writes the form for the inside, or for publishing "
                  "with the figures hidden that say too much of single cases. An administrator changes forms "
                  "and adds others under Office.")


def _called(line: FormLine) -> str:
    name = words.called(line.label)
    if line.standing is Standing.SHIPPED:
        return name
    return tr("{form} (the office's own)", form=name)
