"""The one door to the files that come with the program: forms/ and resources/."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError


def shipped(*parts: str) -> Path:
    """A shipped file or folder, such as ``shipped("resources", "law", "figures.toml")``.

    Installed, the files lie inside the package; in a checkout, at the project's root. A file that
    is not there means a broken installation (DeskError).
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise DeskError(N_("A file of the program is missing: {file}. Please install it again."),
                        file="/".join(parts))
    return path


@cache  # the program does not move while it runs, and its forms are asked for many times in a second
def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent
