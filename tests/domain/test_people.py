"""One person is elected once."""

from uuid import UUID

import pytest

from mediation_desk.domain.people import Party, check_representatives, named_already
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError


def person(at: int, name: str, number: str = "", role: Role = Role.REPRESENTATIVE) -> Party:
    return Party(id=UUID(int=at), case_id=UUID(int=99), position=at, role=role, name=name, id_number=number)


def test_the_same_number_is_the_same_person_whatever_the_name() -> None:
    one, other = "639999199803120629", "639999200007051242"
    assert named_already(person(1, "马晓岚", one), [person(2, "马小岚", one)])
    assert not named_already(person(1, "马晓岚", one), [person(2, "马晓岚", other)])


def test_without_a_number_the_name_tells_and_no_name_tells_nothing() -> None:
    assert named_already(person(1, " 马晓岚"), [person(2, "马晓岚", "639999199803120629")])
    assert not named_already(person(1, ""), [person(2, "")])


def test_one_man_elected_three_times_is_one() -> None:
    workers = [person(at, f"骑手{at}", role=Role.APPLICANT) for at in range(10)]
    elected = [person(20 + at, "马晓岚") for at in range(3)]
    with pytest.raises(DeskError, match="named twice") as told:
        check_representatives(workers, elected)
    assert told.value.field == "representatives"
    check_representatives(workers, [person(20 + at, f"代表{at}") for at in range(3)])
