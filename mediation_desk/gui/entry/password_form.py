"""Changing the own password: the old one, the new one twice, and how good it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField, strength
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.chips import Chip
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.screen import keep_on_screen, open_at
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts


class PasswordForm(QWidget):
    """``changed`` once the new password opens the store."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, *,
                 old_is_lent: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.form = Form(self)
        now = tr("Lent password") if old_is_lent else tr("Present password")
        self.old = self.form.add(PasswordField(now, name="old_password"), wide=True)
        self.new = self.form.add(PasswordField(
            tr("New password"), name="password",
            help=tr("At least 8 characters; a few unrelated words are best.")), wide=True)
        self.hint = self.form.add_widget(Chip(strength("")))
        self.hint.hide()
        self.again = self.form.add(PasswordField(tr("The same password again"), name="password_again"),
                                   wide=True)
        self.bar = MessageBar(self)
        self.change = button(tr("Change the password"), "primary" if old_is_lent else "")
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.new.edited.connect(self._judge)
        self.change.clicked.connect(self.submit)
        self.form.does(self.change)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self, text: str) -> None:
        self.hint.setVisible(bool(text))
        self.hint.set_state(strength(text))

    def submit(self) -> None:
        """Change the password; what is wrong is said beside its field."""
        if not self.change.isEnabled() or not self.form.commit():
            return
        self.change.setDisabled(True)
        self._tasks.run(accounts.change_password, self._desk, self.old.value(), self.new.value(),
                        self.again.value(), done=self._changed, failed=self._refused, receiver=self,
                        label=tr("Changing the password …"))

    def _changed(self, _result: object) -> None:
        self.change.setDisabled(False)
        self.wipe()
        self.changed.emit()

    def _refused(self, error: DeskError) -> None:
        self.change.setDisabled(False)
        if not self.form.show_error(error):
            self.bar.trouble(error)

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in (self.old, self.new, self.again):
            field.wipe()
        self._judge("")


class LentPassword(QWidget):
    """A window before the desk opens: whoever signs in with a lent password chooses one of their own.

    ``changed`` once it is chosen; ``left`` when the window is closed without."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.setWindowTitle(tr("Mediation Desk"))
        open_at(self, look().px(640), look().px(560))
        keep_on_screen(self)
        self._chosen = False
        self.form = PasswordForm(desk, tasks, old_is_lent=True)
        inner = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SteadyArea(inner))
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[look().px(40)] * 4)
        column.setSpacing(look().px(16))
        column.addWidget(label(tr("Choose a password of your own"), "title"))
        column.addWidget(label(tr("Yours was lent by the administrator. Nobody else will know the new one; "
                                  "what you write alone with a side is sealed with it."), "muted", wrap=True))
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.changed.connect(self._done)
        dress(self)

    def begin(self) -> None:
        """Show the window."""
        self.show()
        self.form.begin()

    def _done(self) -> None:
        self._chosen = True
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed without a new password, nobody comes in."""
        super().closeEvent(event)
        self.form.wipe()
        if not self._chosen:
            self.left.emit()
