"""Says beside the place what a disk or system has against it: too long a path, no right to write, a file.

Light: it is loaded before the store's libraries are.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from mediation_desk.domain.words import N_, DeskError

LONGEST = 490  # bytes of a folder's path: SQLite's own limit is 512, and the store's file has a name
_TOO_LONG = N_("This path is too long for a store. Choose a folder with a shorter one.")
_OTHERWISE = N_("The folder cannot be written. Choose another one.")
_NO_NAME = N_("A folder cannot have this name here. Choose another one.")
_NO_RIGHT = N_("You may not read and write in this folder. Choose another one, or ask for the right.")
_WORDS: Mapping[int, str] = MappingProxyType({
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENOTDIR: N_("There is a file on the way to this folder. Choose another one."),
    errno.EEXIST: N_("There is a file of this name. Choose another folder."),
    errno.EACCES: _NO_RIGHT, errno.EPERM: _NO_RIGHT,
    errno.EROFS: N_("This disk can only be read. Choose a folder on another one."),
    errno.ENOSPC: N_("The disk is full. Make room, or choose a folder on another one."),
    errno.EINVAL: _NO_NAME,  # Windows: a character that no name may have
})


@contextmanager
def told_beside_place(folder: Path | None, field: str = "place") -> Iterator[None]:
    """Turns whatever the system refuses about a store's folder into a trouble beside ``field``; bugs, and
    a server's troubles (``folder`` is None), pass as they are."""
    try:
        yield
    except OSError as trouble:
        if folder is None:
            raise
        raise DeskError(_WORDS.get(trouble.errno or 0, _OTHERWISE), field=field) from trouble
    except Exception as trouble:
        sentence = _engine_sentence(trouble, folder)
        if sentence is None:
            raise
        raise DeskError(sentence, field=field) from trouble


def _engine_sentence(trouble: Exception, folder: Path | None) -> str | None:
    """What the database refuses without a reason; and a path that no system can be asked about: with a
    null character, or half of one."""
    if folder is None or isinstance(trouble, DeskError):
        return None
    if isinstance(trouble, UnicodeEncodeError) or "null byte" in str(trouble):
        return _NO_NAME
    return _refused(trouble, folder)


def _refused(trouble: Exception, folder: Path) -> str | None:
    from sqlalchemy.exc import DBAPIError  # loaded long ago when one comes

    from mediation_desk.store.engines.database import Refusal
    from mediation_desk.store.engines.kinds import refusal

    why = refusal(trouble) if isinstance(trouble, DBAPIError) else None
    if why is Refusal.FULL:
        return _WORDS[errno.ENOSPC]
    if why is Refusal.CLOSED:
        return _TOO_LONG if is_too_long(folder) else _NO_RIGHT
    return None


def is_too_long(folder: Path) -> bool:
    """Whether SQLite cannot hold the path of a store in that folder."""
    return len(str(folder).encode("utf-8", "surrogateescape")) > LONGEST


def look_at(folder: Path) -> None:
    """Refuse beside ``place`` what can be no folder of a store, as far as looking tells; nothing is made."""
    with told_beside_place(folder):
        if is_too_long(folder):
            raise OSError(errno.ENAMETOOLONG, "too long")
        try:
            if not folder.is_dir() and folder.lstat():
                raise OSError(errno.EEXIST, "a file")
        except FileNotFoundError:
            return
