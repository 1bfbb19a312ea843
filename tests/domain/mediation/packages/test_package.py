"""How far a deal lies from everything, and what to be careful of."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.mediation.full_zone import Dimension
from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.mediation.packages.package import WHY, Balance, Deal, Package, distances, warnings
from mediation_desk.domain.money import ZERO, Money, yuan
from tests.domain.mediation.deals import ROUND_TWO, STORY, STORY_LAW, WORKERS, zone_of

DEAL = Deal((date(2024, 12, 10), date(2025, 1, 10)), (yuan("15132"), yuan("15132")), WORKERS,
            tuple(Money(one) for one in (672534, 672533, 672533, 672533, 336267)))


def test_the_third_rounds_deal_lies_between_everything() -> None:
    found = {(str(one.mark), one.dimension): one.apart
             for one in distances(DEAL, zone_of(STORY), STORY_LAW, ROUND_TWO)}
    amount, counts = Dimension.AMOUNT, Dimension.INSTALMENTS
    assert found == {
        ("The applicants' bottom line", amount): 126_400, ("The applicants' bottom line", counts): 0,
        ("The respondents' bottom line", amount): -73_600, ("The respondents' bottom line", counts): 0,
        ("The law's low end", amount): 1_526_400, ("The law's high end", amount): -843_600,
        ("The applicants' last offer", amount): -273_600, ("The applicants' last offer", counts): 0,
        ("The respondents' last offer", amount): 226_400, ("The respondents' last offer", counts): -1}


def test_undisputed_wages_that_are_given_away_are_said() -> None:
    given = dict(zip(WORKERS, [yuan("2500"), *[yuan("3000")] * 4], strict=True))
    said = " ".join(map(str, warnings(given, STORY_LAW)))
    assert "500.00 of wages that nobody disputes" in said
    assert "3,000.00 of wages" in str(warnings(given | {WORKERS[0]: ZERO}, STORY_LAW)[0])


def test_a_sum_far_below_the_law_is_said_and_a_little_below_is_not() -> None:
    law = Law(low=yuan("1000"))
    assert not warnings({WORKERS[0]: yuan("900")}, law)
    assert "100.01 below" in str(warnings({WORKERS[0]: yuan("899.99")}, law)[0])


def test_the_storys_deal_needs_no_warning() -> None:
    assert warnings(dict(zip(WORKERS, DEAL.shares, strict=True)), STORY_LAW) == ()


def test_every_merit_has_its_sentence() -> None:
    assert set(WHY) == set(Balance)
    made = Package(DEAL, (Balance.NASH, Balance.SAFE), ZERO, ZERO)
    assert len(made.why) == 2 and DEAL.total == yuan("30264") and DEAL.first == yuan("15132")
