"""Home without a stick: a laptop back on the network, with its travel desk and the office's store open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import doors
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.travel import returning
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel.bag import ENDING


@contextmanager
def packed(travel_desk: Desk, pace: Pace = AT_EASE) -> Iterator[Path]:
    """What was done on the laptop as a bag that exists only meanwhile, in this person's own folder: it is
    looked at, decided and brought home like any other. Encrypted like one, too."""
    with _own_folder() as folder:
        yield _pack(travel_desk, Path(folder), pace)


@dataclass(frozen=True)
class BagHere:
    """A bag that was packed on this computer, until it is closed."""

    path: Path
    _folder: TemporaryDirectory[str]

    def close(self) -> None:
        """Take the bag away again; the travel desk keeps everything, as it was."""
        self._folder.cleanup()


def pack_here(desk: Desk, folder: str, password: str, pace: Pace = AT_EASE) -> BagHere:
    """Pack what was done at the travel desk in that folder, which belongs to the person at the office's desk.

    Nothing is changed there. DeskError beside ``place`` or ``password``; Stopped.
    """
    made = _own_folder()
    try:
        with _sat_down(desk, Whereabouts(folder=folder), password) as travel_desk:
            return BagHere(_pack(travel_desk, Path(made.name), pace), made)
    except BaseException:
        made.cleanup()
        raise


def _own_folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="mediation-desk-home-")


def _pack(travel_desk: Desk, folder: Path, pace: Pace) -> Path:
    target = folder / f"home{ENDING}"
    returning.pack(travel_desk, target, pace)
    return target


@contextmanager
def _sat_down(desk: Desk, where: Whereabouts, password: str) -> Iterator[Desk]:
    """The travel desk there, while no other window has it open."""
    if not doors.office_in(where.path):
        raise DeskError(N_("There is no travel desk in this folder. Choose the folder that its first bag was "
                           "opened into."), field="place")
    around = Surroundings(desk.clock, desk.zone, desk.pauses.notes, desk.library)
    with doors.instance(where.path):
        made = doors.sign_in(where, desk.who.account.login, password, lambda: around)
        try:
            if made.branch is None:
                raise DeskError(N_("This folder is an office's own store, and no travel desk."),
                                field="place")
            yield made
        finally:
            made.store.close()
