"""What is done with a form, beneath it: keep what was entered, or leave it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.theme import look


def with_acts(form: Form, keep: QAbstractButton, cancel: QAbstractButton) -> QWidget:
    """The form with the two beneath it; Enter does ``keep``."""
    made = QWidget()
    form.does(keep)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, look().px(8))
    column.addWidget(form)
    column.addLayout(row_of(keep, cancel))
    return made
