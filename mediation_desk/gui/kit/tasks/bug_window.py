"""The one calm window that tells of a programming error."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.screen import keep_on_screen, open_at
from mediation_desk.gui.kit.words import tr
from mediation_desk.library import private_files


class BugWindow(QDialog):
    """Says what was kept, and shows the report, which can be read before it is saved."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong in the program"))
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("The report"))
        self.save = button(tr("Save the report …"), parent=self)
        self.go_on = button(tr("Go on working"), "primary", parent=self)
        self.told = label("", "muted", wrap=True, parent=self)
        self.told.hide()
        self._lay()
        dress(self)
        self.save.clicked.connect(self._save)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        open_at(self, look().px(600), look().px(440))
        keep_on_screen(self)

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(24)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Something went wrong in the program"), "heading"))
        column.addWidget(label(tr("Everything that was saved is kept. What you did last may not have been "
                                  "carried out: please look, and do it again if needed."), wrap=True))
        column.addWidget(label(tr("The report below holds no names, numbers or words of any case. Read it, "
                                  "and save it for whoever looks after the program."), "muted", wrap=True))
        column.addWidget(self.report, 1)
        column.addWidget(self.told)
        column.addLayout(row)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the report …"), "mediation-desk-report.txt")
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Save the report; a folder that cannot be written is said in the window."""
        try:
            private_files.write(path, self.report.toPlainText().encode())
            self.told.setText(tr("Saved."))
        except OSError:
            self.told.setText(tr("It could not be saved there. Choose another folder."))
        self.told.show()
