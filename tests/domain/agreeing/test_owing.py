"""The terms' debtors against the case's parties, and what stays when terms are drafted anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.agreeing.owing import carried_on, copies, is_asked, owing_of, payers, require_owing
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Debtor, Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import Duty, OwedHow, Role
from mediation_desk.domain.words import DeskError

CASE, AGREEMENT = UUID(int=9), UUID(int=8)
WORKER, PLATFORM, EMPLOYER, UNCLE = (UUID(int=number) for number in range(1, 5))
DAYS = (date(2024, 12, 10),)
BOTH = (Undertaking(PLATFORM, amount=yuan("200")), Undertaking(EMPLOYER, amount=yuan("100")))


def case_of(*roles: tuple[UUID, Role]) -> Case:
    case = Case(id=CASE, number="1", mediator_id=UUID(int=7), received_on=date(2024, 11, 25),
                created_at=datetime(2024, 11, 25, tzinfo=UTC))
    case.parties_all = [Party(id=key, case_id=CASE, position=at, role=role, name=str(at))
                        for at, (key, role) in enumerate([(WORKER, Role.APPLICANT), *roles])]
    return case


def two() -> Case:
    return case_of((PLATFORM, Role.RESPONDENT), (EMPLOYER, Role.RESPONDENT), (UNCLE, Role.THIRD_PARTY))


def agree(case: Case, owing: Owing) -> Agreement:
    made = Agreement(id=AGREEMENT, case_id=CASE, total=yuan("300"), owed_how=owing.how, paid_from="货款")
    made.debtors_all = [Debtor(id=UUID(int=100 + at), case_id=CASE, agreement_id=AGREEMENT,
                               party_id=one.party_id, duty=one.duty, amount=one.amount, position=at)
                        for at, one in enumerate(owing.debtors)]
    case.agreements_all = [made]
    return made


def wanted(total: str = "300", owing: Owing | None = None) -> TermsDraft:
    return TermsDraft(Terms(yuan(total), DAYS), owing=owing)


def test_respondents_and_third_parties_may_take_on_to_pay() -> None:
    assert [one.id for one in payers(two())] == [PLATFORM, EMPLOYER, UNCLE]
    assert is_asked(two()) and not is_asked(case_of((PLATFORM, Role.RESPONDENT)))


def test_terms_that_say_nothing_of_it_keep_who_owes_and_what_was_asked() -> None:
    case = two()
    agree(case, Owing(OwedHow.IN_SHARES, BOTH))
    kept = carried_on(case, wanted("150"))
    assert kept.owing and [one.amount for one in kept.owing.debtors] == [yuan("100"), yuan("50")]
    assert kept.paid_from == "货款"
    assert carried_on(case, replace(wanted(), paid_from="")).paid_from == ""


def test_a_debtor_who_left_the_case_is_not_dropped_silently() -> None:
    case = two()
    agree(case, Owing(OwedHow.JOINTLY, (Undertaking(PLATFORM), Undertaking(UNCLE))))
    case.parties_all[-1].role = Role.AGENT
    with pytest.raises(DeskError, match="anew who owes") as refused:
        carried_on(case, wanted())
    assert refused.value.field == "debtors"


def test_what_is_read_back_is_what_was_set() -> None:
    owing = Owing(OwedHow.IN_SHARES, (*BOTH, Undertaking(UNCLE, Duty.GUARANTEES, yuan("50"))))
    assert owing_of(agree(two(), owing)) == owing


def test_nobody_signs_for_several_respondents_without_saying_who_owes() -> None:
    case = two()
    with pytest.raises(DeskError) as refused:
        require_owing(case, agree(case, Owing()))
    assert refused.value.field == "owed_how"
    require_owing(case, agree(case, Owing(OwedHow.JOINTLY, (Undertaking(PLATFORM), Undertaking(EMPLOYER)))))


def test_nobody_signs_for_a_payer_who_signs_nothing() -> None:
    case = case_of((PLATFORM, Role.RESPONDENT), (UNCLE, Role.AGENT))
    with pytest.raises(DeskError) as refused:
        require_owing(case, agree(case, Owing(OwedHow.ALONE, (Undertaking(UNCLE),))))
    assert refused.value.field == "debtors"


def test_there_is_a_copy_for_each_party_and_one_for_the_office_until_somebody_says_how_many() -> None:
    case = two()  # a worker, two respondents and a third party
    assert copies(case) == 5
    drafted = TermsDraft(Terms(yuan("300"), DAYS))
    assert carried_on(case, drafted).copies == 5
    assert carried_on(case, replace(drafted, copies=120)).copies == 120
    kept = agree(case, Owing())
    kept.copies = 8
    assert carried_on(case, drafted).copies == 8
