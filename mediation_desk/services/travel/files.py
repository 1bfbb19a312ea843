"""Bags as files: what they are called unless somebody wants otherwise, and where one can lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.typed_places import NOT_IN_NAMES, whole
from mediation_desk.store.travel.bag import ENDING
from mediation_desk.store.travel.card import ENDING as CARD

LONGEST_NAME = 120


def proposed(laptop: str, on: date, *, homeward: bool = False) -> str:
    """``联想-20241125.mdbag``; on the way home ``联想-20241125-home.mdbag``."""
    return f"{_as_name(laptop) or 'bag'}-{on:%Y%m%d}{'-home' if homeward else ''}{ENDING}"


def card_name(office: str, person: str) -> str:
    """``某某调解室-王调解.mdcard``."""
    return f"{_as_name(office)[:40]}-{_as_name(person) or 'card'}{CARD}"


def _as_name(told: str) -> str:
    return re.sub(r"\s+", "-", NOT_IN_NAMES.sub("", told).strip()).strip(".-")


def new_file(folder: str, name: str, ending: str = ENDING) -> Path:
    """Where a bag of that name will lie, or a card. DeskError beside ``folder`` or ``file``; nothing that
    lies there already is written over."""
    place = whole(folder, "folder")
    if not _is(place, folder=True):
        raise DeskError(N_("There is no such folder. Put the stick in, or choose another folder."),
                        field="folder")
    wanted = name.strip().removesuffix(ending)
    if not wanted or NOT_IN_NAMES.search(wanted) or len(wanted) > LONGEST_NAME or wanted.strip(". ") == "":
        raise DeskError(N_("Give the file a name without / \\ : * ? \" < > |."), field="file")
    path = place / f"{wanted}{ending}"
    require_free(path)
    return path


def require_free(path: Path) -> None:
    """DeskError beside ``file`` where something lies already."""
    if path.is_symlink() or path.exists():
        raise DeskError(N_("There already is a file of this name. Choose another name."), field="file")


def old_card(typed: str) -> Path:
    """The card that somebody chose or typed. DeskError beside ``card`` where there is no such file."""
    path = whole(typed, "card")
    if not _is(path, folder=False):
        raise DeskError(N_("There is no such file. Put the stick in, and choose the card."), field="card")
    return path


@contextmanager
def new_bag(path: Path) -> Iterator[None]:
    """Inside, a bag is written there, where nothing may lie; what is there of it goes again where the rest
    does not come to an end. DeskError beside ``file``."""
    require_free(path)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def old_file(typed: str) -> Path:
    """The bag that somebody chose or typed. DeskError beside ``bag`` where there is no such file."""
    path = whole(typed, "bag")
    if not _is(path, folder=False):
        raise DeskError(N_("There is no such file. Put the stick in, and choose the bag."), field="bag")
    return path


def _is(path: Path, *, folder: bool) -> bool:
    try:
        return path.is_dir() if folder else path.is_file()
    except (OSError, ValueError):  # a path so long, or so written, that the system does not even look
        return False
