"""The receipt that goes back with the stick: written beside the package at once, or where somebody
chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import going_back
from mediation_desk.services.referral.going_back import Written
from mediation_desk.services.referral.incoming import TakenIn


def write_receipt(desk: Desk, made: TakenIn, folder: Path) -> Written:
    """Into that folder, under its usual name."""
    name = going_back.proposed_name(desk, made.case_id, made.origin_id, "receipt")
    return going_back.write_receipt_into(desk, made.case_id, made.origin_id, str(folder), name)


class ReceiptLine(QWidget):
    """Where the receipt lies, or why it could not be written, and a way to write it elsewhere.
    ``changed(Changes)`` tells that it was written."""

    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._made: TakenIn | None = None
        self.words, self.path = label("", wrap=True), selectable(label("", "muted", wrap=True))
        self.elsewhere = button(tr("Write the receipt elsewhere …"), picture="folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for made in (self.words, self.path):
            column.addWidget(made)
        column.addLayout(row_of(self.elsewhere))
        self.elsewhere.clicked.connect(self.choose)

    def write_beside(self, package: Path, made: TakenIn) -> None:
        """Beside the package, where it goes back with the stick."""
        self._made = made
        self.show()
        self._write(package.parent)

    def choose(self) -> None:
        """Ask for a folder, and write it there."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"))
        if chosen:
            self._write(Path(chosen))

    def _write(self, folder: Path) -> None:
        if self._made is not None:
            self._say(tr("Writing the receipt …"))
            self._tasks.run(write_receipt, self._desk, self._made, folder, done=self._written,
                            failed=self._refused, receiver=self)

    def _written(self, written: Written) -> None:
        self._say(tr("The receipt for “{office}” is written. Have it brought back to them.",
                     office=written.office), str(written.path))
        self.changed.emit(written.changes)

    def _refused(self, error: DeskError) -> None:
        self._say(tr("The receipt was not written: {reason}", reason=tr_error(error)), meaning="overdue")

    def _say(self, text: str, path: str = "", meaning: str = "") -> None:
        self.words.setText(text)
        mean(self.words, meaning)
        self.path.setText(path)
        self.path.setVisible(bool(path))
