"""Packages: inside every limit, balanced, several, and none where none exists."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.mediation.packages.layout import packages
from mediation_desk.domain.mediation.packages.limits import Asked, Law, Limits, NoRoom, holds, limits
from mediation_desk.domain.mediation.packages.package import Balance, Package
from mediation_desk.domain.mediation.packages.shapes import Shape, firsts, shapes
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.terms import matrix
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import (
    CALENDAR,
    FIRST,
    ROUND_TWO,
    STORY,
    STORY_LAW,
    TODAY,
    WORKERS,
    asked,
    people,
    table,
    zone_of,
)

HOW = Assessment(Decimal(2), Decimal(1), Risk.HIGH)


def laid(lines: Sequence[BottomLine], law: Law = STORY_LAW, how: Assessment | None = None,
         wanted: Asked | None = None) -> tuple[Package, ...]:
    zone = zone_of(lines)
    bounds = limits(zone, law, wanted or asked())
    assert isinstance(bounds, Limits)
    found = packages(bounds, table(zone, law, how, ROUND_TWO))
    assert not isinstance(found, NoRoom)
    return found


def by_kind(found: Sequence[Package]) -> dict[Balance, Package]:
    return {kind: one for one in found for kind in one.kinds}


def test_the_storys_packages() -> None:
    """Without rates the middle of 29,000.00 and 31,000.00 balances; the last offers' is 30,500.00."""
    found = laid(STORY)
    best = by_kind(found)
    assert 3 <= len(found) <= 5 and len({one.deal for one in found}) == len(found)
    nash = best[Balance.NASH]
    assert nash is best[Balance.LEAST]
    assert (nash.deal.total, nash.deal.days) == (yuan("30000"), (FIRST, date(2025, 1, 10)))
    assert (nash.workers_gain, nash.respondents_gain) == (yuan("1000"), yuan("1000"))
    assert best[Balance.NEAR].deal.total == yuan("30500")
    assert best[Balance.QUICK].deal.last_on == date(2024, 12, 25)
    assert best[Balance.SAFE].deal.first == yuan("20000")
    assert all(len(one.deal.days) == 2 and not one.warnings and one.distances for one in found)


def test_the_risk_of_default_decides_the_direction() -> None:
    """The workers may lose what is paid late: the balanced deal is quick, and cheaper for the company."""
    best = by_kind(laid(STORY, how=HOW))
    assert best[Balance.NASH].deal.last_on < date(2025, 1, 10)
    assert yuan("29000") <= best[Balance.NASH].deal.total < yuan("30000")


def test_where_the_lines_leave_one_amount_that_is_the_package() -> None:
    lines = [BottomLine(Side.APPLICANT, yuan("30000"), 1), BottomLine(Side.RESPONDENT, yuan("30000"))]
    assert {one.deal.total for one in laid(lines)} == {yuan("30000")}


def test_a_first_share_that_no_schedule_can_keep_leaves_none() -> None:
    lines = [BottomLine(Side.APPLICANT, yuan("29000"), 1),
             BottomLine(Side.RESPONDENT, yuan("31000"), first_share=yuan("10000"))]
    zone = zone_of(lines)
    bounds = limits(zone, STORY_LAW, asked())
    assert isinstance(bounds, Limits) and isinstance(packages(bounds, table(zone, STORY_LAW)), NoRoom)


def test_a_worker_who_wants_more_than_their_part_gets_it_and_the_others_theirs() -> None:
    own = BottomLine(Side.APPLICANT, yuan("7500"), party_id=WORKERS[0])
    for one in laid([*STORY, own]):
        assert one.deal.shares[0] >= yuan("7500") and total(one.deal.shares) == one.deal.total


def test_a_worker_who_wants_much_first_gets_it_first() -> None:
    own = BottomLine(Side.APPLICANT, yuan("6500"), party_id=WORKERS[0], first_share=yuan("4000"))
    for one in laid([*STORY, own]):
        assert firsts(one.deal.shares, one.deal.amounts)[0] >= yuan("4000")


# -- properties ----------------------------------------------------------------------------

days = st.none() | st.integers(-20, 300).map(lambda ahead: FIRST + timedelta(days=ahead))
ours = st.builds(BottomLine, side=st.just(Side.APPLICANT), amount=st.integers(1, 10**6).map(Money),
                 most_instalments=st.none() | st.integers(1, 9),
                 first_share=st.none() | st.integers(0, 10**6).map(Money), last_on=days,
                 party_id=st.none() | st.sampled_from(WORKERS))
