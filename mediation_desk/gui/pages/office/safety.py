"""Backup and checks: the last backup, one now, what is in them, and whether the store is whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, tr_sentence
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.office.older_key_file import OlderKeyFile
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.restore import RestoreCard
from mediation_desk.gui.pages.office.store_key import StoreKey
from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.services.upkeep.upkeep import Backup, Upkeep

TABLE_HEIGHT = 216
MARK_WIDTH = 34
MOST_SHOWN = 12
REASONS = {"asked": N_("Started by hand"), "automatic": N_("By itself"), "closing": N_("On closing"),
           "migration": N_("Before an update")}


@dataclass(frozen=True)
class BackupsNow:
    """How the backups stand: where they go, which there are, what is amiss with the place."""

    folder: Path | None
    backups: Sequence[Backup]
    upkeep: Upkeep
    warning: Sentence | None
    unreadable: Sequence[str] = ()


def standing(desk: Desk) -> BackupsNow:
    """Read how the backups stand."""
    where = upkeep.folder(desk)
    warning = upkeep.cloud_warning(where) if where is not None else None
    return BackupsNow(where, upkeep.listed(desk), upkeep.standing(desk), warning, upkeep.unreadable(desk))


class SafetyPart(OfficePart):
    """``backed_up(Backup)`` when somebody made a backup by hand."""

    backed_up = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._shown: Path | None = None  # where the backups go, as it was read last
        self.last, self.place = label("", "strong"), selectable(label("", "muted", wrap=True))
        self.warning = MessageBar(self)
        self.unreadable = selectable(label("", wrap=True))
        mean(self.unreadable, "overdue")
        self.unreadable.hide()
        self.back_up = button(tr("Back up now"), "primary", picture="database")
        self.choose = button(tr("Other folder …"))
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Backups"))
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.table.set_empty(tr("No backup yet"), tr("One is made by itself every half hour when something "
                                                     "changed, and on closing."), picture="database")
        self.open = button(tr("Look inside and restore …"), picture="magnifying-glass")
        self.restoring = RestoreCard(self)
        self.older = OlderKeyFile(self)
        self.key = StoreKey(self)
        self.noted = TextField(tr("Mark noted down earlier (if any)"), name="noted", width=MARK_WIDTH,
                               placeholder="135-9f3c-22ab-01cd-4e77-a0b1")
        self.verify = button(tr("Check the store now"), picture="shield-check")
        self.verdict = MessageBar(self)
        self.found = selectable(label("", wrap=True))
        self.making, self.checking = WorkLine(self), WorkLine(self)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.column.addWidget(self.older)
        self.column.addWidget(label(tr("Backups"), "group"))
        self.column.addLayout(row_of(self.last, gap=12))
        self.column.addWidget(self.place)
        self.column.addWidget(self.warning)
        self.column.addLayout(row_of(self.back_up, self.choose, self.making, gap=12))
        self.column.addWidget(self.table)
        self.column.addWidget(self.unreadable)
        self.column.addLayout(row_of(self.open, gap=12))
        self.column.addWidget(self.restoring)
        self.column.addSpacing(look().px(8))
        self.column.addWidget(label(tr("Is the store whole?"), "group"))
        self.column.addWidget(label(tr(
            "Every row is compared with the journal, the journal with its seals and with the backups. "
            "Nothing is changed, and work goes on meanwhile."), "muted", wrap=True))
        self.column.addWidget(self.noted)
        self.column.addLayout(row_of(self.verify, self.checking, gap=12))
        verdict = QVBoxLayout()
        verdict.addWidget(self.verdict)
        verdict.addWidget(self.found)
        self.column.addLayout(verdict)
        self.column.addWidget(self.key)
        self.column.addStretch(1)
        self.found.hide()
        self.choose.setVisible(self.desk.may(Verb.CHANGE_OFFICE_SETTINGS))
        self.open.setVisible(self.desk.may(Verb.RESTORE_BACKUP))

    def _listen(self) -> None:
        self.back_up.clicked.connect(self._back_up)
        self.choose.clicked.connect(self._choose)
        self.open.clicked.connect(self._open)
        self.table.chosen.connect(lambda row: self.open.setEnabled(row is not None))
        self.table.opened.connect(lambda _row: self._open())
        self.verify.clicked.connect(self._verify)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """Read how the backups stand."""
        self.read(standing, done=self._show)
        self.older.look()
        self.key.look()

    def _show(self, now: BackupsNow) -> None:
        self._shown = now.folder
        newest = now.upkeep.newest
        if newest is None:
            words = tr("There is no backup yet.")
        elif now.upkeep.changed_since:
            words = tr("Last backup: {at}; something was saved since.", at=f"{newest.made_at:%Y-%m-%d %H:%M}")
        else:
            words = tr("Last backup: {at}; nothing was saved since.", at=f"{newest.made_at:%Y-%m-%d %H:%M}")
        self.last.setText(words)
        self.place.setText(tr("In {folder}", folder=now.folder) if now.folder
                           else tr("This store lies on a server: choose a folder for its backups."))
        self.warning.hide() if now.warning is None else self.warning.trouble(tr_sentence(now.warning))
        self.unreadable.setVisible(bool(now.unreadable))
        self.unreadable.setText(tr("Cannot be read, and are passed over: {names}",
                                   names=", ".join(now.unreadable)))
        self.model.set_rows(now.backups)
        self.open.setEnabled(self.table.current_row() is not None)

    # -- backing up ----------------------------------------------------------------------

    def _back_up(self) -> None:
        if self.making.busy:
            return
        task = self.tasks.read(upkeep.back_up, self.desk, done=self._made, failed=self.trouble.emit,
                               receiver=self, label=tr("Making a backup …"))
        self.making.follow(task, tr("Making a backup …"))

    def _made(self, backup: Backup) -> None:
        self.told.emit(tr("The backup was made and read back."), None)
        self.backed_up.emit(backup)
        self.shown()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for backups"))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path | None) -> None:
        """Let the backups go to another folder from now on."""
        self.run(upkeep.set_folder, folder, self._shown, done=lambda _none: self.shown(),
                 notice=tr("Backups go to this folder from now on."))

    def _open(self) -> None:
        backup = self.table.current_row()
        if isinstance(backup, Backup) and self.desk.may(Verb.RESTORE_BACKUP):
            self.restoring.begin(backup)

    # -- proving -------------------------------------------------------------------------

    def _verify(self) -> None:
        if self.checking.busy:
            return
        self.verdict.clear()
        self.noted.set_error(None)
        self.found.hide()
        task = self.tasks.read(proven, self.desk, self.noted.typed(), done=self._judged,
                               failed=self._not_judged, receiver=self, label=tr("Checking the store …"))
        self.checking.follow(task, tr("Checking the store …"))

    def _judged(self, proof: Proof) -> None:
        found = proof.found
        if not found:
            self.verdict.notice(tr("The store is whole: every row is as the journal says."), meaning="agreed")
            self._tell([tr("Mark of today, to be noted down outside the store: {mark}", mark=proof.mark)])
            return
        self.verdict.trouble(tr_count("{count} thing is not as it should be:",
                                      "{count} things are not as they should be:", len(found)))
        lines = [tr_sentence(one) for one in found[:MOST_SHOWN]]
        if len(found) > MOST_SHOWN:
            lines.append(tr("and {count} more", count=len(found) - MOST_SHOWN))
        self._tell(lines)

    def _tell(self, lines: Sequence[str]) -> None:
        self.found.setText("\n".join(lines))
        self.found.show()

    def _not_judged(self, error: DeskError) -> None:
        if error.field == "noted":
            self.noted.set_error(tr_error(error))
        else:
            self.verdict.trouble(error)

    def help_text(self) -> str:
        """F1."""
        words = tr("Backups are encrypted as the store is and read back before they count. They are thinned: "
                  "all of today, one a day, then one a week, then one a month. A backup is restored into a "
                  "new folder beside the present store, never over it. Keep a copy outside the office, on a "
                  "stick in the safe say.")
        if not self.desk.may(Verb.RENEW_STORE_KEY):
            return words
        return words + "\n\n" + tr(
            "Renew the store key when somebody leaves who may have kept a copy of it: what is saved here is "
            "then encrypted, or vouched for, under a key that they do not know.")


@dataclass(frozen=True)
class Proof:
    """Everything that is not as it should be, in words; of a whole store, the mark to be noted down."""

    found: Sequence[Sentence]
    mark: str


def proven(desk: Desk, noted: str, progress: Callable[[int, int], object],
           cancelled: Callable[[], bool]) -> Proof:
    """Prove the store, against a mark of an earlier day if there is one."""
    found = upkeep.prove(desk, noted=noted, progress=progress, cancelled=cancelled)
    return Proof([one.sentence(desk.zone) for one in found], "" if found else upkeep.mark(desk))


def _columns() -> list[Column]:
    return [Column("made_at", tr("Made"), lambda row: row.made_at, width=18),
            Column("reason", tr("Why"), lambda row: tr(REASONS[row.reason]), width=18),
            Column("size", tr("Size (MB)"), lambda row: f"{row.size / 1_000_000:,.1f}", Kind.NUMBER,
                   width=10),
            Column("name", tr("File"), lambda row: row.path.name, width=30, stretch=True)]
