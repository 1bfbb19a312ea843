"""An earlier version of the program: the same, with the migrations up to one schema and none after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mediation_desk.store import schema


@contextmanager
def installed(folder: Path, revision: str) -> Iterator[None]:
    """Be the program of that schema inside, as far as bringing a store up to date goes."""
    newest, scripts, known = schema.NEWEST, schema.SCRIPTS, schema.KNOWN
    later = [f"v{one}_*.py" for one in known if one > revision]
    shutil.copytree(scripts, folder, ignore=shutil.ignore_patterns("__pycache__", *later))
    schema.NEWEST, schema.SCRIPTS, schema.KNOWN = revision, folder, tuple(k for k in known if k <= revision)
    try:
        yield
    finally:
        schema.NEWEST, schema.SCRIPTS, schema.KNOWN = newest, scripts, known
