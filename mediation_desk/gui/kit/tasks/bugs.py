"""What went wrong in the program itself, told without a word of any case."""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import qVersion


@dataclass(frozen=True)
class Bug:
    """A programming error: its kind and where it happened, never what it was working on.

    Exception messages and local values may hold names or numbers of a case, so neither is kept.
    """

    kind: str
    places: tuple[str, ...]

    @classmethod
    def of(cls, error: BaseException) -> Bug:
        """What may be told of an exception."""
        frames = traceback.extract_tb(error.__traceback__)
        places = tuple(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        return cls(type(error).__name__, places)

    @property
    def summary(self) -> str:
        """One line for the log."""
        return f"{self.kind} at {self.places[-1]}" if self.places else self.kind

    def report(self, version: str) -> str:
        """The whole report, for whoever mends the program."""
        machine = ", ".join([f"{platform.system()} {platform.release()}",
                             f"Python {platform.python_version()}", f"Qt {qVersion()}"])
        return "\n".join([f"Mediation Desk {version}", machine, "", self.kind, *self.places, ""])


def _short(filename: str) -> str:
    """A file's path from its package on: folders above it may carry a person's name."""
    parts = PurePath(filename).parts
    for root in ("mediation_desk", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root):])
    return parts[-1] if parts else filename
