"""The file in the archive: its volume and box, since when, and until when it is kept at least."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.case import Case
from mediation_desk.domain.words import N_, DeskError

MOST_YEARS = 100
LONGEST = 60  # characters of a volume's number or a box's


@dataclass(frozen=True)
class ArchiveDraft:
    """What is entered of a file in the archive. ``on`` None: it is not there (any more); ``years`` None: as
    long as the office keeps its files."""

    on: date | None = None
    volume: str = ""
    box: str = ""
    note: str = ""
    years: int | None = None

    @classmethod
    def of(cls, case: Case) -> ArchiveDraft:
        """As it stands."""
        return cls(case.archived_on, case.file_volume or "", case.file_box or "", case.file_note or "",
                   case.retention_years)


def check(draft: ArchiveDraft, case: Case, today: date) -> None:
    """Refuse what cannot be, beside its field: DeskError."""
    if draft.on is not None and draft.on > today:
        raise DeskError(N_("That day lies in the future."), field="archived_on")
    if draft.on is not None and case.closed_on is not None and draft.on < case.closed_on:
        raise DeskError(N_("The file cannot be put into the archive before the case was closed."),
                        field="archived_on")
    if draft.on is None and (draft.volume.strip() or draft.box.strip()):
        raise DeskError(N_("Say on which day it was put into the archive."), field="archived_on")
    if draft.years is not None and not 1 <= draft.years <= MOST_YEARS:
        raise DeskError(N_("Enter 1 to {most} years."), field="retention_years", most=MOST_YEARS)
    for field, said in (("file_volume", draft.volume), ("file_box", draft.box)):
        if len(said) > LONGEST:
            raise DeskError(N_("At most {limit} characters."), field=field, limit=LONGEST)


def kept_until(archived_on: date, years: int) -> date:
    """The last day on which the file is kept at least: so many years after it was put away. No law says for
    how long a mediation office keeps its files; an arbitration commission keeps those of mediated cases five
    years and more (Arbitration Case Rules, art. 24). Nothing is ever destroyed by itself."""
    year = archived_on.year + years
    leap = archived_on.month == 2 and archived_on.day == 29
    if leap and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return date(year, 2, 28)
    return archived_on.replace(year=year)


def same_volume(one: str, other: str) -> bool:
    """Whether two numbers name the same volume: however wide an input method wrote their signs, with spaces
    or without."""
    return _plain(one) == _plain(other)


def _plain(volume: str) -> str:
    return "".join(unicodedata.normalize("NFKC", volume).split()).casefold()


def next_volume(known: Iterable[str], year: int) -> str:
    """The next free number of that year: 2025-001, or as many digits as the office writes."""
    counted = re.compile(rf"^{year}-(\d{{1,9}})$")
    found = [hit[1] for hit in map(counted.match, map(_plain, known)) if hit]
    last = max(found, key=int, default="000")
    return f"{year}-{int(last) + 1:0{max(len(last), 3)}d}"
