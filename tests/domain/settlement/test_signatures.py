"""What was signed on the screen stands in the order in which it was signed, and what was removed does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from mediation_desk.domain.settlement.signatures import Signature
from tests.domain import cases

AT = datetime(2024, 12, 3, 2, tzinfo=UTC)


def hand(number: int, minutes: int) -> Signature:
    return Signature(id=UUID(int=number), case_id=UUID(int=1), agreement_id=UUID(int=2), party_id=None,
                     signer=f"签名人{number}", line="", strokes="[]", paper_sha256="0" * 64,
                     signed_at=AT + timedelta(minutes=minutes))


def test_hands_stand_in_the_order_of_their_hour_and_a_removed_one_stands_no_more() -> None:
    case = cases.signed()
    last, first, gone = hand(1, 9), hand(2, 1), hand(3, 5)
    gone.removed_at = AT
    case.signatures_all = [last, first, gone]
    assert [one.id for one in case.signatures] == [first.id, last.id]
