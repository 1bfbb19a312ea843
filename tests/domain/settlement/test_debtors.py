"""Who owes and who guarantees: what can be, and shares exact to the fen."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking, settled, shared_anew
from mediation_desk.domain.vocabulary import Duty, OwedHow
from mediation_desk.domain.words import DeskError

PLATFORM, EMPLOYER, GUARANTOR, STRANGER = (UUID(int=number) for number in range(1, 5))
PAYERS = {PLATFORM, EMPLOYER, GUARANTOR}
WHOLE = yuan("30264")
GUARANTEE = Undertaking(GUARANTOR, Duty.GUARANTEES)
OWES, JOINTLY = Undertaking, OwedHow.JOINTLY


def whole(owing: Owing, *respondents: UUID) -> Owing:
    return settled(owing, WHOLE, respondents or (PLATFORM, EMPLOYER), PAYERS)


def test_one_respondent_owes_alone_and_nothing_is_noted_of_it() -> None:
    assert whole(Owing(), PLATFORM) == Owing()


def test_one_respondent_whose_debt_is_guaranteed_is_named_first() -> None:
    found = whole(Owing(debtors=(GUARANTEE,)), PLATFORM)
    assert found == Owing(OwedHow.ALONE, (Undertaking(PLATFORM), GUARANTEE))


def test_among_several_respondents_one_who_is_named_owes_alone() -> None:
    assert whole(Owing(debtors=(OWES(EMPLOYER),))).how is OwedHow.ALONE


def test_several_respondents_may_leave_it_open_until_the_signing() -> None:
    assert whole(Owing()) == Owing()


@pytest.mark.parametrize(("owing", "field"), [
    (Owing(JOINTLY), "debtors"),
    (Owing(JOINTLY, (OWES(PLATFORM),)), "debtors"),
    (Owing(None, (OWES(PLATFORM), OWES(EMPLOYER))), "owed_how"),
    (Owing(OwedHow.ALONE, (OWES(PLATFORM), OWES(EMPLOYER))), "debtors"),
    (Owing(JOINTLY, (OWES(PLATFORM), OWES(STRANGER))), "debtors"),
    (Owing(JOINTLY, (OWES(PLATFORM), OWES(EMPLOYER), Undertaking(PLATFORM, Duty.GUARANTEES))), "debtors"),
    (Owing(JOINTLY, (OWES(PLATFORM, amount=yuan("1")), OWES(EMPLOYER))), "debtors"),
    (Owing(OwedHow.IN_SHARES, (OWES(PLATFORM, amount=yuan("1")), OWES(EMPLOYER))), "debtors"),
    (Owing(OwedHow.IN_SHARES, (OWES(PLATFORM, amount=yuan("1")), OWES(EMPLOYER, amount=WHOLE))), "debtors"),
    (Owing(debtors=(Undertaking(GUARANTOR, Duty.GUARANTEES, WHOLE + Money(1)),)), "debtors"),
    (Owing(debtors=(GUARANTEE,)), "debtors")])
def test_what_cannot_be_owed_is_refused_beside_its_field(owing: Owing, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        whole(owing)
    assert refused.value.field == field


def test_of_another_total_shares_keep_their_proportion() -> None:
    """Two to one: 20,176.00 and 10,088.00 of 30,264.00 become 66.67 and 33.33 of 100.00."""
    before = Owing(OwedHow.IN_SHARES, (
        OWES(PLATFORM, amount=yuan("20176")), OWES(EMPLOYER, amount=yuan("10088")),
        Undertaking(GUARANTOR, Duty.GUARANTEES, yuan("500"))))
    after = shared_anew(before, yuan("100"))
    assert [one.amount for one in after.debtors] == [yuan("66.67"), yuan("33.33"), yuan("100")]


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=6), st.integers(1, 10**9))
def test_any_shares_of_any_total_add_up_to_it(amounts: list[int], fen: int) -> None:
    before = Owing(OwedHow.IN_SHARES, tuple(OWES(UUID(int=at + 1), amount=Money(one))
                                            for at, one in enumerate(amounts)))
    after = shared_anew(before, Money(fen))
    assert total(one.amount for one in after.owers if one.amount is not None) == Money(fen)
    assert [one.party_id for one in after.debtors] == [one.party_id for one in before.debtors]
