"""How the calculators' tests ask for an award: facts as a clerk writes them."""

from __future__ import annotations

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.calculators.reading import read_facts
from mediation_desk.domain.calculators.working import Award
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()


def award(claim: str, /, **raw: object) -> Award:
    """The award on those facts, with the shipped holidays."""
    return compute(claim, read_facts(claim, raw), calendar=CALENDAR)


def amount(claim: str, /, **raw: object) -> str:
    """Its amount in yuan, as a machine writes it."""
    return plain(award(claim, **raw))


def plain(given: Award) -> str:
    """An award's amount the same way; it has one, and no parts."""
    assert given.amount is not None and not given.parts
    return given.amount.plain()


def said(given: Award) -> str:
    """All warnings in one text."""
    return " ".join(map(str, given.warnings))
