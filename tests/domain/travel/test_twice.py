"""A matter entered twice: who and what is the same, and what one case lacks of the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.travel.twice import Carried, Matter, carrying, is_same
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError

DAY = date(2025, 1, 20)


def case(*people: tuple[str, dict[str, Any]], company: str = "河湟同城", code: str = "",
         **fields: Any) -> Case:
    made = Case(id=uuid4(), number="0001", mediator_id=uuid4(), received_on=DAY,
                created_at=datetime(2025, 1, 20, tzinfo=UTC), **fields)
    rows: list[tuple[Role, PartyKind, str, dict[str, Any]]] = [
        (Role.APPLICANT, PartyKind.PERSON, name, told) for name, told in people]
    rows.append((Role.RESPONDENT, PartyKind.ORGANISATION, company, {"credit_code": code}))
    made.parties_all = [Party(id=uuid4(), case_id=made.id, position=at, role=role, kind=kind, name=name,
                              **told)
                        for at, (role, kind, name, told) in enumerate(rows)]
    return made


def claims(one: Case, *names: str) -> Case:
    one.claims_all = [Claim(id=uuid4(), case_id=one.id, worker_id=who.id, claim=name)
                      for who in one.applicants for name in names]
    return one


CARD = "63010219900101123X"
MA = ("马海龙", {"phone": "13997000001"})


@pytest.mark.parametrize(("mine", "other", "same"), [
    (case(MA), case(("马 海龙", {"phone": "139 9700 0001"})), True),
    (case(MA), case(("马海龙", {"phone": "13997000002"})), False),
    (case(MA), case(("马海龙", {})), False),
    (case(("马海", {"id_number": CARD})), case(("马海龙", {"id_number": CARD.lower()})), True),
    (case(MA, code="91630100MA7521QX4L"), case(MA, company="河湟配送", code="91630100MA7521QX4L"), True),
    (case(MA), case(MA, company="河湟配送"), False)])
def test_one_person_against_one_company_is_one_matter(mine: Case, other: Case, same: bool) -> None:
    assert is_same(mine, other) is same
    assert is_same(other, mine) is same


def test_what_both_have_is_not_carried_and_what_one_lacks_is() -> None:
    li = ("李秀英", {"phone": "13997000002"})
    mine = claims(case(MA, li, cause="欠薪", facts_in_brief="十月没发"), "unpaid_wages", "overtime")
    other = claims(case(MA, cause="工资"), "unpaid_wages")
    found = carrying(Matter(mine), Matter(other))
    assert found.rows[Carried.FACTS] == ("facts_in_brief",)
    assert [one.name for one in found.rows[Carried.PEOPLE]] == ["李秀英"]
    named = {one.id: one.name for one in mine.parties}
    assert sorted((named[one.worker_id], one.claim) for one in found.rows[Carried.CLAIMS]) == [
        ("李秀英", "overtime"), ("李秀英", "unpaid_wages"), ("马海龙", "overtime")]


def test_of_whom_only_the_name_is_known_nobody_is_made_twice_and_nobody_is_taken_for_another() -> None:
    mine, other = claims(case(MA, ("李秀英", {})), "overtime"), case(MA, ("李秀英", {}))
    found = carrying(Matter(mine), Matter(other))
    assert found.rows[Carried.PEOPLE] == ()
    assert [one.worker_id for one in found.rows[Carried.CLAIMS]] == [mine.applicants[0].id]


def test_a_received_case_takes_no_statements_and_a_closed_one_nothing() -> None:
    mine, other = case(MA), case(MA)
    mine.entries_all = [ElementEntry(id=uuid4(), case_id=mine.id, element="base_wage", worker_id=None)]
    assert Carried.STATEMENTS not in carrying(Matter(mine), Matter(other)).rows
    other.accepted_on = DAY
    assert carrying(Matter(mine), Matter(other)).counts == {Carried.STATEMENTS: 1}
    other.void(DAY, "登记有误")
    assert carrying(Matter(mine), Matter(other)).rows == {}


def test_a_statement_that_names_evidence_goes_with_it_unless_the_file_is_there() -> None:
    mine, other = case(MA), case(MA, accepted_on=DAY)
    mine.entries_all = [ElementEntry(id=uuid4(), case_id=mine.id, element="base_wage", worker_id=None,
                                     evidence="证据3")]
    paper = Exhibit(id=uuid4(), case_id=mine.id, position=3, name="合同", sha256="a", size=1, received_on=DAY)
    found = carrying(Matter(mine, [paper]), Matter(other))
    with pytest.raises(DeskError, match="evidence"):
        found.require_together({Carried.STATEMENTS})
    found.require_together({Carried.STATEMENTS, Carried.EVIDENCE})
    there = replace(paper, id=uuid4(), case_id=other.id, position=1)
    found = carrying(Matter(mine, [paper]), Matter(other, [there]))
    assert found.numbers == {3: 1}
    found.require_together({Carried.STATEMENTS})


WORKERS = st.lists(st.integers(0, 5), unique=True, min_size=1)
NAMED = st.sets(st.sampled_from(["unpaid_wages", "overtime", "double_wage"]))


@given(mine=WORKERS, other=WORKERS, asked=NAMED, there=NAMED)
def test_both_together_have_every_worker_and_claim_once(mine: list[int], other: list[int], asked: set[str],
                                                        there: set[str]) -> None:
    """The union, reckoned a second way: by telephone number and claim."""
    def made(workers: list[int], names: set[str]) -> Case:
        return claims(case(*((f"工人{one}", {"phone": f"1399700000{one}"}) for one in workers)), *names)

    one, two = made(mine, asked), made(other, there)
    found = carrying(Matter(one), Matter(two))
    phones = {who.id: who.phone for who in (*one.parties, *two.parties)}
    people = [who.phone for who in (*two.applicants, *found.rows[Carried.PEOPLE])]
    assert sorted(people) == sorted(f"1399700000{who}" for who in {*mine, *other})
    joined = [(phones[row.worker_id], row.claim) for row in (*two.claims, *found.rows[Carried.CLAIMS])]
    assert sorted(joined) == sorted({(f"1399700000{who}", name) for workers, names in (
        (mine, asked), (other, there)) for who in workers for name in names})
    assert all(isinstance(key, UUID) for key in found.same)
