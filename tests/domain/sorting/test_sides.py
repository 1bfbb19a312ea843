"""The versions of a worker's facts: one for the respondents together, or one for each who differs."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.domain.sorting.sides import Sides
from mediation_desk.domain.sorting.statements import EXACT, Word
from tests.domain.sorting.test_sorting import sheet

PLATFORM, STATION = UUID(int=21), UUID(int=22)
ELEMENTS = sheet().elements()


def sides(**words: Word) -> Sides:
    return Sides.of(ELEMENTS, words, EXACT)


def test_respondents_who_speak_alike_have_one_version() -> None:
    made = sides(monthly_wage=Word("4300.00", "3000.00"), employed_from=Word("2024-09-01"))
    assert made.parties == () and len(made.respondents) == 1
    assert made.respondents[0].answers == {"monthly_wage": "3000.00", "employed_from": "2024-09-01"}
    assert made.respondents[0].spoke == {"monthly_wage"}


def test_respondents_who_differ_have_a_version_each_and_share_the_rest() -> None:
    apart = Word("no", None, None, ((PLATFORM, "yes"), (STATION, "no")))
    made = sides(written_contract=apart, monthly_wage=Word("4300.00", "3000.00"))
    assert made.parties == (PLATFORM, STATION)
    assert [one.answers["written_contract"] for one in made.respondents] == ["yes", "no"]
    assert [one.answers["monthly_wage"] for one in made.respondents] == ["3000.00", "3000.00"]


def test_statements_of_ones_own_that_say_the_same_make_one_version() -> None:
    made = sides(monthly_wage=Word("4300.00", None, None, ((PLATFORM, "3000.00"), (STATION, "3000.00"))))
    assert made.parties == () and made.respondents[0].answers["monthly_wage"] == "3000.00"


def test_what_one_of_them_denies_is_absent_on_its_version_alone() -> None:
    made = sides(monthly_wage=Word("4300.00", None, None, ((PLATFORM, DENIED), (STATION, "3000.00"))))
    platform, station = made.respondents
    assert platform.denied == {"monthly_wage": "4300.00"} and "monthly_wage" not in platform.answers
    assert station.denied == {} and station.answers["monthly_wage"] == "3000.00"


def test_silent_applicants_take_what_the_respondents_say_unless_they_contradict_each_other() -> None:
    agree = Word(None, None, None, ((PLATFORM, "3000.00"), (STATION, None)))
    contradict = Word(None, None, None, ((PLATFORM, "2024-09-01"), (STATION, "2024-10-01")))
    made = sides(monthly_wage=agree, employed_from=contradict)
    assert made.applicant.answers == {"monthly_wage": "3000.00"} and made.applicant.spoke == set()


def test_an_element_is_asked_when_any_respondents_version_meets_its_condition() -> None:
    signed = next(element for element in ELEMENTS if element.id == "contract_signed_on")
    apart = Word("no", None, None, ((PLATFORM, "no"), (STATION, "yes")))
    assert sides(written_contract=apart).ask(signed)
    assert not sides(written_contract=Word("no", "no")).ask(signed)
