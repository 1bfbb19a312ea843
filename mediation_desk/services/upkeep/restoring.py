"""Restoring a backup from the desk: into a new folder, with the desk's own clock and forms."""

from __future__ import annotations

from pathlib import Path

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Cancelled, Progress, goes_on, nobody_looks
from mediation_desk.store.store import in_folder


def restore_beside(desk: Desk, backup: Path, login: str, password: str, folder: str, *,
                   progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Path:
    """Make a store of the backup in a new or empty folder; the present store stays as it is.

    ``login`` and ``password`` are an administrator's of the backup's day. Returns the folder;
    DeskError beside ``folder`` when it is taken or cannot be one.
    """
    desk.require(Verb.RESTORE_BACKUP)
    wanted = Path(folder.strip()).expanduser()
    if not folder.strip() or not wanted.is_absolute():
        raise DeskError(N_("Enter a whole folder, from its drive or root on, or choose one."), field="folder")
    try:
        taken = wanted.exists() and any(wanted.iterdir())
    except OSError:
        taken = True  # a file, or nothing that may be looked into
    if taken:
        raise DeskError(N_("Choose a new or empty folder: nothing that is there is ever written over."),
                        field="folder")
    around = Surroundings(desk.clock, desk.zone, wanted, desk.library)
    upkeep.restore(backup, login, password, in_folder(wanted), around, progress=progress,
                   cancelled=cancelled)
    return wanted
