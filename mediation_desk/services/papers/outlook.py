"""Papers for weighing: the factors of the relationship, and what arbitration would bring one side.

Both are computed from what stands in the open record. What a side said alone is not read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediation_desk.documents.views import sorting as views
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.figures import FINAL_AWARD_MONTHS
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.outlook import ClaimOutlook, Proof, SideOutlook, Stage, outlook
from mediation_desk.domain.sorting.relationship import (
    Factor,
    Gap,
    Leaning,
    RelationshipEntry,
    layout,
    leaning_of,
)
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.relationship import shipped_factors
from mediation_desk.services.papers import parties
from mediation_desk.services.papers.maker import Maker, has_both_sides, is_sortable
from mediation_desk.services.papers.told import SIDES, Told

POINTS = {Leaning.EMPLOYMENT: N_("toward employment"), Leaning.IN_BETWEEN: N_("toward the in-between"),
          Leaning.CIVIL: N_("toward civil relation")}


# The relationship


def relationship_assessment(told: Told) -> views.RelationshipAssessment:
    """The factors laid out with what is missing, and the mediator's own conclusion if there is one."""
    parties.require_both_sides(told)
    case = told.case
    factors = shipped_factors()
    entries = {entry.factor: entry for entry in case.factors}
    gaps = layout(factors, case.factors).missing
    conclusion = case.relationship_conclusion
    return views.RelationshipAssessment(
        office=told.office(), case=told.view(), workers=tuple(told.name(one.id) for one in case.applicants),
        factors=tuple(_factor_row(told, factor, entries.get(factor.id)) for factor in factors),
        missing=tuple(_gaps(told, gaps)),
        conclusion=told.label(leaning_of(conclusion)) if conclusion else None,
        reasons=case.relationship_reasons or None, assessed_by="", made_on=told.today)


def _factor_row(told: Told, factor: Factor, entry: RelationshipEntry | None) -> views.FactorRow:
    if entry is None:
        return views.FactorRow(factor.label.zh, points=_points(told, factor, None))
    return views.FactorRow(factor.label.zh, entry.applicant, entry.respondent, entry.evidence,
                           _points(told, factor, entry.leaning))


def _points(told: Told, factor: Factor, leaning: str | None) -> str:
    if not factor.weighs:
        return told.words.translate(N_("decides nothing"))
    return told.words.translate(POINTS[leaning_of(leaning)] if leaning else N_("to be looked into"))


def _gaps(told: Told, gaps: Iterable[Gap]) -> Iterator[str]:
    """What is missing, the factors that lack the same in one line."""
    lacking: dict[str, list[str]] = {}
    for gap in gaps:
        lacking.setdefault(_lacking(told, gap), []).append(gap.factor.label.zh)
    for what, factors in lacking.items():
        yield told.say(N_("{factors}: {lacking}"), factors=factors, lacking=what)


def _lacking(told: Told, gap: Gap) -> str:
    parts = [(gap.applicant, N_("the applicants' account")), (gap.respondent, N_("the respondent's account")),
             (gap.evidence, N_("evidence")), (gap.leaning, N_("where it points"))]
    return "、".join(told.words.translate(name) for missing, name in parts if missing)


# If it goes to arbitration


def arbitration_outlook(told: Told) -> views.ArbitrationOutlook:
    """The range on the law for one side's private talk; ``wanted.side`` says whose."""
    parties.require_both_sides(told)
    if not told.case.claims:
        raise DeskError(N_("Enter what the applicants claim under Intake before printing."), field="claims")
    side = told.wanted.side
    if side is None:
        raise DeskError(N_("Choose the side that this paper is for."), field="side")
    wage = _minimum_wage(told)
    whole = outlook(told.sorting, filed_on=told.today, calendar=told.desk.calendar, minimum_wage=wage)
    own = whole.for_side(side)
    return views.ArbitrationOutlook(
        office=told.office(), case=told.view(), side=told.label(SIDES[side]),
        rows=tuple(_claim_row(told, claim, whole.proofs) for claim in _in_order(whole.claims)),
        claimed=told.claimed, low=whole.low, high=whole.high,
        final_ceiling=wage * FINAL_AWARD_MONTHS if wage else ZERO,
        stages=tuple(_stage(told, stage) for stage in whole.stages), risks=tuple(_risks(told, own)),
        made_on=told.today)


def _in_order(claims: Iterable[ClaimOutlook]) -> list[ClaimOutlook]:
    """As every paper lists claims, whichever was entered first."""
    places = {name: place for place, name in enumerate(CLAIMS)}
    return sorted(claims, key=lambda one: places[one.claim])


def _minimum_wage(told: Told) -> Money | None:
    """The local monthly minimum wage; None when it is not at hand, and the paper says so."""
    found = told.desk.figures.minimum_wage(told.desk.settings.region or None, told.today)
    return found.amount if found else None


def _claim_row(told: Told, claim: ClaimOutlook, proofs: tuple[Proof, ...]) -> views.OutlookRow:
    asked = total(one.asked or ZERO for one in told.case.claims if one.claim == claim.claim)
    own = [proof for proof in proofs if claim.claim in _moved(proof)]
    burdens = dict.fromkeys(told.label(SIDES[proof.matter.burden]) for proof in own)
    return views.OutlookRow(
        told.claim(claim.claim), asked, claim.low, claim.high,
        final=claim.final == claim.items, differs=claim.differs,
        known=bool(claim.unsaid) or claim.high is not None,
        to_prove="；".join(proof.matter.element.label.zh for proof in own) or "——",
        burden="、".join(burdens) or "——")


def _moved(proof: Proof) -> set[str]:
    """The claims that an element's answer can change."""
    element = proof.matter.element
    return set(element.feeds).union(*(bar.claims for bar in element.bars)) & set(CLAIMS)


def _stage(told: Told, stage: Stage) -> views.StageRow:
    return views.StageRow(told.words.sentence(stage.label),
                          told.unannounced(told.say(N_("until {day} at the latest"), day=stage.latest),
                                           stage.unannounced), stage.law)


def _risks(told: Told, own: SideOutlook) -> Iterator[str]:
    """What hangs on the side's own proofs, then the worst that the statements allow."""
    for proof in own.must_prove:
        if proof.stake:
            yield told.say(N_("You have to prove “{element}”; if you cannot, {amount} hangs on it"),
                           element=proof.matter.element.label.zh, amount=Money(abs(proof.stake.fen)))
    for claim in own.claims:
        if claim.high is None and not claim.unsaid:
            yield told.say(N_("“{claim}” cannot be computed yet and is not in the range"),
                           claim=told.claim(claim.claim))
    yield _range(told, own)


def _range(told: Told, own: SideOutlook) -> str:
    """From where to where the award can go; open while a side has not stated its version."""
    if own.best is None or own.worst is None:
        sides = dict.fromkeys(side for claim in own.claims for side in Side if side in claim.unsaid)
        return told.say(N_("{who} have not stated their version of every claim yet, so the range is open"),
                        who="、".join(told.label(SIDES[side]) for side in sides))
    return told.say(N_("On the statements made so far the award can be anything from {low} to {high}"),
                    low=min(own.best, own.worst), high=max(own.best, own.worst))


PAPERS = (
    Maker(views.RelationshipAssessment, relationship_assessment,
          lambda case: case.accepted_on is not None and has_both_sides(case)),
    Maker(views.ArbitrationOutlook, arbitration_outlook, is_sortable, Verb.READ_SEALED),
)
