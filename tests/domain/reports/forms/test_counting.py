"""Grouped counts put together by fewer values, with sums added and largest parts kept."""

from hypothesis import given

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.asking import Ask
from mediation_desk.domain.reports.forms.counting import Counts, larger
from mediation_desk.domain.reports.forms.form import Moment
from mediation_desk.domain.reports.totals import NOTHING, Sums
from tests.domain.reports.forms.counted import JANUARY, MATTERS, answered, cases, happened

PLACE = ("t", "r", "c")
ASK = Ask(Moment.RECEIVED, JANUARY, ("cause", "claim", "collective", "days", "source"), totals=False)


@given(facts=cases())
def test_fewer_values_and_conditions_tell_what_the_cases_tell(facts: list[CaseFacts]) -> None:
    counts = Counts({PLACE: ASK}, {ASK: answered(facts, ASK)}, MATTERS,
                    {ASK: answered(facts, ASK, most=True)})
    mine = [one for one in facts if happened(one, Moment.RECEIVED, JANUARY)]
    many = [one for one in mine if one.collective]
    assert counts.of(PLACE, ()).cases == len(mine)
    assert counts.of(PLACE, (("collective", ("true",)),)).people == sum(one.people for one in many)
    assert counts.most_of(PLACE, ()).claimed == max((one.claimed.fen for one in mine), default=0)
    by_source = {value: sums.cases for value, sums in counts.by(PLACE, (), "source").items()}
    assert by_source == {source: sum(one.source == source for one in mine)
                         for source in {str(one.source) for one in mine}}
    by_matter = counts.by(PLACE, (), "matter")
    assert sum(sums.cases for sums in by_matter.values()) == len(mine)
    spans = [one.days_to_registration for one in mine if one.days_to_registration is not None]
    assert counts.spans(PLACE, ()) == {days: spans.count(days) for days in spans}


def test_the_larger_of_each_measure_is_kept() -> None:
    assert larger(Sums(1, 5, claimed=7), Sums(1, 2, claimed=9)) == Sums(1, 5, claimed=9)
    assert Counts({PLACE: ASK}, {}, MATTERS).of(PLACE, ()) == NOTHING
