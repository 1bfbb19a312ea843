"""The way in with a bag, light enough to be read before any window shows; see ``services/entry/doors.py``."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.services.entry.doors import Around, Whereabouts

if TYPE_CHECKING:
    from mediation_desk.services.desk import Desk
    from mediation_desk.store.pace import Cancelled, Progress


def open_bag(typed: str, password: str, folder: str, around: Around, *, progress: Progress,
             cancelled: Cancelled) -> Desk:
    """Make a travel desk in a new folder out of the bag that somebody chose, and sit down at it.

    ``password``: of the office. DeskError beside ``bag``, ``password`` or ``place``; Stopped.
    """
    from mediation_desk.services.travel import files, opening
    from mediation_desk.store.pace import Pace

    path = files.old_file(typed)
    return opening.found(Whereabouts(folder=folder).checked().path, path, password, around(),
                         Pace(progress, cancelled))


def new_folder(office: Path) -> Path:
    """A folder that is not there yet, for a travel desk: beside the place where this computer's own
    office would be, called ``travel``, else ``travel-2`` and so on. Looks at names only."""
    names = chain(("travel",), (f"travel-{number}" for number in count(2)))
    return next(folder for folder in map(office.with_name, names) if not _lies(folder))


def _lies(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # ValueError: a path that no system can be asked about
        return False
