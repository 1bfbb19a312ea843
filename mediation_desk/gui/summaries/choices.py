"""What is chosen for summaries: level, amounts, kind of file, and where they go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Level
from mediation_desk.gui.kit.fields.folder import ask_folder, choose
from mediation_desk.gui.kit.fields.kinds import ChoiceField, TextField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reports.sending import Form as FileForm
from mediation_desk.services.reports.sending import Target
from mediation_desk.services.reports.summaries import Wanted

FOLDER = "exports_folder"  # what the memory keeps: where the last export went
WIDE = 24


class SummaryChoices(QObject):
    """The fields that say how much is told, and how exactly. ``changed`` when the summary is another one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.level = ChoiceField(tr("Level"), [(one, tr(one.label)) for one in Level], name="level",
                                 width=WIDE + 8)
        self.rounding = ChoiceField(tr("Amounts"), [(one, tr(one.label)) for one in Rounding],
                                    name="rounding", width=WIDE)
        self.level.set_value(Level.FULL)
        self.rounding.set_value(Rounding.KEPT)
        self.level.committed.connect(lambda _value: self._rechosen())
        self.rounding.committed.connect(lambda _value: self.changed.emit())
        self.rounding.hide()

    def _rechosen(self) -> None:
        self.rounding.setVisible(self.wanted().level is Level.PUBLISHED)
        self.changed.emit()

    def wanted(self) -> Wanted:
        """The level and the rounding; only what is published is rounded."""
        level, rounding = self.level.value(), self.rounding.value()
        assert isinstance(level, Level) and isinstance(rounding, Rounding)
        return Wanted(level, rounding if level is Level.PUBLISHED else Rounding.KEPT)


class FilePlace:
    """The fields that say which file is written; troubles of the place are said there."""

    def __init__(self, memory: Memory | None) -> None:
        self._memory, self._several, self._proposed = memory, False, ""
        self.form = ChoiceField(tr("Kind of file"), [(one, tr(one.label)) for one in FileForm], name="form",
                                width=WIDE)
        self.each = ChoiceField(
            tr("Files"), [(False, tr("All in one file")), (True, tr("One file for each case"))], name="each",
            width=WIDE)
        self.path = TextField(tr("File"), name="path", required=True, width=60, limit=1000)
        self.choose = button(tr("Choose …"), picture="folder-open")
        self.form.set_value(FileForm.DOCX)
        self.each.set_value(False)
        self.choose.clicked.connect(self.ask)
        for field in (self.form, self.each):
            field.committed.connect(lambda _value: self._refit())

    def propose(self, name: str, *, several: bool) -> None:
        """A name for the file, as long as nobody gave it another. ``several`` may go into a file each."""
        self._several = several
        self.each.setVisible(several)
        if self.path.typed() in ("", self._proposed):
            self._proposed = str(Path(self.folder()) / name)
            self._refit()

    def folder(self) -> str:
        """Where the last export went, or the person's own folder."""
        return (self._memory.recall(FOLDER) if self._memory else "") or str(Path.home())

    def _refit(self) -> None:
        """A folder where each case gets its own file; else a file with the ending of its kind."""
        if self.is_folder:
            self.path.set_label(tr("Folder"))
            self.path.set_value(self.folder())
            return
        self.path.set_label(tr("File"))
        typed = Path(self.path.typed())
        if self._proposed and typed.suffix not in {str(one) for one in FileForm}:
            typed = Path(self._proposed)
        self.path.set_value(str(typed.with_suffix(str(self.form.value()))) if typed.name else "")
        self._proposed = self.path.typed()

    @property
    def is_folder(self) -> bool:
        """Whether one file is written for each case."""
        return self._several and bool(self.each.value())

    def ask(self) -> None:
        """Let the place be chosen."""
        if self.is_folder:
            ask_folder(self.path)
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self.path, tr("Choose …"), self.path.typed(), options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            choose(self.path, Path(chosen))

    def target(self) -> Target:
        """As the service is told."""
        form = self.form.value()
        assert isinstance(form, FileForm)
        return Target(self.path.typed(), form, self.is_folder)

    def keep(self) -> None:
        """Remember where it went."""
        path = Path(self.path.typed())
        if self._memory is not None:
            self._memory.keep(FOLDER, str(path if self.is_folder else path.parent))
