"""One kind of claim: what it is computed from and by, and how the law treats it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mediation_desk.domain.calculators.facts import Fact
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.figures import FigureKind
from mediation_desk.domain.words import Sentence

Rule = Callable[[Given, Setting, Working], Fraction]
Ways = tuple[tuple[str, ...], ...]


class FinalAward(StrEnum):
    """Whether arbitration decides a claim finally (Mediation and Arbitration Law, art. 47)."""

    UP_TO_CEILING = "up_to_ceiling"  # art. 47(1): not above twelve minimum wages
    ALWAYS = "always"  # art. 47(2): national labour standards
    IN_PRACTICE = "in_practice"  # as a benefit of insurance, whatever it comes to; places differ
    NO = "no"


class Limitation(StrEnum):
    """From when the time for a claim runs."""

    WAGES = "wages"  # one year from the end of employment: Mediation and Arbitration Law, art. 27(4)
    GENERAL = "general"  # one year from knowing: art. 27(1)
    CIVIL = "civil"  # three years: Civil Code, art. 188


@dataclass(frozen=True, slots=True)
class Claim:
    """One kind of claim.

    ``alternatives``: sets of facts of which one must be whole; ``apart``: sets that answer the same
    question in two ways, so that only one of them may be given; ``prevails``: pairs of which the first
    goes before the second, and that is said; ``figures``: the statutory figures that it looks up;
    ``needs_employment``: it presupposes an employment relationship.
    """

    name: str
    label: Sentence
    facts: Mapping[str, Fact]
    alternatives: Ways
    rule: Rule
    apart: Ways = ()
    prevails: tuple[tuple[str, str], ...] = ()
    figures: tuple[FigureKind, ...] = ()
    final_award: FinalAward = FinalAward.UP_TO_CEILING
    limitation: Limitation = Limitation.GENERAL
    needs_employment: bool = True
