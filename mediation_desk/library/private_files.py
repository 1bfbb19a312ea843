"""Files and folders for this person of the computer alone, whatever the umask; no link is followed."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

FOLDER, FILE = 0o700, 0o600
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)  # Windows lets only administrators make links
_BINARY = getattr(os, "O_BINARY", 0)
_PATIENT = getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes is not waited for


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it that are missing, 0700; one that stands is left as it is."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        with suppress(FileExistsError):  # another program was quicker
            missing.mkdir(mode=FOLDER)
            missing.chmod(FOLDER)
    folder.mkdir(exist_ok=True)  # says what is wrong with a file in its place


def create(path: Path) -> BinaryIO:
    """Open a new file for writing, 0600. FileExistsError when anything lies there, be it a link."""
    return open(path, "xb", opener=opener)


def append(path: Path) -> BinaryIO:
    """Open for writing at its end, made 0600 where it is missing. OSError where it is a link."""
    return open(path, "ab", opener=opener)


def create_anew(path: Path) -> BinaryIO:
    """The same where a file or link of that name may be left over: that is taken away first."""
    path.unlink(missing_ok=True)
    return create(path)


def write(path: Path, content: bytes) -> None:
    """Put the whole content where a person wants it, or leave what is there. A link of that name is
    replaced; OSError where nothing can be written."""
    half = fresh_beside(path)
    try:
        with create(half) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave an empty file in the place of the former
        half.replace(path)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def fresh_beside(path: Path) -> Path:
    """A name in the same folder that nobody can foresee: what another program calls so is not ours."""
    return path.with_name(f".{uuid4().hex}.part")


def claim(path: Path) -> None:
    """See that a file that another library opens is this person's alone: made empty where it is missing,
    and closed to others where an earlier program left it open.

    It is not opened where it is there: closing it would end the locks that SQLite holds on it. What
    cannot be done is left to whoever opens it, who says why.
    """
    with suppress(OSError):
        try:
            create(path).close()
        except FileExistsError:
            tighten(path)


def tighten(path: Path) -> None:
    """Take others' rights from a file or folder of this person; links and other people's are let be."""
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or not is_own(found):
            return
        wanted = FOLDER if stat.S_ISDIR(found.st_mode) else FILE
        if stat.S_IMODE(found.st_mode) & ~wanted:
            path.chmod(wanted)


def is_own(found: os.stat_result) -> bool:
    """Whether it belongs to whoever runs this program."""
    return os.name == "nt" or found.st_uid == os.getuid()


def opener(name: str, flags: int) -> int:
    """For ``open(..., opener=opener)``: 0600 where it makes the file, and no link at its end is followed."""
    handle = os.open(name, flags | _NOFOLLOW | _BINARY, FILE)
    if flags & os.O_CREAT and hasattr(os, "fchmod") and is_own(os.fstat(handle)):
        os.fchmod(handle, FILE)
    return handle


def open_plain(path: Path) -> BinaryIO:
    """Open a file for reading that is a file: neither a link nor a pipe nor a device.

    IsALink, IsAFolder or NoFile (all OSError) when it is none; what is looked at is what was opened.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NOFOLLOW | _BINARY | _PATIENT)
    except OSError as refused:
        if path.is_symlink():
            raise IsALink(path) from refused
        if path.is_dir():  # Windows opens none
            raise IsAFolder(path) from refused
        raise
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode) and not (os.name == "nt" and path.is_symlink()):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise IsAFolder(path) if stat.S_ISDIR(mode) else NoFile(path)


class NoFile(OSError):
    """A pipe or a device, which would never end."""


class IsAFolder(NoFile):
    """A folder."""


class IsALink(NoFile):
    """A link, which may lead to what nobody meant to hand in."""


def settle(folder: Path) -> None:
    """Bring names, and renames, to the disk; Windows does so on its own and knows no folder handles."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
