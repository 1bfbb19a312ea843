"""Packages, receipts, answers and cards as files: what they are called, and where one can lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.travel.files import new_file, require_free
from mediation_desk.services.typed_places import NOT_IN_NAMES, whole
from mediation_desk.store.referral.manifest import ENDINGS, Kind
from mediation_desk.store.referral.office_card import ENDING as CARD

__all__ = ["CARD", "ENDINGS", "card_name", "new_file", "old_file", "proposed", "writing"]
LONGEST = 60  # characters of each part of a name


def proposed(kind: Kind, number: str, office: str, on: date) -> str:
    """``宁中劳调〔2025〕7号-城中区社会保险经办中心-20250303.mdpackage``."""
    parts = (_as_name(number), _as_name(office), f"{on:%Y%m%d}")
    return "-".join(filter(None, parts)) + ENDINGS[kind]


def card_name(office: str) -> str:
    """``某某调解室.mdoffice``."""
    return f"{_as_name(office) or 'office'}{CARD}"


def _as_name(told: str) -> str:
    return re.sub(r"\s+", "-", NOT_IN_NAMES.sub("", told).strip()).strip(".-")[:LONGEST]


def old_file(typed: str, field: str = "package") -> Path:
    """The file that somebody chose, typed or dropped. DeskError beside the field where there is none."""
    path = whole(typed, field)
    try:
        there = path.is_file()
    except (OSError, ValueError):  # so long, or so written, that the system does not even look
        there = False
    if not there:
        raise DeskError(N_("There is no such file. Put the stick in, and choose the file."), field=field)
    return path


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Inside, a file is written there, where nothing may lie; it goes again where the rest does not come to
    an end. DeskError beside ``file``."""
    require_free(path)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
