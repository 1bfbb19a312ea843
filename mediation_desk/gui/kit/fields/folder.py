"""A folder or a stick, chosen for a field as if its path had been typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.words import tr


def ask_folder(field: TextField, around: QWidget | None = None) -> None:
    """Let one be chosen, beginning with what stands in the field. ``around``: what asks, else the field."""
    chosen = QFileDialog.getExistingDirectory(around or field, tr("Choose a folder …"), field.typed())
    if chosen:
        choose(field, Path(chosen))


def choose(field: TextField, path: Path) -> None:
    """As if the path had been typed."""
    field.set_typed(str(path))
    field.commit()
