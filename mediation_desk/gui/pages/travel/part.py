"""What the parts of the travel page share: long work that can be stopped, and fields for a bag's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.folder import ask_folder, choose
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.fields.proposed import Proposed
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk

FOLDER = "bags_folder"  # what the memory keeps: where the last bag was written to or read from
BAGS = N_("Bags (*.mdbag)")
CARDS = N_("Cards (*.mdcard)")
WIDE = 56


class TravelPart(OfficePart):
    """A part with long work in it, which goes on beside everything else and can be stopped."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.memory = memory

    def begin_long(self, verb: Callable[..., Any], *args: Any, done: Callable[[Any], object], form: Form,
                   press: QAbstractButton, line: WorkLine, words: str) -> None:
        """Call ``verb(desk, *args, progress=…, cancelled=…)`` once all that was typed is kept. It keeps
        nobody waiting: neither what is saved meanwhile nor what is read."""
        if any(line.busy for line in self.findChildren(WorkLine)):
            self.trouble.emit(DeskError(N_("Another bag is under way here. Wait for it, or stop it.")))
            return
        press.setEnabled(False)

        def over(result: Any) -> None:
            press.setEnabled(True)
            if isinstance(result, DeskError):
                self.refused(result, form)
            else:
                done(result)

        def begin(_kept: object) -> None:
            task = self.tasks.aside(verb, self.desk, *args, done=over, failed=over, receiver=self,
                                    label=words)
            line.follow(task, words)

        self.tasks.run(_all_is_kept, done=begin, receiver=self)

    def stop_work(self) -> None:
        """The desk is about to close: what is half done is taken away again."""
        for line in self.findChildren(WorkLine):
            line.ask_to_stop()

    # -- where bags lie ------------------------------------------------------------------

    def known_folder(self) -> str:
        """Where the last bag was, or the person's own folder."""
        return self.memory.recall(FOLDER) or str(Path.home())

    def keep_folder(self, folder: Path) -> None:
        """Remember where a bag is."""
        self.memory.keep(FOLDER, str(folder))

    def ask_folder(self, field: TextField) -> None:
        """Let a folder or stick be chosen for the field."""
        ask_folder(field, self)

    def ask_bag(self, field: TextField) -> None:
        """Let a bag be chosen for the field."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Choose a bag …"), self.known_folder(), tr(BAGS))
        if chosen:
            choose(field, Path(chosen))


class BagPlace:
    """The fields of a form that say where a bag will lie: a folder or stick, and the file's name."""

    def __init__(self, part: TravelPart, form: Form) -> None:
        self.folder = form.add(TextField(tr("Folder or stick"), name="folder", required=True, width=40,
                                         limit=1000))
        self.file = form.add(TextField(tr("Name of the file"), name="file", required=True, width=40,
                                       limit=200))
        self.name = Proposed(self.file)
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.folder.set_value(part.known_folder())
        self.choose.clicked.connect(lambda: part.ask_folder(self.folder))


class PackedCard(QFrame):
    """What was packed, where it lies, and what happens next; ``done`` leads to another bag."""

    def __init__(self, parent: QWidget, another: str) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title, self.path = label("", "heading", wrap=True), selectable(label("", "muted", wrap=True))
        self.steps, self.done = label("", wrap=True), button(another)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(24)] * 4)
        column.setSpacing(look().px(12))
        for made in (self.title, self.path, self.steps):
            column.addWidget(made)
        column.addLayout(row_of(self.done))
        self.hide()

    def tell(self, title: str, path: Path, steps: Sequence[str]) -> None:
        """Say it in words."""
        self.title.setText(title)
        self.path.setText(str(path))
        self.steps.setText("\n".join(steps))
        self.show()


def _all_is_kept() -> None:
    """Nothing: it stands behind what is being saved, and tells when that is over."""
