"""Where a bag comes from: a file on a stick or in a folder, or a travel desk on this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.fields.folder import choose
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.travel.part import BAGS

PATH_WIDTH, PATH_LIMIT = 60, 1000


class Arriving(QWidget):
    """``bag_wanted(str)`` looks into a bag, ``desk_wanted(folder, password)`` at a travel desk here.
    ``known_folder``: where bags are looked for first."""

    bag_wanted = Signal(str)
    desk_wanted = Signal(str, str)

    def __init__(self, known_folder: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known_folder = known_folder
        self.file = Form(self)
        self.bag = self.file.add(TextField(tr("Bag"), name="bag", required=True, width=PATH_WIDTH,
                                           limit=PATH_LIMIT), wide=True)
        self.choose = button(tr("Choose a bag …"), picture="folder-open")
        self.look = button(tr("Look into it"), "primary", picture="magnifying-glass")
        self.here = Form(self)
        self.place = self.here.add(TextField(tr("Folder of the travel desk"), name="place", required=True,
                                             width=PATH_WIDTH, limit=PATH_LIMIT), wide=True)
        self.password = self.here.add(PasswordField(tr("Your password there"), name="password"), wide=True)
        self.choose_folder = button(tr("Choose a folder …"), picture="folder-open")
        self.look_here = button(tr("Look at what it brings"), picture="laptop")
        self._lay()
        self._listen()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        column.addWidget(self._card(
            tr("From a stick or a folder"),
            tr("A bag that was packed on a laptop for the way home. It is looked into first; nothing is "
               "changed by that."), self.file, self.look, self.choose))
        column.addWidget(self._card(
            tr("From a travel desk on this computer"),
            tr("On the laptop itself, back on the office's network, no stick is needed. The travel desk must "
               "be yours, and open in no other window."), self.here, self.look_here, self.choose_folder))
        column.addStretch(1)

    def _card(self, title: str, words: str, form: Form, *buttons: QWidget) -> QFrame:
        made = QFrame(self)
        made.setObjectName("card")
        column = QVBoxLayout(made)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(title, "group"))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(form)
        column.addLayout(row_of(*buttons, gap=12))
        return made

    def _listen(self) -> None:
        self.file.does(self.look)
        self.here.does(self.look_here)
        self.choose.clicked.connect(self._choose_bag)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.look.clicked.connect(self._look)
        self.look_here.clicked.connect(self._look_here)

    def begin(self) -> None:
        """The field that is filled in first."""
        self.bag.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_bag(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Choose a bag …"), self._known_folder(),
                                                    tr(BAGS))
        if chosen:
            choose(self.bag, Path(chosen))
            self._look()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"))
        if chosen:
            choose(self.place, Path(chosen))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        if self.file.commit():
            self.bag_wanted.emit(self.bag.value())

    def _look_here(self) -> None:
        if self.here.commit():
            self.desk_wanted.emit(self.place.value(), self.password.value())

    def wait(self, waiting: bool) -> None:
        """While one is looked into, no other is."""
        for made in (self.look, self.look_here, self.choose, self.choose_folder):
            made.setDisabled(waiting)

    def refuse(self, error: DeskError) -> bool:
        """Say a trouble beside what it is about; False where it is about neither."""
        form = self.here if error.field in ("place", "password") else self.file
        return form.show_error(error)
