"""Restoring a backup from the desk: into a new folder, with the desk's own clock and forms."""

from __future__ import annotations

from pathlib import Path

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Cancelled, Progress, goes_on, nobody_looks
from mediation_desk.store.place_trouble import told_beside_place
from mediation_desk.store.store import in_folder


def restore_beside(desk: Desk, backup: Path, login: str, password: str, folder: str, *,
                   progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Path:
    """Make a store of the backup in a new or empty folder; the present store stays as it is.

    ``login`` and ``password`` are an administrator's of the backup's day. Returns the folder;
    DeskError beside ``folder`` when it is taken or cannot be one.
    """
    try:
        with desk.reading(Verb.RESTORE_BACKUP):
            pass
        wanted = Whereabouts(folder=folder).checked().path
        _require_free(wanted)
        around = Surroundings(desk.clock, desk.zone, desk.pauses.notes, desk.library)
        upkeep.restore(backup, login, password, in_folder(wanted), around, progress=progress,
                       cancelled=cancelled)
    except DeskError as error:
        if error.field == "place":  # the form calls it so
            error.field = "folder"
        raise
    return wanted


def _require_free(wanted: Path) -> None:
    with told_beside_place(wanted):
        if wanted.exists() and any(wanted.iterdir()):
            raise DeskError(N_("Choose a new or empty folder: nothing that is there is ever written over."),
                            field="place")
