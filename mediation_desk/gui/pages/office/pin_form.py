"""The own PIN: set, changed or removed with the password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.pins import LONGEST, SHORTEST
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import pin


class PinForm(QWidget):
    """``told(str)`` once the PIN was set or removed."""

    told = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.state = label("", "muted", wrap=True)
        self.form = Form(self)
        self.password = self.form.add(PasswordField(tr("Present password"), name="old_password"), wide=True)
        self.pin = self.form.add(PasswordField(
            tr("New PIN"), name="pin", required=False,
            help=tr("{shortest} to {longest} digits; it ends a turned screen and opens nothing else.",
                    shortest=SHORTEST, longest=LONGEST)), wide=True)
        self.again = self.form.add(PasswordField(tr("The same PIN again"), name="pin_again",
                                                 required=False), wide=True)
        self.bar = MessageBar(self)
        self.set, self.remove = button(tr("Set the PIN")), button(tr("Remove the PIN"), "quiet")
        self._lay()
        self.set.clicked.connect(self._set)
        self.remove.clicked.connect(self._remove)
        self.form.does(self.set)
        self._show(False)

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self.set)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.state)
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.bar)

    def look_up(self) -> None:
        """Say whether there is one."""
        self._tasks.read(pin.is_set, self._desk, receiver=self, done=self._show, failed=self.bar.trouble)

    def _show(self, is_set: bool) -> None:
        self.state.setText(tr("You have a PIN.") if is_set else
                           tr("You have no PIN; your password ends a turned screen."))
        self.remove.setVisible(is_set)

    def _set(self) -> None:
        """Set it; what is wrong is said beside its field."""
        if self._ready():
            self._tasks.run(pin.set_pin, self._desk, self.password.value(), self.pin.value(),
                            self.again.value(), receiver=self, failed=self._refused,
                            done=lambda _none: self._done(True, tr("Your PIN was set.")))

    def _remove(self) -> None:
        if self._ready():
            self._tasks.run(pin.remove_pin, self._desk, self.password.value(), receiver=self,
                            failed=self._refused,
                            done=lambda _none: self._done(False, tr("Your PIN was removed.")))

    def _ready(self) -> bool:
        if not self.set.isEnabled() or not self.form.commit():
            return False
        self._lock(True)
        return True

    def _lock(self, locked: bool) -> None:
        for press in (self.set, self.remove):
            press.setDisabled(locked)

    def _done(self, is_set: bool, words: str) -> None:
        self._lock(False)
        for field in (self.password, self.pin, self.again):
            field.wipe()
        self._show(is_set)
        self.told.emit(words)

    def _refused(self, error: DeskError) -> None:
        self._lock(False)
        if not self.form.show_error(error):
            self.bar.trouble(error)
