"""Each of several respondents consents for itself, and an accepted case goes on with those who do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake import consent
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError

DAY, NEXT = date(2024, 11, 25), date(2024, 11, 26)


def against(*names: str) -> Case:
    """One rider's case against these enterprises; the rider consents by applying."""
    case = Case(id=UUID(int=1), number="1", mediator_id=UUID(int=2), received_on=DAY,
                applicants_agree_on=DAY, created_at=datetime(2024, 11, 25, tzinfo=UTC))
    case.joins(party(0, Role.APPLICANT, "扎西"))
    for at, name in enumerate(names, start=1):
        case.joins(party(at, Role.RESPONDENT, name))
    return case


def party(at: int, role: Role, name: str) -> Party:
    kind = PartyKind.PERSON if role is Role.APPLICANT else PartyKind.ORGANISATION
    return Party(id=UUID(int=10 + at), case_id=UUID(int=1), position=at, role=role, name=name, kind=kind)


def test_acceptance_names_the_respondent_that_has_not_said() -> None:
    case = against("平台公司", "配送公司")
    platform, partner = case.respondents
    platform.agreed_on = DAY
    with pytest.raises(DeskError) as told:
        case.accept(DAY)
    assert told.value.field == f"agreed_on/{partner.id}"
    assert told.value.sentence.particulars["name"] == "配送公司"


def test_the_case_is_accepted_against_those_who_agree() -> None:
    case = against("平台公司", "配送公司")
    platform, partner = case.respondents
    platform.agreed_on, partner.declined_on = DAY, DAY
    case.note_consents()
    case.accept(NEXT)
    assert case.respondents == [platform]
    assert case.left_out == [partner]
    assert case.respondents_agree_on == DAY
    assert partner in case.parties


def test_before_acceptance_nobody_is_left_out() -> None:
    case = against("平台公司", "配送公司")
    case.respondents[1].declined_on = DAY
    assert len(case.respondents) == 2 and case.left_out == []


def test_where_none_consents_the_application_is_refused_instead() -> None:
    case = against("平台公司", "配送公司")
    for one in case.respondents:
        one.declined_on = DAY
    with pytest.raises(DeskError, match="Refuse the application"):
        case.accept(DAY)


def test_a_consent_after_the_acceptance_is_refused() -> None:
    case = against("平台公司", "配送公司")
    for one, day in zip(case.respondents, (DAY, NEXT), strict=True):
        one.agreed_on = day
    with pytest.raises(DeskError) as told:
        case.accept(DAY)
    assert told.value.field == "accepted_on"
    case.accept(NEXT)


def test_the_only_respondent_consents_as_its_side() -> None:
    """As it always was: one day for the side, asked for beside that day's field."""
    case = against("平台公司")
    with pytest.raises(DeskError) as told:
        case.accept(DAY)
    assert told.value.field == "respondents_agree_on"
    case.respondents_agree_on = DAY
    case.accept(DAY)
    assert consent.consent_of(case.respondents[0], case.respondents_agree_on) == DAY


def test_one_who_joins_does_not_share_in_a_consent_given_before() -> None:
    case = against("平台公司")
    case.respondents_agree_on = DAY
    case.joins(party(2, Role.RESPONDENT, "配送公司"))
    assert [one.agreed_on for one in case.respondents] == [DAY, None]
    assert not case.respondents_agree_on
    with pytest.raises(DeskError):
        case.accept(DAY)


def test_the_sides_day_is_that_of_the_last_who_agreed() -> None:
    """25 and 26 November, one declines: the side agreed on the 26th."""
    case = against("甲公司", "乙公司", "丙公司")
    first, second, third = case.respondents
    first.agreed_on, second.agreed_on = DAY, NEXT
    case.note_consents()
    assert case.respondents_agree_on is None
    third.declined_on = DAY
    case.note_consents()
    assert case.respondents_agree_on == NEXT


ANSWERS = st.lists(st.tuples(st.sampled_from(["agrees", "declines", "silent"]), st.integers(0, 20)),
                   min_size=2, max_size=6)


@given(ANSWERS)
def test_acceptance_lets_in_just_those_who_agreed_and_only_once_all_have_said(
        answers: list[tuple[str, int]]) -> None:
    """Against a plain count: accepted if nobody is silent and somebody agrees; those who agree are in."""
    case = against(*(f"公司{at}" for at in range(len(answers))))
    everybody = case.respondents
    for one, (answer, days) in zip(everybody, answers, strict=True):
        one.agreed_on = date(2024, 11, 1 + days) if answer == "agrees" else None
        one.declined_on = date(2024, 11, 1 + days) if answer == "declines" else None
    case.note_consents()
    words = [answer for answer, _ in answers]
    good = "silent" not in words and "agrees" in words
    if not good:
        with pytest.raises(DeskError):
            case.accept(date(2024, 11, 30))
        return
    case.accept(date(2024, 11, 30))
    agreed = [one for one, word in zip(everybody, words, strict=True) if word == "agrees"]
    assert case.respondents == agreed
    assert case.respondents_agree_on == max(one.agreed_on for one in agreed if one.agreed_on)
