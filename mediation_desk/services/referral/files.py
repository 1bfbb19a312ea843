"""A referral as plain files, for an office without this program: a folder with its letter, its papers, the
evidence, and what was chosen of the case as a workbook. Whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit, copy_name
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.casefile import listing
from mediation_desk.services.casefile.outlets import Outlet, into_folder
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.looking import chunks
from mediation_desk.services.evidence.taking import Stopped
from mediation_desk.services.papers import making
from mediation_desk.services.papers.enclosed import LETTER
from mediation_desk.services.referral import book
from mediation_desk.services.referral.leaving import Leaving, leaving
from mediation_desk.services.referral.referring import Handing, hand_off
from mediation_desk.services.reports import placing
from mediation_desk.services.typed_places import whole
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks

PAPERS, EXHIBITS, DATA, TITLE = "文书", "证据", "转办内容.xlsx", "转办函"


@dataclass(frozen=True)
class Written:
    """Where the folder lies, how many files are in it, and what is not in it, each with the reason."""

    path: Path
    files: int
    left_out: tuple[tuple[str, Sentence], ...]
    changes: Changes


def proposed_name(number: str) -> str:
    """What the folder is called unless somebody wants otherwise."""
    return placing.name(f"{TITLE} {number}")


def write_files(desk: Desk, case_id: UUID, referral_id: UUID, target: str, on: date, by: str = "",
                seen: Seen | None = None, *, progress: Progress = nobody_looks,
                cancelled: Cancelled = goes_on) -> Written:
    """Write the folder and note the hand-off, both or neither. DeskError beside ``path``; Stopped."""
    with desk.case_reading(case_id, Verb.REFER_CASE):
        path = _checked(target)
    writing = _Writing(desk, case_id, leaving(desk, case_id, referral_id), on, Pace(progress, cancelled))
    noted = Changes()

    def note() -> None:
        nonlocal noted
        noted = hand_off(desk, case_id, referral_id, Handing(HandOff.FILES, on, by), seen)

    with placing.told_beside("path"), into_folder(path, note) as outlet:
        writing.write(outlet, path.parent)
        count = len(outlet.kept)
    return Written(path, count, tuple(writing.left_out), noted)


def _checked(target: str) -> Path:
    path = whole(target, "path")
    if not path.name:
        raise DeskError(N_("Give the folder a name."), field="path")
    return path


class _Writing:
    """One folder under way."""

    def __init__(self, desk: Desk, case_id: UUID, those: Leaving, on: date, pace: Pace) -> None:
        self._desk, self._case_id, self._those, self._on, self._pace = desk, case_id, those, on, pace
        self._done, self._total = 0, len(those.papers) + len(those.exhibits) + 2
        self.left_out: list[tuple[str, Sentence]] = [
            (key, say(N_("It cannot be made as the case stands now."))) for key in those.missing]

    def write(self, outlet: Outlet, aside: Path) -> None:
        """The letter, the papers, the evidence; last what was written, with its digests, as a workbook."""
        self._step()
        letter = making.make(self._desk, self._case_id, LETTER, referral=self._those.referral.id,
                             dated=self._on)
        self._whole(outlet, f"{TITLE}.pdf", letter.pdf)
        for at, entry in enumerate(self._those.papers, start=1):
            self._step()
            try:
                data = listing.paper(self._desk, self._case_id, entry)
            except DeskError as error:
                self.left_out.append((entry.title, error.sentence))
                continue
            self._whole(outlet, f"{PAPERS}/{at:02d} {placing.name(entry.title)}.pdf", data)
        for exhibit in self._those.exhibits:
            self._step()
            self._exhibit(outlet, exhibit)
        self._step()
        made = BytesIO()
        book.write(self._desk, self._case_id, self._those, outlet.kept, made, aside)
        self._whole(outlet, DATA, made.getvalue())

    def _step(self) -> None:
        self._pace.step(self._done, self._total)
        self._done += 1

    def _whole(self, outlet: Outlet, name: str, data: bytes) -> None:
        with outlet.open(name) as target:
            target.write(data)

    def _exhibit(self, outlet: Outlet, exhibit: Exhibit) -> None:
        name = f"{exhibit.position:03d} {copy_name(exhibit.name) or '_'}"
        with closing(chunks(self._desk, self._case_id, exhibit.id)) as pieces:
            try:
                first = next(pieces, b"")
            except Stopped:
                raise
            except DeskError as error:  # it stayed at another office, or is missing from the store
                self.left_out.append((f"{exhibit.label} {exhibit.name}", error.sentence))
                return
            with outlet.open(f"{EXHIBITS}/{name}") as target:
                for piece in chain([first], self._pieces(pieces)):
                    target.write(piece)

    def _pieces(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._pace.step(min(self._done, self._total), self._total)
            yield piece
