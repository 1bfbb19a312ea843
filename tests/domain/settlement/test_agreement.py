"""The rows of an agreement as they stand."""

from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share

CASE, MADE = UUID(int=1), UUID(int=2)
GONE = datetime(2024, 12, 4, tzinfo=UTC)


def instalment(number: int, *, removed: bool = False) -> Instalment:
    return Instalment(id=UUID(int=10 + number), case_id=CASE, agreement_id=MADE, number=number,
                      due_on=date(2024, 12, 10), amount=yuan("15132.00"),
                      removed_at=GONE if removed else None)


def share(position: int, *, removed: bool = False) -> Share:
    return Share(id=UUID(int=20 + position), case_id=CASE, agreement_id=MADE, position=position,
                 worker_id=UUID(int=30 + position), amount=yuan("6725.33"),
                 removed_at=GONE if removed else None)


def test_instalments_and_shares_come_in_their_order_without_the_removed() -> None:
    made = Agreement(id=MADE, case_id=CASE, total=yuan("30264.00"))
    made.instalments_all = [instalment(2), instalment(3, removed=True), instalment(1)]
    made.shares_all = [share(1), share(0), share(2, removed=True)]
    assert [one.number for one in made.instalments] == [1, 2]
    assert [one.position for one in made.shares] == [0, 1]


def test_the_parts_of_an_instalment_leave_out_the_removed() -> None:
    first = instalment(1)
    parts = [InstalmentShare(id=UUID(int=40 + at), case_id=CASE, instalment_id=first.id,
                             worker_id=UUID(int=30 + at), amount=yuan("3362.66"),
                             removed_at=GONE if at == 1 else None) for at in range(3)]
    first.shares_all = parts
    assert first.shares == [parts[0], parts[2]]


def test_a_fresh_agreement_is_neither_signed_nor_frozen() -> None:
    made = Agreement(id=MADE, case_id=CASE, total=yuan("30264.00"))
    assert made.signed_on is None and made.paper_sha256 == ""
