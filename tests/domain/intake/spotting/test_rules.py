"""The rules as they are shipped: every claim that has a phrase is known, and every side has its labels."""

from __future__ import annotations

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.spotting.spots import Whose
from mediation_desk.library.spotting import read_rules


def test_every_claim_of_the_table_has_phrases_and_both_sides_have_labels() -> None:
    rules = read_rules()
    assert {one.id for one in rules.claims} == set(CLAIMS)
    assert {Whose.APPLICANT, Whose.RESPONDENT} <= {one.whose for one in rules.labels.values()}
    assert rules.labels["被反映人电话"].about == "phone"
