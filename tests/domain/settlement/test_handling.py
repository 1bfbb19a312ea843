"""What becomes of each claim: exact in every direction, whatever is typed, filled, or shared anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.money import ZERO, Money, total, yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.settlement.handling import (
    Asked,
    Shares,
    checked,
    evened,
    filled,
    moved,
    paid_for,
    shared_anew,
)
from mediation_desk.domain.settlement.terms import Terms, plan
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar

FIRST, SECOND = UUID(int=1), UUID(int=2)
WAGES, DOUBLE = "unpaid_wages", "double_wage"
NAMES = {FIRST: "温若晴", SECOND: "路知夏"}
ASKED: Asked = {(FIRST, WAGES): yuan("4300"), (FIRST, DOUBLE): yuan("4300"), (SECOND, WAGES): yuan("4300")}
SHARES: Shares = {FIRST: yuan("6000"), SECOND: yuan("3000")}
CALENDAR = shipped_calendar()


def paid(worker: UUID, claim: str, amount: str | None) -> Handling:
    return Handling(worker, claim, ClaimHandling.PAID, yuan(amount) if amount else None)


def waived(worker: UUID, claim: str) -> Handling:
    return Handling(worker, claim, ClaimHandling.WAIVED)


def paid_to(of: Handled, worker: UUID) -> Money:
    return paid_for(of.by_worker().get(worker, ()))


def handled(*claims: Handling) -> Handled:
    return Handled(claims)


def test_nothing_has_to_be_said_and_what_is_said_of_one_worker_binds_nobody_else() -> None:
    assert checked(handled(), SHARES, ASKED, NAMES) == handled()
    one = handled(paid(FIRST, WAGES, "6000"), waived(FIRST, DOUBLE))
    assert checked(one, SHARES, ASKED, NAMES) == one


@pytest.mark.parametrize(("said", "words"), [
    (paid(FIRST, WAGES, "5999.99"), "温若晴 is paid for the claims adds up to 5,999.99"),
    (waived(FIRST, WAGES), "adds up to 0.00, not to the share of 6,000.00"),
    (paid(FIRST, "overtime", "6000"), "nobody makes any more"),
    (paid(FIRST, WAGES, None), "an amount, or say that it is waived"),
    (replace(waived(FIRST, WAGES), amount=yuan("6000")), "Only a claim that is paid"),
    (replace(paid(FIRST, WAGES, "6000"), by=date(2025, 1, 1)), "Only for a claim that is replaced"),
    (Handling(FIRST, WAGES, ClaimHandling.REPLACED), "what is done instead"),
    (Handling(FIRST, WAGES, ClaimHandling.REPLACED, in_kind=InKind.OTHER), "under the note")])
def test_what_contradicts_itself_is_refused_beside_its_field(said: Handling, words: str) -> None:
    with pytest.raises(DeskError, match=words) as refused:
        checked(handled(said), SHARES, ASKED, NAMES)
    assert refused.value.field == "claim_terms"


def test_of_one_claim_it_is_said_once() -> None:
    with pytest.raises(DeskError, match="only once"):
        checked(handled(waived(FIRST, WAGES), paid(FIRST, WAGES, "6000")), SHARES, ASKED, NAMES)


def test_the_rest_goes_to_the_claims_of_which_nothing_is_said() -> None:
    """6,000.00 over two equal claims; 3,000.00 to the one of the other worker."""
    full = filled(handled(), SHARES, ASKED)
    assert [one.amount for one in full.claims] == [yuan("3000"), yuan("3000"), yuan("3000")]
    half = filled(handled(waived(FIRST, DOUBLE), paid(SECOND, WAGES, None)), SHARES, ASKED)
    assert [(one.claim, one.amount) for one in half.claims] == [
        (WAGES, yuan("6000")), (DOUBLE, None), (WAGES, yuan("3000"))]


def test_a_hand_edit_keeps_the_share_and_tells_what_moved() -> None:
    before = handled(paid(FIRST, WAGES, "4000"), paid(FIRST, DOUBLE, "3000"))
    after = evened(before, SHARES, {(FIRST, WAGES)})
    assert checked(after, SHARES, ASKED, NAMES) == after
    assert moved(before, after) == [((FIRST, DOUBLE), yuan("3000"), yuan("2000"))]


def test_more_than_the_share_moves_nothing_and_is_said() -> None:
    before = handled(paid(FIRST, WAGES, "7000"), paid(FIRST, DOUBLE, "1"))
    assert evened(before, SHARES, {(FIRST, WAGES)}) == before


@st.composite
def cases(draw: st.DrawFn) -> tuple[Handled, Shares, Asked]:
    """Workers with claims, of some of which something is said, and the shares."""
    workers = [UUID(int=at + 1) for at in range(draw(st.integers(1, 4)))]
    asked: dict[tuple[UUID, str], Money | None] = {}
    said = []
    for worker in workers:
        for claim in draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, unique=True)):
            asked[worker, claim] = draw(st.none() | st.integers(0, 500).map(Money))
            how = draw(st.sampled_from([None, *ClaimHandling]))
            if how is ClaimHandling.PAID:
                said.append(Handling(worker, claim, how, draw(st.none() | st.integers(1, 400).map(Money))))
            elif how is not None:
                kind = InKind.APOLOGY if how is ClaimHandling.REPLACED else None
                said.append(Handling(worker, claim, how, in_kind=kind))
    shares = {worker: Money(draw(st.integers(1, 600))) for worker in workers}
    return Handled(tuple(said)), shares, asked


@settings(max_examples=40)
@given(cases())
def test_what_is_filled_never_exceeds_a_share_and_keeps_what_was_typed(
        of: tuple[Handled, Shares, Asked]) -> None:
    before, shares, asked = of
    after = filled(before, shares, asked)
    now = {one.place: one for one in after.claims}
    assert all(now[one.place].handling is one.handling for one in before.claims)
    assert all(now[one.place].amount == one.amount for one in before.claims if one.amount is not None)
    for worker, share in shares.items():
        room = any(place[0] == worker and (place not in {one.place for one in before.claims}
                                           or any(one.place == place and one.is_paid and not one.amount
                                                  for one in before.claims)) for place in asked)
        was = paid_to(before, worker)
        assert paid_to(after, worker) == (share if room and was < share else was)


@settings(max_examples=40)
@given(cases(), st.integers(1, 10**6), st.integers(1, 6))
def test_every_sum_holds_by_worker_claim_instalment_and_total(
        of: tuple[Handled, Shares, Asked], fen: int, count: int) -> None:
    """Of any total the paid claims follow the shares of the plan: by worker, by claim and over all they come
    to the same fen as the instalments do."""
    before, shares, asked = of
    whole = Money(max(fen, count))
    days = tuple(date(2025, 1, 15) + timedelta(days=31 * at) for at in range(count))
    worked = plan(Terms(whole, days), [(worker, Money(at + 1)) for at, worker in enumerate(shares)], CALENDAR)
    now = dict(zip(worked.workers, worked.shares, strict=True))
    open_ = Handled(tuple(one for one in before.claims if one.is_paid))
    after = filled(shared_anew(open_, now), now, asked)
    by_claim: dict[str, Money] = {}
    for one in after.claims:
        by_claim[one.claim] = by_claim.get(one.claim, ZERO) + (one.amount or ZERO)
    assert total(by_claim.values()) == whole == total(worked.amounts)
    for at, worker in enumerate(worked.workers):
        assert paid_to(after, worker) == now[worker] == total(column[at] for column in worked.matrix)


@settings(max_examples=40)
@given(cases(), st.data())
def test_a_hand_edit_moves_no_share_that_can_be_kept(of: tuple[Handled, Shares, Asked],
                                                     data: st.DataObject) -> None:
    before, shares, _asked = of
    places = [one.place for one in before.claims if one.amount]
    pinned = set(data.draw(st.lists(st.sampled_from(places), unique=True))) if places else set()
    after = evened(before, shares, pinned)
    for one, other in zip(before.claims, after.claims, strict=True):
        assert replace(one, amount=None) == replace(other, amount=None)
        assert one.place not in pinned or one.amount == other.amount
    for worker, share in shares.items():
        mine = [one for one in before.claims if one.worker_id == worker and one.amount]
        fixed = total(one.amount or ZERO for one in mine if one.place in pinned)
        free = [one for one in mine if one.place not in pinned]
        kept = any(one.place in pinned for one in mine) and bool(free) and fixed < share
        assert paid_to(after, worker) == (share if kept else paid_to(before, worker))
