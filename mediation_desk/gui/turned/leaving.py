"""The way back from a turned screen: the account's password, or its PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import press_focused
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import pin


class LeavingPanel(QWidget):
    """``proved`` once the password or the PIN was right; ``stayed`` when one thought better of it."""

    proved = Signal()
    stayed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.form = Form(self)
        self.proof = self.form.add(PasswordField(tr("Your password or PIN"), name="proof", help=hint),
                                   wide=True)
        self.leave = button(tr("Back to the desk"), "primary")
        self.stay = button(tr("Stay here"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(16))
        row.addWidget(self.form)
        for press in (self.leave, self.stay):
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.leave.clicked.connect(self.submit)
        self.stay.clicked.connect(self.put_away)
        self.form.does(self.leave)

    def begin(self) -> None:
        """Ask."""
        self.show()
        self.proof.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget what was typed, and ask no more."""
        self.proof.wipe()
        self.hide()
        self.stayed.emit()

    def submit(self) -> None:
        """Try what was typed."""
        if not self.leave.isEnabled() or not self.form.commit():
            return
        self.leave.setDisabled(True)
        typed = self.proof.value()
        self.proof.wipe()
        self._tasks.read(pin.prove, self._desk, typed, receiver=self, done=lambda _none: self.proved.emit(),
                         failed=self._refused)

    def _refused(self, error: DeskError) -> None:
        self.leave.setDisabled(False)
        if not self.form.show_error(error):
            self.proof.set_error(tr_error(error))
        self.proof.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stays; Enter presses what is in focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif not press_focused(event):
            event.accept()  # no key goes on to anything around
