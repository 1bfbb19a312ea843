"""Files for people that are there whole or not at all, and never take another file's place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from mediation_desk.library import private_files


@contextmanager
def whole_file(path: Path, before: Callable[[], object] = lambda: None) -> Iterator[BinaryIO]:
    """A new file to be written, which comes to stand at ``path`` once all of it is on the disk and
    ``before()`` was done. FileExistsError where anything lies there; on any other trouble nothing does."""
    if path.is_symlink() or path.exists():
        raise FileExistsError(path)
    half = private_files.fresh_beside(path)
    try:
        with private_files.create(half) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        before()
        _put(half, path)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _put(half: Path, path: Path) -> None:
    """By a link, which refuses where something came to lie meanwhile; sticks know none."""
    try:
        os.link(half, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        half.rename(path)
