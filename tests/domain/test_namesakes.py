"""Two people of one name are told apart by their documents, else by their places."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role


def party(at: int, name: str, number: str = "") -> Party:
    return Party(id=UUID(int=at + 1), case_id=UUID(int=0), position=at, role=Role.APPLICANT, name=name,
                 id_number=number)


def called(*who: tuple[str, str]) -> list[str]:
    return list(told_apart(party(at, *one) for at, one in enumerate(who)).values())


def test_namesakes_carry_the_end_of_their_number_or_their_place() -> None:
    assert called(("马晓岚", "630102199503150011"), ("冯雨", ""), ("马晓岚", "H12345678")) == [
        "马晓岚（…0011）", "冯雨", "马晓岚（…5678）"]
    assert called(("马晓岚", ""), ("马晓岚", "")) == ["马晓岚（1）", "马晓岚（2）"]
    assert called(("马晓岚", "630102199503150011"), ("马晓岚", "630103199603150011"), ("马晓岚", "")) == [
        "马晓岚（1）", "马晓岚（2）", "马晓岚（3）"]


def test_one_person_in_two_parts_of_a_case_is_nobodys_namesake() -> None:
    assert called(("马晓岚", "630102199503150011"), ("马晓岚", "630102950315001")) == ["马晓岚"] * 2
    assert called(("", ""), ("", "")) == ["", ""]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(("马晓岚", "冯雨", "陈露")),
                          st.sampled_from(("", "H12345678", "H87654321", "630102199503150011"))), max_size=8))
def test_people_who_are_not_the_same_are_never_called_the_same(who: list[tuple[str, str]]) -> None:
    names = called(*who)
    for at, (name, number) in enumerate(who):
        assert names[at].startswith(name)
        for other in range(at):
            same = who[other] == (name, number) and number
            assert names[at] != names[other] or same
