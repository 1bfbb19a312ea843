"""Nobody's consent to go on is taken for granted."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain import deadlines
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.extension import ExtensionConsent, not_consenting
from mediation_desk.domain.words import DeskError
from tests.domain import cases

FIRST_END = cases.DAY + timedelta(days=15)
TODAY = date(2024, 12, 5)


def consent(party: UUID, until: date, on: date = TODAY) -> ExtensionConsent:
    return ExtensionConsent(id=UUID(int=until.toordinal()), case_id=cases.CASE, party_id=party, agreed_on=on,
                            until=until)


def consented(*parties: UUID, until: date) -> Case:
    case = cases.accepted()
    for party in parties:
        deadlines.consent_to_extension(case, consent(party, until), TODAY)
    return case


def test_the_mediation_goes_on_when_everybody_consented_to_that_day() -> None:
    until = FIRST_END + timedelta(days=10)
    case = consented(cases.WORKER, cases.COMPANY, until=until)
    deadlines.extend(case, until)
    assert case.extended_to == until


@pytest.mark.parametrize("who", [(), (cases.WORKER,), (cases.COMPANY,)])
def test_who_has_not_consented_is_named(who: tuple[UUID, ...]) -> None:
    until = FIRST_END + timedelta(days=10)
    case = consented(*who, until=until)
    with pytest.raises(DeskError) as told:
        deadlines.extend(case, until)
    missing = {"温若晴": cases.WORKER, "某公司": cases.COMPANY}
    named = told.value.sentence.particulars["names"]
    assert named == [name for name, key in missing.items() if key not in who]
    assert case.extended_to is None


@given(st.integers(1, 15), st.integers(1, 15))
def test_a_consent_reaches_as_far_as_it_says_and_no_further(to: int, wanted: int) -> None:
    case = consented(cases.WORKER, cases.COMPANY, until=FIRST_END + timedelta(days=to))
    until = FIRST_END + timedelta(days=wanted)
    parties = [*case.applicants, *case.respondents]
    assert bool(not_consenting(case.extension_consents, parties, until)) is (wanted > to)


@pytest.mark.parametrize("days", [0, -3, 16])
def test_nobody_consents_to_less_than_the_fifteen_days_or_to_more_than_fifteen_more(days: int) -> None:
    with pytest.raises(DeskError, match="An extension ends after"):
        consented(cases.WORKER, until=FIRST_END + timedelta(days=days))


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), cases.DAY - timedelta(days=1)])
def test_a_consent_lies_between_the_acceptance_and_today(on: date) -> None:
    given_ = consent(cases.WORKER, FIRST_END + timedelta(days=5), on)
    with pytest.raises(DeskError) as told:
        deadlines.consent_to_extension(cases.accepted(), given_, TODAY)
    assert told.value.field == "agreed_on"


@given(st.integers(-30, 30))
def test_the_page_warns_three_days_and_one_day_before_the_end(left: int) -> None:
    expected = 0 if left < 0 else 1 if left <= 1 else 3 if left <= 3 else None
    assert deadlines.warned_at(left) == expected
