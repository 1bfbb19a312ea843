"""What every part of the office page is: verbs called in order, what they did said on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.clash import ClashWords, ask_beneath, ask_in_form
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.services.desk import Desk


class OfficePart(QWidget):
    """A part of the office page. ``changed(Changes)`` tells the frame, ``told(words, way back or None)``
    what went well, ``trouble(DeskError)`` what belongs beside no field."""

    changed = Signal(object)
    told = Signal(str, object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tasks = desk, tasks
        self.leavable: list[tuple[QWidget, Callable[[], object]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look().px(12))

    def leaves(self, widget: QWidget, act: Callable[[], object]) -> None:
        """While the widget shows, Esc leaves it by ``act``."""
        self.leavable.append((widget, act))

    def shown(self) -> None:
        """The part came to the front: read anew what it shows."""

    def help_text(self) -> str:
        """F1: what this part is for."""
        return ""

    def print_page(self) -> None:
        """Ctrl+P: print what this part shows."""

    def undo(self) -> None:
        """Ctrl+Z: take back what was last done here."""

    def run(self, verb: Callable[..., Any], *args: Any, done: Callable[[Any], object] | None = None,
            form: Form | None = None, notice: str = "", back: Callable[[], object] | None = None,
            **kwargs: Any) -> Task:
        """Call ``verb(desk, *args)`` in order. A trouble is said beside its field in ``form``, else on
        the page; ``notice`` says that it went well, and ``back`` takes it back."""
        def finished(result: Any) -> None:
            if done is not None:
                done(result)
            self.changed.emit(result)
            if notice:
                self.told.emit(notice, back)

        return self.tasks.run(verb, self.desk, *args, done=finished, receiver=self, label=notice,
                              failed=lambda error: self.refused(error, form), **kwargs)

    def read(self, verb: Callable[..., Any], *args: Any, done: Callable[[Any], object],
             label: str = "", **kwargs: Any) -> Task:
        """Read something off the UI thread: ``verb(desk, *args)``."""
        return self.tasks.read(verb, self.desk, *args, done=done, failed=self.trouble.emit, receiver=self,
                               label=label, **kwargs)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to what was just opened, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 0, look().px(16))
                return
            around = around.parentWidget()

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """Say a trouble where it belongs; what a colleague changed meanwhile, beside one's own word."""
        if isinstance(error, Conflicts):
            self.ask(error, form)
        elif form is None or not form.show_error(error):
            self.trouble.emit(error)

    def ask(self, error: Conflicts, form: Form | None) -> None:
        """Show both words beneath each field, else at the foot of the part. Whoever knows how to go on
        with one's own word overrides ``decided``."""
        fields = {name: form.field(name) for name in form.names()} if form else {}
        if not ask_in_form(fields, error, self.clash_words(), self.decided):
            ask_beneath(self, error, self.clash_words(), lambda mine: self.decided("", mine))

    def clash_words(self) -> ClashWords:
        """The words in which a conflict is told here."""
        return ClashWords()

    def decided(self, field: str, mine: bool) -> None:
        """The person has chosen, in that field or (empty) in all of it."""
