"""What becomes of the claims when terms are drafted anew, and the penalty that a clause needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.agreeing.handling import asked_by_place, handled_of, handled_on, paid_kinds
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.settlement.terms import Terms, TermsDraft, plan
from mediation_desk.domain.vocabulary import ClaimHandling, DefaultClause, InKind, TaxHandling
from mediation_desk.domain.words import DeskError
from tests.domain.agreeing.grounds import CALENDAR, DUE, FIRST, SECOND, agreement, case

PAID = Handled((Handling(FIRST, "unpaid_wages", ClaimHandling.PAID, yuan("4500")),), TaxHandling.AFTER)
PENALTY = DefaultClause.PENALTY


def drafted(total: str = "9000", kept: Handled | None = None, was: Money | None = None,
            **said: object) -> TermsDraft:
    """The terms that a draft after those that stand comes to."""
    whose = case()
    if kept is not None:
        agreement(whose, handled=kept, penalty=was, default_clause=PENALTY if was else
                  DefaultClause.ACCELERATE)
    terms = Terms(yuan(total), DUE)
    worked = plan(terms, [(worker.id, yuan("5000")) for worker in whose.applicants], CALENDAR)
    return handled_on(whose, replace(TermsDraft(terms), **said), worked)  # type: ignore[arg-type]


def test_claims_stand_worker_by_worker() -> None:
    assert list(asked_by_place(case())) == [(FIRST, "unpaid_wages"), (SECOND, "unpaid_wages")]


def test_what_is_kept_reads_back_as_it_was_said() -> None:
    said = Handled((Handling(FIRST, "unpaid_wages", ClaimHandling.REPLACED, None, InKind.OTHER,
                             date(2025, 1, 1), "写感谢信"),), TaxHandling.BEFORE)
    assert handled_of(agreement(case(), handled=said)) == said


def test_terms_that_say_nothing_of_it_keep_what_becomes_of_the_claims_and_follow_the_share() -> None:
    now = drafted("8000", kept=PAID).handled
    assert now is not None and now.tax is TaxHandling.AFTER
    assert [one.amount for one in now.claims] == [yuan("4000")]
    assert drafted("8000", kept=PAID, handled=Handled()).handled == Handled()


def test_what_is_paid_must_be_the_share() -> None:
    with pytest.raises(DeskError, match="温若晴") as refused:
        drafted("8000", handled=PAID)
    assert refused.value.field == "claim_terms"


def test_a_claim_that_is_made_no_more_is_not_dropped_silently() -> None:
    whose = case()
    agreement(whose, handled=PAID)
    whose.claims_all = whose.claims_all[1:]
    terms = Terms(yuan("9000"), DUE)
    worked = plan(terms, [(FIRST, yuan("1")), (SECOND, yuan("1"))], CALENDAR)
    with pytest.raises(DeskError, match="nobody makes any more"):
        handled_on(whose, TermsDraft(terms), worked)


def test_a_penalty_is_named_with_its_clause_and_carried_on_with_it() -> None:
    assert drafted(default_clause=PENALTY, penalty=yuan("500")).penalty == yuan("500")
    assert drafted(kept=Handled(), was=yuan("500"), default_clause=PENALTY).penalty == yuan("500")
    assert drafted(kept=Handled(), was=yuan("500")).penalty is None


def test_the_clause_on_a_penalty_needs_one_and_another_has_none() -> None:
    for said in ({"default_clause": PENALTY}, {"default_clause": PENALTY, "penalty": yuan("0")},
                 {"penalty": yuan("5")}):
        with pytest.raises(DeskError) as refused:
            drafted(**said)
        assert refused.value.field == "penalty"


def test_only_kinds_of_claims_that_are_paid_decide_on_the_routes() -> None:
    """The first waives the wages for a double wage; of the second nothing is said: the wages are paid."""
    waived = Handled((Handling(FIRST, "unpaid_wages", ClaimHandling.WAIVED),
                      Handling(FIRST, "double_wage", ClaimHandling.PAID, yuan("4500"))))
    whose = case()
    assert paid_kinds(whose, agreement(whose)) == {"unpaid_wages"}
    assert paid_kinds(whose, agreement(whose, handled=waived)) == {"unpaid_wages", "double_wage"}
    whose.claims_all = whose.claims_all[:1]
    assert paid_kinds(whose, agreement(whose, handled=waived)) == {"double_wage"}
