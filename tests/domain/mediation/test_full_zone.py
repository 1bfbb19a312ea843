"""The zone over all dimensions: overlap, gap, or missing words; symmetric, never smaller by giving way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.full_zone import Dimension, FullZone, Reach, Verdict
from mediation_desk.domain.mediation.zone import BottomLine, Zone
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import STORY, WORKERS, people, zone_of

ALONE = people(WORKERS[:1])
TOP = 10**7  # amounts are mirrored at it: what is left over for the other side


def test_the_streamers_and_their_company_meet_in_amount_and_instalments() -> None:
    found = zone_of(STORY)
    verdicts = {one.dimension: one.verdict for one in found.reaches}
    assert verdicts == {Dimension.AMOUNT: Verdict.OVERLAP, Dimension.INSTALMENTS: Verdict.OVERLAP,
                        Dimension.FIRST_SHARE: Verdict.UNKNOWN, Dimension.LAST_DATE: Verdict.UNKNOWN}
    assert found.amounts == Zone(yuan("29000"), yuan("31000"), 2, 2)
    assert found.verdict is Verdict.OVERLAP
    amount, counts = found.of(Dimension.AMOUNT), found.of(Dimension.INSTALMENTS)
    assert amount.low is not None and amount.high is not None and counts.high == 2
    assert amount.low <= yuan("30264").fen <= amount.high  # the third round's, in two


def test_every_dimension_says_how_far_apart_the_sides_are() -> None:
    found = zone_of([
        BottomLine(Side.APPLICANT, yuan("32000"), most_instalments=2, first_share=yuan("15000"),
                   last_on=date(2025, 1, 10)),
        BottomLine(Side.RESPONDENT, yuan("30500"), fewest_instalments=4, first_share=yuan("10000"),
                   last_on=date(2025, 1, 31))])
    assert {one.dimension: one.gap for one in found.reaches} == {
        Dimension.AMOUNT: 150_000, Dimension.FIRST_SHARE: 500_000, Dimension.INSTALMENTS: 2,
        Dimension.LAST_DATE: 21}
    assert found.verdict is Verdict.GAP


def test_what_is_missing_is_named() -> None:
    found = zone_of(STORY[:1])
    assert found.verdict is Verdict.UNKNOWN and found.amounts is None
    assert found.of(Dimension.AMOUNT).missing == {Side.RESPONDENT}
    assert found.of(Dimension.LAST_DATE).missing == set(Side)


def test_a_worker_whose_own_line_is_above_their_part_is_named_though_the_sums_meet() -> None:
    """Their part by claim of 31,000.00 is 6,888.89; 7,000.00 is 111.11 more."""
    found = zone_of([*STORY, BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0])])
    first, second, *_ = found.workers
    assert (first.verdict, first.own, first.gap) == (Verdict.GAP, True, yuan("111.11"))
    assert (second.verdict, second.own) == (Verdict.OVERLAP, False)
    assert found.verdict is Verdict.OVERLAP


def test_a_worker_of_whom_nothing_is_known_is_unknown() -> None:
    found = zone_of([BottomLine(Side.APPLICANT, yuan("7000"), party_id=WORKERS[0]), STORY[1]])
    assert [one.verdict for one in found.workers][1:] == [Verdict.UNKNOWN] * 4
    assert found.verdict is Verdict.UNKNOWN


days = st.none() | st.integers(738_000, 740_000).map(date.fromordinal)
lines = st.builds(BottomLine, side=st.sampled_from(list(Side)), amount=st.integers(0, TOP).map(Money),
                  most_instalments=st.none() | st.integers(1, 60),
                  fewest_instalments=st.none() | st.integers(1, 60),
                  first_share=st.none() | st.integers(0, TOP).map(Money), last_on=days)


def mirrored(line: BottomLine) -> BottomLine:
    """The other side's, as it would be if it bargained over what is left of ``TOP``, and over days back."""
    other = Side.RESPONDENT if line.side is Side.APPLICANT else Side.APPLICANT
    return replace(line, side=other, amount=Money(TOP - line.amount.fen),
                   first_share=None if line.first_share is None else Money(TOP - line.first_share.fen),
                   last_on=line.last_on and date.fromordinal(1_478_000 - line.last_on.toordinal()))


def sizes(found: FullZone) -> list[tuple[Verdict, int, int | None]]:
    def wide(one: Reach) -> int | None:
        return None if one.low is None or one.high is None else one.high - one.low
    return [(one.verdict, one.gap, wide(one)) for one in found.reaches]


@given(st.lists(lines, max_size=4))
def test_swapping_the_sides_mirrors_the_zone(told: list[BottomLine]) -> None:
    found, other = zone_of(told, ALONE, [Money(1)]), zone_of(map(mirrored, told), ALONE, [Money(1)])
    assert sizes(found) == sizes(other)
    assert other.verdict is found.verdict


def relaxed(line: BottomLine, by: int) -> BottomLine:
    """The same side giving way in everything it said."""
    back, days_ = (-by, by) if line.side is Side.APPLICANT else (by, -by)
    return replace(
        line, amount=Money(max(0, line.amount.fen + back)),
        first_share=None if line.first_share is None else Money(max(0, line.first_share.fen + back)),
        most_instalments=line.most_instalments and line.most_instalments + by,
        fewest_instalments=line.fewest_instalments and max(1, line.fewest_instalments - by),
        last_on=line.last_on and date.fromordinal(line.last_on.toordinal() + days_))


@given(st.lists(lines, min_size=1, max_size=4), st.integers(0, 500), st.data())
def test_giving_way_never_makes_the_zone_smaller(
        told: list[BottomLine], by: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(told) - 1))
    after = [relaxed(line, by) if one == at else line for one, line in enumerate(told)]
    before, wider = zone_of(told, ALONE, [Money(1)]), zone_of(after, ALONE, [Money(1)])
    assert wider.holds(before)


@given(st.integers(0, 10**6), st.integers(1, 10**5), st.integers(0, 4))
def test_a_single_workers_giving_way_never_makes_it_smaller_either(fen: int, less: int, at: int) -> None:
    own = [BottomLine(Side.APPLICANT, Money(fen + n), party_id=one) for n, one in enumerate(WORKERS)]
    after = [replace(line, amount=Money(max(0, line.amount.fen - less))) if n == at else line
             for n, line in enumerate(own)]
    assert zone_of([*after, STORY[1]]).holds(zone_of([*own, STORY[1]]))


def test_a_stranger_to_the_case_counts_for_nobody() -> None:
    found = zone_of([BottomLine(Side.APPLICANT, yuan("5"), party_id=UUID(int=12345))])
    assert found.applicants.amount is None and len(found.applicants.aside) == 1
