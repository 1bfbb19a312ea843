"""What was spotted in a pasted text: a value, its place, whose it is, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class About(Term):
    """What a spot tells."""

    NAME = "name", N_("Name")
    COMPANY = "company", N_("Company")
    PHONE = "phone", N_("Phone")
    DOCUMENT = "document", N_("Document number")
    ADDRESS = "address", N_("Address")
    CLAIM = "claim", N_("Claim")
    AMOUNT = "amount", N_("Amount")
    DAYS = "days", N_("Days")
    ORDER = "order", N_("Order number")
    ARRIVED = "arrived", N_("Order received at")
    DUE = "due", N_("Finish by")
    SOURCE = "source", N_("Source")
    WORK = "work", N_("Kind of work")
    TITLE = "title", N_("Title")
    CONTENT = "content", N_("Content")
    KIND = "kind", N_("Kind of order")
    URGENCY = "urgency", N_("Urgency")


class Whose(Term):
    """On which side of the matter somebody or something belongs; OPEN where the text does not tell."""

    APPLICANT = "applicant", N_("Applicant")
    RESPONDENT = "respondent", N_("Respondent")
    OPEN = "open", N_("Not told")


class Sure(Term):
    """How sure a spot is. A DOUBTED one is never taken without somebody looking at it."""

    SURE = "sure", N_("sure")
    LIKELY = "likely", N_("likely")
    DOUBTED = "doubted", N_("to be looked at")


@dataclass(frozen=True, order=True)
class Days:
    """A day, or the days from the first to the last, both counted."""

    first: date
    last: date

    def __str__(self) -> str:
        """``2026-03-01`` or ``2026-03-01/2026-03-31``."""
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


Value = str | Money | Days | datetime
"""A name, a number, an id of a claim, source or kind of work as text; amounts, days and hours as such. Hours
are the office's wall clock."""


@dataclass(frozen=True)
class Spot:
    """One finding in a text; ``start`` and ``end`` count characters of the text as it was given.

    ``claim``: of an amount, the claim under which it is asked; ``post``: of a name, what the text calls that
    person (站长, 法定代表人), of a number the kind of its document. Empty where nothing is told.
    """

    about: About
    value: Value
    start: int
    end: int
    sure: Sure = Sure.LIKELY
    whose: Whose = Whose.OPEN
    claim: str = ""
    post: str = ""
