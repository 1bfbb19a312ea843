"""Coming in on a laptop: a bag from the office is opened into a new folder, and the travel desk begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.services.entry.doors import Around, Whereabouts
from mediation_desk.services.travel import doors

BAGS = N_("Bags (*.mdbag)")
WIDE = 56


class BagDoor(QWidget):
    """Asks for the bag, the carrier's password and a new folder. ``opened(desk, where)`` once the travel
    desk is there; ``left`` leads back to what else one can do. ``office``: where this computer's own
    office would be; the travel desk lies beside it unless somebody wants otherwise."""

    opened = Signal(object, object)
    left = Signal()

    def __init__(self, tasks: Tasks, around: Around, office: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._around = tasks, around
        self.form = Form(self)
        self.bag = self.form.add(TextField(tr("Bag"), name="bag", required=True, width=WIDE, limit=1000),
                                 wide=True)
        self.choose = self.form.add_widget(button(tr("Choose a bag …"), picture="folder-open"), wide=False)
        self.password = self.form.add(PasswordField(
            tr("Password"), name="password",
            help=tr("Your own, as it was at the office when the bag was packed.")), wide=True)
        self.place = self.form.add(TextField(
            tr("New folder"), name="place", required=True, width=WIDE, limit=1000,
            help=tr("The travel desk is made there. It is encrypted like the office's store.")), wide=True)
        self.place.set_value(str(doors.new_folder(office)))
        self.enter = button(tr("Open the bag"), "primary", parent=self)
        self.leave = button(tr("Other ways in …"), "quiet", parent=self)
        self.bar, self.work = MessageBar(self), WorkLine(self)
        self._lay()
        self.choose.clicked.connect(self._choose)
        self.enter.clicked.connect(self.try_it)
        self.leave.clicked.connect(self._leave)
        self.form.does(self.enter)

    def _lay(self) -> None:
        self.choose.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addWidget(self.enter)
        row.addWidget(self.leave)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        column.addWidget(label(tr("Open a bag from the office"), "title"))
        column.addWidget(label(tr("The cases that you packed are opened into a travel desk of your office on "
                                  "this computer. All of the program works there, without any network."),
                               "muted", wrap=True))
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.work)
        column.addStretch(1)

    def begin(self) -> None:
        """Put the cursor where the person goes on."""
        target = self.password if self.bag.value() else self.bag
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Choose a bag …"), self.bag.typed(), tr(BAGS))
        if chosen:
            self.bag.set_typed(str(Path(chosen)))
            self.bag.commit()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Open the bag; what is wrong is said beside its field."""
        if self.work.busy or not self.enter.isEnabled() or not self.form.commit():
            return
        self.bar.clear()
        self._set_busy(True)
        folder = self.place.value()
        task = self._tasks.run(doors.open_bag, self.bag.value(), self.password.typed(), folder, self._around,
                               done=lambda desk: self._opened(desk, folder), failed=self._refused,
                               receiver=self, label=tr("Opening the bag …"))
        self.work.follow(task, tr("Opening the bag …"))

    def stop_work(self) -> None:
        """The window is about to close: what is half made is taken away again."""
        self.work.ask_to_stop()

    def _leave(self) -> None:
        self.stop_work()
        self.password.wipe()
        self.left.emit()

    def _set_busy(self, busy: bool) -> None:
        self.form.setDisabled(busy)
        self.enter.setDisabled(busy)

    def _opened(self, desk: object, folder: str) -> None:
        self._set_busy(False)
        self.password.wipe()
        self.opened.emit(desk, Whereabouts(folder=str(Path(folder).expanduser())))

    def _refused(self, error: DeskError) -> None:
        self._set_busy(False)
        if not self.form.show_error(error):
            self.bar.trouble(error)
        if error.field == "password":
            self.password.line.selectAll()
