"""What the papers of travel may say: what a laptop's bag brought home, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class CaseHome:
    """A case that came home: what kind of news it was, counts by kind of row in words, what was numbered
    anew, and where the chain of changes stands on the laptop and at the office."""

    number: str
    news: str
    counts: str
    moved: str
    laptop_head: str
    office_head: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision: about what, whose was kept, what was not; ``reason``: of a withdrawal."""

    number: str
    what: str
    whose: str
    left_out: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WaitingCase:
    """A case that did not come home, and why."""

    number: str
    why: str


@dataclass(frozen=True, slots=True)
class HomecomingReceipt(Paper):
    """归并回执: what a bag brought home, decided by whom, and what still waits.

    Times are to the minute in the office's zone. ``reason``: why a bag that was declared lost came after all.
    ``veiled``: how many decisions are for the mediators of their cases alone; ``hidden``: how many cases the
    reader may not see; ``lacking``: what this paper cannot say.
    """

    TEMPLATE = "homecoming-receipt"
    office: OfficeView
    bag: str
    laptop: str
    carrier: str
    packed_at: str
    brought_by: str
    brought_at: str
    reason: str | None
    cases: tuple[CaseHome, ...]
    decisions: tuple[DecisionRow, ...]
    waiting: tuple[WaitingCase, ...]
    made_on: date
    veiled: int = 0
    hidden: int = 0
    lacking: str | None = None
