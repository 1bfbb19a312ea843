"""What a case adds to the totals of its days, and what a change of it moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.reports.totals import (
    NOTHING,
    Dim,
    Event,
    Grain,
    Key,
    Sums,
    Totals,
    moved,
    of_case,
    whole_months,
)
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source
from tests.domain.cases import DAY, DUE, received, signed

BASE = facts(signed())
DAYS = st.none() | st.dates(date(2024, 11, 1), date(2024, 12, 31))


@st.composite
def cases(draw: st.DrawFn) -> CaseFacts | None:
    """Any case that could be, or none."""
    if draw(st.integers(0, 9)) == 0:
        return None
    closed = draw(DAYS)
    given_: dict[str, Any] = {
        "counted": draw(st.booleans()), "source": draw(st.sampled_from(list(Source))),
        "kind_of_work": draw(st.sampled_from(list(KindOfWork))), "collective": draw(st.booleans()),
        "received_on": draw(st.dates(date(2024, 11, 1), date(2024, 12, 31))), "decided_on": draw(DAYS),
        "closed_on": closed, "outcome": draw(st.sampled_from(list(Outcome))) if closed else None,
        "over": draw(st.booleans()), "people": draw(st.integers(0, 20)), "signed_on": draw(DAYS),
        "last_due_on": draw(DAYS), "kept": draw(st.booleans()),
        "site_id": draw(st.sampled_from([HERE, UUID(int=1), UUID(int=2)])),
        "agreed": Money(draw(st.integers(0, 10**7))), "days_to_end": draw(st.none() | st.integers(0, 40))}
    return replace(BASE, **given_)


def summed(parts: Iterable[Totals]) -> dict[Key, Sums]:
    """All of them added up, by hand."""
    found: dict[Key, Sums] = {}
    for totals in parts:
        for key, sums in totals.items():
            found[key] = found.get(key, NOTHING) + sums
    return {key: sums for key, sums in found.items() if sums != NOTHING}


@given(told=st.lists(cases(), max_size=8))
def test_what_the_sites_have_adds_up_to_what_all_have(told: list[CaseFacts | None]) -> None:
    """Of each event on each day: the office itself and its sites, and nothing twice."""
    whole = summed(of_case(one) for one in told)
    by_site = summed({key._replace(dim=Dim.ALL, value=""): sums} for key, sums in whole.items()
                     if key.dim is Dim.SITE)
    assert by_site == {key: sums for key, sums in whole.items() if key.dim is Dim.ALL}


@given(history=st.lists(cases(), min_size=1, max_size=8))
def test_whatever_became_of_a_case_the_changes_add_up_to_what_it_is_now(history: list[CaseFacts | None]
                                                                        ) -> None:
    steps = [moved(before, now) for before, now in zip([None, *history], history, strict=False)]
    assert summed(steps) == dict(of_case(history[-1]))


def test_a_case_adds_itself_once_to_all_and_once_to_each_of_its_values() -> None:
    told = of_case(facts(received()))
    days = {(key.dim, key.value) for key in told if key.grain is Grain.DAY}
    months = {(key.dim, key.value) for key in told if key.grain is Grain.MONTH}
    assert days == {(Dim.ALL, ""), (Dim.SOURCE, "walk_in"), (Dim.KIND, "other"), (Dim.CAUSE, ""),
                    (Dim.CLAIM, "unpaid_wages"), (Dim.SITE, str(HERE))}
    assert days == months
    assert {key.event for key in told} == {Event.RECEIVED}
    assert {(key.grain, key.day) for key in told} == {(Grain.DAY, DAY), (Grain.MONTH, DAY.replace(day=1))}
    assert set(told.values()) == {Sums(cases=1, people=1)}  # what it claims may still change


def test_a_closed_case_brings_its_money_to_the_day_of_closing() -> None:
    case = signed()
    case.closed_on, case.outcome, case.computed = DUE, Outcome.PERFORMED, Money(500000)
    told = of_case(facts(case))
    closed = told[Key(DUE, Event.CLOSED, Dim.ALL, "", "performed", days=15)]
    assert closed == Sums(1, 1, 0, 0, 430000, 500000, 0, 430000, 430000, 0)


def test_what_does_not_count_adds_nothing_and_what_did_not_change_moves_nothing() -> None:
    assert of_case(None) == {}
    assert of_case(replace(BASE, counted=False)) == {}
    assert moved(BASE, replace(BASE)) == {}
    assert moved(None, None) == {}


def test_an_amount_that_changes_on_a_closed_case_moves_that_amount_alone() -> None:
    closed = replace(BASE, closed_on=DUE, outcome=Outcome.AGREEMENT)
    more = replace(closed, paid=closed.paid + Money(1), outstanding=closed.outstanding - Money(1))
    assert {sums for key, sums in moved(closed, more).items() if key.event is Event.CLOSED} == {
        Sums(paid=1, outstanding=-1)}


@given(since=st.dates(date(2016, 1, 1), date(2024, 12, 31)), length=st.integers(0, 900))
def test_whole_months_and_the_days_beside_them_are_the_period(since: date, length: int) -> None:
    """Each day once; a month from its first day to its last."""
    until = since + timedelta(days=length)
    found: list[date] = []
    for grain, first, last in whole_months(since, until):
        assert first is not None
        assert grain is Grain.DAY or (first.day == 1 and (last + timedelta(days=1)).day == 1)
        found += [first + timedelta(days=at) for at in range((last - first).days + 1)]
    assert sorted(found) == [since + timedelta(days=at) for at in range(length + 1)]


def test_from_the_beginning_on_only_the_last_month_is_told_by_days() -> None:
    assert whole_months(None, date(2024, 11, 30)) == [(Grain.MONTH, None, date(2024, 11, 30))]
    assert whole_months(None, date(2024, 11, 29)) == [
        (Grain.MONTH, None, date(2024, 10, 31)), (Grain.DAY, date(2024, 11, 1), date(2024, 11, 29))]
    assert whole_months(date(2024, 11, 2), date(2024, 11, 30)) == [
        (Grain.DAY, date(2024, 11, 2), date(2024, 11, 30))]
