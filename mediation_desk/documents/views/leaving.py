"""What the list of a bag may say: what left with whom, for the file or for the day it is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class BagCase:
    """A case in a bag, by its number, who is in it, what about, and where it stands today."""

    number: str
    names: str
    cause: str
    station: str


@dataclass(frozen=True, slots=True)
class BagList(Paper):
    """携案清单: the cases in a bag. ``hidden``: how many others the person who prints may not see."""

    TEMPLATE = "bag-list"
    office: OfficeView
    laptop: str
    carrier: str
    left_at: str
    standing: str
    cases: tuple[BagCase, ...]
    hidden: int
    with_evidence: bool
    made_on: date
    numbers: str = ""
    lost_note: str = ""
