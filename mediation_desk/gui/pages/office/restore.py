"""Looking into a backup, and making a store of it beside the present one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.upkeep import restoring, upkeep
from mediation_desk.services.upkeep.upkeep import Backup, LookInside


class RestoreCard(QFrame):
    """First who opens it, then what is inside, then where it goes."""

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.part = part
        self.backup: Backup | None = None
        self.title = label("", "strong")
        self.keys = Form(self)
        self.login = self.keys.add(TextField(tr("Sign-in name"), name="login", required=True, width=24))
        self.password = self.keys.add(PasswordField(tr("Password of that time"), name="password"))
        self.look = button(tr("Look inside"), "primary")
        self.leave = button(tr("Put it away"))
        self.inside = label("", wrap=True)
        self.where = Form(self)
        self.folder = self.where.add(TextField(
            tr("New folder"), name="folder", required=True, width=60, limit=400,
            help=tr("A store of its own is made there; the present one stays as it is.")), wide=True)
        self.choose = button(tr("Choose a folder …"), "quiet")
        self.restore = button(tr("Restore into this folder"), "primary")
        self.work = WorkLine(self)
        self._second = QWidget()
        self._lay()
        self.look.clicked.connect(self._look)
        self.keys.does(self.look)
        self.where.does(self.restore)
        part.leaves(self, self.put_away)
        self.leave.clicked.connect(self.put_away)
        self.choose.clicked.connect(self._choose)
        self.restore.clicked.connect(self._restore)
        self.hide()

    def _lay(self) -> None:
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(look().px(8))
        second.addWidget(self.inside)
        second.addWidget(self.where)
        second.addLayout(row_of(self.restore, self.choose, self.work))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.title)
        column.addWidget(self.keys)
        column.addLayout(row_of(self.look, self.leave))
        column.addWidget(self._second)

    def begin(self, backup: Backup) -> None:
        """Ask who opens this backup."""
        self.backup = backup
        self.title.setText(tr("Backup of {at}", at=f"{backup.made_at:%Y-%m-%d %H:%M}"))
        self.login.set_value(self.part.desk.who.account.login)
        self.password.wipe()
        self.keys.clear_errors()
        self._second.hide()
        self.show()
        self.part.reveal(self)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget the password, and put the card away."""
        self.password.wipe()
        self.hide()

    # -- looking -------------------------------------------------------------------------

    def _look(self) -> None:
        if self.backup is None or not self.keys.commit():
            return
        self.look.setDisabled(True)
        self.part.tasks.read(upkeep.look_inside, self.backup.path, self.login.value(), self.password.value(),
                             self.part.desk.pauses, done=self._looked, failed=self._shut, receiver=self,
                             label=tr("Opening the backup …"))

    def _looked(self, found: LookInside) -> None:
        self.look.setDisabled(False)
        zone = self.part.desk.zone
        newest = f"{found.newest_at.astimezone(zone):%Y-%m-%d %H:%M}" if found.newest_at else "—"
        self.inside.setText(tr(
            "Made by {who}: {cases}, {rows} in the journal, the last of {newest}.", who=found.made_by,
            cases=tr_count("{count} case", "{count} cases", found.cases),
            rows=tr_count("{count} entry", "{count} entries", found.journal_rows), newest=newest))
        self.folder.set_value(self._proposal(found.made_at.astimezone(zone)))
        self.where.clear_errors()
        self._second.show()
        self.part.reveal(self)

    def _proposal(self, made_at: datetime) -> str:
        present = self.part.desk.store.place.folder
        beside = present.parent if present is not None else Path.home()
        return str(beside / f"office-{made_at:%Y%m%d-%H%M}")

    def _shut(self, error: DeskError) -> None:
        self.look.setDisabled(False)
        self.part.refused(error, self.keys)

    # -- restoring -----------------------------------------------------------------------

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("New folder"))
        if chosen:
            self.folder.set_value(chosen)

    def _restore(self) -> None:
        if self.backup is None or self.work.busy or not self.where.commit():
            return
        task = self.part.tasks.read(restoring.restore_beside, self.part.desk, self.backup.path,
                                    self.login.value(), self.password.value(), self.folder.value(),
                                    done=self._restored, failed=self._not_restored, receiver=self,
                                    label=tr("Restoring the backup …"))
        self.work.follow(task, tr("Restoring the backup …"))

    def _restored(self, folder: Path) -> None:
        self.put_away()
        self.part.told.emit(tr("Restored into {folder}. To work there, lock the desk and sign in at that "
                               "place.", folder=folder), None)

    def _not_restored(self, error: DeskError) -> None:
        self.part.refused(error, self.where)
