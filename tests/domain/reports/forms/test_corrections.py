"""What would be another number today, and which case made it so."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.corrections import by_key, changed_cases, corrected, counts
from mediation_desk.domain.reports.forms.filled import Behind
from mediation_desk.domain.reports.forms.form import Moment
from mediation_desk.domain.vocabulary import Source
from tests.domain.reports.forms.counted import JANUARY, MATTERS, cases, filled, happened, told
from tests.domain.reports.forms.test_filling import SHIPPED

FORM = SHIPPED["monthly"]


@given(facts=cases(), moment=st.sampled_from(list(Moment)))
def test_a_cell_counts_a_case_as_the_store_counts_it(facts: list[CaseFacts], moment: Moment) -> None:
    behind = Behind(moment, JANUARY, (("source", ("walk_in",)),))
    for one in facts:
        wanted = happened(one, moment, JANUARY) and one.source is Source.WALK_IN
        assert counts(one, behind, MATTERS) is wanted


def test_a_source_corrected_after_the_closing_is_traced_to_its_case() -> None:
    then, now = [told(1), told(2)], [told(1), told(2, source=Source.HOTLINE)]
    found = list(corrected(filled(FORM, then), filled(FORM, now)))
    assert [(one.place, one.then, one.now) for one, _behind in found] == [
        (("sources", "by/walk_in", "received"), 2, 1), (("sources", "by/walk_in", "people"), 2, 1),
        (("sources", "by/hotline_12345", "received"), 0, 1),
        (("sources", "by/hotline_12345", "people"), 0, 1)]
    for _one, behind in found:
        assert changed_cases(by_key(then), by_key(now), behind, MATTERS) == {UUID(int=2)}


def test_a_case_entered_later_or_taken_out_is_traced_too() -> None:
    behind = [Behind(Moment.RECEIVED, JANUARY)]
    assert changed_cases({}, by_key([told(3)]), behind, MATTERS) == {UUID(int=3)}
    assert changed_cases(by_key([told(3)]), {}, behind, MATTERS) == {UUID(int=3)}
    elsewhere = [told(3, date(2024, 1, 1), closed_on=date(2024, 1, 2))]
    assert changed_cases({}, by_key(elsewhere), behind, MATTERS) == frozenset()


def test_nothing_changed_is_no_correction() -> None:
    tables = filled(FORM, [told(1)])
    assert list(corrected(tables, tables)) == []


def test_a_row_of_a_cause_that_nobody_had_then_appears_as_from_nothing() -> None:
    annual = SHIPPED["annual"]
    found = [one for one, _behind in corrected(filled(annual, []), filled(annual, [told(1, cause="工伤")]))]
    assert (("causes", "by/工伤", "received"), 0, 1) in [(one.place, one.then, one.now) for one in found]


SOLVED = Behind(Moment.SOLUTION_ASKED, JANUARY, (("solved", ("true",)),))


def of_two_orders(first: str, second: str) -> CaseFacts:
    """A case of two orders: what was said of each in January whether it is solved; a call in February, for
    the second, brought nothing that was asked."""
    return told(1, source=Source.HOTLINE, visited_on=date(2025, 2, 3),
                asked=f"2025-01-10?{first}-;2025-01-11?{second}-")


def test_a_cell_counts_the_orders_of_a_case_each_by_its_own_answer() -> None:
    assert counts(of_two_orders("+", "-"), SOLVED, MATTERS)
    assert not counts(of_two_orders("-", "?"), SOLVED, MATTERS)
    assert not counts(of_two_orders("+", "+"), Behind(Moment.CONTACT_ASKED, JANUARY), MATTERS)


def test_an_answer_corrected_is_traced_to_its_case_whatever_was_said_of_its_other_orders() -> None:
    then = by_key([of_two_orders("+", "+")])
    assert changed_cases(then, by_key([of_two_orders("+", "-")]), [SOLVED], MATTERS) == {UUID(int=1)}
    assert changed_cases(then, by_key([of_two_orders("-", "-")]), [SOLVED], MATTERS) == {UUID(int=1)}


def test_what_changed_of_a_case_but_its_answers_corrects_no_count_of_orders() -> None:
    then, now = of_two_orders("+", "+"), replace(of_two_orders("+", "+"), people=9)
    asked = Behind(Moment.SOLUTION_ASKED, JANUARY)
    assert changed_cases(by_key([then]), by_key([now]), [asked], MATTERS) == frozenset()
