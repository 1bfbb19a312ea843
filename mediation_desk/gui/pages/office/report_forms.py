"""Statistical forms as text: an office changes one or adds its own, sees it filled, and is told the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextArea
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.filled.sheet import FilledSheet
from mediation_desk.gui.pages.filled.words import called
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import forms
from mediation_desk.services.reports.forms import FormLine, Standing

LARGEST, LINES = 200_000, 18


class ReportFormsPart(OfficePart):
    """The chosen form's text, and beneath it how it looks filled."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.lines: dict[str, FormLine] = {}
        self._own: str | None = None  # the office's own text of the form, as one looked at it
        self.choice = ChoiceField(tr("Statistical form"), (), name="form", width=30)
        self.choice.combo.setSizeAdjustPolicy(self.choice.combo.SizeAdjustPolicy.AdjustToContents)
        self.form = Form(self)
        self.form.setMaximumWidth(16_777_215)  # a text of columns is wide
        self.text = self.form.add(TextArea(
            tr("Its text"), name="file", lines=LINES, most=LINES, limit=LARGEST, required=True,
            help=tr("With another id it becomes a form of its own beside this one.")), wide=True)
        self.preview = button(tr("See it filled"), picture="eye")
        self.keep = button(tr("Keep the form"), "primary", picture="floppy-disk")
        self.drop = button(tr("Back to the form as shipped"), picture="trash")
        self.sheet, self.standing = FilledSheet(self), label("", "muted", wrap=True)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.column.addWidget(label(tr("What reports count, as text that a clerk can read and change."),
                                    "muted", wrap=True))
        self.column.addWidget(self.choice)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep, self.preview, self.drop))
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        self.sheet.hide()
        self.text.area.setLineWrapMode(self.text.area.LineWrapMode.NoWrap)

    def _listen(self) -> None:
        self.choice.committed.connect(lambda _form: self._read_text())
        self.preview.clicked.connect(self.see)
        self.keep.clicked.connect(self.submit)
        self.drop.clicked.connect(self.forget)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The forms as they are now; what is being typed stays."""
        self.read(forms.listed, done=self._show)

    def _show(self, lines: Sequence[FormLine]) -> None:
        self.lines = {line.id: line for line in lines}
        chosen = self.choice.value() if self.choice.value() in self.lines else next(iter(self.lines), None)
        self.choice.set_choices([(line.id, called(line.label)) for line in lines])
        self.choice.set_value(chosen)
        if not self.text.modified():
            self._read_text()

    def _read_text(self) -> None:
        """The text of the chosen form, with what the office itself has of it."""
        line = self.lines.get(str(self.choice.value()))
        if line is None:
            return
        self.standing.setText(_standing(line))
        self.drop.setVisible(line.standing is not Standing.SHIPPED)
        self.drop.setText(tr("Back to the form as shipped") if line.standing is Standing.CHANGED
                          else tr("Remove the form"))
        self.read(forms.own_text_of, line.id, done=self._show_own)
        self.read(forms.text_of, line.id, done=self._show_text)

    def _show_own(self, own: str | None) -> None:
        self._own = own

    def _show_text(self, text: str) -> None:
        self.text.set_value(text.strip())
        self.form.clear_errors()
        self.sheet.hide()

    # -- doing ---------------------------------------------------------------------------

    def see(self) -> None:
        """Fill the form as it is typed; what is wrong is said with its line."""
        if self.form.commit():
            self.tasks.read(forms.previewed, self.desk, self.text.value(), done=self._filled,
                            failed=self.refused, receiver=self, label=tr("Filling the form …"))

    def _filled(self, filled: FilledForm) -> None:
        self.form.clear_errors()
        self.sheet.show_form(filled)
        self.sheet.show()
        self.reveal(self.sheet)

    def submit(self) -> None:
        """Keep the text as the office's form."""
        if self.form.commit():
            self._keep(self._own)

    def _keep(self, seen: str | None) -> None:
        self.run(forms.keep, self.text.value(), seen, form=self.form, done=lambda _changes: self.shown(),
                 notice=tr("The form is kept; reports use it from now on."))

    def forget(self) -> None:
        """Let the shipped form count again, or the office's own one go; its text stands ready to be kept."""
        before = self._own
        if before is not None:
            self.run(forms.drop, str(self.choice.value()), before, done=self._forgot,
                     notice=tr("The form is removed."), back=lambda: self._bring_back(before))

    def _forgot(self, _changes: object) -> None:
        self.text.set_value(self.text.value())
        self.shown()

    def _bring_back(self, text: str) -> None:
        self.run(forms.keep, text, None, done=lambda _changes: self.shown(), notice=tr("Undone."))

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """A fault in the text is said beneath it, and the cursor goes to its line."""
        if isinstance(error, FormError):
            self.text.set_error(tr_error(error))
            block = self.text.area.document().findBlockByNumber(max(0, error.line - 1))
            self.text.area.setTextCursor(QTextCursor(block))
            self.text.area.setFocus()
            return
        super().refused(error, form)

    def decided(self, _field: str, mine: bool) -> None:
        """A colleague kept another text meanwhile: one's own after all, or theirs."""
        if not mine:
            self.text.set_value(self.text.value())
            self._read_text()
            return
        self.read(forms.own_text_of, str(self.choice.value()), done=self._keep)

    def help_text(self) -> str:
        """F1."""
        return tr("A statistical form says which tables it has and what their rows and columns count. Choose "
                  "one, change its text and look at it filled: a fault is said with its line. Kept, it "
                  "stands in place of the shipped one, which can be had back at any time; with another id "
                  "it becomes a further form. Numbers that were frozen are not touched by it.")


def _standing(line: FormLine) -> str:
    told = {Standing.SHIPPED: tr("As shipped with the program."),
            Standing.CHANGED: tr("Changed by this office."),
            Standing.OFFICE: tr("This office's own form.")}[line.standing]
    return f"{told} {tr_error(line.trouble)}" if line.trouble else told
