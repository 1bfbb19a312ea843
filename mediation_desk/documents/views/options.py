"""What the options sheet may say: one side's choices in figures and dates, from open matter and its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import ClauseView
from mediation_desk.documents.views.shared import CaseView, OfficeView
from mediation_desk.documents.views.sorting import VersionRow
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A fact to be proved, with what hangs on it; no ``stake`` where nobody disputes it in figures."""

    fact: str
    stake: Money | None = None


@dataclass(frozen=True, slots=True)
class ProofLines:
    """The dearest facts that a side must prove, and how many more there are."""

    facts: tuple[ProofLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer; ``paid`` says in words in how many parts."""

    amount: Money
    paid: str
    whose: str = ""
    round: int = 0
    first_share: Money | None = None
    last_on: date | None = None
    terms: str = ""
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class OptionsSheet(Paper):
    """调解明白纸: for one side, in plain words.

    ``claimed``: None while a claim is not in figures. ``own_offers``: of its own, where they were asked for.
    """

    TEMPLATE = "options-sheet"
    office: OfficeView
    case: CaseView
    side: str
    reader: str
    pays: bool
    claimed: Money | None
    versions: tuple[VersionRow, ...]
    own_proofs: ProofLines
    other_proofs: ProofLines
    awarded_by: str
    extended_by: str
    judged_by: str
    limit: str
    limit_passed: bool
    offers: tuple[OfferLine, ...]
    own_offers: tuple[OfferLine, ...]
    judicial_confirmation: bool
    payment_order: bool
    default: ClauseView | None
    made_on: date