theirs = st.builds(BottomLine, side=st.just(Side.RESPONDENT), amount=st.integers(1, 2 * 10**6).map(Money),
                   fewest_instalments=st.none() | st.integers(1, 9),
                   first_share=st.none() | st.integers(0, 10**6).map(Money), last_on=days)
rates = st.none() | st.decimals(0, 10, places=1)
hows = st.builds(Assessment, rates, rates, st.none() | st.sampled_from([Risk.NONE, Risk.SOME, Risk.HIGH]))
laws = st.builds(Law, st.none() | st.integers(0, 10**6).map(Money),
                 st.none() | st.integers(1, 2 * 10**6).map(Money),
                 st.none() | st.integers(0, 10**5).map(lambda fen: dict.fromkeys(WORKERS, Money(fen))))


@settings(max_examples=60, deadline=None)
@given(st.lists(ours, min_size=1, max_size=4), theirs, hows, laws)
def test_every_package_is_inside_every_limit_and_none_is_proposed_where_none_exists(
        told: list[BottomLine], company: BottomLine, how: Assessment, law: Law) -> None:
    zone = zone_of([*told, company])
    bounds = limits(zone, law, asked())
    if isinstance(bounds, NoRoom):
        assert bounds.reasons
        return
    found = packages(bounds, table(zone, law, how, ROUND_TWO))
    if isinstance(found, NoRoom):
        assert found.reasons and not any(_keeps(bounds, shape, amount) for shape, amount in _some(bounds))
        return
    assert 1 <= len(found) <= 5
    for one in found:
        deal = one.deal
        assert holds(bounds, deal.amounts, deal.days, deal.shares, firsts(deal.shares, deal.amounts))
        cells = matrix(deal.shares, deal.amounts)
        assert [total(column) for column in cells] == list(deal.amounts)
        assert [total(row) for row in zip(*cells, strict=True)] == list(deal.shares)
        assert all(CALENDAR.is_workday(day) and day >= FIRST for day in deal.days)
        assert one.workers_gain.fen >= 0 and one.respondents_gain.fen >= 0


def test_where_every_best_amount_oversteps_one_workers_limit_another_that_fits_is_found() -> None:
    """Of 7 to 9 fen only 7 fit: six of them at once for the first worker, who wants seven."""
    any_of_them = BottomLine(side=Side.APPLICANT, amount=yuan("0.01"))
    first = BottomLine(side=Side.APPLICANT, amount=yuan("0.07"), first_share=yuan("0.06"),
                       party_id=UUID(int=1))
    company = BottomLine(side=Side.RESPONDENT, amount=yuan("0.09"), first_share=yuan("0.06"))
    zone = zone_of([any_of_them, any_of_them, first, company])
    law = Law(None, None, None)
    bounds = limits(zone, law, asked())
    assert not isinstance(bounds, NoRoom)
    found = packages(bounds, table(zone, law, Assessment(None, None, None), ROUND_TWO))
    assert not isinstance(found, NoRoom)
    assert {one.deal.amounts for one in found} == {(yuan("0.06"), yuan("0.01"))}


