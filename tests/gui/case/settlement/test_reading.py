"""What an agreement was drafted with is read back from what was kept of it."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.gui.case.settlement.grids import _weight
from mediation_desk.gui.case.settlement.reading import accepted_offer, is_monthly, signed, weights_of
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms


@pytest.mark.parametrize(("amounts", "weights"), [
    (("15132", "15132"), (1, 1)), (("9079.20", "21184.80"), (3, 7)),
    (("10088.00", "10088.00", "10088.00"), (1, 1, 1)), (("9987.12", "20276.88"), (33, 67))])
def test_kept_amounts_are_read_back_as_the_plainest_shares(amounts: tuple[str, ...],
                                                           weights: tuple[int, ...]) -> None:
    parts = [yuan(amount) for amount in amounts]
    found = weights_of(parts, total(parts))
    assert found == weights and total(parts).split(found) == parts


@pytest.mark.parametrize(("total_yuan", "typed"), [
    ("100.00", (1, 2)), ("100.00", (1, 1, 1)), ("0.05", (1, 1)), ("10000000.01", (1, 2)), ("200.01", (3, 7))])
def test_shares_that_do_not_come_out_even_are_read_back_as_they_were_typed(total_yuan: str,
                                                                           typed: tuple[int, ...]) -> None:
    """33.33 and 66.67 were 1 : 2 when somebody typed them, and not 3333 : 6667."""
    whole = yuan(total_yuan)
    assert weights_of(whole.split(typed), whole) == typed


@given(fen=st.integers(1, 10**13), typed=st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
def test_whatever_shares_are_read_back_split_the_total_as_before(fen: int, typed: list[int]) -> None:
    whole = Money(fen)
    amounts = whole.split(typed)
    if not all(amounts):  # an instalment of nothing is no agreement
        return
    found = weights_of(amounts, whole)
    assert whole.split(found) == amounts
    assert all(weight > 0 for weight in found) and len(found) == len(amounts)
    assert sum(found) <= max(100, sum(amount.fen for amount in amounts))


@given(fen=st.integers(1000, 10**10), typed=st.lists(st.integers(1, 5), min_size=2, max_size=6))
def test_nothing_plainer_than_what_was_typed_is_passed_over(fen: int, typed: list[int]) -> None:
    whole = Money(fen)
    assert sum(weights_of(whole.split(typed), whole)) <= sum(typed)


def test_a_share_read_back_is_one_that_the_table_takes() -> None:
    """Twelve million yuan in fen has ten digits; its table must not refuse what stands in it."""
    whole, amounts = yuan("12345678.91"), [yuan("1234567.13"), yuan("11111111.78")]
    assert [_weight(str(weight)) for weight in weights_of(amounts, whole)] == list(weights_of(amounts, whole))


@pytest.mark.parametrize(("days", "even"), [
    ((), True), (("2024-12-10",), True), (("2024-12-10", "2025-01-10"), True),
    (("2025-01-31", "2025-02-28", "2025-03-31"), True), (("2025-01-31", "2025-02-28", "2025-03-28"), False),
    (("2024-12-10", "2025-01-11"), False), (("2024-12-10", "2025-02-10"), False),
    (("2025-01-10", "2024-12-10"), False), (("2024-02-29", "2024-03-29"), True)])
def test_days_once_a_month_are_told_from_days_by_hand(days: tuple[str, ...], even: bool) -> None:
    assert is_monthly([date.fromisoformat(day) for day in days]) is even


def test_the_accepted_offer_is_taken_and_no_other(desk: Desk, accepted: UUID) -> None:
    case = rooms.stored(desk, accepted)
    found = accepted_offer(case)
    assert len(case.offers) == 5
    assert found is not None and (str(found.amount), found.instalments) == ("30,264.00", 2)
    for offer in case.offers:
        offer.accepted_at = None
    assert accepted_offer(case) is None


def test_only_a_signed_agreement_is_frozen() -> None:
    drafted = Agreement(id=UUID(int=1), case_id=UUID(int=2), total=yuan("1"))
    assert not signed(None) and not signed(drafted)
    drafted.signed_on = date(2024, 11, 25)
    assert signed(drafted)
