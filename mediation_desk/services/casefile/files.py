"""The bound file on its way to a person: into a file of theirs, or into memory to be looked at."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.casefile.entries import Part
from mediation_desk.domain.casefile.sheets import Decoder
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.casefile.binding import TITLE, Bound, Wanted, bind, parts_of
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.reports import placing
from mediation_desk.store.pace import Cancelled, Progress, goes_on, nobody_looks

MOST_SHOWN = 96 * 1024 * 1024  # bytes that are held to be looked at
TEMPLATE = "case-file"


@dataclass(frozen=True)
class Saved:
    """The files that were written, and what was bound in all of them."""

    paths: tuple[Path, ...]
    bound: Bound


@dataclass(frozen=True)
class Shown:
    """The file in memory."""

    paper: Paper
    bound: Bound


class _Held(BytesIO):
    """Memory that refuses to hold more than can be shown."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take more of it, up to the limit. DeskError."""
        if self.tell() + len(data) > MOST_SHOWN:
            raise DeskError(N_("The file is too large to be shown here. Save it instead."))
        return super().write(data)


def show(desk: Desk, case_id: UUID, wanted: Wanted, decode: Decoder, *, progress: Progress = nobody_looks,
         cancelled: Cancelled = goes_on) -> Shown:
    """The file to be looked at and printed. DeskError where it is too large, Stopped."""
    held = _Held()
    bound = bind(desk, case_id, wanted, held, decode, progress=progress, cancelled=cancelled)
    return Shown(Paper(TEMPLATE, TITLE, held.getvalue()), bound)


def save(desk: Desk, case_id: UUID, wanted: Wanted, target: str, decode: Decoder, *, apart: bool = False,
         progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Saved:
    """Write it as one PDF, or each part ``apart`` as one of its own. DeskError beside ``path``, or Stopped,
    and none of the files is there."""
    path = placing.typed(target, ".pdf")
    parts = parts_of(desk, case_id, wanted)
    those = [(wanted, path)]
    if apart and len(parts) > 1:
        those = [(replace(wanted, parts=(part,)), _of_part(path, part)) for part in parts]
    with ExitStack() as all_of_them:  # each comes to stand in its place once all are written
        files = [all_of_them.enter_context(placing.new_file(each)) for _wanted, each in those]
        made = [bind(desk, case_id, one, file, decode, progress=progress, cancelled=cancelled)
                for (one, _path), file in zip(those, files, strict=True)]
    return Saved(tuple(each for _wanted, each in those), Bound(
        sum(each.pages for each in made), tuple(one for each in made for one in each.unbound),
        tuple(one for each in made for one in each.left_out)))


def _of_part(path: Path, part: Part) -> Path:
    return path.with_name(f"{path.stem}（{Words.of(CHINESE).translate(part.label)}）{path.suffix}")
