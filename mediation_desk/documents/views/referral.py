"""What the letter of a referral may say: which part goes to whom and why, with what, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, ClaimRow, OfficeView
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ConcernedView:
    """Somebody whom the referral concerns, and how they are reached."""

    role: str
    name: str
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class EnclosedView:
    """Something that goes along: a paper, or an exhibit with its number. ``pages``: None where unknown."""

    number: int
    title: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralLetter(Paper):
    """案件转办函: one referral to one office, with the list of what goes along and a receipt to tear off.

    ``number``: the letter's own; ``whole``: the whole matter, else ``part`` says which; ``asked``: who is
    asked to answer until ``due_on``; ``goes_on``: the office goes on with the rest; ``pages``: of all that
    goes along, None where one of them is unknown; ``handed_on``: the day of the letter, once it is known.
    """

    TEMPLATE = "referral-letter"
    office: OfficeView
    case: CaseView
    number: str
    addressee: str
    whole: bool
    goes_on: bool
    part: str = ""
    reason: str = ""
    facts: tuple[str, ...] = ()
    asked: str = ""
    due_on: date | None = None
    closed_on: date | None = None
    handed_on: date | None = None
    concerned: tuple[ConcernedView, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    claims_sum: Money | None = None
    enclosed: tuple[EnclosedView, ...] = ()
    pages: int | None = None
