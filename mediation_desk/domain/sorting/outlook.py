"""If it goes to arbitration: what the law would give, how long it takes, who must prove what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.domain.calculators.claims import CLAIMS, FinalAward
from mediation_desk.domain.calendar import WorkCalendar, add_months
from mediation_desk.domain.figures import final_award
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.sorting.record import Matter, record_of
from mediation_desk.domain.sorting.sorting import ClaimWorth, Sorting
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, Sentence, say


@dataclass(frozen=True)
class Stage:
    """One step on the way: its name, the latest day it ends when all goes by the book, the article.

    ``unannounced``: years whose holidays are not known yet and may still move that day.
    """

    label: Sentence
    latest: date
    law: str
    unannounced: tuple[int, ...] = ()


@dataclass(frozen=True)
class ClaimOutlook:
    """What one claim comes to for all workers together, and whether arbitration decides it finally.

    ``low`` and ``high`` are the lowest and highest of the sides' versions, None where none could be
    computed; ``low`` is open (None) too while the respondents have not spoken on some worker's item, and
    ``high`` while the applicants have not, which ``unsaid`` tells. ``final``: how many workers' items
    would be decided finally on their own version, of ``items``, None where the minimum wage is not known.
    """

    claim: str
    low: Money | None
    high: Money | None
    found: Money | None
    items: int
    final: int | None
    differs: bool = False
    unsaid: frozenset[Side] = frozenset()


@dataclass(frozen=True)
class Proof:
    """What one side has to prove, and how much hangs on it."""

    matter: Matter
    stake: Money


@dataclass(frozen=True)
class Outlook:
    """The whole: range, claims, way and burdens; nothing in it was said in confidence.

    ``low`` and ``high`` are None while a claim's is open because that side has not spoken.
    """

    low: Money | None
    high: Money | None
    claims: tuple[ClaimOutlook, ...]
    stages: tuple[Stage, ...]
    proofs: tuple[Proof, ...]

    def for_side(self, side: Side) -> SideOutlook:
        """The same for one side's private talk: what it must prove, and what it loses if it cannot."""
        own = tuple(proof for proof in self.proofs if proof.matter.burden is side)
        other = tuple(proof for proof in self.proofs if proof.matter.burden is not side)
        best, worst = (self.high, self.low) if side is Side.APPLICANT else (self.low, self.high)
        return SideOutlook(side, best, worst, own, other, self.claims, self.stages)


@dataclass(frozen=True)
class SideOutlook:
    """One side's view: the best and worst amount for it, its own proofs and the other side's."""

    side: Side
    best: Money | None
    worst: Money | None
    must_prove: tuple[Proof, ...]
    other_must_prove: tuple[Proof, ...]
    claims: tuple[ClaimOutlook, ...]
    stages: tuple[Stage, ...]


def outlook(sorting: Sorting, *, filed_on: date, calendar: WorkCalendar,
            minimum_wage: Money | None = None) -> Outlook:
    """What awaits the sides when the workers apply for arbitration on ``filed_on``.

    ``minimum_wage``: the local monthly minimum wage, for the ceiling of final awards, or None.
    """
    claims = tuple(_claim(sorting, claim, minimum_wage) for claim in _made(sorting))
    unsaid = frozenset(side for claim in claims for side in claim.unsaid)
    return Outlook(low=None if Side.RESPONDENT in unsaid else total(one.low or ZERO for one in claims),
                   high=None if Side.APPLICANT in unsaid else total(one.high or ZERO for one in claims),
                   claims=claims, stages=stages(filed_on, calendar), proofs=_proofs(sorting))


def _made(sorting: Sorting) -> list[str]:
    return list(dict.fromkeys(claim for row in sorting.worths.values() for claim in row))


def _claim(sorting: Sorting, claim: str, minimum_wage: Money | None) -> ClaimOutlook:
    rows = [row[claim] for row in sorting.worths.values() if claim in row]
    ranges = [sorted(worth.amount for worth in row.versions if worth.amount is not None) for row in rows]
    known = [one for one in ranges if one]
    unsaid = _unsaid(rows)
    found = [row.found.amount for row in rows]
    return ClaimOutlook(
        claim, low=None if Side.RESPONDENT in unsaid or not known else total(one[0] for one in known),
        high=None if Side.APPLICANT in unsaid or not known else total(one[-1] for one in known),
        found=total(amount for amount in found if amount is not None) if None not in found else None,
        items=len(rows), final=_final(claim, [row.applicant.amount for row in rows], minimum_wage),
        differs=CLAIMS[claim].final_award is FinalAward.IN_PRACTICE, unsaid=unsaid)


def _unsaid(rows: Iterable[ClaimWorth]) -> frozenset[Side]:
    """The sides that have not spoken on some worker's item."""
    return frozenset(side for row in rows for side, worths in (
        (Side.APPLICANT, row.versions[:1]), (Side.RESPONDENT, row.versions[1:]))
        if any(worth.unsaid for worth in worths))


def _final(claim: str, amounts: list[Money | None], minimum_wage: Money | None) -> int | None:
    """How many items are decided finally, item by item (Arbitration Case Rules, art. 50)."""
    kind = CLAIMS[claim].final_award
    if kind in (FinalAward.ALWAYS, FinalAward.IN_PRACTICE):
        return len(amounts)
    if kind is FinalAward.NO:
        return 0
    if minimum_wage is None:
        return None
    return sum(amount is not None and bool(final_award(amount, minimum_wage)) for amount in amounts)


def stages(filed_on: date, calendar: WorkCalendar) -> tuple[Stage, ...]:
    """The way through arbitration and the courts, each step at its latest.

    What a side must do by itself (sue, appeal) can still be done on the working day after a last day
    that is a day off; what the law allows the authorities is counted in plain days (Arbitration Case
    Rules, art. 80).
    """
    accepted = calendar.after_workdays(filed_on, 5)
    awarded = accepted + timedelta(days=45)
    extended = awarded + timedelta(days=15)
    sued = calendar.period_end(extended, days=15)
    first = add_months(sued, 6)
    last = add_months(calendar.period_end(first, days=15), 3)
    by_acceptance = calendar.unannounced(accepted)
    by_lawsuit = calendar.unannounced(accepted, sued)
    return (
        Stage(say(N_("Arbitration accepted, within five working days")), accepted, "调解仲裁法第二十九条",
              by_acceptance),
        Stage(say(N_("Award, within 45 days")), awarded, "调解仲裁法第四十三条", by_acceptance),
        Stage(say(N_("Award in a complicated case, 15 days more")), extended, "调解仲裁法第四十三条",
              by_acceptance),
        Stage(say(N_("Lawsuit against the award, within 15 days")), sued, "调解仲裁法第四十八条、第五十条",
              by_lawsuit),
        Stage(say(N_("Judgment of first instance, within six months")), first, "民事诉讼法第一百五十二条",
              by_lawsuit),
        Stage(say(N_("Judgment on appeal, within three months more")), last, "民事诉讼法第一百八十三条",
              calendar.unannounced(accepted, sued, calendar.period_end(first, days=15))),
    )


def _proofs(sorting: Sorting) -> tuple[Proof, ...]:
    """Everything open, the dearest first; something nobody disputes yet hangs on no amount."""
    worth = {issue.element.id: issue.stake for issue in sorting.issues}
    proofs = [Proof(matter, worth.get(matter.element.id, ZERO)) for matter in record_of(sorting).to_verify]
    return tuple(sorted(proofs, key=lambda proof: -abs(proof.stake.fen)))
