"""Who was entered on both sides is offered as one: by document number, then by name and phone."""

from __future__ import annotations

import pytest

from mediation_desk.domain.travel.same_people import SamePerson, same_people
from tests.domain.travel.made import party, row, rows, versions

HERE, THERE = ("parties", "here"), ("parties", "there")


def one(key: tuple[str, str], name: str = "温若晴", role: str = "applicant", **told: object) -> object:
    return row(key, name=name, role=role, **told)


@pytest.mark.parametrize(("here", "there", "same"), [
    ({"id_number": "639999199803120629"}, {"id_number": "639999199803120629", "name": "温若睛"}, True),
    ({"id_number": "639999199803120629"}, {"id_number": "639999199001010017"}, False),
    ({"phone": "13997000001"}, {"phone": "13997000001"}, True),
    ({"phone": "13997000001"}, {"phone": "13997000002"}, False),
    ({"phone": "13997000001"}, {"phone": "13997000001", "name": "路知夏"}, False),
    ({}, {}, False),
    ({"phone": "13997000001"}, {"phone": "13997000001", "role": "respondent"}, False),
])
def test_one_person_entered_twice(here: dict[str, str], there: dict[str, str], same: bool) -> None:
    mine, stands = rows(one(HERE, **here)), rows(one(THERE, **there))  # type: ignore[arg-type]
    found = same_people(versions(rows(), mine, stands))
    assert found == ((SamePerson(HERE, THERE, "温若晴"),) if same else ())


def test_nobody_who_was_there_at_the_departure_is_offered() -> None:
    known = rows(party("温若晴"))
    both = rows(party("温若晴"), one(HERE, phone="139"))  # type: ignore[arg-type]
    assert same_people(versions(known, both, known)) == ()
