"""Two mediators sort one case: neither writes over the other's words unseen."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.services import reading
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, SayingsRefused
from tests.offices import Office


@pytest.fixture
def case_id(office: Office) -> UUID:
    return next(streamers.walk(office.first)).case_id


def wage(office: Office, case_id: UUID) -> str | None:
    entries = reading.case(office.first, case_id).case.entries
    return next((entry.applicant for entry in entries if entry.element == "monthly_wage"), None)


def test_a_colleagues_word_is_not_overwritten_unseen(office: Office, case_id: UUID) -> None:
    worker = reading.case(office.first, case_id).case.applicants[0].id
    sorting.say(office.desk(), case_id, [Saying("monthly_wage", worker, "applicant", "4300", None)])
    with pytest.raises(SayingsRefused, match=r"4,300\.00") as refused:
        sorting.say(office.first, case_id, [Saying("monthly_wage", worker, "applicant", "4200", None),
                                            Saying("employed_from", worker, "applicant", "2024-9-1", None)])
    assert [one.saying.element for one in refused.value.refused] == ["monthly_wage"]
    assert wage(office, case_id) == "4300.00"
    assert len(reading.case(office.first, case_id).case.entries) == 1


def test_who_has_seen_it_may_write_over_it(office: Office, case_id: UUID) -> None:
    worker = reading.case(office.first, case_id).case.applicants[0].id
    sorting.say(office.desk(), case_id, [Saying("monthly_wage", worker, "applicant", "4300", None)])
    for seen, text in (("4300.00", "4200"), ("4,200", "4100"), ("4100.00", "")):
        sorting.say(office.first, case_id, [Saying("monthly_wage", worker, "applicant", text, seen)])
    assert wage(office, case_id) is None


def test_the_same_word_twice_is_no_quarrel(office: Office, case_id: UUID) -> None:
    worker = reading.case(office.first, case_id).case.applicants[0].id
    for desk in (office.desk(), office.first):
        sorting.say(desk, case_id, [Saying("monthly_wage", worker, "applicant", "4300", None)])
    assert wage(office, case_id) == "4300.00"
