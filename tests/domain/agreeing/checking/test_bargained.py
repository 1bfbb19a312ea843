"""What the workers give up is looked at before they sign it away."""

from __future__ import annotations

from mediation_desk.domain.money import yuan
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
