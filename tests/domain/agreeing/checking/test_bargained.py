"""What the workers give up is looked at before they sign it away."""

from __future__ import annotations

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.vocabulary import ClaimHandling, DefaultClause
from tests.domain.agreeing.grounds import FIRST, SECOND, agreement, case, findings, found, ground


def test_less_than_the_undisputed_wages_is_looked_at_worker_by_worker() -> None:
    """9,000.00 gives each 4,500.00: less than 4,500.01, not less than 4,500.00."""
    (said,) = findings(ground(undisputed={FIRST: yuan("4500.01"), SECOND: yuan("4500")}), "undisputed")
    assert said.of == FIRST and not said.stops and "4,500.01" in str(said.sentence)


def test_less_than_the_minimum_wage_is_looked_at() -> None:
    assert "4,600.00" in found(ground(least={SECOND: yuan("4600")}))["minimum_wage"]


def test_more_than_a_third_given_up_is_said_as_a_figure() -> None:
    """10,000.00 are claimed: 6,666.67 gives up 33.3 %, 6,666.66 a little more than a third."""
    for total, is_said in (("6666.67", False), ("6666.66", True)):
        whose = case()
        agreement(whose, total)
        assert bool(findings(ground(whose), "given_up")) is is_said
    whose = case()
    agreement(whose, "4000")
    assert "60 % of what was asked for" in found(ground(whose))["given_up"]


def test_more_than_was_claimed_contradicts_the_preamble() -> None:
    whose = case()
    agreement(whose, "10000.01")
    assert "more_than_claimed" in found(ground(whose)) and "given_up" not in found(ground(whose))


def test_undisputed_wages_that_are_waived_by_name_are_looked_at_though_the_share_is_large_enough() -> None:
    """4,500.00 for a double wage and the wages waived: not one fen of the undisputed 3,000.00 is paid."""
    whose = case()
    agreement(whose, handled=Handled((
        Handling(FIRST, "unpaid_wages", ClaimHandling.WAIVED),
        Handling(FIRST, "double_wage", ClaimHandling.PAID, yuan("4500")))))
    (said,) = findings(ground(whose, undisputed={FIRST: yuan("3000")}), "undisputed")
    assert said.field == "claim_terms" and "waives wages, though 3,000.00" in str(said.sentence)
    assert "minimum wage" in found(ground(whose, least={FIRST: yuan("1")}))["minimum_wage"]


def test_what_is_paid_for_wages_counts_where_it_is_said_claim_by_claim() -> None:
    whose = case()
    agreement(whose, handled=Handled((Handling(FIRST, "unpaid_wages", ClaimHandling.PAID, yuan("4500")),)))
    assert not findings(ground(whose, undisputed={FIRST: yuan("4500")}), "undisputed")
    assert "is paid 4,500.00" in found(ground(whose, undisputed={FIRST: yuan("4501")}))["undisputed"]


def test_a_penalty_is_looked_at_beside_the_total() -> None:
    """1,000.00 of 9,000.00 are 11 %."""
    whose = case()
    agreement(whose, default_clause=DefaultClause.PENALTY, penalty=yuan("1000"))
    said = found(ground(whose))["penalty"]
    assert "11 % of the total" in said and "art. 585" in said
