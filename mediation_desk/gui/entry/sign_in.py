"""The sign-in: name, password, and where the office's store is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.busy import Busy
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.entry import doors, safekeeping
from mediation_desk.services.entry.doors import Around, Whereabouts

if TYPE_CHECKING:
    from mediation_desk.gui.entry.place import PlaceForm

SECOND_MS = 1000


class SignIn(QWidget):
    """Asks who comes in. ``opened(desk, where)`` once the store is unlocked; ``left`` leads back to what
    else one can do."""

    opened = Signal(object, object)
    left = Signal()
    _waiting = Signal()  # from the thread that opens the store

    def __init__(self, tasks: Tasks, around: Around, where: Whereabouts, login: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._around, self._where, self._waits = tasks, around, where, 0
        self._place: PlaceForm | None = None
        self.form = Form(self)
        self.login = self.form.add(TextField(tr("Sign-in name"), name="login", required=True, width=36,
                                             limit=64), wide=True)
        self.password = self.form.add(PasswordField(tr("Password"), name="password"), wide=True)
        self.store = label("", "muted", wrap=True, parent=self)
        self.enter = button(tr("Sign in"), "primary", parent=self)
        self.elsewhere = button(tr("Another place …"), "quiet", parent=self)
        self.leave = button(tr("Other ways in …"), "quiet", parent=self)
        self.bar, self.busy = MessageBar(self), Busy(self)
        self._second = QTimer(self, interval=SECOND_MS)
        self._lay()
        self._listen()
        self.login.set_value(login)
        self.store.setText(tr("Store: {place}", place=where.words))

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.enter)
        row.addWidget(self.elsewhere)
        row.addWidget(self.leave)
        row.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        column.addWidget(label(tr("Sign in"), "title"))
        column.addWidget(self.store)
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.busy)
        column.addStretch(1)

    def _listen(self) -> None:
        self.enter.clicked.connect(self.try_it)
        self.elsewhere.clicked.connect(self.ask_place)
        self.leave.clicked.connect(self.left)
        self.form.does(self.enter)
        self._second.timeout.connect(self._tick)
        self._waiting.connect(self._say_waiting)

    def begin(self) -> None:
        """Put the cursor where the person goes on: at the name, or at the password when it is known."""
        target = self.password if self.login.value() else self.login
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def place(self) -> PlaceForm:
        """Where the store is, as fields; made when somebody wants another place than the last one."""
        from mediation_desk.gui.entry.place import PlaceForm

        if self._place is None:
            self._place = PlaceForm(self._where, self._tasks, self)
            self._column.insertWidget(self._column.indexOf(self.form) + 1, self._place)
            self._place.does(self.enter)
        return self._place

    def ask_place(self) -> None:
        """Ask for the place too, instead of only saying it."""
        self.place.show()
        self.store.hide()
        self.elsewhere.hide()

    # -- trying --------------------------------------------------------------------------

    def try_it(self) -> None:
        """Try name and password."""
        if self._waits or not self.enter.isEnabled() or not self.form.commit():
            return
        try:
            where = self._where.checked() if self._place is None else self._place.where()
        except DeskError as error:
            self.ask_place()
            self.place.show_error(error)
            return
        self.bar.clear()
        self._set_busy(True)
        self._tasks.run(doors.sign_in, where, self.login.value(), self.password.typed(), self._around,
                        waiting=self._tell_waiting, done=partial(self._opened, where),
                        failed=partial(self._refused, where), label=tr("Opening the store …"), receiver=self)

    def _tell_waiting(self) -> None:
        if shiboken6.isValid(self):
            self._waiting.emit()

    def _say_waiting(self) -> None:
        self.busy.begin(tr("Another desk is bringing the store up to date; this one waits for it …"))

    def _set_busy(self, busy: bool) -> None:
        self.enter.setDisabled(busy)
        self.form.setDisabled(busy)
        if self._place is not None:
            self._place.setDisabled(busy)
        if busy:
            self.busy.begin(tr("Opening the store …"))
        else:
            self.busy.end()

    def _opened(self, where: Whereabouts, desk: object) -> None:
        self._set_busy(False)
        self.password.wipe()
        self.opened.emit(desk, where)

    def _refused(self, where: Whereabouts, error: DeskError) -> None:
        self._set_busy(False)
        if error.field in ("place", safekeeping.FIELD):
            self.ask_place()
            self.place.show_error(error)
        elif not self.form.show_error(error):
            self.bar.trouble(error)
        if error.field == "password":
            self.password.line.selectAll()
            self._tasks.read(doors.pause_left, where, self._around, done=self._wait, receiver=self)

    # -- the growing pause ---------------------------------------------------------------

    def _wait(self, seconds: int) -> None:
        self._waits = seconds
        if seconds:
            self._second.start()
        self._show_wait()

    def _tick(self) -> None:
        self._waits = max(0, self._waits - 1)
        if not self._waits:
            self._second.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        self.enter.setDisabled(bool(self._waits))
        self.enter.setText(tr_count("Sign in (in {seconds} second)", "Sign in (in {seconds} seconds)",
                                    self._waits, seconds=self._waits) if self._waits else tr("Sign in"))
