"""Where exports go: a file, or a folder of files, told in words when it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.whole_files import whole_file
from mediation_desk.services.typed_places import NOT_IN_NAMES, whole

LONGEST = 120  # characters of a name before its ending


@contextmanager
def new_file(path: Path, before: Callable[[], object] = lambda: None) -> Iterator[BinaryIO]:
    """A new file, there whole or not at all; DeskError beside ``path``."""
    with told_beside("path"), whole_file(path, before) as file:
        yield file


@contextmanager
def told_beside(field: str) -> Iterator[None]:
    """What a disk refuses, in words beside the field."""
    try:
        yield
    except FileExistsError as there:
        raise DeskError(N_("There already is a file of this name. Choose another name."),
                        field=field) from there
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, ValueError) and "null" not in str(trouble):
            raise
        raise DeskError(N_("It could not be written there: the folder may be missing or closed, or the disk "
                           "full. Choose another place."), field=field) from trouble


def typed(text: str, ending: str) -> Path:
    """The file that somebody typed or chose, with its ending; DeskError beside ``path``."""
    path = _whole(text)
    if not path.name or path.is_dir():
        raise DeskError(N_("Give the file a name."), field="path")
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def folder(text: str) -> Path:
    """The folder that somebody typed or chose; DeskError beside ``path``."""
    path = _whole(text)
    if not path.is_dir():
        raise DeskError(N_("There is no such folder. Choose one that is there."), field="path")
    return path


def _whole(text: str) -> Path:
    return whole("" if "\x00" in text else text, "path")


def name(text: str) -> str:
    """A file's name without signs that none may have."""
    bare = " ".join(NOT_IN_NAMES.sub(" ", text).split()).strip(". ")
    return bare[:LONGEST] or "—"
