"""Ceilings of the law on what is counted: more than that is said with its article, never cut silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mediation_desk.domain.calculators.working import counted
from mediation_desk.domain.words import N_, Sentence, say


@dataclass(frozen=True, slots=True)
class Ceiling:
    """``text`` is said once the fact is above ``most``; its place {number} is what was told."""

    claim: str
    fact: str
    most: int
    text: str


# Of one fact the highest ceiling first: only that is said.
CEILINGS = (
    Ceiling("injury_leave_pay", "months", 24, N_(
        "Injury leave is at most twelve months, and twelve more where the labour capacity appraisal "
        "committee confirms it: {number} months are more than the law knows (Work Injury Insurance "
        "Regulations, art. 33(2)).")),
    Ceiling("injury_leave_pay", "months", 12, N_(
        "Injury leave over twelve months needs the confirmation of the labour capacity appraisal committee, "
        "and is then at most twelve months longer (Work Injury Insurance Regulations, art. 33(2)).")),
    Ceiling("non_compete", "months", 24, N_(
        "A non-compete binds for at most two years: {number} months go beyond (Labour Contract Law, "
        "art. 24(2)).")),
    Ceiling("annual_leave", "days_untaken", 15, N_(
        "Annual leave is at most 15 days a year: {number} days must be of several years (Regulations on "
        "Paid Annual Leave, art. 3(1)). Limitation may count for each year by itself.")),
    Ceiling("illegal_probation", "months_over", 6, N_(
        "The longest lawful probation is six months: look again whether {number} months beyond it were "
        "served (Labour Contract Law, arts. 19(1) and 83).")),
    Ceiling("overtime", "workday_hours", 36, N_(
        "Overtime is at most 36 hours a month: {number} hours must be of several months, or go beyond the "
        "law (Labour Law, art. 41).")),
    Ceiling("overtime", "restday_days", 104, N_(
        "A year has 104 rest days: {number} days must be of several years (MOHRSS Notice 2025 No. 2, "
        "part 1).")),
    Ceiling("overtime", "holiday_days", 13, N_(
        "A year has at most 13 statutory holidays, 11 before 2025: {number} days must be of several years "
        "(Regulation on Public Holidays, art. 2).")),
)


def beyond(claim: str, facts: Mapping[str, object]) -> Iterator[Sentence]:
    """What is said of facts beyond a ceiling."""
    said: set[str] = set()
    for ceiling in CEILINGS:
        value = facts.get(ceiling.fact)
        if (ceiling.claim == claim and ceiling.fact not in said and isinstance(value, Fraction | int)
                and value > ceiling.most):
            said.add(ceiling.fact)
            yield say(ceiling.text, number=counted(Fraction(value)))
