"""The review before a case is closed: what somebody found on each of the points that are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import FilePoint
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class FilePointAnswer:
    """What was found on one point. ``holds`` None: looked at and left open; ``note``: what is lacking."""

    id: UUID
    case_id: UUID
    point: FilePoint
    holds: bool | None = None
    note: str = ""
    removed_at: datetime | None = None


@dataclass(frozen=True)
class PointDraft:
    """What somebody says of one point. ``holds`` None: it is open still; ``note``: what is lacking."""

    holds: bool | None = None
    note: str = ""


SIGNED_ONLY = (FilePoint.AGREEMENT, FilePoint.VISIT)
"""Points that there are only once an agreement was signed."""


def points(*, signed: bool) -> tuple[FilePoint, ...]:
    """The points that a file is looked at for, in their order."""
    return tuple(one for one in FilePoint if signed or one not in SIGNED_ONLY)


def unanswered(answers: Sequence[FilePointAnswer], *, signed: bool) -> tuple[FilePoint, ...]:
    """The points of which nobody said yet whether they hold."""
    said = {one.point for one in answers if one.holds is not None}
    return tuple(one for one in points(signed=signed) if one not in said)


def check_answers(drafts: Mapping[FilePoint, PointDraft]) -> None:
    """Refuse a "no" that does not say what is lacking. DeskError beside the note of its point."""
    for point, draft in drafts.items():
        if draft.holds is False and not draft.note.strip():
            raise DeskError(N_("Say what is lacking."), field=note_field(point))


def note_field(point: FilePoint) -> str:
    """What the field is called that says what is lacking."""
    return f"{point.value}_note"
