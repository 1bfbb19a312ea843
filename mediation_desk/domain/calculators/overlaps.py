"""Claims of one worker that may count the same thing twice: said, never taken off by the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from mediation_desk.domain.words import N_, Sentence, say

Facts = Mapping[str, object]
Rows = Sequence[Mapping[str, object]]


def _always(_one: Facts, _other: Facts) -> bool:
    return True


def _list_holds_deductions(gig: Facts, _deductions: Facts) -> bool:
    return any(row.get("kind") == "deduction" for row in cast(Rows, gig.get("pay_items") or ()))


def _taken_from_unpaid_time(wages: Facts, deductions: Facts) -> bool:
    """Whether a deduction fell into the time whose whole wage is claimed."""
    first, last = wages.get("unpaid_from"), wages.get("unpaid_until")
    if not isinstance(first, date) or not isinstance(last, date):
        return False
    days = [row.get("date") for row in cast(Rows, deductions.get("deductions") or ())]
    return any(isinstance(day, date) and first <= day <= last for day in days)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two claims, when they overlap, and what is said then."""

    one: str
    other: str
    said: Sentence
    when: Callable[[Facts, Facts], bool] = _always


OVERLAPS = (
    Overlap("gig_pay", "deductions", say(N_(
        "Deductions stand in the pay list and are claimed back as well: look that nothing counts twice.")),
        _list_holds_deductions),
    Overlap("unpaid_wages", "deductions", say(N_(
        "Something was deducted in the time whose whole wage is claimed: look that nothing counts twice.")),
        _taken_from_unpaid_time),
    Overlap("unpaid_wages", "gig_pay", say(N_(
        "Wages and gig pay are both claimed: look that no time counts twice."))),
    Overlap("unpaid_wages", "injury_leave_pay", say(N_(
        "Unpaid wages and wages during injury leave are both claimed: look that no time counts twice."))),
    Overlap("economic_compensation", "unlawful_termination", say(N_(
        "For one termination compensation and damages are not both due (Implementing Regulations, "
        "art. 25)."))),
    Overlap("unlawful_termination", "notice_pay", say(N_(
        "Pay in lieu of notice belongs to a lawful dismissal: beside damages for an unlawful one it is not "
        "due (Labour Contract Law, arts. 40 and 87)."))),
)


def overlapping(facts: Mapping[str, Facts]) -> dict[str, tuple[Sentence, ...]]:
    """What is to be said of each of these claims; leave out claims that come to nothing."""
    said: dict[str, tuple[Sentence, ...]] = {}
    for overlap in OVERLAPS:
        one, other = facts.get(overlap.one), facts.get(overlap.other)
        if one is not None and other is not None and overlap.when(one, other):
            for claim in (overlap.one, overlap.other):
                said[claim] = (*said.get(claim, ()), overlap.said)
    return said
