"""What is said of somebody who is being entered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QApplication

from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.gui.intake.new_case.told import (
    company_words,
    offered_company,
    offered_person,
    person_words,
    read_number,
)
from mediation_desk.services.intake.known import KnownCase, KnownCompany, KnownPerson
from mediation_desk.services.intake.offering import CompanyOffer, PersonOffer
from tests.gui.intake.new_case.hands import CARD, CODE, FIRM, PHONE


def case(number: int) -> KnownCase:
    return KnownCase(UUID(int=number), UUID(int=100 + number), f"{number}号", date(2024, 11, 20), Status.OPEN,
                     Role.APPLICANT, "扎西")


def test_a_person_offered_is_told_from_others_without_the_whole_number(dressed: QApplication) -> None:
    one = PersonOffer(UUID(int=1), UUID(int=2), "3号", "扎西", 3, None, CARD, PHONE)
    assert offered_person(one) == f"扎西 · {PHONE} · …{CARD[-6:]} · 3号 and 2 more cases"


def test_a_company_offered_says_where_it_is_from(dressed: QApplication) -> None:
    assert offered_company(CompanyOffer({"name": FIRM, "credit_code": CODE})) == (
        f"{FIRM} · {CODE} · the office's list")
    assert offered_company(CompanyOffer({"name": FIRM}, "3号")) == f"{FIRM} · 3号"


def test_own_cases_are_named_and_colleagues_counted(dressed: QApplication) -> None:
    said = person_words(KnownPerson(tuple(case(at) for at in range(1, 6)), 2))
    assert said[0].startswith("Known already: 1号 (Applicant, Open case)") and "2 more cases" in said[0]
    assert said[1] == "2 cases of other mediators" and person_words(KnownPerson()) == []


def test_a_company_is_told_in_figures_and_namesakes_by_their_codes(dressed: QApplication) -> None:
    (told,) = company_words([KnownCompany("", 7, 3, 1, 0)])
    assert told == "This company: 7 cases, 3 open, 1 broken agreement"
    first, second = company_words([KnownCompany(CODE, 1, 0, 0, 2), KnownCompany("", 0, 0, 0, 1)])
    assert first.endswith(f"({CODE})") and second.endswith("1 case of another mediator (no credit code)")


def test_a_number_tells_birth_and_sex_or_what_looks_wrong(dressed: QApplication) -> None:
    assert read_number(CARD, None) == ["1995-03-15, Male"]
    assert len(read_number(CARD[:-1], None)) == 1 and read_number("", None) == []
