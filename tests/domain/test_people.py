"""Who stands where in a case, and when workers elect representatives."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.people import Party, check_representatives, in_role, named_already
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError

CASE = UUID(int=1)


def people(role: Role, count: int, first: int = 0) -> list[Party]:
    return [Party(id=UUID(int=100 + first + at), case_id=CASE, position=first + at, role=role)
            for at in range(count)]


def test_those_in_a_role_come_in_the_order_they_were_entered() -> None:
    workers, company = people(Role.APPLICANT, 3), people(Role.RESPONDENT, 1, first=3)
    assert in_role([*company, *reversed(workers)], Role.APPLICANT) == workers
    assert in_role([*workers, *company], Role.RESPONDENT, Role.APPLICANT) == [*workers, *company]
    assert in_role(workers, Role.AGENT) == []


@given(workers=st.integers(1, 40), elected=st.integers(0, 8))
def test_ten_or_more_elect_three_to_five_or_nobody(workers: int, elected: int) -> None:
    """Mediation and Arbitration Law, art. 7; Arbitration Case Rules, art. 63."""
    lawful = elected == 0 or (workers >= 10 and elected in (3, 4, 5))
    chosen = people(Role.REPRESENTATIVE, elected, first=50)
    if lawful:
        check_representatives(people(Role.APPLICANT, workers), chosen)
        return
    with pytest.raises(DeskError) as told:
        check_representatives(people(Role.APPLICANT, workers), chosen)
    assert told.value.field == "representatives"


def test_the_refusal_says_how_many_were_named() -> None:
    with pytest.raises(DeskError, match="6 are named"):
        check_representatives(people(Role.APPLICANT, 12), people(Role.REPRESENTATIVE, 6, first=20))


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
