"""Where the amounts do not meet but the terms would."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.mediation.full_zone import Dimension
from mediation_desk.domain.mediation.packages.trades import Break, Trade, trades
from mediation_desk.domain.mediation.worth import Assessment, Risk, factors
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import STORY, STORY_LAW, TODAY, WORKERS, asked, table, zone_of

APART = (BottomLine(Side.APPLICANT, yuan("31000"), most_instalments=6),
         BottomLine(Side.RESPONDENT, yuan("30500"), fewest_instalments=2))
IMPATIENT = Assessment(Decimal(2), Decimal("0.5"), Risk.SOME)


def found(lines: tuple[BottomLine, ...], how: Assessment) -> tuple[Trade, ...]:
    return trades(asked(), table(zone_of(lines), STORY_LAW, how))


def test_workers_who_mind_waiting_take_less_at_once() -> None:
    best, *_ = found(APART, IMPATIENT)
    assert best.deal.total < yuan("30500") and len(best.deal.days) == 1
    assert Break(Side.APPLICANT, Dimension.AMOUNT, (yuan("31000") - best.deal.total).fen) in best.breaks
    assert best.workers_gain.fen > 0 and best.respondents_gain.fen > 0


def test_a_company_that_minds_paying_now_pays_more_later() -> None:
    """It counts 4 % a month, the workers nothing: 31,000.00 in a year cost less than 30,500.00 soon."""
    best, *_ = found(APART, Assessment(respondents_rate=Decimal(4)))
    assert best.deal.total > yuan("31000") and len(best.deal.days) > 6
    assert {one.dimension for one in best.breaks if one.side is Side.RESPONDENT} == {Dimension.AMOUNT}


def test_without_a_rate_there_is_nothing_to_trade() -> None:
    assert found(APART, Assessment()) == ()


def test_lines_that_meet_need_no_trade() -> None:
    assert found(STORY, IMPATIENT) == ()


def test_what_a_side_did_not_say_of_time_is_read_against_the_trade() -> None:
    """Workers who named no time meant at once, the company all the time there is: nothing bridges that."""
    silent = (replace(APART[0], most_instalments=None), replace(APART[1], fewest_instalments=None))
    assert found(silent, IMPATIENT) == ()


rates = st.decimals(0, 8, places=1)


@settings(max_examples=15, deadline=None)
@given(st.integers(1_600_000, 3_800_000), st.integers(1, 400_000), rates, rates,
       st.sampled_from(list(Risk)[:3]))
def test_no_trade_leaves_a_side_worse_or_gives_undisputed_wages_away(
        fen: int, gap: int, ours: Decimal, theirs: Decimal, risk: Risk) -> None:
    lines = (BottomLine(Side.APPLICANT, Money(fen + gap), 4),
             BottomLine(Side.RESPONDENT, Money(fen), None, 2))
    how = Assessment(ours, theirs, risk)
    for one in found(lines, how):
        assert one.workers_gain.fen >= 0 and one.respondents_gain.fen >= 0 and one.breaks
        assert total(one.deal.shares) == one.deal.total == total(one.deal.amounts)
        assert all(share >= yuan("3000") for share in one.deal.shares)
        assert one.deal.workers == WORKERS
        assert yuan("15000") <= one.deal.total <= yuan("38700")
        # a second way: all at once today would be worth no less to the workers than what they get
        assert factors(TODAY, how, Side.APPLICANT).worth(one.deal.payments) <= one.deal.total
