"""Those who owe an agreement stand in the order in which they are asked to pay."""

from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.vocabulary import Duty

CASE, MADE = UUID(int=1), UUID(int=2)


def debtor(at: int, position: int, duty: Duty = Duty.OWES) -> Debtor:
    return Debtor(id=UUID(int=at), case_id=CASE, agreement_id=MADE, party_id=UUID(int=at + 100),
                  position=position, duty=duty)


def test_the_first_debtor_stands_first_and_one_taken_out_not_at_all() -> None:
    gone = debtor(3, 0)
    gone.removed_at = datetime(2024, 12, 1, tzinfo=UTC)
    agreement = Agreement(id=MADE, case_id=CASE, total=yuan("30264"), debtors_all=[
        debtor(5, 2, Duty.GUARANTEES), debtor(4, 1), gone])
    assert [one.id.int for one in agreement.debtors] == [4, 5]
