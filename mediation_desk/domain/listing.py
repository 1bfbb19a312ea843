"""How a person narrows and orders the list of cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.agenda import DueRange
from mediation_desk.domain.vocabulary import KindOfWork, Station, Status

SORTABLE = ("number", "first_applicant", "respondent", "station", "kind_of_work", "received_on",
            "clock_on", "next_due_on", "claimed", "agreed", "outstanding", "updated_at")
MOST_DUE = 100  # lines of one section of Today; Cases shows them all
MOST_COUNTED = 10_000  # more agenda rows than that are not counted, only said to be more
MOST_FOUND = 1_000  # cases that a typed text brings up; who gets as many types on


@dataclass(frozen=True)
class CaseFilter:
    """Empty tuples and dates mean: do not narrow. With a text the list holds the newest
    ``MOST_FOUND`` of the cases that answer it and everything else."""

    text: str = ""
    stations: tuple[Station, ...] = ()
    statuses: tuple[Status, ...] = ()
    kinds: tuple[KindOfWork, ...] = ()
    mediators: tuple[UUID, ...] = ()
    sites: tuple[UUID, ...] = ()  # HERE: those of the office itself
    received_from: date | None = None
    received_until: date | None = None
    removed: bool = False
    due: DueRange | None = None  # something of the case falls into it
    sort: str = "received_on"
    descending: bool = True

    def __post_init__(self) -> None:
        if self.sort not in SORTABLE:
            raise ValueError(f"cases cannot be sorted by {self.sort}")
