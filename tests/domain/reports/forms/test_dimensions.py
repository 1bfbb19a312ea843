"""By what cases are told apart, and which conditions can be asked of them."""

from uuid import UUID

from mediation_desk.domain.reports.forms.dimensions import (
    allows,
    both,
    facts_of,
    is_known_at,
    value_of,
    written,
)
from mediation_desk.domain.reports.forms.form import Moment
from mediation_desk.domain.vocabulary import Source
from tests.domain.reports.forms.counted import MATTERS


def test_a_matter_is_told_by_claim_and_cause_and_a_flag_by_the_moment() -> None:
    assert facts_of(["matter", "mediator", "over", "collective"]) == {
        "claim", "cause", "mediator_id", "flag", "collective"}
    assert value_of("matter", {"claim": "other", "cause": "工伤"}, MATTERS) == "injury"
    assert value_of("kept", {"flag": "true"}, MATTERS) == "true"


def test_values_are_written_as_forms_write_them() -> None:
    assert [written(one) for one in (None, True, False, Source.HOTLINE, UUID(int=1), "欠薪")] == [
        "", "true", "false", "hotline_12345", str(UUID(int=1)), "欠薪"]


def test_two_conditions_let_through_what_satisfies_both() -> None:
    narrowed = both((("source", ("a", "b")),), (("source", ("b", "c")), ("over", ("true",))))
    assert narrowed == (("over", ("true",)), ("source", ("b",)))
    assert allows(narrowed, {"source": "b", "flag": "true"}, MATTERS)
    assert not allows(narrowed, {"source": "a", "flag": "true"}, MATTERS)


def test_an_outcome_is_known_of_closed_cases_alone_and_each_flag_at_its_moment() -> None:
    assert is_known_at("outcome", Moment.CLOSED) and not is_known_at("outcome", Moment.RECEIVED)
    assert is_known_at("over", Moment.CLOSED) and not is_known_at("over", Moment.OPEN_END)
    assert is_known_at("source", Moment.OPEN_END)
