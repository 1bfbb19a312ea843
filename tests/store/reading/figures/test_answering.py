"""The store's answers are what the cases themselves tell, asked either way."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.asking import Ask
from mediation_desk.domain.reports.forms.corrections import counts
from mediation_desk.domain.reports.forms.filled import Behind
from mediation_desk.domain.reports.forms.form import Moment
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import NOTHING
from mediation_desk.domain.vocabulary import Outcome, Source
from mediation_desk.store.reading.figures.answering import (
    answer,
    answer_most,
    cases_behind,
    company_names,
    touched_by,
)
from mediation_desk.store.reading.figures.packed.packing import pack_anew
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.tables.reports import case_facts
from tests.domain.reports.forms.counted import JANUARY, MATTERS, answered, cases, told
from tests.offices import Office
from tests.store.reading.figures.packed.cases import put_in

WHERE = ((), (("matter", ("pay",)),), (("matter", ("injury", "other")),), (("collective", ("true",)),),
         (("source", ("walk_in",)), ("cause", ("", "工伤"))))


@settings(max_examples=12, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(facts=cases(), packed=st.booleans())
def test_whatever_is_asked_the_store_tells_what_the_cases_tell(office: Office,
                                                               facts: list[CaseFacts], packed: bool) -> None:
    with office.first.store.engine.begin() as connection:
        connection.execute(delete(case_facts))
        pack_anew(connection)
        if facts:
            put_in(connection, facts)
        if packed:
            pack_anew(connection)
        tallies = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        for moment in Moment:
            heads = moment in (Moment.RECEIVED, Moment.DECIDED)
            ask = Ask(moment, JANUARY, ("cause", "claim", "collective", "source"), totals=False)
            told = {key: sums for key, sums in answered(facts, ask).items() if sums != NOTHING}
            got = answer(tallies, ask)
            assert {key: (one.cases, one.people, one.women) for key, one in got.items()} == {
                key: (one.cases, one.people, one.women) for key, one in told.items()}
            if not heads:
                assert got == told
                assert {key: (one.claimed, one.paid) for key, one in answer_most(tallies, ask).items()} == {
                    key: (one.claimed, one.paid) for key, one in answered(facts, ask, most=True).items()}
            for where in WHERE:
                behind = Behind(moment, JANUARY, where)
                found = cases_behind(tallies, behind, MATTERS, 0, None)
                assert set(found) == {one.case_id for one in facts if counts(one, behind, MATTERS)}
                assert cases_behind(tallies, behind, MATTERS, 0, 1) == found[:1]
        touched = {one.case_id for one in tallies.facts(touched_by(JANUARY))}
        assert touched >= {one.case_id for one in facts for moment in Moment
                           if counts(one, Behind(moment, JANUARY), MATTERS)}


def test_an_order_visited_before_another_of_its_case_lies_in_the_period_of_its_visit(office: Office) -> None:
    """The case was closed before the period, and its last visit was made after it."""
    asked = "2025-01-10+++;2025-02-03+++"
    one = told(1, date(2024, 12, 1), source=Source.HOTLINE, closed_on=date(2024, 12, 20),
               outcome=Outcome.RECONCILED, visited_on=date(2025, 2, 3), asked=asked)
    assert counts(one, Behind(Moment.SOLUTION_ASKED, JANUARY), MATTERS)
    with office.first.store.engine.begin() as connection:
        put_in(connection, [one])
        tallies = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        assert tallies.facts(touched_by(JANUARY)) == [one]


def test_a_company_that_nobody_knows_has_no_name(office: Office) -> None:
    with office.first.reading() as work:
        assert company_names(work.connection, ["没有"]) == {}

