"""The mediator's proposal: what is told of the answers, and the question before signing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from mediation_desk.domain.mediation.packages.limits import NoRoom, limits
from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import (
    Answer,
    Wish,
    better,
    both,
    both_accept,
    latest,
    looked_up,
    wished_line,
)
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import STORY, STORY_LAW, WORKERS, asked, limits_of, people, table, zone_of

OURS, THEIRS = Side.APPLICANT, Side.RESPONDENT
AGREED = Deal((date(2024, 12, 10), date(2025, 1, 10)), (yuan("15132"), yuan("15132")), WORKERS,
              tuple(Money(one) for one in (672534, 672533, 672533, 672533, 336267)))


@pytest.mark.parametrize(("ours", "theirs"), list(product((True, False, None), repeat=2)))
def test_only_two_yeses_are_ever_told(ours: bool | None, theirs: bool | None) -> None:
    given = [Answer(side, accepts) for side, accepts in ((OURS, ours), (THEIRS, theirs))
             if accepts is not None]
    assert both_accept(given) is (ours is True and theirs is True)


def test_once_a_side_asks_for_silence_every_other_answer_looks_the_same() -> None:
    """Whoever said no, and whether it was one or both, nothing that is told differs."""
    told = {(both_accept(given), looked_up(given)) for ours, theirs in product((True, False), repeat=2)
            if not (ours and theirs)
            for given in [[Answer(OURS, ours, hush=True), Answer(THEIRS, theirs)]]}
    assert told == {(False, None)}


def test_silence_once_asked_for_stays() -> None:
    assert looked_up([Answer(OURS, False, hush=True), Answer(OURS, True), Answer(THEIRS, True)]) is None


def test_a_later_answer_counts_and_may_be_looked_up_while_nobody_minds() -> None:
    given = [Answer(OURS, False), Answer(THEIRS, True), Answer(OURS, True)]
    assert both_accept(given) and looked_up(given) == {OURS: True, THEIRS: True}
    assert latest(given)[OURS].accepts


# -- the question before signing -----------------------------------------------------------


def asked_for(ours: Wish, theirs: Wish):  # type: ignore[no-untyped-def]
    zone = zone_of(STORY)
    return better(AGREED, {OURS: ours, THEIRS: theirs}, people(), asked(), table(zone, STORY_LAW),
                  limits(zone, STORY_LAW, asked()))


def test_a_package_that_fits_both_wishes_is_found() -> None:
    """The workers would take 264.00 less for 20,000.00 first; the company would do that for 100.00 less."""
    found = asked_for(Wish(OURS, yuan("30000"), yuan("20000")), Wish(THEIRS, yuan("30164"), yuan("20500")))
    assert found is not None and found.deal != AGREED
    assert yuan("30000") <= found.deal.total <= yuan("30164")
    assert yuan("20000") <= found.deal.first <= yuan("20500")
    assert found.deal.last_on == AGREED.last_on and len(found.deal.days) == 2


def test_a_wish_at_the_others_cost_finds_nothing_and_the_agreed_one_stands() -> None:
    nothing = Wish(THEIRS)
    assert asked_for(Wish(OURS, last_on=date(2024, 12, 20)), nothing) is None
    assert asked_for(Wish(OURS, yuan("30300")), nothing) is None
    assert asked_for(Wish(OURS), nothing) is None and not nothing.is_any


def test_a_wish_about_the_form_alone_changes_no_figure() -> None:
    wish = Wish(OURS, form="现金")
    assert wish.is_any and asked_for(wish, Wish(THEIRS)) is None
    assert wished_line(AGREED, wish).conditions == "现金"


def test_nothing_is_offered_before_both_were_asked() -> None:
    zone = zone_of(STORY)
    assert better(AGREED, {OURS: Wish(OURS, yuan("30000"))}, people(), asked(), table(zone),
                  NoRoom(())) is None


def test_a_wish_outside_the_limits_of_before_finds_nothing() -> None:
    """Both would rather have three instalments now, but the workers' line was two at most."""
    three = {"instalments": 3, "last_on": date(2025, 2, 10)}
    assert asked_for(Wish(OURS, **three), Wish(THEIRS, **three)) is None  # type: ignore[arg-type]


def test_what_keeps_to_both_limits_keeps_to_each() -> None:
    one = limits_of(STORY, STORY_LAW)
    other = replace(one, low=yuan("29500"), high=yuan("30500"), first_high=yuan("10000"), most=3, fewest=1,
                    earliest=date(2025, 1, 1), latest=date(2025, 2, 1))
    tight = both(one, other)
    assert (tight.low, tight.high, tight.first_high, tight.most, tight.fewest) == (
        yuan("29500"), yuan("30500"), yuan("10000"), 2, 2)
    assert (tight.earliest, tight.latest) == (date(2025, 1, 1), date(2025, 2, 1))
