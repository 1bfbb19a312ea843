"""The folder that a demonstration fills: cleared of what a former one made, and of nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError

MARK = "demonstration.json"  # what the demonstration made here: each file with the SHA-256 of its content
INSIDE = "demonstration"  # the new folder, inside one that holds something else


def clear(out: Path) -> Path:
    """The folder to fill: ``out`` if it is new, empty, or holds just what a former demonstration made.

    That is taken away then. A file more, or one that was changed since, and all of it stays: a new
    folder inside ``out`` is filled instead.
    """
    try:
        folder = next(room for room in _rooms(out) if _is_free(room))
        _empty(folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise DeskError(N_("The folder cannot be written. Choose another one."), field="out") from trouble
    return folder


def _rooms(out: Path) -> Iterator[Path]:
    return chain((out, out / INSIDE), (out / f"{INSIDE}-{number}" for number in count(2)))


def sign(folder: Path) -> None:
    """Write down what was made in a folder that ``clear`` gave: only this may be cleared away again."""
    made = {_name(folder, file): _digest(file) for file in _files(folder)}
    (folder / MARK).write_text(json.dumps(made, indent=1, ensure_ascii=False), "utf-8")


def _is_free(folder: Path) -> bool:
    """Whether nothing is there but what the mark lists, byte for byte."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return False
    made = _marked(folder)
    return all(not file.is_symlink() and file.is_file() and made.get(_name(folder, file)) == _digest(file)
               for file in _files(folder))


def _marked(folder: Path) -> dict[str, str]:
    mark = folder / MARK
    if not mark.is_file() or mark.is_symlink():
        return {}
    try:
        made = json.loads(mark.read_text("utf-8"))
    except ValueError:
        return {}
    return made if isinstance(made, dict) else {}


def _files(folder: Path) -> Iterator[Path]:
    """All that is in a folder and is no folder, its mark left out; links are never followed."""
    for path in sorted(folder.rglob("*")) if folder.exists() else ():
        if (path.is_symlink() or not path.is_dir()) and path != folder / MARK:
            yield path


def _empty(folder: Path) -> None:
    for file in [*_files(folder), folder / MARK]:
        file.unlink(missing_ok=True)
    for below in sorted(folder.rglob("*"), reverse=True):  # nothing but empty folders is left
        below.rmdir()


def _name(folder: Path, file: Path) -> str:
    return file.relative_to(folder).as_posix()


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