def _some(bounds: Limits) -> Iterator[tuple[Shape, int]]:
    """Each shape with the ends and the middle of what the lines leave, whatever its first share is."""
    for shape in shapes(bounds, range(bounds.fewest, bounds.most + 1)):
        for amount in {bounds.low.fen, (bounds.low.fen + bounds.high.fen) // 2, bounds.high.fen}:
            yield shape, amount


def _keeps(bounds: Limits, shape: Shape, amount: int) -> bool:
    if amount - shape.first(amount) < shape.count - 1:
        return False
    amounts, shares = shape.amounts(Money(amount)), bounds.shares(Money(amount))
    return holds(bounds, amounts, shape.days, shares, firsts(shares, amounts))


small = st.integers(40, 80)


@settings(max_examples=25, deadline=None)
@given(small, small, st.integers(1, 3), st.none() | st.integers(1, 60).map(Money),
       st.none() | st.integers(20, 90).map(Money), hows)
def test_nashs_package_is_the_one_of_a_slow_search_over_the_whole_grid(
        low: int, high: int, most: int, first_low: Money | None, first_high: Money | None,
        how: Assessment) -> None:
    """The oracle looks at every fen in every shape, and counts both worths payment by payment."""
    lines = [BottomLine(Side.APPLICANT, Money(low), most, first_share=first_low),
             BottomLine(Side.RESPONDENT, Money(high), first_share=first_high)]
    zone = zone_of(lines)
    bounds = limits(zone, Law(), asked())
    if isinstance(bounds, NoRoom):
        return
    found = packages(bounds, table(zone, how=how))
    grid = [(shape, amount) for shape in shapes(bounds, range(1, most + 1)) for amount in range(low, high + 1)
            if _keeps(bounds, shape, amount)]
    if isinstance(found, NoRoom):
        assert grid == []
        return
    used = list(dict.fromkeys(shape for shape, _ in grid))
    floor = min(_worth(shape, low, how.applicants_rate, how.default_share) for shape in used)
    roof = max(_worth(shape, high, how.respondents_rate, Decimal(0)) for shape in used)

    def product(shape: Shape, amount: int) -> Fraction:
        return ((_worth(shape, amount, how.applicants_rate, how.default_share) - floor)
                * (roof - _worth(shape, amount, how.respondents_rate, Decimal(0))))

    nash = by_kind(found)[Balance.NASH].deal
    mine = [product(shape, amount) for shape, amount in grid
            if shape.days == nash.days and amount == nash.total.fen and shape.first(amount) == nash.first.fen]
    assert abs(max(mine) - max(product(shape, amount) for shape, amount in grid)) < Fraction(1, 10**15)


def _worth(shape: Shape, amount: int, rate: Decimal | None, lost: Decimal) -> Fraction:
    """A second way: each payment by itself, discounted through logarithms, first share unrounded."""
    first = Fraction(shape.fixed) if shape.fixed is not None else amount * Fraction(*shape.part)
    later = (amount - first) / max(1, shape.count - 1)
    base = (1 - lost / 100) / (1 + (rate or Decimal(0)) / 100)
    factors = [Fraction((base.ln() * (day - TODAY).days / 30).exp()) if base != 1 else Fraction(1)
               for day in shape.days]
    return first * factors[0] + sum((later * one for one in factors[1:]), Fraction(0))


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(1, 6))
def test_swapping_the_sides_mirrors_nashs_amount(low: int, wide: int, count: int) -> None:
    """What the workers get above their line is, mirrored, what the company keeps below its own."""
    top = 4 * 10**6
    ours = [BottomLine(Side.APPLICANT, Money(low), count), BottomLine(Side.RESPONDENT, Money(low + wide))]
    theirs = [BottomLine(Side.APPLICANT, Money(top - low - wide)),
              BottomLine(Side.RESPONDENT, Money(top - low), None, count)]
    one, other = (by_kind(laid(lines, Law()))[Balance.NASH] for lines in (ours, theirs))
    assert abs(one.deal.total.fen + other.deal.total.fen - top) <= 1  # half a fen has to go somewhere
    assert abs(one.workers_gain.fen - other.respondents_gain.fen) <= 1


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 10**5), st.integers(0, 10**5), st.integers(0, 3), hows)
def test_giving_way_never_takes_the_packages_away(
        low: int, wide: int, less: int, longer: int, how: Assessment) -> None:
    before = [BottomLine(Side.APPLICANT, Money(low + less + 10), 2),
              BottomLine(Side.RESPONDENT, Money(low + less + wide + 10), None, 2)]
    after = [BottomLine(Side.APPLICANT, Money(low + 10), 2 + longer), before[1]]
    assert laid(before, Law(), how) and laid(after, Law(), how)
    assert min(one.deal.total for one in laid(after, Law(), how)) >= Money(low + 10)


def test_fifty_workers_with_their_own_lines_take_under_a_second() -> None:
    keys = [UUID(int=number) for number in range(1, 51)]
    claims = [yuan(str(5000 + 37 * number)) for number in range(50)]
    lines = [BottomLine(Side.APPLICANT, Money(claim.fen * (70 + at % 20) // 100), 12, party_id=key,
                        first_share=yuan("300") if at % 3 else None)
             for at, (key, claim) in enumerate(zip(keys, claims, strict=True))]
    lines.append(BottomLine(Side.RESPONDENT, Money(total(claims).fen * 9 // 10), fewest_instalments=2))
    law = Law(undisputed=dict.fromkeys(keys, yuan("1500")))
    begun = time.perf_counter()
    zone = zone_of(lines, people(keys), claims)
    bounds = limits(zone, law, asked(keys, claims))
    assert isinstance(bounds, Limits)
    found = packages(bounds, table(zone, law, HOW, ROUND_TWO))
    assert time.perf_counter() - begun < 1
    assert not isinstance(found, NoRoom) and len(found) >= 3
    assert all(share >= line.amount for one in found
               for share, line in zip(one.deal.shares, lines, strict=False))
