"""What the list of a bag may say: what left with whom or was handed over, for the file or for its loss."""

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


@dataclass(frozen=True, slots=True)
class HandoverList(Paper):
    """案件移交清单: the cases in a bag for another office, signed by who hands over and who takes in.

    ``receiving``: the other office, ``receiver``: the person there.
    """

    TEMPLATE = "handover-list"
    office: OfficeView
    receiving: str
    receiver: str
    sender: str
    left_at: str
    standing: str
    reason: str
    cases: tuple[BagCase, ...]
    hidden: int
    with_evidence: bool
    made_on: date
    lost_note: str = ""
