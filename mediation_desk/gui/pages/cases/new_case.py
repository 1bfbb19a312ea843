"""The small sheet that registers a matter: four defaults, and the names if they are at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, TextArea, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pasted_people import PastedPeople
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering


class NewCaseSheet(QFrame):
    """``registered(Changes)`` with the new case as its result; ``left`` when it is put away;
    ``trouble(DeskError)`` what belongs beside no field."""

    registered = Signal(object)
    left = Signal()
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._tasks = desk, tasks
        self.form = Form(self)
        self.received = self.form.add(DateField(tr("Date received"), name="received_on", required=True,
                                                     today=lambda: desk.today))
        self.kind = self.form.add(ChoiceField(
            tr("Kind of work"), [(one, tr(one.label)) for one in KindOfWork], name="kind_of_work", width=24))
        self.source = self.form.add(ChoiceField(
            tr("Source"), [(one, tr(one.label)) for one in Source], name="source", width=24))
        self.order = self.form.add(TextField(tr("12345 order number"), name="source_reference", width=26,
                                             required=True, limit=60))
        self.names = self.form.add(TextArea(
            tr("Applicants"), name="applicants", lines=2, most=4,
            help=tr("One person a line: the name, and the ID number and phone where they are at hand; a list "
                    "may be pasted. They can also follow later.")), wide=True)
        self.people = self.form.add_widget(PastedPeople(self.names, brief=True))
        self.register = button(tr("Register"), "primary", parent=self)
        self.cancel = button(tr("Cancel"), parent=self)
        self._lay()
        self.register.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        self.source.committed.connect(lambda _source: self._ask_order())
        self.form.does(self.register)
        self.begin_anew()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self.register)
        row.addWidget(self.cancel)
        row.addWidget(label(tr("Enter registers, among the names Ctrl+Enter; Esc puts the sheet away."),
                            "small"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Register a new case"), "heading"))
        column.addWidget(self.form)
        column.addLayout(row)

    def begin_anew(self) -> None:
        """The defaults of a matter that somebody walks in with today."""
        self.form.set_values({"received_on": self._desk.today, "kind_of_work": KindOfWork.OTHER,
                              "source": Source.WALK_IN, "source_reference": "", "applicants": ""})
        self.people.begin()
        self.form.clear_errors()
        self._ask_order()

    def begin(self) -> None:
        """Put the cursor where most people begin."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_order(self) -> None:
        self.order.setVisible(self.source.value() is Source.HOTLINE)

    def draft(self) -> registering.IntakeDraft:
        """The matter as the sheet has it."""
        received, kind, source = self.received.value(), self.kind.value(), self.source.value()
        assert received is not None and isinstance(kind, KindOfWork) and isinstance(source, Source)
        return registering.IntakeDraft(
            received_on=received, source=source, kind_of_work=kind,
            source_reference=self.order.value() if source is Source.HOTLINE else "",
            parties=self.people.drafts())

    def submit(self) -> None:
        """Register the matter; what is wrong is said beside its field."""
        if not self.register.isEnabled() or not self.form.commit():
            return
        if self.people.wrong:
            self.people.say()
            self.names.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.register.setDisabled(True)
        self._tasks.run(registering.register, self._desk, self.draft(), done=self._registered,
                        failed=self._refused, label=tr("Registering the case …"), receiver=self)

    def _registered(self, changes: Changes) -> None:
        self.register.setDisabled(False)
        self.begin_anew()
        self.registered.emit(changes)

    def _refused(self, error: DeskError) -> None:
        self.register.setDisabled(False)
        if not self.form.show_error(error):
            self.trouble.emit(error)
