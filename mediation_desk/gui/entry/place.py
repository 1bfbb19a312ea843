"""Where the store is: a folder of this computer, or the office's server."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.fields.kinds import CheckField, Form, SegmentField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.entry import safekeeping
from mediation_desk.services.entry.doors import Whereabouts

FOLDER, SERVER = "folder", "server"


class PlaceForm(Form):
    """Asks for a place; :meth:`where` gives it, refused beside the field that cannot be."""

    def __init__(self, where: Whereabouts, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._has_keyring: bool | None = None  # None: not asked yet
        self.kind = self.add(SegmentField(tr("The store is"), [(FOLDER, tr("On this computer")),
                                                                (SERVER, tr("On the office's server"))],
                                          name="kind", required=True), wide=True)
        self.folder = self.add(TextField(tr("Folder"), name="folder", width=56, limit=1000), wide=True)
        self.choose = self.add_widget(button(tr("Choose a folder …"), picture="folder-open"), wide=False)
        self.server = self.add(TextField(tr("Address of the server"), name="server", width=56, limit=1000,
                                         placeholder="postgresql://desk@server/office"), wide=True)
        self.password = self.add(PasswordField(
            tr("The server's password"), name="server_password", required=False,
            help=tr("Not your own: only if the server asks for one.")), wide=True)
        self.keep = self.add(CheckField(tr("Keep the server's password in this computer's keyring"),
                                        name="keep_server_password"), wide=True)
        self.keyring = self.add_widget(label("", "muted", wrap=True))
        self.choose.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choose.clicked.connect(self._choose)
        self.kind.committed.connect(lambda _kind: self._show_kind())
        self.keep.committed.connect(self._keeping)
        self.show_place(where)

    def show_place(self, where: Whereabouts) -> None:
        """Show this place."""
        self.set_values({"kind": SERVER if where.server else FOLDER, "folder": where.folder,
                         "server": where.server and where.words, "server_password": where.password,
                         "keep_server_password": where.kept})
        self._show_kind()

    def refresh(self) -> None:
        """Ask for what the chosen kind of place needs."""
        self._show_kind()

    def _show_kind(self) -> None:
        server = self.kind.value() == SERVER
        for made, shown in ((self.folder, not server), (self.choose, not server), (self.server, server),
                            (self.password, server)):
            made.setVisible(shown)
        if server and self._has_keyring is None:
            self._tasks.aside(safekeeping.require, done=lambda _none: self._offer_keyring(""),
                              failed=lambda error: self._offer_keyring(tr_error(error)), receiver=self)
        self._show_keeping()

    def _offer_keyring(self, why_not: str) -> None:
        self._has_keyring = not why_not
        self.keyring.setText(why_not)
        if self._has_keyring:
            self.password.explain(tr("Not your own: only if the server asks for one. Left empty, the one "
                                     "that the keyring keeps is taken."))
        self._show_keeping()

    def _show_keeping(self) -> None:
        """The tick where there is a keyring; where there is none, why it is not offered."""
        server = self.kind.value() == SERVER
        self.keep.setVisible(server and self._has_keyring is True)
        self.keyring.setVisible(server and bool(self.keyring.text()))

    def _keeping(self, wanted: object) -> None:
        """It is kept once somebody came in with it; it is forgotten at once."""
        self.keyring.setText("")
        self._show_keeping()
        if not wanted:
            server = Whereabouts(server=self.server.typed().strip()).words
            self._tasks.aside(safekeeping.forget, server, done=lambda _none: self._say_forgotten(),
                              failed=self.show_error, receiver=self)

    def _say_forgotten(self) -> None:
        self.keyring.setText(tr("The keyring holds no password of this server any more."))
        self._show_keeping()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"), self._nearest())
        if chosen:
            self.folder.set_typed(str(Path(chosen)))
            self.folder.commit()

    def _nearest(self) -> str:
        """The typed folder, or the first above it that exists."""
        typed = Path(self.folder.typed() or Path.home())
        return str(next((one for one in (typed, *typed.parents) if _is_folder(one)), Path.home()))

    def where(self) -> Whereabouts:
        """The place as it stands; a DeskError at ``place`` when it can be none."""
        self.commit()
        if self.kind.value() == SERVER:
            kept = self.keep.value() and self._has_keyring is not False
            found = Whereabouts(server=self.server.typed().strip(), password=self.password.typed(), kept=kept)
        else:
            found = Whereabouts(folder=self.folder.typed().strip())
        return found.checked()

    def show_error(self, error: DeskError) -> bool:
        """A trouble with the place is said beside the folder or the address, whichever is asked for."""
        if error.field == "place":
            error = DeskError(error.sentence.text, field=str(self.kind.value()), **error.sentence.particulars)
        return super().show_error(error)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a path so long, or so written, that the system does not even look
        return False
