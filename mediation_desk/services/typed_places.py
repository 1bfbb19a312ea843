"""Places on this computer as somebody typed or chose them."""

from __future__ import annotations

import re
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""Signs that no file's name may have on one system or the other."""


def whole(typed: str, field: str) -> Path:
    """The path, from its root on; DeskError beside the field for any other."""
    try:
        path = Path(typed.strip()).expanduser()
    except RuntimeError:  # the home of a person whom this computer does not know
        path = Path()
    if not path.is_absolute():
        raise DeskError(N_("Enter a whole path, from its drive or root on, or choose one."), field=field)
    return path
