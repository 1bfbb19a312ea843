"""What the papers beside the road may say: exhibits, the timeline, the sheets for the safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, EvidenceRow, OfficeView


@dataclass(frozen=True, slots=True)
class ExhibitList(Paper):
    """证据清单: the exhibits of the case (``side`` None), or those that one side handed in."""

    TEMPLATE = "exhibit-list"
    office: OfficeView
    case: CaseView
    exhibits: tuple[EvidenceRow, ...]
    made_on: date
    side: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: ``when`` to the minute in the office's time, the values as the pages word them."""

    when: str
    who: str
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CaseTimeline(Paper):
    """案件变更记录: who changed what from what to what, all of it or as it was narrowed down.

    ``who``, ``field``, ``since``, ``until`` say what was chosen; None: everybody, all fields, any day.
    """

    TEMPLATE = "case-timeline"
    office: OfficeView
    number: str
    applicants: str
    changes: tuple[ChangeRow, ...]
    made_on: date
    who: str | None = None
    field: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class _CodeSheet(Paper):
    """A code for the safe, in groups and as a QR code."""

    office: OfficeView
    code_groups: tuple[str, ...]
    code: str
    made_on: date
    sheet_number: str


@dataclass(frozen=True, slots=True)
class RecoverySheet(_CodeSheet):
    """数据恢复单: the code that opens the office's store."""

    TEMPLATE = "recovery-sheet"


@dataclass(frozen=True, slots=True)
class EscrowSheet(_CodeSheet):
    """案件密钥恢复单: the code that restores the key of what was said alone.

    ``fingerprint``: of the public key, which mediators compare; empty while a sheet is only tried out.
    """

    TEMPLATE = "escrow-sheet"
    fingerprint: str = ""
