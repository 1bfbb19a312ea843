"""Where a form stands that comes and goes; what is typed in it is kept while it is typed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.kit.fields.form import Form

F = TypeVar("F", bound=Form)


class FormPlace(Generic[F]):
    """Room for one form; ``box`` goes into the page. ``form``: the one that stands there now."""

    def __init__(self, bench: CaseBench) -> None:
        self._bench, self._kept_at = bench, ""
        self.box = QVBoxLayout()
        self.form: F | None = None

    def put(self, form: F, kept_at: str, keep: QAbstractButton) -> None:
        """Let the form stand there, with what was being typed in it; Enter does ``keep``."""
        self.form, self._kept_at = form, kept_at
        self.box.addWidget(form)
        form.does(keep)
        self._bench.notes.bring_back(form, kept_at)
        self._bench.notes.watch(form, kept_at)

    def put_by(self) -> None:
        """Take the form off; what was typed in it stays for the next time."""
        if self.form is not None:
            self._bench.notes.flush()
            drop(self.form)
            self.form = None

    def put_away(self) -> None:
        """Take the form off, and forget what was typed in it."""
        if self.form is not None:
            self._bench.notes.drop(self._kept_at)
            self.put_by()
