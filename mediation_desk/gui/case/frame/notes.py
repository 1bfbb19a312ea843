"""What is being typed in a case, kept while it is typed and brought back after a kill."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from mediation_desk.gui.drafts import Drafts
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk


class Notes(Drafts):
    """The drafts of one case by place."""

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(desk, tasks, f"case/{case_id}/", parent)

    def watch(self, form: Form, place: str) -> None:
        """Keep what is typed in a form that is saved as a whole; ``drop(place)`` once it is saved."""
        form.edited.connect(lambda _name, _text: self.keep_form(form, place))
        form.committed.connect(lambda _name, _value: self.keep_form(form, place))
