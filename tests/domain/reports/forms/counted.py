"""Facts of invented cases, grouped as a store groups them, and a form's cells counted in plain sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.asking import Ask, asks, day_of
from mediation_desk.domain.reports.forms.counting import Counts, Groups, larger
from mediation_desk.domain.reports.forms.filled import Behind, FilledTable
from mediation_desk.domain.reports.forms.filling import Filling
from mediation_desk.domain.reports.forms.form import ASKED, Form, Measure, Moment
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.reports.totals import MEASURES, NOTHING, Sums, sums_of
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source, Station
from mediation_desk.library.matters import shipped_matters
from mediation_desk.library.report_tables import Known
from mediation_desk.library.reports import typed_report

JANUARY = Period.months(2025, 1)
KNOWN = Known(CLAIMS.keys(), shipped_matters(CLAIMS.keys()))
MATTERS = KNOWN.matters
DAYS = {Moment.RECEIVED: "received_on", Moment.DECIDED: "decided_on", Moment.CLOSED: "closed_on",
        Moment.SIGNED: "signed_on", Moment.LAST_DUE: "last_due_on", **dict.fromkeys(ASKED, "visited_on")}
FLAGS = {Moment.RECEIVED: "same_day", Moment.CLOSED: "over", Moment.LAST_DUE: "kept", **ASKED}
SPANS = {Moment.RECEIVED: "days_to_registration", Moment.DECIDED: "days_to_decision",
         Moment.CLOSED: "days_to_end"}


def told(number: int = 1, received_on: date = date(2025, 1, 3), **known: Any) -> CaseFacts:
    """A case of one worker, received and still open, unless it is told otherwise."""
    plain = CaseFacts(
        case_id=UUID(int=number), counted=True, mediator_id=UUID(int=1000), source=Source.WALK_IN,
        kind_of_work=KindOfWork.COURIER, cause="", claim="unpaid_wages", platform="", company="某公司",
        station=Station.SORTING, received_on=received_on, registered_on=None, decided_on=None,
        accepted_on=None, closed_on=None, outcome=None, days_to_registration=None, days_to_decision=None,
        days_to_end=None, same_day=False, over=False, people=1, women=0, men=0, collective=False,
        claimed=ZERO, computed=None, agreed=ZERO, paid=ZERO, outstanding=ZERO, signed_on=None,
        last_due_on=None, kept=False, visited_on=None, contacted=None, solved=None, satisfied=None)
    return replace(plain, **known)


@st.composite
def _one(draw: st.DrawFn) -> CaseFacts:
    received = date(2024, 12, 20) + timedelta(days=draw(st.integers(0, 50)))
    closed = received + timedelta(days=draw(st.integers(0, 30))) if draw(st.booleans()) else None
    outcome = draw(st.sampled_from(list(Outcome))) if closed else None
    agreed = draw(st.integers(0, 10_000)) if outcome in (Outcome.PERFORMED, Outcome.AGREEMENT) else 0
    paid, people = draw(st.integers(0, agreed)), draw(st.integers(1, 14))
    women = draw(st.integers(0, people))
    return told(
        1, received, source=draw(st.sampled_from(list(Source)[:3])),
        kind_of_work=draw(st.sampled_from(list(KindOfWork)[:2])),
        mediator_id=UUID(int=draw(st.integers(1, 2))),
        cause=draw(st.sampled_from(["", "工伤", "自己写的案由"])),
        claim=draw(st.sampled_from(["unpaid_wages", "other", "", "double_wage"])),
        company=draw(st.sampled_from(["甲公司", "乙公司", ""])), closed_on=closed, outcome=outcome,
        decided_on=received, days_to_decision=0, days_to_registration=draw(st.sampled_from([None, 0, 3])),
        days_to_end=(closed - received).days if closed else None, same_day=draw(st.booleans()),
        over=draw(st.booleans()), people=people, women=women, men=draw(st.integers(0, people - women)),
        collective=people >= 10, claimed=Money(draw(st.integers(0, 10**6))),
        computed=draw(st.sampled_from([None, Money(700)])), agreed=Money(agreed), paid=Money(paid),
        outstanding=Money(agreed - paid), signed_on=closed if agreed else None,
        last_due_on=closed if agreed else None, kept=draw(st.booleans()), visited_on=closed,
        **{name: draw(st.sampled_from([None, True, False])) if closed else None for name in ASKED.values()})


def cases() -> st.SearchStrategy[list[CaseFacts]]:
    """Up to a dozen cases around January, each with a key of its own."""
    return st.lists(_one(), max_size=12).map(
        lambda found: [replace(one, case_id=UUID(int=at)) for at, one in enumerate(found, start=1)])


def happened(one: CaseFacts, moment: Moment, period: Period) -> bool:
    """Whether the case is counted at that moment."""
    if moment is Moment.OPEN_START:
        return one.received_on < period.since and not (one.closed_on and one.closed_on < period.since)
    if moment is Moment.OPEN_END:
        return one.received_on <= period.until and not (one.closed_on and one.closed_on <= period.until)
    if moment in ASKED and (one.source is not Source.HOTLINE or getattr(one, ASKED[moment]) is None):
        return False
    day = getattr(one, DAYS[moment])
    return day is not None and period.since <= day <= period.until


def answered(facts: Sequence[CaseFacts], ask: Ask, *, most: bool = False) -> Groups:
    """What a store would answer."""
    groups: dict[tuple[Any, ...], Sums] = {}
    if most and ask.moment in ASKED:
        return groups  # of orders only how many is told
    assert day_of(ask)
    for one in facts:
        if happened(one, ask.moment, ask.window):
            key = tuple(_fact(one, ask.moment, name) for name in ask.names)
            before = groups.get(key, NOTHING)
            sums = Sums(1) if ask.moment in ASKED else sums_of(one)
            groups[key] = larger(before, sums) if most else before + sums
    return groups


def _fact(one: CaseFacts, moment: Moment, name: str) -> Any:
    if name == "flag":
        return getattr(one, FLAGS[moment]) if moment in FLAGS else False
    return getattr(one, SPANS[moment] if name == "days" else name)


def slowly(facts: Sequence[CaseFacts], behind: Behind, measure: Measure) -> int:
    """A cell, counted case by case."""
    total = 0
    for one in facts:
        if happened(one, behind.moment, behind.period) and all(
                _value(one, name) in values for name, values in behind.where):
            assert set(MEASURES) >= {measure.value}
            total += getattr(sums_of(one), measure.value)
    return total


def _value(one: CaseFacts, name: str) -> str:
    if name == "matter":
        claims = {claim: matter.id for matter in MATTERS.all for claim in matter.claims}
        causes = {cause: matter.id for matter in MATTERS.all for cause in matter.causes}
        return claims.get(one.claim) or causes.get(one.cause) or "other"
    found = getattr(one, "mediator_id" if name == "mediator" else name)
    return str(found).lower() if isinstance(found, bool) else "" if found is None else str(found)


def form_of(text: str) -> Form:
    """A form as somebody types it."""
    return typed_report(text, "form.toml", KNOWN)


def filled(form: Form, facts: Sequence[CaseFacts], period: Period = JANUARY, *, public: bool = False
           ) -> tuple[FilledTable, ...]:
    """The form filled from these cases."""
    places = asks(form, period)
    each = dict.fromkeys(places.values())
    counts = Counts(places, {ask: answered(facts, ask) for ask in each}, MATTERS,
                    {ask: answered(facts, ask, most=True) for ask in each} if public else {})
    return Filling(form, period, counts, public=public).tables()
