"""The relationship: factors of control, what each side says of them, and where they point.

The factors follow the guiding cases 237 to 240 of the Supreme People's Court and the notices
劳社部发〔2005〕12号 and 人社部发〔2021〕56号. The program lays them out; the conclusion is the
mediator's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.sorting.elements import Label
from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_, DeskError


class Leaning(Term):
    """Toward which of the three categories of 人社部发〔2021〕56号 something points."""

    EMPLOYMENT = "employment", N_("Employment relationship")
    IN_BETWEEN = "in_between", N_("Managed, but not fully employment")
    CIVIL = "civil", N_("Civil relation")


@dataclass(frozen=True)
class Reading:
    """What one kind of answer to a factor usually points toward."""

    leaning: Leaning
    label: Label


@dataclass(frozen=True)
class Factor:
    """One factor: the question, how its answers are usually read, what shows it, where it stands.

    A factor that is not ``weighs`` is recorded but decides nothing (being registered as a sole
    trader: guiding case 238).
    """

    id: str
    label: Label
    question: Label
    readings: tuple[Reading, ...]
    evidence: Label
    burden: Side
    law: str
    weighs: bool = True


@dataclass(eq=False, kw_only=True)
class RelationshipEntry:
    """One factor in one case: each side's account, the evidence, and where the mediator sees it point."""

    id: UUID
    case_id: UUID
    factor: str
    applicant: str = ""
    respondent: str = ""
    leaning: str | None = None  # a Leaning's value, chosen by the mediator
    evidence: str = ""
    note: str = ""
    removed_at: datetime | None = None


@dataclass(frozen=True)
class WeighedFactor:
    """A factor with what was entered about it."""

    factor: Factor
    entry: RelationshipEntry

    @property
    def contested(self) -> bool:
        """Whether both sides gave an account, and not the same one."""
        return bool(self.entry.applicant and self.entry.respondent
                    and self.entry.applicant.strip() != self.entry.respondent.strip())


@dataclass(frozen=True)
class Gap:
    """What is still missing about a factor."""

    factor: Factor
    applicant: bool  # no account of the applicants
    respondent: bool  # no account of the respondent
    evidence: bool  # nothing that shows it
    leaning: bool  # not weighed by the mediator


@dataclass(frozen=True)
class RelationshipPicture:
    """The factors laid out toward each category, those that decide nothing, and what is missing."""

    toward: Mapping[Leaning, tuple[WeighedFactor, ...]]
    unweighed: tuple[WeighedFactor, ...]
    missing: tuple[Gap, ...]


def layout(factors: Sequence[Factor], entries: Iterable[RelationshipEntry]) -> RelationshipPicture:
    """Lay the factors out; it never draws a conclusion, nor counts one side's factors against
    another's."""
    by_factor = {entry.factor: entry for entry in entries if entry.removed_at is None}
    weighed = [WeighedFactor(factor, by_factor[factor.id]) for factor in factors if factor.id in by_factor]
    toward = {leaning: tuple(one for one in weighed if _leans(one) is leaning) for leaning in Leaning}
    gaps = [_gap(factor, by_factor.get(factor.id)) for factor in factors]
    return RelationshipPicture(toward, tuple(one for one in weighed if _leans(one) is None),
                               tuple(gap for gap in gaps if gap))


def _leans(one: WeighedFactor) -> Leaning | None:
    """Where it points; nowhere for a factor that decides nothing or was not weighed yet."""
    if not one.factor.weighs or one.entry.leaning is None:
        return None
    return leaning_of(one.entry.leaning)


def leaning_of(value: str) -> Leaning:
    """The leaning of that stored value; DeskError for any other."""
    for leaning in Leaning:
        if leaning == value:
            return leaning
    raise DeskError(N_("“{leaning}” is none of the three categories."), field="leaning", leaning=value)


def _gap(factor: Factor, entry: RelationshipEntry | None) -> Gap | None:
    if entry is None:
        return Gap(factor, applicant=True, respondent=True, evidence=True, leaning=factor.weighs)
    gap = Gap(factor, not entry.applicant.strip(), not entry.respondent.strip(), not entry.evidence.strip(),
              factor.weighs and entry.leaning is None)
    return gap if gap.applicant or gap.respondent or gap.evidence or gap.leaning else None


def check_conclusion(conclusion: str | None, reasons: str) -> None:
    """The mediator's conclusion needs reasons (DeskError beside ``relationship_reasons``)."""
    if conclusion is None:
        return
    leaning_of(conclusion)
    if not reasons.strip():
        raise DeskError(N_("Give the reasons for this conclusion: which factors, shown by what."),
                        field="relationship_reasons")
