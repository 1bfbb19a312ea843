"""How the law treats each claim: finally decided or not, its limitation, with or without employment."""

from __future__ import annotations

import pytest

from mediation_desk.domain.calculators.claim import FinalAward, Limitation
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calculators.known_facts import FACTS

CEILING, ALWAYS, PRACTICE, NEVER = (FinalAward.UP_TO_CEILING, FinalAward.ALWAYS, FinalAward.IN_PRACTICE,
                                    FinalAward.NO)
WAGES, GENERAL, CIVIL = Limitation.WAGES, Limitation.GENERAL, Limitation.CIVIL


@pytest.mark.parametrize(("claim", "final", "limitation"), [
    ("unpaid_wages", CEILING, WAGES), ("overtime", CEILING, WAGES), ("deductions", CEILING, WAGES),
    ("heat_allowance", CEILING, WAGES), ("injury_leave_pay", PRACTICE, WAGES),
    ("double_wage", CEILING, GENERAL), ("economic_compensation", CEILING, GENERAL),
    ("unlawful_termination", CEILING, GENERAL), ("notice_pay", CEILING, GENERAL),
    ("illegal_probation", CEILING, GENERAL), ("non_compete", CEILING, GENERAL),
    ("additional_compensation", CEILING, GENERAL), ("annual_leave", ALWAYS, GENERAL),
    ("gig_pay", NEVER, CIVIL), ("other", NEVER, GENERAL)])
def test_each_claim_is_treated_as_its_law_says(claim: str, final: FinalAward, limitation: Limitation) -> None:
    """Pay for work runs from the end of employment (art. 27(4)); compensation and damages from knowing.

    The difference for want of a contract and damages for a probation are compensation and not pay. Leave is
    a national standard (art. 47(2)); pay without employment is no labour claim, so the Civil Code's.
    """
    assert (CLAIMS[claim].final_award, CLAIMS[claim].limitation) == (final, limitation)


def test_every_claim_is_treated_above() -> None:
    """A claim that is added to the table must be thought about here too."""
    marks = test_each_claim_is_treated_as_its_law_says.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for row in marks[0].args[1]} == set(CLAIMS)


def test_pay_of_the_self_employed_alone_runs_by_the_civil_code() -> None:
    civil = {name for name, claim in CLAIMS.items() if claim.limitation is CIVIL}
    assert civil == {"gig_pay"} and not any(CLAIMS[name].needs_employment for name in civil)


def test_the_figure_that_a_claim_looks_up_can_also_be_told() -> None:
    """Where the table of figures ends, the mediator writes the figure in: each has its fact."""
    told_by = {"minimum_wage": "local_minimum_monthly_wage", "average_wage": "local_average_monthly_wage",
               "heat_allowance": "rate"}
    for claim in CLAIMS.values():
        assert {told_by[kind.value] for kind in claim.figures} <= set(claim.facts)
        for kind, fact in told_by.items():
            if fact in claim.facts and fact in FACTS:
                assert kind in {figure.value for figure in claim.figures}


def test_a_fact_that_prevails_answers_the_same_need_as_the_other() -> None:
    """Both lie in ways that would serve alone: months as told, or counted from the first day."""
    for claim in CLAIMS.values():
        for first, second in claim.prevails:
            assert any(first in way and second not in way for way in claim.alternatives)
            assert any(second in way and first not in way for way in claim.alternatives)
